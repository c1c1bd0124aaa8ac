"""A yes asked of a registered family, with what was judged and where they are, in one step."""

from datetime import datetime
from typing import Any

from django.db import transaction

from hub.consent import changes as consent
from hub.consent import queries
from hub.consent.holding import PLACES
from hub.consent.models import Agreement, Judgement, Kept, Scope
from hub.consent.terms import NOT_ASKED, WHOLLY, Explained, Terms
from hub.families import queries as families
from hub.intake import rules
from hub.intake.registration import JudgedYes
from hub.kernel.clock import day_of
from hub.kernel.files import FamilyFile, Level


def record_yes(
    file: FamilyFile,
    *,
    given_by: int,
    agency: int,
    wording: int,
    how: str,
    witness: str = "",
    judged: JudgedYes | None = None,
    scope: str = Scope.SHARE,
    terms: Terms = WHOLLY,
    explained: Explained = NOT_ASKED,
    places: bool = True,
    instead_of: int | None = None,
    now: datetime,
) -> Agreement:
    """Record a member's yes, with what was judged of them when they are 12 to 15 (S12, 2.86).

    `places` False keeps where they live and how to reach them from the agency, from the same
    moment (S3). `instead_of` is the yes that this one takes the place of. Raises NotAllowed with
    the reason; then nothing of it is kept.
    """
    said: dict[str, Any] = {"wording": wording, "how": how, "witness": witness, "terms": terms}
    with transaction.atomic():
        said |= {"judgement": judge(file, given_by, judged, now), "explained": explained}
        if not places and agency not in places_kept_from(file):
            understands = judged is not None and judged.understands
            _keep_places(file, agency, given_by, understands, now)
        if instead_of is not None:
            return consent.change_share(file, instead_of, **said, now=now)
        return consent.agree(file, given_by=given_by, scope=scope, agency=agency, **said, now=now)


def _keep_places(
    file: FamilyFile, agency: int, asked_by: int, understands: bool, now: datetime
) -> None:
    consent.hold_back(
        file,
        item_kind=PLACES,
        item=file.family,
        kept_from=Kept.AGENCY,
        kept_from_id=agency,
        asked_by=asked_by,
        understands=understands,
        now=now,
    )


def judge(
    file: FamilyFile, person: int, judged: JudgedYes | None, now: datetime
) -> Judgement | None:
    """Record what was judged of somebody of 12 to 15; nothing of anybody else."""
    ages = families.ages_of(families.member(file, person), day_of(now))
    if judged is None or not rules.is_judged(ages):
        return None
    return consent.judge(
        file,
        person=person,
        understands=judged.understands,
        parent_needed=judged.parent_needed,
        because=judged.because,
        now=now,
    )


def places_kept_from(file: FamilyFile) -> set[int]:
    """The agencies from which where the family is is kept. Empty for who does not see that."""
    return queries.agencies_without_places(file) if file.sees(Level.RECORD) else set()
