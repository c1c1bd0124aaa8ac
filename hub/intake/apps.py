"""Intake as a Django app."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.intake"
