"""Agencies, people and roles changed: allowed, refused, written down, never overwritten."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from hub.agencies import changes, queries
from hub.agencies.models import Agency, HelpNumber, LocalityMembership, Practitioner, RoleGrant
from hub.agencies.queries import HelpLine
from hub.audit import journal
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles
from tests.agencies.conftest import NOW, Place, person

DETAILS: dict[str, Any] = {
    "sector": "test-health",
    "phone": "020 7946 0111",
    "email": "new@example.org",
}
WHO = {
    "name": "Ines",
    "role_title": "Family worker",
    "phone": "07700 900123",
    "email": "Ines@People.example.org",
}


def invite(place: Place, who: str = "coordinator", **other: Any) -> Practitioner:
    """Ines comes to the first agency."""
    asked: dict[str, Any] = (
        {"agency": place.agency.pk, "locality": place.here.pk, "now": NOW} | WHO | other
    )
    return changes.invite_practitioner(place.actor(who), **asked)


EACH: dict[str, Callable[[Place, str], Any]] = {
    "agency.added": lambda p, who: changes.add_agency(
        p.actor(who), name="Test New", locality=p.here.pk, now=NOW, **DETAILS
    ),
    "agency.edited": lambda p, who: changes.edit_agency(
        p.actor(who), p.agency.pk, version=1, name="Test Renamed", **DETAILS
    ),
    "agency.joined_locality": lambda p, who: changes.join_locality(
        p.actor(who), p.other.pk, locality=p.here.pk, now=NOW
    ),
    "practitioner.invited": invite,
    "practitioner.edited": lambda p, who: changes.edit_practitioner(
        p.actor(who), p.coordinator.pk, version=1, **WHO
    ),
    "practitioner.left": lambda p, who: changes.deactivate_practitioner(
        p.actor(who), person("Tess", p.agency, p.here).pk, now=NOW
    ),
    "account.revived": lambda p, who: changes.revive(p.actor(who), p.coordinator.pk, now=NOW),
    "role.granted": lambda p, who: changes.grant_role(
        p.actor(who),
        person("Tess", p.agency, p.here).pk,
        code="panel_chair",
        locality=p.here.pk,
        now=NOW,
    ),
    "role.ended": lambda p, who: changes.end_role(
        p.actor(who), RoleGrant.objects.get(practitioner=p.coordinator).pk, now=NOW
    ),
    "locality.edited": lambda p, who: changes.edit_locality(
        p.actor(who),
        p.here.pk,
        version=1,
        name="Test Elsewhere",
        hub_name="Hub",
        hub_phone="020 7946 0112",
        hub_email="hub@example.org",
    ),
    "help_numbers.edited": lambda p, who: changes.edit_help_numbers(
        p.actor(who), p.here.pk, lines=[HelpLine("A", "020 7946 0113")], shown={}
    ),
}


@pytest.mark.requirement("2.7")
@pytest.mark.parametrize("event", EACH)
def test_a_coordinator_may_and_it_is_written_down_once(place: Place, event: str) -> None:
    EACH[event](place, "coordinator")

    assert [line.event for line in journal.pending()] == [event]


@pytest.mark.requirement("2.7")
@pytest.mark.parametrize("event", EACH)
def test_a_practitioner_may_not_and_nothing_is_written_down(place: Place, event: str) -> None:
    with pytest.raises(NotAllowed):
        EACH[event](place, "worker")

    assert journal.pending() == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda who: changes.edit_agency(who, 1, version=1, name="N", **DETAILS),
        lambda who: changes.close_agency(who, 1, now=NOW),
        lambda who: changes.deactivate_practitioner(who, 1, now=NOW),
        lambda who: changes.grant_role(who, 1, code="panel_chair", locality=None, now=NOW),
        lambda who: changes.end_role(who, 1, now=NOW),
        lambda who: changes.revive(who, 1, now=NOW),
    ],
)
def test_what_is_not_there_is_not_there(place: Place, change: Any) -> None:
    with pytest.raises(NotInYourFiles):
        change(place.actor("administrator"))


def test_an_agency_is_added_to_its_locality(place: Place) -> None:
    made = EACH["agency.added"](place, "coordinator")

    assert list(made.localities.values_list("locality", flat=True)) == [place.here.pk]


@pytest.mark.parametrize("name", ["Test First", "TEST FIRST"])
def test_two_agencies_never_have_one_name(place: Place, name: str) -> None:
    with pytest.raises(NotAllowed, match="already an agency with this name"):
        changes.add_agency(
            place.actor("coordinator"), name=name, locality=place.here.pk, now=NOW, **DETAILS
        )

    assert Agency.objects.filter(name__iexact="test first").count() == 1


def test_a_sector_is_one_of_the_list(place: Place) -> None:
    with pytest.raises(NotAllowed, match="sectors listed"):
        changes.add_agency(
            place.actor("coordinator"),
            name="N",
            locality=place.here.pk,
            now=NOW,
            **DETAILS | {"sector": "'; drop table"},
        )


def test_the_second_of_two_editors_is_shown_both_and_overwrites_nothing(place: Place) -> None:
    admin = place.actor("administrator")
    changes.edit_agency(admin, place.agency.pk, version=1, name="Test Mine", **DETAILS)

    with pytest.raises(Conflict) as told:
        changes.edit_agency(
            admin,
            place.agency.pk,
            version=1,
            name="Test Yours",
            **DETAILS | {"phone": "020 7946 0177"},
        )

    place.agency.refresh_from_db()
    assert place.agency.name == "Test Mine"
    assert told.value.theirs == {"name": "Test Mine", "phone": "020 7946 0111"}
    assert told.value.yours == {"name": "Test Yours", "phone": "020 7946 0177"}
    assert told.value.version == place.agency.version == 2


def test_an_agency_closes_when_nobody_is_left_in_it(place: Place) -> None:
    admin = place.actor("administrator")
    with pytest.raises(NotAllowed, match="3 people still"):
        changes.close_agency(admin, place.agency.pk, now=NOW)

    changes.close_agency(admin, place.other.pk, now=NOW)

    place.other.refresh_from_db()
    assert place.other.closed_at == NOW
    assert not LocalityMembership.objects.filter(agency=place.other, until=None).exists()
    assert queries.agencies_of(place.there.pk, NOW) == []


def test_a_role_is_given_by_name_of_who_gave_it(place: Place) -> None:
    role = changes.grant_role(
        place.actor("coordinator"),
        place.worker.pk,
        code="panel_chair",
        locality=place.here.pk,
        now=NOW,
    )

    actor = place.actor("worker")
    assert actor.has_role("panel_chair", place.here.pk)
    assert not actor.has_role("panel_chair", place.there.pk)
    assert role.granted_by_id == place.coordinator.pk
    with pytest.raises(NotAllowed, match="already hold"):
        changes.grant_role(
            place.actor("administrator"),
            place.worker.pk,
            code="panel_chair",
            locality=place.here.pk,
            now=NOW,
        )


def test_the_last_administrator_stays(place: Place) -> None:
    RoleGrant.objects.filter(code="administrator").exclude(practitioner=place.administrator).update(
        until=NOW
    )
    role = RoleGrant.objects.get(practitioner=place.administrator)

    with pytest.raises(NotAllowed, match="last administrator"):
        changes.end_role(place.actor("administrator"), role.pk, now=NOW)


def test_a_role_ends_once(place: Place) -> None:
    role = RoleGrant.objects.get(practitioner=place.coordinator)
    changes.end_role(place.actor("administrator"), role.pk, now=NOW)

    with pytest.raises(NotAllowed, match="not hold"):
        changes.end_role(place.actor("administrator"), role.pk, now=NOW)


@pytest.mark.requirement("S32")
def test_the_numbers_to_ring_are_replaced_together(place: Place) -> None:
    first = EACH["help_numbers.edited"](place, "coordinator")
    lines = [HelpLine("B", "020 7946 0114", "nights"), HelpLine("A", "020 7946 0113")]

    changes.edit_help_numbers(
        place.actor("coordinator"),
        place.here.pk,
        lines=lines,
        shown={row.pk: row.version for row in first},
    )

    kept = queries.help_lines_to_edit(place.here.pk)
    assert [(row.label, row.hint) for row in kept] == [("B", "nights"), ("A", "")]


@pytest.mark.requirement("S32")
def test_the_second_editor_of_the_numbers_is_shown_both(place: Place) -> None:
    EACH["help_numbers.edited"](place, "coordinator")

    with pytest.raises(Conflict) as told:
        changes.edit_help_numbers(
            place.actor("administrator"),
            place.here.pk,
            lines=[HelpLine("Mine", "020 7946 0115")],
            shown={},
        )

    assert told.value.theirs == {"lines": [("A", "020 7946 0113", "")]}
    assert [n.label for n in HelpNumber.objects.filter(locality=place.here)] == ["A"]


def test_a_coordinator_leaves_the_numbers_of_everywhere_alone(place: Place) -> None:
    with pytest.raises(NotAllowed, match="administrator"):
        changes.edit_help_numbers(place.actor("coordinator"), None, lines=[], shown={})


def test_every_change_leaves_the_row_as_it_was_before_in_its_history(place: Place) -> None:
    EACH["agency.edited"](place, "coordinator")

    with connection.cursor() as cursor:
        cursor.execute(
            "select name from agencies_agencyhistoryrow where pgh_obj_id = %s order by pgh_id",
            [place.agency.pk],
        )
        names = [name for (name,) in cursor.fetchall()]
    assert names[0] == "Test First"
    assert names[-1] == "Test Renamed"
