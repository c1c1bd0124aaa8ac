"""The journal as a Django app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.audit"
