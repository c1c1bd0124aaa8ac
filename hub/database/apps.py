"""Tells Django of this package, so that its migration with the wall's functions runs first."""

from django.apps import AppConfig

from hub.database import lookups, rendering


class DatabaseConfig(AppConfig):
    """The app `database`; it has no models."""

    name = "hub.database"
    label = "database"

    def ready(self) -> None:
        """Make `__any` known, and migrations quick."""
        lookups.register()
        rendering.keep_small()
