"""What court orders take out of the sight of whom they bind: rule, rows and pages (S9)."""

from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from hub.access import door
from hub.access.inside.facts import known_inside
from hub.access.inside.rules import ADULT, CHILD, Row, shown
from hub.consent.orders import changes as orders
from hub.consent.orders.queries import effects_in
from hub.consent.orders.rules import EFFECTS, Told
from hub.kernel import clock
from tests.c3.acting import acting
from tests.cast import Cast
from tests.inside.looking import inside, person_in, rows_let_through
from tests.inside.oracle import Seeing
from tests.inside.test_rules import CHILD_OF_MINE, ME, MINE, OTHER, OUR_CHILDS, PARENT, THEIRS, row
from tests.inside.views import every_page, text_of
from tests.matrix.rows import Everything
from tests.web.staff.signed_in import browser

BOUND = replace(PARENT, apart_from=frozenset({OTHER}))
UNTOLD = replace(PARENT, not_told_of=frozenset({CHILD_OF_MINE}))


@pytest.mark.requirement("S9")
@pytest.mark.parametrize(
    ("what", "sees"),
    [
        # what: a row; sees: which of a parent, one bound to no contact with OTHER, one who may not
        # be told of the child, see it
        (row("address", lives_with_viewer=True), "parent bound untold"),
        (row("household", MINE, lives_with_viewer=True), "parent bound untold"),
        (row("household", THEIRS, lives_with_viewer=True), "parent untold"),
        (row("household", OUR_CHILDS, lives_with_viewer=True), "parent bound"),
        (row("helpers", MINE), "parent bound untold"),
        (row("helpers", THEIRS, with_family=True), "parent untold"),
        (row("helpers", OUR_CHILDS, young=True, lives_with_viewer=True), "parent bound"),
        (row("living", with_family=True), "parent untold"),
        (row("living"), ""),
        (row("needs", THEIRS, with_adults=True), "parent bound untold"),
        (row("needs", OUR_CHILDS, young=True, lives_with_viewer=True), "parent bound"),
        (row("language", OUR_CHILDS, with_family=True), "parent bound"),
        (row("relationship", OUR_CHILDS | MINE, word="father"), "parent bound"),
        (row("responsibility", OUR_CHILDS | MINE), "parent bound"),
        (row("action", OUR_CHILDS), "parent bound"),
        (row("action", THEIRS), "parent bound untold"),
        (row("contact", MINE), "parent bound untold"),
        (row("agreement", MINE), "parent bound untold"),
        (row("goal"), "parent bound untold"),
        (row("lead"), "parent bound untold"),
    ],
)
def test_what_an_order_takes_out_of_a_members_sight(what: Row, sees: str) -> None:
    members = [
        Row("membership", 10 + n, frozenset({n}), word=CHILD if n == CHILD_OF_MINE else ADULT)
        for n in (ME, OTHER, CHILD_OF_MINE)
    ]
    who = {"parent": PARENT, "bound": BOUND, "untold": UNTOLD}

    found = {name for name, one in who.items() if what.id in shown(one, [*members, what])}

    assert found == set(sees.split())


@pytest.mark.requirement("S9")
def test_a_home_of_somebody_they_may_have_no_contact_with_is_nowhere_to_be_seen() -> None:
    """Theirs alone stays, also where it is written down that both live in another."""
    rows = [
        *(Row("membership", 9 + n, frozenset({n}), word=ADULT) for n in (ME, OTHER)),
        Row("address", 20, lives_with_viewer=True),
        Row("household", 21, MINE, frozenset({20}), lives_with_viewer=True),
        Row("household", 22, THEIRS, frozenset({20}), lives_with_viewer=True),
        Row("address", 30, lives_with_viewer=True),
        Row("household", 31, MINE, frozenset({30}), lives_with_viewer=True),
    ]

    assert shown(PARENT, rows) == {10, 11, 20, 21, 22, 30, 31, ME, OTHER}
    assert shown(BOUND, rows) == {10, 11, 30, 31, ME, OTHER}


@pytest.mark.requirement("S9")
def test_of_a_child_they_may_not_be_told_of_not_even_the_name_is_seen() -> None:
    members = [Row("membership", 10 + n, frozenset({n}), word=CHILD) for n in (ME, CHILD_OF_MINE)]

    assert shown(UNTOLD, members) == {11, ME}


