"""A family's yes reaches an agency while the agency stands, and not a moment longer (S12, 2.63)."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from hub.access import changes as access
from hub.access import door, standing
from hub.access.queries import sight_of
from hub.access.rules import BY_OVERRIDE, NOT_AGREED, NOT_STANDING, Facts, decide
from hub.agencies.models import SharingAgreement, SharingParty
from hub.agencies.sharing import changes as sharing
from hub.audit import journal
from hub.consent import changes as consent
from hub.consent import queries
from hub.families import queries as families
from hub.intake import changes as intake
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Level, NotInYourFiles
from tests.families_setup import Staff, acting, make_staff, open_as, register

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return register(staff)


def leave(staff: Staff, agency: int, now: datetime | None = None) -> SharingAgreement:
    """An agency leaves the agreement of the locality."""
    party = SharingParty.objects.get(agency=agency, until_at=None)
    sharing.leave(staff.actor("coordinator"), party.pk, now=now or clock.now())
    return party.agreement


def sign(staff: Staff, agreement: SharingAgreement, agency: int) -> None:
    sharing.add_party(
        staff.actor("coordinator"), agreement.pk, agency=agency, signed_on=clock.today(),
        signed_by="The head", now=clock.now(),
    )  # fmt: skip


def sees(staff: Staff, who: str, family: str, at: datetime | None = None) -> tuple[Level, str]:
    sight = sight_of(staff.people[who].pk, family, at=at or clock.now())
    return sight.level, sight.reasons[0]


AGREED: dict[str, Any] = {"works": True, "kept": True, "shared": True}


@pytest.mark.requirement("S12", "2.63")
@pytest.mark.parametrize(
    ("facts", "level", "reason"),
    [
        (Facts(**AGREED, stands=True), Level.SIGNPOST, "The family agreed to their agency."),
        (Facts(**AGREED), Level.NOTHING, NOT_STANDING),
        (Facts(**AGREED, lead=True), Level.NOTHING, NOT_STANDING),
        (Facts(**AGREED, team=True, working=True), Level.NOTHING, NOT_STANDING),
        (Facts(works=True, kept=True, recorded=True, lead=True), Level.NOTHING, NOT_STANDING),
        (Facts(works=True, kept=True, stands=True), Level.NOTHING, NOT_AGREED),
        (Facts(works=True, shared=True), Level.NOTHING, NOT_AGREED),
        (Facts(**AGREED, overridden=True), Level.SUMMARY, BY_OVERRIDE),
        (Facts(**AGREED, coordinator=True), Level.SUMMARY, "Coordinates the hub"),
        (
            Facts(**AGREED, kept_from_them=True), Level.NOTHING,
            "The family asked that this person sees nothing.",
        ),
    ],
)  # fmt: skip
def test_the_policy_says_what_standing_gives_and_takes(
    facts: Facts, level: Level, reason: str
) -> None:
    sight = decide(facts)

    assert sight.level is level
    assert sight.reasons[0].startswith(reason)


@pytest.mark.requirement("S12", "2.63", "2.72", "S34")
def test_sight_ends_with_the_agreement_and_returns_with_it_without_asking(
    staff: Staff, family: str
) -> None:
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", family)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    before = clock.now()
    assert sees(staff, "nurse", family)[0] is Level.SUMMARY

    agreement = leave(staff, staff.clinic.pk)

    for who in ("nurse", "doctor"):
        assert sees(staff, who, family) == (Level.NOTHING, NOT_STANDING)
        with acting(staff.actor(who)), pytest.raises(NotInYourFiles):
            open_as(staff, who, family)
    with acting(staff.actor("nurse")) as nurse:
        assert door.list_mine(nurse, now=clock.now()) == []
        assert door.find_by_name(nurse, ["amina", "yusuf"], now=clock.now()) == []
    assert sees(staff, "nurse", family, before)[0] is Level.SUMMARY
    assert sees(staff, "registrar", family)[0] is Level.RECORD

    sign(staff, agreement, staff.clinic.pk)

    assert sees(staff, "nurse", family)[0] is Level.SUMMARY
    assert sees(staff, "doctor", family)[0] is Level.SIGNPOST


@pytest.mark.requirement("S12")
def test_who_wrote_it_down_sees_it_no_more_either_and_the_coordinator_does(
    staff: Staff, family: str
) -> None:
    leave(staff, staff.school.pk)

    assert sees(staff, "registrar", family) == (Level.NOTHING, NOT_STANDING)
    assert sees(staff, "coordinator", family)[0] is Level.SUMMARY


@pytest.mark.requirement("S12", "2.64")
def test_the_coordinators_queue_says_which_families_wait_and_nobody_elses_does(
    staff: Staff, family: str
) -> None:
    with acting(staff.actor("coordinator")) as coordinator:
        assert standing.waiting_for(coordinator, now=clock.now()) == []
    leave(staff, staff.clinic.pk)

    with acting(staff.actor("coordinator")) as coordinator:
        (fallen,) = standing.waiting_for(coordinator, now=clock.now())
        assert (fallen.agency.pk, fallen.references) == (staff.clinic.pk, (family,))
        assert not fallen.stands
        assert journal.pending()[-1].event == "list.waiting"
    for who in ("registrar", "nurse", "administrator"):
        with acting(staff.actor(who)) as actor:
            assert standing.waiting_for(actor, now=clock.now()) == []


@pytest.mark.requirement("S12", "2.81")
def test_a_family_kept_from_the_coordinator_is_not_in_their_queue(
    staff: Staff, family: str
) -> None:
    leave(staff, staff.clinic.pk)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        consent.hold_back(
            file, item_kind="", item=None, kept_from="practitioner",
            kept_from_id=staff.people["coordinator"].pk, now=clock.now(),
        )  # fmt: skip

    with acting(staff.actor("coordinator")) as coordinator:
        assert standing.waiting_for(coordinator, now=clock.now()) == []


@pytest.mark.requirement("2.74", "S12")
def test_a_renewal_for_more_has_the_family_asked_again(staff: Staff, family: str) -> None:
    old = SharingAgreement.objects.get(locality=staff.locality)
    SharingAgreement.objects.filter(pk=old.pk).update(purposes=["help"])
    sharing.renew_agreement(
        staff.actor("coordinator"), old.pk, purposes=["help", "oversight"],
        parties=[staff.school.pk, staff.clinic.pk, staff.charity.pk], signed_on=clock.today(),
        begins=clock.today(), last_day=None, review_on=clock.today() + timedelta(days=90),
        now=clock.now(),
    )  # fmt: skip

    assert sees(staff, "nurse", family)[0] is Level.NOTHING
    assert sees(staff, "registrar", family)[0] is Level.RECORD
    with acting(staff.actor("coordinator")) as coordinator:
        (fallen,) = standing.waiting_for(coordinator, now=clock.now())
        assert fallen.stands

    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        (yes,) = (a for a in queries.agreements_in(file) if a.scope == "share")
        consent.withdraw(file, yes.pk, now=clock.now())
        share(staff, family)

    assert sees(staff, "nurse", family)[0] is Level.SIGNPOST


def share(staff: Staff, family: str) -> None:
    """The mother says yes to the clinic."""
    file = open_as(staff, "registrar", family)
    intake.share_with(
        file, given_by=families.members_in(file)[0].person_id, agency=staff.clinic.pk,
        wording=staff.wording.pk, how="paper", now=clock.now(),
    )  # fmt: skip


@pytest.mark.requirement("S12", "2.63")
def test_a_yes_to_an_agency_that_does_not_stand_is_not_taken(staff: Staff) -> None:
    family = register(staff, agencies=())
    leave(staff, staff.clinic.pk)

    with acting(staff.actor("registrar")), pytest.raises(NotAllowed, match="cannot see families"):
        share(staff, family)
    asked = queries.agencies_to_ask(staff.locality.pk, now=clock.now())
    assert staff.clinic.pk not in [agency.id for agency in asked]
    not_yet = queries.agencies_not_standing(staff.locality.pk, now=clock.now())
    assert [agency.id for agency in not_yet] == [staff.clinic.pk]


@pytest.mark.requirement("S12")
def test_nobody_registers_a_family_for_an_agency_that_does_not_stand(staff: Staff) -> None:
    leave(staff, staff.school.pk)

    with pytest.raises(NotAllowed, match="Ring the hub"):
        register(staff)


def test_a_queue_is_as_of_the_moment_it_is_asked_for(staff: Staff, family: str) -> None:
    agreement = SharingAgreement.objects.get(locality=staff.locality)
    tomorrow = clock.today() + timedelta(days=1)
    sharing.change_agreement(
        staff.actor("coordinator"), agreement.pk, version=agreement.version, name="N", shares="S",
        last_day=tomorrow, review_on=tomorrow, now=clock.now(),
    )  # fmt: skip

    assert sees(staff, "nurse", family)[0] is Level.SIGNPOST
    assert sees(staff, "nurse", family, clock.now() + timedelta(days=2))[0] is Level.NOTHING
