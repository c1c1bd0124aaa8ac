"""A change leaves one line, or nothing at all."""

import pytest
from django.contrib.contenttypes.models import ContentType

from hub.audit import journal
from hub.audit.change import change
from hub.audit.events import JournalError
from hub.kernel.files import Actor, FamilyFile
from tests.audit.make import AMINA, file_of


class Failed(Exception):
    """The change did not work."""


@change("test.changed", refs=lambda made: {"kind": made.model})
def make_row(file: FamilyFile, number: int, *, fail: bool = False) -> ContentType:
    """Stands for a change about a family."""
    journal.record("test.looked", actor=file.actor)
    if fail:
        raise Failed
    return ContentType(id=number, model="family")


@change("test.changed")
def settle(actor: Actor) -> int:
    """Stands for a change about no family."""
    return 5


@pytest.mark.django_db
def test_a_change_leaves_a_line_with_family_actor_purpose_and_rows() -> None:
    made = make_row(file_of(7), 9)

    line = journal.pending()[-1]
    assert made.id == 9
    assert (line.event, line.family, line.actor_id) == ("test.changed", 7, 11)
    assert line.purpose == "test.helping"
    assert line.refs == '{"row": 9, "kind": "family"}'


@pytest.mark.django_db
def test_a_change_of_an_actor_goes_to_their_chain() -> None:
    assert settle(AMINA) == 5

    (line,) = journal.pending()
    assert line.chain == ("practitioner", 11)
    assert line.refs == "{}"


@pytest.mark.django_db
def test_a_change_that_fails_leaves_no_line() -> None:
    with pytest.raises(Failed):
        make_row(file_of(7), 9, fail=True)

    assert journal.pending() == ()


def test_a_change_needs_an_event_with_a_sentence() -> None:
    with pytest.raises(JournalError):
        change("test.no_sentence")
