"""What an order forbids, kept to by the changes and told to who has to know, without the order."""

from typing import Any

import pytest
from django.db import connection

from hub.consent import changes
from hub.consent.orders import apart
from hub.consent.orders import changes as orders
from hub.consent.orders.rules import may_live_together, same_way
from hub.families import changes as families_changes
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from tests.consent.deciders import Deciders, make

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S9")]
TAKING = "Karim Yusuf may not take Dylan Yusuf from nursery, school or elsewhere."


@pytest.fixture
def family(db: None) -> Deciders:
    return make()


def record(family: Deciders, *effects: str, **more: Any) -> int:
    with family.opened() as file:
        told = family.told(*effects, **more)
        return orders.record_order(file, told, telling_is_safe=False, now=clock.now()).pk


def live(family: Deciders, file: FamilyFile, *names: str) -> Any:
    return apart.add_address(
        file, lines="2 Road", household=[family.people[n] for n in names], now=clock.now()
    )


@pytest.mark.parametrize(
    ("apart_are", "level", "because"),
    [
        ([], Level.SUMMARY, ""),
        ([("A", "B")], Level.SUMMARY, "A and B cannot be put in one home here. Ask whoever leads"),
        ([("A", "B")], Level.PLAN, "A and B cannot be put in one home here. Ask whoever leads"),
        ([("A", "B")], Level.RECORD, "An order keeps A and B apart"),
    ],
)
def test_who_is_told_why_two_cannot_be_put_in_one_home(
    apart_are: list[tuple[str, str]], level: Level, because: str
) -> None:
    decision = may_live_together(apart_are, level=level)

    assert bool(decision) == (because == "")
    assert decision.reason.startswith(because)


@pytest.mark.parametrize("who", ["registrar", "nurse", "doctor"])
@pytest.mark.parametrize(
    ("children", "together", "refused"),
    [
        (["Dylan"], ("Karim", "Dylan"), True),
        (["Dylan"], ("Dylan", "Amina", "Karim"), True),
        (["Dylan"], ("Karim", "Amina"), False),
        (["Dylan"], ("Karim",), False),
        ([], ("Karim", "Amina"), True),
        ([], ("Amina", "Ines"), False),
    ],
)
def test_two_of_whom_one_may_have_no_contact_are_not_put_in_one_home_by_anybody(
    family: Deciders, children: list[str], together: tuple[str, ...], refused: bool, who: str
) -> None:
    record(family, "no_contact", children=[family.people[name] for name in children])
    with family.opened(who) as file:
        before = len(families.addresses_in(file))
        if not refused:
            assert live(family, file, *together).lines == "2 Road"
            return
        with pytest.raises(NotAllowed) as told:
            live(family, file, *together)
        assert ("order" in str(told.value)) == (who == "registrar")
        assert len(families.addresses_in(file)) == before


def test_once_its_end_is_recorded_they_can_live_together(family: Deciders) -> None:
    order = record(family, "no_contact")
    with family.opened() as file:
        orders.end_order(file, order, because="Not made again", version=1, now=clock.now())
        assert live(family, file, "Karim", "Dylan").pk


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("07700 900123", "07700900123", True),
        ("+44 7700 900123", "07700 900123", True),
        ("07700 900123", "07700 900124", False),
        ("A@example.org", "a@example.org ", True),
        ("a@example.org", "b@example.org", False),
    ],
)
def test_ways_that_reach_the_same_place_are_the_same(one: str, other: str, same: bool) -> None:
    assert (same_way(one) == same_way(other)) is same


@pytest.mark.parametrize("who", ["registrar", "nurse", "doctor"])
def test_a_number_or_a_home_both_have_is_a_warning_to_who_leads(family: Deciders, who: str) -> None:
    with family.opened() as file:
        for name, value in (("Karim", "07700 900301"), ("Dylan", "+447700900301")):
            families_changes.add_contact(
                file, person=family.people[name], kind="phone", value=value, now=clock.now()
            )
        assert apart.clashes_in(file) == []
    record(family, "no_contact")
    with family.opened(who) as file:
        said = apart.clashes_in(file)
    if who != "registrar":
        assert said == []
        return
    assert len(said) == 2
    assert "have the same telephone number or email" in said[0]
    assert "are written down in one home" in said[1]
    assert all("Karim Yusuf" in one and "Dylan Yusuf" in one for one in said)


@pytest.mark.parametrize("who", ["registrar", "nurse", "doctor", "colleague"])
def test_who_may_take_no_child_is_known_to_all_who_have_the_summary(
    family: Deciders, who: str
) -> None:
    order = record(family, "no_taking", "no_contact")
    with family.opened() as file:
        family.share(file, "Amina", agency=family.staff.school.pk)
    with family.opened(who) as file:
        expected = [] if who == "colleague" else [TAKING]
        assert file.sees(Level.SUMMARY) is (who != "colleague")
        assert apart.not_to_take(file, families.members_in(file)) == expected
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from hub.not_to_be_taken(%s)", [file.family])
            assert cursor.fetchone() == (len(expected),)
            cursor.execute("select count(*) from hub.kept_apart(%s)", [file.family])
            assert cursor.fetchone() == (len(expected),)
    with family.opened() as file:
        orders.end_order(file, order, because="Not made again", version=1, now=clock.now())
        assert apart.not_to_take(file, families.members_in(file)) == []


@pytest.mark.requirement("2.81")
@pytest.mark.parametrize("kind", ["order", "member", "child"])
def test_it_is_held_back_with_the_order_and_with_whom_it_is_about(
    family: Deciders, kind: str
) -> None:
    order = record(family, "no_taking")
    with family.opened() as file:
        name = "Dylan" if kind == "child" else "Karim"
        member = families.member(file, family.people[name])
        changes.hold_back(
            file,
            item_kind="order" if kind == "order" else "member",
            item=order if kind == "order" else member.pk,
            kept_from="practitioner",
            kept_from_id=family.staff.people["doctor"].pk,
            now=clock.now(),
        )
    with family.opened("doctor") as file, connection.cursor() as cursor:
        assert apart.not_to_take(file, families.members_in(file)) == []
        cursor.execute("select count(*) from hub.not_to_be_taken(%s)", [file.family])
        assert cursor.fetchone() == (0,)
    with family.opened("nurse") as file:
        assert apart.not_to_take(file, families.members_in(file)) == [TAKING]


def test_at_an_action_the_team_reads_with_whom_the_owner_may_have_no_contact(
    family: Deciders,
) -> None:
    record(family, "no_contact")
    record(family, "no_contact", children=[])
    with family.opened("nurse") as file:
        (said,) = apart.no_contact_in(file).values()
        assert said == [
            "Karim Yusuf may not have contact with Dylan Yusuf.",
            "Karim Yusuf may not have contact with the others in the family.",
        ]
    with family.opened("doctor") as file:
        assert apart.no_contact_in(file) == {}
