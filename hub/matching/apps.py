"""Who is probably already known, as a Django app."""

from django.apps import AppConfig


class MatchingConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.matching"
