"""Tests of the repository itself: why the conventions will still hold in a year."""
