"""About as a Django app."""

from django.apps import AppConfig


class AboutConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.about"
