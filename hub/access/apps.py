"""Access as a Django app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.access"

    def ready(self) -> None:
        """Let the index follow the changes, in whichever process they are made."""
        from hub.access.lookup import index  # noqa: F401 - it registers itself
