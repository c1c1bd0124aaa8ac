"""Who is probably already known, as a Django app."""

from pathlib import Path

from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


class MatchingConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.matching"

    def ready(self) -> None:
        """Weigh by the file that is set. Raises ImproperlyConfigured with a sentence."""
        from hub.matching.rules import odds

        path = str(getattr(settings, "HUB_MATCHING_WEIGHTS", ""))
        try:
            odds.use(Path(path).absolute() if path else odds.SHIPPED)
        except odds.BadWeights as bad:
            raise ImproperlyConfigured(f"HUB_MATCHING_WEIGHTS: {bad}") from bad
