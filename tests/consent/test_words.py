"""The words families are asked with: who keeps them, what is refused, what is kept."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from hub.agencies.models import RoleGrant
from hub.audit import journal
from hub.consent import giving, queries, sharing
from hub.consent.models import Purpose, Wording
from hub.consent.terms import Terms
from hub.consent.words import changes
from hub.consent.words import queries as words
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles
from tests.families_setup import BEGAN, Staff, acting, make_staff, published

pytestmark = pytest.mark.django_db
EVERYBODY_ELSE = ("registrar", "nurse", "stranger", "coordinator", "officer")
CHECKED: dict[str, Any] = {"checker": "Sana Malik", "checker_is": "registered translator"}


@pytest.fixture
def staff() -> Staff:
    """The usual staff, and `officer`: the data protection officer."""
    staff = make_staff()
    staff.people["officer"] = staff.people["colleague"]
    RoleGrant(
        practitioner=staff.people["officer"], code="data_protection_officer", since=BEGAN
    ).save(force_insert=True)
    return staff


def purposes() -> list[Purpose]:
    return sharing.purposes(clock.now())


def add(staff: Staff, who: str = "administrator", said: str = "So that you get a lift") -> Purpose:
    with acting(staff.actor(who)) as actor:
        return changes.add_purpose(actor, words=said, now=clock.now())


def end(staff: Staff, row: Purpose, who: str = "administrator") -> Purpose:
    with acting(staff.actor(who)) as actor:
        return changes.end_purpose(actor, row.pk, version=row.version, now=clock.now())


def move(staff: Staff, row: Purpose, *, up: bool, who: str = "administrator") -> Purpose:
    with acting(staff.actor(who)) as actor:
        return changes.move_purpose(actor, row.pk, up=up, version=row.version)


def publish(staff: Staff, language: str = "ur", who: str = "administrator", **more: Any) -> Wording:
    with acting(staff.actor(who)) as actor:
        english = queries.current_wording()
        assert english is not None
        said: dict[str, Any] = {
            "text": "ہم لکھتے ہیں", "version": Wording.objects.filter(language=language).count(),
            "same_as": english.pk, "now": clock.now(), **CHECKED,
        }  # fmt: skip
        return changes.publish(actor, language, **said | more)


EACH: dict[str, Callable[[Staff, str], Any]] = {
    "purpose.added": add,
    "purpose.ended": lambda staff, who: end(staff, purposes()[0], who),
    "purpose.moved": lambda staff, who: move(staff, purposes()[0], up=False, who=who),
    "wording.published": lambda staff, who: publish(staff, who=who),
}


def kept() -> list[Any]:
    rows = [list(Purpose.objects.order_by("pk").values_list()), list(Wording.objects.values_list())]
    return [*rows, [line.event for line in journal.pending() if line.event in EACH]]


@pytest.mark.requirement("S16", "2.74")
@pytest.mark.parametrize("event", EACH)
def test_the_administrator_changes_them_and_it_is_written_down(staff: Staff, event: str) -> None:
    EACH[event](staff, "administrator")

    assert journal.pending()[-1].event == event


@pytest.mark.requirement("S16", "2.74")
@pytest.mark.parametrize("who", EVERYBODY_ELSE)
@pytest.mark.parametrize("event", EACH)
def test_nobody_else_does_and_nothing_is_left_of_it(staff: Staff, event: str, who: str) -> None:
    before = kept()

    with pytest.raises(NotAllowed, match="Only an administrator"):
        EACH[event](staff, who)

    assert kept() == before


@pytest.mark.parametrize(
    ("who", "may"), [("administrator", True), ("coordinator", True), ("officer", True),
                     ("nurse", False), ("registrar", False)],
)  # fmt: skip
def test_who_looks_after_them_reads_all_of_them(staff: Staff, who: str, may: bool) -> None:
    with acting(staff.actor(who)) as actor:
        for asked in (
            lambda: words.purposes_for(actor, now=clock.now()).in_force,
            lambda: words.languages_for(actor),
        ):
            if may:
                assert asked()
            else:
                with pytest.raises(NotInYourFiles):
                    asked()


@pytest.mark.requirement("2.72", "S16", "2.74")
@pytest.mark.parametrize("who", ["nurse", "coordinator"])
@pytest.mark.parametrize(
    "write",
    [
        "update consent_purpose set position = position + 1",
        "update consent_purpose set until_at = now()",
        "insert into consent_purpose (id, words, position, from_at) values (7, 'A', 9, now())",
        "insert into consent_wording values (7, 'ur', 'A', now(), 'A')",
    ],
)
def test_the_database_takes_them_from_an_administrator_alone(
    staff: Staff, who: str, write: str
) -> None:
    assert refused(staff, "administrator", write) == ""
    assert "Only an administrator" in refused(staff, who, write)


def refused(staff: Staff, who: str, write: str) -> str:
    """What the database says to somebody's statement, which is undone; "" where it takes it."""
    with acting(staff.actor(who)), connection.cursor() as cursor:
        try:
            with transaction.atomic():
                cursor.execute(write)
                transaction.set_rollback(True)
        except DatabaseError as error:
            return str(error)
    return ""


