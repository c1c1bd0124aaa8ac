"""What the search is measured beside, in the same run: exact match, trigrams, Splink."""
