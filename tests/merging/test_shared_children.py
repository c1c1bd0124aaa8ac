"""A child with a home in two families links them and joins neither: who is shown the way (S21)."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.urls import reverse
from psycopg.errors import CheckViolation

from hub.access import changes as access
from hub.access import door
from hub.consent import changes as consent
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles
from hub.matching.batch.review import review
from hub.merging import changes, queries
from hub.sealed import changes as sealed
from tests.cast import past_the_wall
from tests.databases import Fresh
from tests.families_setup import Staff, acting, make_staff, open_as, sign_in
from tests.merging.seen import differ, everything, listed_for, seen_by, seen_inside
from tests.merging.two import LEADS, Two, make_two
from tests.web.staff.test_duplicates import compared, queue
from tests.web.staff.test_registration import text

SIDES = {"kept": "gone", "gone": "kept"}
HOME = "has another home too, in"


@pytest.fixture
def staff(db: None) -> Staff:
    return make_staff()


@pytest.fixture
def two(staff: Staff) -> Two:
    return both_visit(staff)


def both_visit(staff: Staff) -> Two:
    """Both leads also work with the family in the other file, so they see who is in it."""
    two = make_two(staff, plan=True)
    for side, who in LEADS.items():
        with acting(staff.actor(who)):
            file = open_as(staff, who, two.other(side))
            access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    return two


def rows(two: Two, part: str) -> tuple[int, int]:
    """The child, or the mother, as a member of either file."""
    with acting(two.staff.actor("coordinator")):
        first, second = (
            next(row.pk for row in families.members_in(file) if row.part == part)
            for file in two.files("coordinator")
        )
    return first, second


def share(two: Two, who: str = "coordinator", *, turned: bool = False, **more: Any) -> None:
    pair = rows(two, "child")
    with acting(two.staff.actor(who)):
        files = two.files(who)
        if turned:
            pair, files = (pair[1], pair[0]), (files[1], files[0])
        said: dict[str, Any] = {
            "children": [pair],
            "because": "Weekends with her father",
            "now": clock.now(),
        }
        changes.say_shared(*files, **said | more)


def shown(two: Two, who: str, side: str) -> list[str]:
    """To which families somebody who has a file open is shown the way."""
    with acting(two.staff.actor(who)):
        try:
            file = open_as(two.staff, who, two.reference(side))
        except NotInYourFiles:
            return []
        return [one.reference for one in queries.other_homes(file)]


@pytest.mark.requirement("S21")
@pytest.mark.parametrize("turned", [False, True])
def test_who_sees_the_child_in_both_is_shown_the_way_from_one_to_the_other(
    two: Two, turned: bool
) -> None:
    share(two, turned=turned)
    for side, other in SIDES.items():
        for who in ("registrar", "nurse", "coordinator"):
            assert shown(two, who, side) == [two.reference(other)], (who, side)
            page = text(sign_in(two.staff, who).get(reverse("family", args=[two.reference(side)])))
            assert f"Tamsin Brackenbury</bdi> {HOME}" in page
            assert f'href="{reverse("family", args=[two.reference(other)])}"' in page
        for who in ("doctor", "stranger", "administrator"):
            assert shown(two, who, side) == [], (who, side)


@pytest.mark.requirement("S21")
def test_it_joins_nothing_and_each_sees_what_they_saw(fresh_database: Fresh) -> None:
    two = both_visit(make_staff())
    people = [person for side in SIDES for person in persons(two, side)]
    cast = ("registrar", "colleague", "nurse", "doctor", "stranger", "coordinator")

    def look() -> list[Any]:
        return [*(seen_by(two, who) for who in cast), *(listed_for(two, who) for who in cast),
                *(seen_inside(two, person) for person in people)]  # fmt: skip

    before, sights = everything(), look()
    assert sorted(sights[6]) == sorted([two.kept, two.gone])
    assert [bool(sight[side]) for side, sight in zip(SIDES, sights[-2:], strict=True)] == [True] * 2
    share(two)
    assert differ(before, everything()) == []
    assert look() == sights


def persons(two: Two, side: str) -> list[int]:
    with acting(two.staff.actor(LEADS[side])):
        file = open_as(two.staff, LEADS[side], two.reference(side))
        return [row.person_id for row in families.members_in(file) if row.part == "adult"]


@pytest.mark.requirement("S19")
@pytest.mark.parametrize("side", SIDES)
def test_who_sees_one_file_alone_is_told_of_no_other(two: Two, side: str) -> None:
    share(two)
    lead = LEADS[SIDES[side]]
    with acting(two.staff.actor(LEADS[side])):
        file = open_as(two.staff, LEADS[side], two.reference(side))
        consent.hold_back(
            file, item_kind="", item=None, kept_from="practitioner",
            kept_from_id=two.staff.people[lead].pk, now=clock.now(),
        )  # fmt: skip
    assert shown(two, lead, SIDES[side]) == []
    page = text(sign_in(two.staff, lead).get(reverse("family", args=[two.other(side)])))
    assert HOME not in page
    assert two.reference(side) not in page
    assert shown(two, LEADS[side], side) == [two.other(side)]


@pytest.mark.requirement("2.81", "S19")
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("part", ["child", "adult"])
def test_a_child_kept_from_somebody_in_one_file_shows_them_no_way(
    two: Two, side: str, part: str
) -> None:
    share(two)
    lead = LEADS[SIDES[side]]
    member = rows(two, part)[list(SIDES).index(side)]
    with acting(two.staff.actor(LEADS[side])):
        file = open_as(two.staff, LEADS[side], two.reference(side))
        consent.hold_back(
            file, item_kind="member", item=member, kept_from="practitioner",
            kept_from_id=two.staff.people[lead].pk, now=clock.now(),
        )  # fmt: skip
    for place, other in SIDES.items():
        found = [] if part == "child" else [two.reference(other)]
        assert shown(two, lead, place) == found, place
        assert ("</strong> has a home in both" in pair_page(two, lead)) is bool(found)


def pair_page(two: Two, who: str) -> str:
    return text(sign_in(two.staff, who).get(compared(two)))


@pytest.mark.requirement("S7")
def test_where_somebody_is_sealed_nobody_is_shown_the_way(staff: Staff, two: Two) -> None:
    share(two)
    assert "</strong> has a home in both" in pair_page(two, "coordinator")
    with acting(staff.actor("registrar")) as actor:
        file = open_as(staff, "registrar", two.kept)
        child = next(row for row in families.members_in(file) if row.part == "child")
        sealed.seal(
            actor, file, child.person_id, ground="protected", because="Protected", now=clock.now()
        )
    for side in SIDES:
        for who in ("registrar", "nurse", "coordinator"):
            assert shown(two, who, side) == [], (who, side)
    assert "</strong> has a home in both" not in pair_page(two, "coordinator")


@pytest.mark.requirement("S21")
def test_who_is_in_a_family_sees_nothing_of_it(two: Two) -> None:
    share(two)
    for side in SIDES:
        for person in persons(two, side):
            with acting(door.member_actor(person)) as actor:
                file = door.open_file(actor, two.reference(side), "family", now=clock.now())
                assert queries.other_homes(file) == []


def test_it_is_refused(two: Two) -> None:
    kept, gone = rows(two, "child")
    adult, other = rows(two, "adult")
    with pytest.raises(NotAllowed, match="The hub's coordinator"):
        share(two, "registrar")
    for children in ([(adult, other)], [(kept, other)], [(gone, kept)], [(kept, 1)]):
        with pytest.raises(NotInYourFiles):
            share(two, children=children)
    for children, begins in (([], "Choose which"), ([(kept, gone), (kept, gone)], "A child can")):
        with pytest.raises(NotAllowed, match=begins):
            share(two, children=children)
    with pytest.raises(NotAllowed, match="Enter why"):
        share(two, because=" ")
    share(two)
    with pytest.raises(NotAllowed, match="written down already"):
        share(two)


@pytest.mark.requirement("S19")
def test_the_database_refuses_a_link_to_a_family_that_is_not_open(fresh_database: Fresh) -> None:
    two = make_two(make_staff())  # the leads see no more than the signpost of the other file
    pair = rows(two, "child")
    share(two)
    with past_the_wall() as database:
        link = database.execute(
            "select family_id, other_id, not_same_id from merging_sharedchild"
        ).fetchone()
    assert link is not None
    with acting(two.staff.actor("registrar")), connection.cursor() as cursor:
        open_as(two.staff, "registrar", two.kept)
        cursor.execute("select count(*) from merging_sharedchild")
        assert cursor.fetchone() == (0,)
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            cursor.execute(
                "insert into merging_sharedchild (id, version, family_id, other_id, not_same_id,"
                " member_id, same_id) values (1, 1, %s, %s, %s, %s, %s)",
                [*link, *pair],
            )
    with pytest.raises(CheckViolation), past_the_wall() as database:
        database.execute(
            "update merging_sharedchild set family_id = other_id, other_id = family_id"
        )


@pytest.mark.requirement("S21")
def test_the_coordinator_says_it_on_the_page_and_takes_it_back(two: Two) -> None:
    review(pause=0)
    coordinator, page = sign_in(two.staff, "coordinator"), compared(two)
    assert "2 people who are alike" in queue(coordinator)
    first, second = rows(two, "child")
    typed = {"what": "shared", "because": "Weekends with her father"}
    asked = text(coordinator.get(page))
    assert "a child has a home in both" in asked
    assert f'value="{first}-{second}"' in asked
    wrong = text(coordinator.post(page, {"what": "shared"}))
    assert wrong.index("Choose which child") < wrong.index("Enter why you think so")
    wrong = text(coordinator.post(page, typed))
    assert "Choose which child has a home in both families" in wrong
    assert "Weekends with her father" in wrong
    adults = "-".join(str(one) for one in rows(two, "adult"))
    assert "Error" in text(coordinator.post(page, typed | {"children": [adults]}))
    sent = coordinator.post(page, typed | {"children": [f"{first}-{second}"]})
    assert sent.status_code == 302, text(sent)
    said = text(coordinator.get(page))
    assert "Tamsin Brackenbury</bdi></strong> has a home in both" in said
    assert "No two files look like one" in queue(coordinator)
    coordinator.post(page, {"once": "a-token-of-its-own"})
    assert "has a home in both" in text(coordinator.get(page))  # the choice, and no child
    assert "Tamsin Brackenbury</bdi></strong> has a home" not in text(coordinator.get(page))
    for side in SIDES:
        assert shown(two, "nurse", side) == []