@pytest.mark.requirement("2.74")
@pytest.mark.parametrize(
    "write",
    [
        "update consent_purpose set words = 'Anything'",
        "delete from consent_purpose",
        "update consent_wording set text = 'Anything'",
        "delete from consent_wording",
    ],
)
def test_what_was_said_yes_to_is_never_reworded_by_anybody(staff: Staff, write: str) -> None:
    with (
        acting(staff.actor("administrator")),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(write)


@pytest.mark.requirement("2.74")
def test_a_new_purpose_comes_last_and_an_ended_one_is_chosen_by_nobody(staff: Staff) -> None:
    before = purposes()

    row = add(staff, said="  So that you get a lift ")
    end(staff, before[0])

    assert [one.pk for one in purposes()] == [*(one.pk for one in before[1:]), row.pk]
    assert row.words == "So that you get a lift"
    with pytest.raises(NotAllowed, match="Choose what it is for"):
        giving.until("share", Terms(purpose=before[0].pk), clock.now())
    with pytest.raises(NotAllowed, match="taken off the list already"):
        end(staff, before[0])


@pytest.mark.requirement("2.74")
def test_one_purpose_is_always_left(staff: Staff) -> None:
    *others, last = purposes()
    for row in others:
        end(staff, row)

    with pytest.raises(NotAllowed, match="Add another first"):
        end(staff, last)

    assert [one.pk for one in purposes()] == [last.pk]


def test_the_same_words_stand_there_once_whatever_their_letters(staff: Staff) -> None:
    row = add(staff)

    with pytest.raises(NotAllowed, match="asked about this already"):
        add(staff, said="so that you GET a lift")
    end(staff, row)

    assert add(staff).pk != row.pk


@pytest.mark.parametrize("said", ["", "   "])
def test_a_purpose_says_something(staff: Staff, said: str) -> None:
    with pytest.raises(NotAllowed, match="Enter what"):
        add(staff, said=said)


def test_a_purpose_goes_up_and_down_by_one_place(staff: Staff) -> None:
    first, second, third, *_ = [one.pk for one in purposes()]

    move(staff, purposes()[0], up=False)
    assert [one.pk for one in purposes()][:3] == [second, first, third]
    move(staff, purposes()[2], up=True)
    assert [one.pk for one in purposes()][:3] == [second, third, first]

    for row, up in ((purposes()[0], True), (purposes()[-1], False)):
        with pytest.raises(NotAllowed, match="already"):
            move(staff, row, up=up)


def test_the_second_of_two_who_change_a_purpose_is_told(staff: Staff) -> None:
    shown = purposes()[2]
    move(staff, purposes()[2], up=True)

    with pytest.raises(Conflict):
        move(staff, shown, up=True)
    with pytest.raises(Conflict):
        end(staff, shown)
    with pytest.raises(NotInYourFiles), acting(staff.actor("administrator")) as actor:
        changes.end_purpose(actor, 1, version=1, now=clock.now())


@pytest.mark.requirement("S16")
@pytest.mark.parametrize(
    ("more", "because"),
    [
        ({"text": " \n"}, "Write the words"),
        ({"checker": " "}, "who checked"),
        ({"checker_is": ""}, "who checked"),
        ({"checker": "x" * 90, "checker_is": "y" * 40}, "more briefly"),
        ({"same_as": None}, "Check the translation against them"),
        ({"same_as": 1}, "Check the translation against them"),
    ],
)
def test_words_are_published_once_somebody_named_has_checked_them(
    staff: Staff, more: dict[str, Any], because: str
) -> None:
    with pytest.raises(NotAllowed, match=because):
        publish(staff, **more)

    assert queries.current_wording("ur") is None
    for language in ("bfi", "xx"):
        with pytest.raises(NotInYourFiles):
            publish(staff, language)


@pytest.mark.requirement("S16")
def test_new_english_words_put_older_translations_out_of_use_until_checked_anew(
    staff: Staff,
) -> None:
    first = publish(staff, text="ہم لکھتے ہیں")
    assert queries.current_wording("ur") == first
    assert sharing.wording_languages()["ur"]

    publish(staff, "en", text="We write less down", same_as=None)

    assert queries.current_wording("ur") is None
    assert not sharing.wording_languages()["ur"]
    with pytest.raises(NotAllowed, match="wording that is in use"):
        giving.wording_in_use(first.pk, clock.now())
    assert giving.wording_in_use(staff.wording.pk, clock.now()) == staff.wording
    again = publish(staff, text="ہم لکھتے ہیں")  # the same words, checked against the new ones
    assert queries.current_wording("ur") == again
    assert giving.wording_in_use(again.pk, clock.now()) == again


@pytest.mark.requirement("S16")
def test_unchecked_english_words_put_no_translation_out_of_use(staff: Staff) -> None:
    row = publish(staff)

    published(staff, clock.now() + timedelta(seconds=1), checked_by="")

    assert queries.current_wording("ur") == row
    assert queries.current_wording() == staff.wording


@pytest.mark.requirement("S16")
def test_the_second_of_two_who_publish_is_shown_both_texts(staff: Staff) -> None:
    publish(staff, text="ایک")

    with pytest.raises(Conflict) as told:
        publish(staff, text="دو", version=0)

    assert (told.value.theirs, told.value.version) == ({"text": "ایک"}, 1)
    with pytest.raises(NotAllowed, match="in use already"):
        publish(staff, text="ایک")
