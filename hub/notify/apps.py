"""Notify as a Django app."""

from django.apps import AppConfig


class NotifyConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.notify"
