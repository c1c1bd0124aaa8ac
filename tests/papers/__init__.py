"""Tests of hub/papers."""
