"""What a family that stopped everything is shown by, and what is told of it."""

from datetime import timedelta
from typing import Any

import pytest

from hub.access import oversight
from hub.audit import journal
from hub.consent import changes as consent
from hub.consent.models import Override
from hub.intake import changes as intake
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Level
from tests.access.looking import HOUR, level, look, prepared
from tests.families_setup import Staff, acting, open_as, register


@pytest.fixture
def staff(db: None) -> Staff:
    """A locality, for one test."""
    return prepared()


def share(staff: Staff, reference: str, ground: str) -> None:
    """Share a family with the charity without agreement, and tell it."""
    now = clock.now()
    with acting(staff.actor("registrar")):
        consent.override(
            open_as(staff, "registrar", reference), shown_to="agency",
            shown_to_id=staff.charity.pk, ground=ground, because="A threat", advice="Share it",
            second=staff.people["colleague"].pk, told_family=True, until_at=now + 3 * HOUR, now=now,
        )  # fmt: skip


@pytest.mark.requirement("2.61", "2.75", "2.90")
@pytest.mark.parametrize(
    ("ground", "still"),
    [("harm", Level.SUMMARY), ("legal_duty", Level.NOTHING), ("complete_service", Level.NOTHING)],
)
def test_once_a_family_stopped_everything_only_serious_harm_shows_it(
    staff: Staff, ground: str, still: Level
) -> None:
    reference = register(staff)
    share(staff, reference, ground)
    assert level(staff, "stranger", reference) == Level.SUMMARY
    with acting(staff.actor("registrar")):
        intake.stop_everything(
            open_as(staff, "registrar", reference), open_plan=False, now=clock.now()
        )

    assert level(staff, "stranger", reference) == still
    assert level(staff, "registrar", reference) == Level.NOTHING
    assert look(staff, "nurse", reference) == reference


@pytest.mark.requirement("S14")
@pytest.mark.parametrize(("hiding", "may"), [("still_unsafe", False), ("tell", True)])
def test_what_a_review_found_unsafe_to_tell_is_not_told(
    staff: Staff, hiding: str, may: bool
) -> None:
    reference = register(staff)
    look(staff, "stranger", reference)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        Override.objects.filter(family=file.family).update(hiding=hiding)
        row = Override.objects.get(family=file.family)
        told: dict[str, Any] = {"how": "in_person", "now": clock.now()}
        for day in (clock.today() + timedelta(days=1), clock.today() - timedelta(days=1)):
            with pytest.raises(NotAllowed):
                consent.tell_family(file, row.pk, told_on=day, **told)
        if may:
            assert consent.tell_family(file, row.pk, told_on=clock.today(), **told).told_at
            return
        with pytest.raises(NotAllowed, match="unsafe to tell"):
            consent.tell_family(file, row.pk, told_on=clock.today(), **told)


@pytest.mark.requirement("S30", "S14")
def test_who_has_looked_is_by_person_and_what_agency_first_without_what_is_untold(
    staff: Staff,
) -> None:
    reference = register(staff)
    look(staff, "stranger", reference)
    for who in ("stranger", "nurse", "nurse"):
        with acting(staff.actor(who)):
            open_as(staff, who, reference)
            journal.flush()
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        journal.flush()
        looked = {one.name: one for one in oversight.looks_told(file, now=clock.now())}
    assert set(looked) == {"Nurse Example", "Registrar Example"}
    nurse = looked["Nurse Example"]
    assert (nurse.agency, nurse.role_title) == ("Clinic of Fenside", "Practitioner")
    assert [(what, times) for what, times, _ in nurse.what] == [("Reading the family's page", 2)]
    assert looked["Registrar Example"].is_me
