"""Who has looked, and which families somebody had before them."""

from datetime import timedelta

import pytest
from django.db import connection

from hub.audit import journal, queries
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, ActorKind, Level, Role
from tests.audit.make import AMINA, BEN, file_of

OFFICER = Actor(
    ActorKind.PRACTITIONER, 31, "Olu", roles=frozenset({Role("data_protection_officer", None)})
)


def open_record(*families: int) -> None:
    """What the door sets when files are open at record level."""
    with connection.cursor() as cursor:
        listed = "{" + ",".join(map(str, families)) + "}"
        cursor.execute("SELECT set_config('hub.open_record', %s, true)", [listed])


@pytest.mark.django_db
@pytest.mark.requirement("S30")
def test_who_has_looked_is_read_newest_first_with_the_lists() -> None:
    journal.record("test.looked", actor=AMINA, family=7, purpose="test.helping", row=5)
    journal.record("test.looked", actor=BEN, families=[6, 7])
    journal.record("test.looked", actor=BEN, families=[6])
    journal.record("test.changed", actor=AMINA, family=7)
    journal.record("test.changed", actor=AMINA, family=8)
    journal.flush()
    open_record(7)

    found = queries.entries_for_family(file_of(7))

    assert [(look.event, look.actor_id) for look in found.looks] == [
        ("test.changed", 11),
        ("test.looked", 12),
        ("test.looked", 11),
    ]
    assert found.looks[2].refs == {"row": 5}
    assert found.looks[2].purpose_words == "Helping the family"
    assert found.looks[2].sentence == "looked"
    assert not found.has_more


@pytest.mark.django_db
def test_a_long_record_comes_in_pages() -> None:
    for turn in range(70):
        journal.record("test.looked", actor=(AMINA, BEN)[turn % 2], family=7, turn=turn)
    journal.flush()
    open_record(7)

    first, second = (queries.entries_for_family(file_of(7), page) for page in (1, 2))

    assert [look.refs["turn"] for look in first.looks + second.looks] == list(range(69, -1, -1))
    assert (len(first.looks), first.has_more, second.has_more) == (50, True, False)


@pytest.mark.django_db
@pytest.mark.requirement("S30")
def test_who_has_looked_is_closed_below_the_record_in_code_and_in_the_database() -> None:
    journal.record("test.looked", actor=AMINA, family=7)
    journal.flush()

    with pytest.raises(NotAllowed):
        queries.entries_for_family(file_of(7, level=Level.PLAN))
    open_record(8)

    assert queries.entries_for_family(file_of(7)).looks == ()


@pytest.mark.django_db
@pytest.mark.requirement("S34")
def test_a_data_protection_officer_learns_what_somebody_had_before_them() -> None:
    journal.record("test.looked", actor=AMINA, family=7)
    journal.record("test.looked", actor=AMINA, families=[8, 9])
    journal.record("test.looked", actor=AMINA)
    journal.record("test.looked", actor=BEN, family=10)
    journal.flush()
    since, until = clock.now() - timedelta(hours=1), clock.now() + timedelta(hours=1)

    found = queries.opened_by(OFFICER, actor_id=11, since=since, until=until)
    later = queries.opened_by(OFFICER, actor_id=11, since=until, until=until + timedelta(hours=1))

    assert [opened.families for opened in found] == [(7,), (8, 9)]
    assert later == ()
    with pytest.raises(NotAllowed):
        queries.opened_by(AMINA, actor_id=11, since=since, until=until)
