"""Consent as a Django app."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.consent"
