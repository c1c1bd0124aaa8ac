"""Writes to a family's file, on the real database as the web's role."""

from typing import Any

import pytest

from hub.families import changes, queries
from hub.families.models import Contact, Membership
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.dates import PartialDate
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles
from tests.families_setup import (
    CHILD,
    MOTHER,
    Staff,
    acting,
    aged,
    born,
    make_staff,
    open_as,
    register,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return register(staff)


@pytest.mark.requirement("S2")
def test_a_person_holds_identity_only_and_the_family_the_places(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)

        members = queries.members_in(file)
        home = queries.addresses_in(file)

        assert [m.person.full_name for m in members] == ["Amina Yusuf", "Dylan Yusuf"]
        assert members[0].person.search_name == "amina yusuf"
        assert [a.postcode for a in home] == ["SW1A 1AA"]
        assert len(queries.households_in(file)[home[0].pk]) == 2


@pytest.mark.requirement("4.4", "S15")
def test_a_contact_is_unused_until_somebody_asked(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        mother = queries.members_in(file)[0].person_id

        contact = changes.add_contact(
            file, person=mother, kind="phone", value="07700 900123", now=clock.now()
        )
        assert contact.safe == Contact.Safe.NOT_ASKED
        changes.say_contact_is_safe(file, contact.pk, safe=True, version=1, now=clock.now())
        changed = changes.edit_contact(
            file, contact.pk, version=2, kind="phone", value="07700 900124", now=clock.now()
        )

        assert changed.safe == Contact.Safe.NOT_ASKED
        assert changed.asked_by_id is None


def test_the_second_of_two_editors_is_told_and_shown_both(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        child = queries.members_in(file)[1]
        words: dict[str, Any] = {
            "family_name": "Yusuf",
            "born": aged(6),
            "part": "child",
            "now": clock.now(),
        }
        changes.edit_person(file, child.person_id, version=1, given_names="Dilan", **words)

        with pytest.raises(Conflict) as told:
            changes.edit_person(file, child.person_id, version=1, given_names="Dylan J", **words)

        assert told.value.theirs["Given names"] == "Dilan"
        assert told.value.yours["Given names"] == "Dylan J"
        assert told.value.version == 2


def test_a_row_of_another_family_is_not_in_this_file(staff: Staff, family: str) -> None:
    other = register(staff, people=(MOTHER, CHILD))
    with acting(staff.actor("registrar")):
        theirs = open_as(staff, "registrar", other)
        member, home = queries.members_in(theirs)[0], queries.addresses_in(theirs)[0]
        file = open_as(staff, "registrar", family)

        with pytest.raises(NotInYourFiles):
            changes.edit_address(file, home.pk, version=1, lines="2 Road", now=clock.now())
        with pytest.raises(NotInYourFiles):
            changes.add_contact(
                file, person=member.person_id, kind="phone", value="07700 900123", now=clock.now()
            )


def test_the_last_person_cannot_be_taken_out(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        mother, child = (m.person_id for m in queries.members_in(file))

        changes.remove_member(file, mother, now=clock.now())

        assert [m.person_id for m in queries.members_in(file)] == [child]
        assert queries.relationships_in(file) == []
        with pytest.raises(NotAllowed, match="at least one"):
            changes.remove_member(file, child, now=clock.now())


@pytest.mark.parametrize(
    ("part", "date", "reason"),
    [("unborn", born(2019), "due date"), ("child", None, None), ("martian", None, "listed")],
)
def test_a_member_has_a_date_that_fits(
    staff: Staff, family: str, part: str, date: PartialDate | None, reason: str | None
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)

        def add() -> Membership:
            return changes.add_member(
                file,
                given_names="Kit",
                born=date,
                part=part,
                now=clock.now(),
            )

        if reason is None:
            assert add().person.given_names == "Kit"
        else:
            with pytest.raises(NotAllowed, match=reason):
                add()
