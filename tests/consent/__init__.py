"""Tests of hub/consent."""
