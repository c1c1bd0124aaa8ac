"""Pages of "About my family": what a family tells of itself, in any order, over several days."""
