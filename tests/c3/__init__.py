"""Attacks on the access rules, and the figures of the security tests. HUB_TEST_SCALE=full: all."""
