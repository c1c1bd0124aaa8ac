"""Papers as a Django app."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.papers"
