"""Jobs as a Django app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.jobs"
