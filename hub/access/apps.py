"""Access as a Django app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.access"
