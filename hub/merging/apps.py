"""Merging as a Django app."""

from django.apps import AppConfig


class MergingConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.merging"
