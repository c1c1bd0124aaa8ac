"""Tests, laid out as the hub is."""
