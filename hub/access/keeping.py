"""Keep something private, and tell who leads when it is kept from them (S5)."""

from typing import Any

from django.conf import settings

from hub.access import door
from hub.access.models import Lead
from hub.agencies.models import Practitioner
from hub.consent import changes as consent
from hub.consent.models import Kept, Restriction
from hub.kernel.files import FamilyFile
from hub.notify.outbox import queue


def keep_private(file: FamilyFile, **given: Any) -> Restriction:
    """What `consent.hold_back` does; and whoever leads is told by mail when it is from them or
    from their agency, whether or not the actor sees who leads. Raises as it does."""
    row = consent.hold_back(file, **given)
    lead = _lead_kept_from(file, row)
    if lead is not None and lead.pk != file.actor.id:
        address = f"{settings.HUB_ADDRESS}/families/{file.reference}/private/"
        queue("kept_from_lead", lead.email, address=address)
    return row


def _lead_kept_from(file: FamilyFile, row: Restriction) -> Practitioner | None:
    """Who leads, when this is kept from them: in whichever job, it goes by their account."""
    with door.past_what_is_kept(file):
        leads = Lead.objects.filter(family=file.family, until_at=None)
        leading = leads.select_related("practitioner").first()
    if leading is None:
        return None
    lead: Practitioner = leading.practitioner
    if row.kept_from == Kept.AGENCY:
        return lead if row.item is not None and row.kept_from_id == lead.agency_id else None
    if row.kept_from != Kept.PRACTITIONER:
        return None
    same = Practitioner.objects.filter(pk=row.kept_from_id, account=lead.account_id)
    return lead if same.exists() else None
