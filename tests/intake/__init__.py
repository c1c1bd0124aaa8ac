"""Tests of hub/intake."""
