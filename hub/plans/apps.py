"""Plans as a Django app."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.plans"