def bind(cast: Cast, who: str, *effects: str, child: str = "", **more: Any) -> list[dict[str, Any]]:
    """Record an order that binds a member of the Okafors; gives what it does, as rows."""
    family = cast.family("okafor")
    with acting(cast.actor("amina")) as amina:
        file = door.open_file(amina, family.reference, "family", now=clock.now())
        told = Told(
            kind="prohibited_steps",
            effects=effects,
            children=[person_in(family, child)] if child else [],
            person=person_in(family, who),
            other=person_in(family, "Chidinma") if who != "Chidinma" else None,
            **more,
        )
        order = orders.record_order(file, told, telling_is_safe=True, now=clock.now())
        rows = [one for one in effects_in(file) if one.order_id == order.pk]
        names = ("id", "family_id", "effect", "person_id", "child_id", "until_at")
        return [{name: getattr(one, name) for name in names} for one in rows]


def compare(cast: Cast, everything: Everything, who: str, ordered: list[dict[str, Any]]) -> Any:
    """Each row that the walls let through is the oracle's; gives them by table."""
    family, known = cast.family("okafor"), deepcopy(everything)
    known.rows["consent_ordereffect"] += ordered
    seeing = Seeing(known, family.id, person_in(family, who), clock.today())
    with inside(family.reference, person_in(family, who)) as file:
        assert file.level is seeing.level()
        found = rows_let_through()
    for table, rows in found.items():
        assert rows == seeing.rows(table), table
    return found


@pytest.mark.django_db
@pytest.mark.requirement("S9", "2.81")
@pytest.mark.parametrize("child", ["Adaeze", ""])
def test_who_may_have_no_contact_reads_no_row_that_tells_where_they_are(
    child: str, cast: Cast, everything: Everything
) -> None:
    before = compare(cast, everything, "Obinna", [])
    ordered = bind(cast, "Obinna", "no_contact", child=child)
    after = compare(cast, everything, "Obinna", ordered)

    for table in ("families_address", "families_householdmember", "about_helpers"):
        assert before[table], table
        assert not after[table], table
    assert after["plans_goal"] == before["plans_goal"]
    assert after["families_membership"] == before["families_membership"]


@pytest.mark.django_db
@pytest.mark.requirement("S9", "2.81")
def test_who_may_not_be_told_of_a_child_reads_no_row_of_that_child(
    cast: Cast, everything: Everything
) -> None:
    family = cast.family("okafor")
    adaeze, obinna = person_in(family, "Adaeze"), person_in(family, "Obinna")
    before = compare(cast, everything, "Obinna", [])
    ordered = bind(cast, "Obinna", "no_telling", child="Adaeze")
    after = compare(cast, everything, "Obinna", ordered)

    assert before["families_person"] - after["families_person"] == {adaeze}
    pages = every_page(browser(cast, "amina"), family.reference, obinna)
    assert "Kelechi" in text_of(pages)
    assert "Mrs Bright" not in text_of(pages)
    words = text_of({name: page for name, page in pages.items() if name != "plan"})
    assert "Adaeze" not in words  # the plan's own words are read by all who are in it


@pytest.mark.django_db
@pytest.mark.requirement("S9")
@pytest.mark.parametrize("who", ["Obinna", "Chidinma"])
def test_nothing_else_an_order_does_opens_or_shows_a_row_to_a_member(
    who: str, cast: Cast, everything: Everything
) -> None:
    """Neither with whom a child lives or spends time, nor that nobody may take one along."""
    before = compare(cast, everything, who, [])
    others = ("no_taking", "lives_with", "sees", "decided", "no_agree")
    assert {*others} < {*EFFECTS}
    ordered = bind(cast, "Obinna", *others, child="Adaeze")

    assert compare(cast, everything, who, ordered) == before
    person = person_in(cast.family("okafor"), who)
    pages = every_page(browser(cast, "amina"), cast.family("okafor").reference, person)
    assert "may not" not in text_of(pages)
    assert "Emeka" not in text_of(pages)


@pytest.mark.django_db
@pytest.mark.requirement("S9", "S34")
def test_a_day_that_passes_widens_nothing_and_an_end_that_is_recorded_does(cast: Cast) -> None:
    family = cast.family("okafor")
    obinna, today = person_in(family, "Obinna"), clock.today()
    bind(cast, "Obinna", "no_contact", until_on=today - timedelta(days=1))
    with acting(cast.actor("amina")) as amina:
        file = door.open_file(amina, family.reference, "family", now=clock.now())
        then = clock.now()
        later = known_inside(obinna, family.reference, then + timedelta(days=4000))
        assert later is not None
        assert len(later.viewer.apart_from) == 3
        (one,) = (e for e in effects_in(file) if e.person_id == obinna)
        orders.end_order(file, one.order_id, because="Not made again", version=1, now=clock.now())
        ended = known_inside(obinna, family.reference, clock.now())
        before = known_inside(obinna, family.reference, then)
        assert ended is not None
        assert before is not None
        assert (ended.viewer.apart_from, len(before.viewer.apart_from)) == (frozenset(), 3)
