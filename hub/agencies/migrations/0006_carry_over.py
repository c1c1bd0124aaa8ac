"""Agencies that families agreed to before keep their standing: nothing widens, nothing vanishes.

Who was in a locality's leadership team becomes party to one agreement there; every other agency is
carried over with terms of use, and both are marked so that the hub asks them to sign in fact.
"""

from datetime import timedelta
from typing import Any

from django.db import migrations
from django.utils import timezone

PUBLIC_BODIES = ("council", "health", "police")
PURPOSES = ["help", "safety", "oversight"]
CARRIED = "Carried over: ask them to sign"
SHARES = "As it was signed before this list began."
TERMS = (
    "We use what we see here only to help the families who agreed to it, and to keep people safe."
    "\n\nOnly those of us who need to know look. We keep safe whatever we write down or print. "
    "We tell the hub at once when somebody leaves or something goes wrong."
)


def carry_over(apps: Any, schema_editor: Any) -> None:
    """One agreement for each locality with a leadership team; terms for all other agencies."""
    alias, now = schema_editor.connection.alias, timezone.now()

    def rows(name: str) -> Any:
        return apps.get_model("agencies", name).objects.using(alias)

    rows("Sector").filter(code__in=PUBLIC_BODIES).update(public_body=True)
    members = list(rows("LocalityMembership").select_related("agency").order_by("pk"))
    signed = [m for m in members if m.leadership_team and m.until is None]
    for locality in dict.fromkeys(m.locality_id for m in signed):
        parties = [m for m in signed if m.locality_id == locality]
        agreement = rows("SharingAgreement").create(
            locality_id=locality,
            name="Information sharing agreement",
            purposes=PURPOSES,
            shares=SHARES,
            from_at=min(m.agency.opened_at for m in parties),
            review_on=now.date() + timedelta(days=90),
        )
        for one in parties:
            rows("SharingParty").create(
                agreement=agreement,
                agency_id=one.agency_id,
                signed_on=one.signed_on,
                signed_by=CARRIED,
                from_at=one.agency.opened_at,
            )
    whole = {m.agency_id for m in signed} - {m.agency_id for m in members if m not in signed}
    others = list(rows("Agency").exclude(pk__in=whole))
    if others:
        began = min(agency.opened_at for agency in others)
        terms = rows("Terms").create(text=TERMS, published_at=began, counts_from=began)
        for agency in others:
            rows("TermsAcceptance").create(
                agency_id=agency.pk,
                terms=terms,
                accepted_on=now.date(),
                accepted_by=CARRIED,
                from_at=agency.opened_at,
            )


class Migration(migrations.Migration):
    dependencies = [("agencies", "0005_standing_wall")]
    operations = [migrations.RunPython(carry_over, migrations.RunPython.noop)]
