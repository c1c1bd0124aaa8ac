"""Tests of hub/web/staff."""
