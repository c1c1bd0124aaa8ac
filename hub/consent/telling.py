"""Who is told at once of sharing without agreement: a link by mail, and nothing of the family."""

from datetime import datetime

from django.conf import settings

from hub.agencies.models import RoleGrant
from hub.agencies.queries import held_now, working
from hub.consent.models import Override
from hub.consent.override_rules import OFFICER, SAFEGUARDING_LEAD
from hub.kernel.files import FamilyFile
from hub.notify.outbox import queue


def tell(file: FamilyFile, row: Override, *, lead: int | None, now: datetime) -> None:
    """Put a message into the outbox for each safeguarding lead, the second person and, of an
    emergency look, `lead`, who leads the family. Where nobody holds the role the data protection
    officers are told instead, so that it never goes unseen. Whoever did it is not told.
    """
    told = set(_holders(SAFEGUARDING_LEAD, now)) or set(_holders(OFFICER, now))
    told |= {one for one in (row.second_by_id, lead) if one is not None}
    address = f"{settings.HUB_ADDRESS}/overrides/{row.pk}/"
    people = working(now).filter(pk__any=sorted(told - {file.actor.id})).order_by("pk")
    template = "emergency_look" if row.emergency else "override"
    for email in dict.fromkeys(people.values_list("email", flat=True)):
        queue(template, email, address=address)


def _holders(code: str, now: datetime) -> list[int]:
    grants = RoleGrant.objects.filter(held_now(now), code=code, practitioner__left_at=None)
    return list(grants.values_list("practitioner_id", flat=True))
