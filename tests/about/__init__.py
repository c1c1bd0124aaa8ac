"""Tests of hub/about."""
