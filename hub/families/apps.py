"""Families as a Django app."""

from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.families"
