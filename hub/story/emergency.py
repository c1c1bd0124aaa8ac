"""The rule for an emergency that the story had once."""

from datetime import datetime, timedelta

from hub.agencies.models import Practitioner
from hub.consent.models import EmergencyRule
from hub.kernel.clock import day_of


def tell_of_an_emergency(administrator: Practitioner, now: datetime) -> None:
    """A rule of last winter, over before the first of these families came."""
    made = now - timedelta(days=400)
    EmergencyRule.objects.create(
        reason="The snow: no home visits",
        from_on=day_of(made),
        until_on=day_of(made + timedelta(days=30)),
        sign_days=40,
        set_by=administrator,
        set_at=made,
    )
