"""Tests of hub/families."""
