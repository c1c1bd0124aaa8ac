"""Pages of files that may be one family's: the coordinator's queue, side by side, and merging."""
