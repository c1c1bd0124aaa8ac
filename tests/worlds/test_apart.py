"""Somebody kept private in one family stays so while another family of theirs is open."""

import pytest
from django.db import connection

from hub.access import door, opening
from tests.worlds import making
from tests.worlds.stage import actor_of, staged, told
from tests.worlds.world import Family, Job, Person, Row, Signed, Window, World

HERE, THERE = Family(11, "FH-BCDFGHJK", making.LOCALITIES[0]), Family(12, "FH-BCDFGHJL", 0)
CHILD, MOTHER, FATHER = (Person(n, word, "", "") for n, word in ((1, "C"), (2, "M"), (3, "F")))
LONG = Window(-60)


def _family(at: int, parent: Person, number: int) -> list[Row]:
    agency = making.AGENCIES[0]
    agreed = [
        Row(
            number + place, "agreement", at, LONG, (parent.id,), more={"scope": s, "agency": agency}
        )
        for place, s in enumerate(("record", "keep"))
    ]
    working = {"job": making.JOBS[0], "way": "working"}
    return [
        Row(number + 2, "membership", at, LONG, (parent.id,), more={"part": "adult"}),
        Row(number + 3, "membership", at, LONG, (CHILD.id,), more={"part": "child"}),
        *agreed,
        Row(number + 4, "involvement", at, LONG, secrets=("visits",), more=working),
    ]


def _two_families() -> World:
    """A child in both; in the father's family kept from the nurse who works with both."""
    job = Job(making.JOBS[0], 0, making.AGENCIES[0], making.LOCALITIES[0], "A nurse", LONG)
    kept = {"item": 203, "item_kind": "membership", "whom": "practitioner", "target": job.id}
    rows = [
        *_family(HERE.id, MOTHER, 100),
        *_family(THERE.id, FATHER, 200),
        Row(301, "contact", HERE.id, LONG, (CHILD.id,), secrets=("07700 900111",)),
        Row(302, "contact", THERE.id, LONG, (CHILD.id,), secrets=("07700 900222",)),
        Row(303, "restriction", THERE.id, LONG, more=kept),
    ]
    people = {person.id: person for person in (CHILD, MOTHER, FATHER)}
    there = Family(THERE.id, THERE.reference, making.LOCALITIES[0])
    return World(
        0, making.LOCALITIES, {job.agency: LONG}, (job,), (), people, (HERE, there), tuple(rows),
        (), (Signed(9, job.agency, None, LONG),),
    )  # fmt: skip


@pytest.mark.requirement("S2", "2.81")
@pytest.mark.django_db
def test_with_both_families_open_the_childs_number_of_the_one_that_keeps_it_is_not_there() -> None:
    world = _two_families()
    with staged() as stage, told(world, stage) as now:
        nurse = actor_of(world.jobs[0])
        opening.begin(nurse)
        both = {file.family for file in door.list_mine(nurse, now=now)}
        with connection.cursor() as cursor:
            cursor.execute("select id from families_contact")
            seen = cursor.fetchall()
            cursor.execute("select pgh_obj_id from families_contacthistoryrow")
            seen += cursor.fetchall()

    assert both == {HERE.id, THERE.id}
    assert {pk for (pk,) in seen} == {301}
