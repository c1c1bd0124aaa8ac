"""Agencies as a Django app."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Localities, agencies, practitioners and roles."""

    name = "hub.agencies"
