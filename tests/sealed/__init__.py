"""Sealed identities."""
