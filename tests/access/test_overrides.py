"""The emergency look and what follows: who may, what it opens, until when, and who learns of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from hub.access import door, overrides
from hub.audit import journal
from hub.consent import changes as consent
from hub.consent.models import Override
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Level, NotInYourFiles
from hub.notify import templates
from hub.notify.models import Message
from tests.access.looking import HOUR, SAID, is_new, level, look, one, prepared
from tests.databases import Fresh
from tests.families_setup import Staff, acting, open_as, register
from tests.notify.conftest import as_role


@pytest.fixture
def staff(db: None) -> Staff:
    """A locality, for one test."""
    return prepared()


@pytest.mark.requirement("S14", "2.75")
def test_a_look_opens_the_summary_to_read_for_hours_and_then_nothing(staff: Staff) -> None:
    reference = register(staff)
    assert level(staff, "stranger", reference) == Level.NOTHING
    now = clock.now()

    assert look(staff, "stranger", reference, now=now) == reference

    with acting(staff.actor("stranger")):
        file = open_as(staff, "stranger", reference)
        assert (file.level, file.writes) == (Level.SUMMARY, False)
        assert [m.person.given_names for m in families.members_in(file)] == ["Amina", "Dylan"]
        assert not Override.objects.exists()
    assert level(staff, "stranger", reference, now + 3 * HOUR - timedelta(seconds=1))
    assert level(staff, "stranger", reference, now + 3 * HOUR) == Level.NOTHING
    assert level(staff, "nurse", reference) == Level.SIGNPOST


@pytest.mark.requirement("S14", "S19")
def test_nothing_is_read_while_the_look_is_written_down(staff: Staff) -> None:
    reference, now = register(staff), clock.now()

    def read(file: Any) -> tuple[Level, bool]:
        return file.level, file.sees(Level.SIGNPOST)

    with acting(staff.actor("stranger")) as actor:
        assert door.in_emergency(actor, reference, read, now=now) == (Level.NOTHING, False)
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from families_membership")
            assert cursor.fetchone() == (0,)


@pytest.mark.requirement("S14", "S19")
@pytest.mark.parametrize("who", ["stranger", "administrator", "kept from", "agency kept from"])
def test_wrong_not_there_and_refused_are_alike(staff: Staff, who: str) -> None:
    reference = register(staff)
    kept = {"kept from": ("practitioner", staff.people["stranger"].pk),
            "agency kept from": ("agency", staff.charity.pk)}.get(who)  # fmt: skip
    if kept:
        with acting(staff.actor("registrar")):
            consent.hold_back(
                open_as(staff, "registrar", reference),
                item_kind="",
                item=None,
                kept_from=kept[0],
                kept_from_id=kept[1],
                now=clock.now(),
            )
    asker = "administrator" if who == "administrator" else "stranger"
    for asked in ("FH-ZZZZZZZZ", "nonsense", "", *([reference] if who != "stranger" else [])):
        with pytest.raises(NotInYourFiles):
            look(staff, asker, asked)
    assert level(staff, asker, reference) == Level.NOTHING


@pytest.mark.requirement("S14")
def test_who_must_know_is_told_by_a_link_that_names_nobody(fresh_database: Fresh) -> None:
    with journal.transaction():
        staff = prepared()
        reference = register(staff)

    look(staff, "stranger", reference, second=staff.people["coordinator"].pk)

    number = one(staff).of.id
    with as_role("hub_worker"):
        waiting = list(Message.objects.filter(to__contains=".here@").order_by("to"))
        texts = [templates.write(message.template, message.context) for message in waiting]
    assert [(m.template, m.to.partition(".")[0]) for m in waiting] == [
        ("emergency_look", "colleague"),  # the safeguarding lead
        ("emergency_look", "coordinator"),  # the second person
        ("emergency_look", "registrar"),  # who leads the family
    ]
    for subject, text in texts:
        assert f"/overrides/{number}/" in text
        for never in (reference, "Yusuf", "Dylan", "Stranger", SAID):
            assert never not in subject + text


@pytest.mark.requirement("S14")
def test_the_page_of_one_is_for_those_with_a_part_in_it(staff: Staff) -> None:
    reference = register(staff)
    look(staff, "stranger", reference)
    number = one(staff).of.id

    for who in ("colleague", "doctor", "stranger", "registrar", "coordinator"):
        with acting(staff.actor(who)) as actor:
            assert overrides.find(actor, number, now=clock.now()).of.because == SAID, who
    for who in ("nurse", "administrator"):
        with acting(staff.actor(who)) as actor, pytest.raises(NotInYourFiles):
            overrides.find(actor, number, now=clock.now())


@pytest.mark.requirement("S14")
def test_lists_are_for_who_oversees_and_hold_no_words(staff: Staff) -> None:
    reference, now = register(staff), clock.now()
    look(staff, "stranger", reference, now=now)

    for who in ("colleague", "doctor"):
        seen = one(staff, who)
        assert (seen.of.reference, seen.of.because, seen.of.why_not_told) == (reference, "", "")
        assert (seen.runs, seen.overdue) == (True, False)
    for who in ("stranger", "registrar", "coordinator", "nurse", "administrator"):
        with acting(staff.actor(who)) as actor:
            assert overrides.standing(actor, now=now) == []
            assert overrides.begun(actor, since=now - HOUR, until=now + HOUR, now=now) == []
    with acting(staff.actor("doctor")) as actor:
        begun = overrides.begun(actor, since=now, until=now + HOUR, now=now)
        assert [o.of.reference for o in begun if is_new(o)] == [reference]
        assert overrides.begun(actor, since=now + HOUR, until=now + 2 * HOUR, now=now) == []


@pytest.mark.requirement("S14", "S5")
def test_who_a_family_keeps_itself_from_does_not_oversee_it(staff: Staff) -> None:
    reference = register(staff)
    look(staff, "stranger", reference)
    number = one(staff).of.id
    with acting(staff.actor("registrar")):
        consent.hold_back(
            open_as(staff, "registrar", reference),
            item_kind="",
            item=None,
            kept_from="practitioner",
            kept_from_id=staff.people["colleague"].pk,
            now=clock.now(),
        )

    with acting(staff.actor("colleague")) as actor:
        assert not [o for o in overrides.standing(actor, now=clock.now()) if is_new(o)]
        with pytest.raises(NotInYourFiles):
            overrides.find(actor, number, now=clock.now())


@pytest.mark.requirement("S14")
def test_ended_early_the_family_is_gone_at_once(staff: Staff) -> None:
    reference = register(staff)
    look(staff, "stranger", reference)
    number = one(staff).of.id
    for who in ("nurse", "administrator"):
        with acting(staff.actor(who)) as actor, pytest.raises(NotInYourFiles):
            overrides.end(actor, number, now=clock.now())
    assert level(staff, "stranger", reference) == Level.SUMMARY

    with acting(staff.actor("colleague")) as actor:
        overrides.end(actor, number, now=clock.now())

    assert level(staff, "stranger", reference) == Level.NOTHING
    seen = one(staff)
    assert (seen.runs, seen.of.ended_by) == (False, "Colleague Example")
    with acting(staff.actor("colleague")) as actor, pytest.raises(NotAllowed, match="ended"):
        overrides.end(actor, number, now=clock.now())


@pytest.mark.requirement("S14")
def test_a_second_person_agrees_afterwards_once_and_is_entitled(staff: Staff) -> None:
    reference = register(staff)
    look(staff, "stranger", reference)
    number = one(staff).of.id
    for who, reason in (("stranger", "somebody else"), ("registrar", "safeguarding lead"),
                        ("doctor", "safeguarding lead")):  # fmt: skip
        with acting(staff.actor(who)) as actor, pytest.raises(NotAllowed, match=reason):
            overrides.agree(actor, number, now=clock.now())

    with acting(staff.actor("coordinator")) as actor:
        overrides.agree(actor, number, now=clock.now())

    assert one(staff).of.second_by == "Coordinator Example"
    with acting(staff.actor("colleague")) as actor, pytest.raises(NotAllowed, match="already"):
        overrides.agree(actor, number, now=clock.now())


@pytest.mark.requirement("S14")
def test_a_review_is_somebody_elses_says_whether_hiding_holds_and_ends_what_was_wrong(
    staff: Staff,
) -> None:
    reference = register(staff)
    look(staff, "stranger", reference)
    number = one(staff).of.id
    found = {"outcome": "wrong", "words": "There was no danger", "hiding": "tell"}
    for who in ("stranger", "registrar", "coordinator"):
        with acting(staff.actor(who)) as actor, pytest.raises(NotAllowed, match="reviews this"):
            overrides.review(actor, number, now=clock.now(), **found)
    with acting(staff.actor("colleague")) as actor, pytest.raises(NotAllowed, match="unsafe"):
        overrides.review(actor, number, now=clock.now(), **(found | {"hiding": ""}))
    late = clock.now() + timedelta(days=9)
    assert one(staff, now=late).overdue

    with acting(staff.actor("colleague")) as actor:
        overrides.review(actor, number, now=clock.now(), **found)

    assert level(staff, "stranger", reference) == Level.NOTHING
    with acting(staff.actor("doctor")) as actor:
        seen = overrides.find(actor, number, now=late)
    assert (seen.overdue, seen.of.outcome, seen.of.hiding) == (False, "wrong", "tell")
    assert (seen.of.reviewed_by, seen.of.outcome_words) == (
        "Colleague Example",
        "There was no danger",
    )
    with acting(staff.actor("doctor")) as actor, pytest.raises(NotAllowed, match="already"):
        overrides.review(actor, number, now=clock.now(), **found)


@pytest.mark.requirement("S14")
def test_who_looked_does_not_review_it_nor_whoever_agreed(staff: Staff) -> None:
    reference = register(staff)
    found = {"outcome": "right", "words": "It was", "hiding": "still_unsafe"}
    look(staff, "doctor", reference, second=staff.people["colleague"].pk)
    number = one(staff).of.id

    for who in ("doctor", "colleague"):
        with acting(staff.actor(who)) as actor, pytest.raises(NotAllowed, match="took part"):
            overrides.review(actor, number, now=clock.now(), **found)


@pytest.mark.requirement("S33", "S14")
def test_the_journal_tells_every_step_in_codes_and_ids(staff: Staff) -> None:
    reference = register(staff)
    look(staff, "stranger", reference)
    number = one(staff).of.id
    with acting(staff.actor("coordinator")) as actor:
        overrides.agree(actor, number, now=clock.now())
    with acting(staff.actor("colleague")) as actor:
        overrides.find(actor, number, now=clock.now())
        overrides.end(actor, number, now=clock.now())
        overrides.review(
            actor, number, outcome="right", words="Right", hiding="still_unsafe", now=clock.now()
        )

    lines = [line for line in journal.pending() if line.event.startswith("override.")]

    about = [(line.event, line.family is not None) for line in lines if not line.families]
    assert about == [
        ("override.looked", True),
        ("override.seconded", True),
        ("override.read", True),
        ("override.ended", True),
        ("override.reviewed", True),
    ]
    assert SAID not in repr(lines)
    assert reference not in repr(lines)
