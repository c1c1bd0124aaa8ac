"""Sealed identities as a Django app."""

from django.apps import AppConfig


class SealedConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.sealed"
