"""Asking to join the team of a family one may not see, and the lead's answer."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.access import changes as access
from hub.agencies.models import Agency
from hub.consent.changes import agree
from hub.intake.joining import changes, queries, rules
from hub.intake.models import JoinQuestion
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Level, NotInYourFiles
from tests.access.looking_up import CHILD, HOME, MOTHER, TYPED, person_of, typed_page
from tests.cast import past_the_wall
from tests.families_setup import Staff, acting, make_staff, open_as, register, sign_in
from tests.web.staff.test_registration import text

pytestmark = pytest.mark.django_db
YES = {"yes_by": "Oluwaseun", "yes_how": "met", "words": "I run the toddler group"}


@pytest.fixture
def staff() -> Staff:
    return make_staff()


def known(staff: Staff, **more: Any) -> str:
    return register(staff, staff.registration(MOTHER, CHILD, **(HOME | more)))


def ask(staff: Staff, who: str = "stranger", **more: Any) -> None:
    with acting(staff.actor(who)) as actor:
        said: dict[str, Any] = YES | {"yes_on": clock.today()} | more
        changes.ask(actor, TYPED, **said, now=clock.now())


def waiting(staff: Staff, reference: str) -> list[JoinQuestion]:
    with acting(staff.actor("registrar")):
        return queries.waiting_in(open_as(staff, "registrar", reference))


def mine(staff: Staff, who: str = "stranger") -> list[str]:
    with acting(staff.actor(who)) as actor:
        return [one.answer for one in queries.asked(actor)]


def posted(client: Client, **more: str) -> Any:
    today = clock.today()
    date = {f"yes_on-{part}": str(getattr(today, part)) for part in ("day", "month", "year")}
    typed = typed_page(postcode="ZA4 7QT") | YES | date | {"ask": "yes"} | more
    return client.post(reverse("join_asking"), typed)


@pytest.mark.requirement("2.6", "S18", "S20")
def test_from_the_answer_one_asks_and_the_lead_brings_them_in(staff: Staff) -> None:
    reference = known(staff)
    stranger, registrar = sign_in(staff, "stranger"), sign_in(staff, "registrar")
    answer = stranger.post(reverse("lookup"), typed_page(postcode="ZA4 7QT"))
    assert "Ask to join the team" in text(answer)
    form = text(stranger.post(reverse("join_asking"), typed_page(postcode="ZA4 7QT")))
    assert 'value="Brackenbury"' in form
    assert "There is a problem" not in form
    assert reference not in form
    sent = posted(stranger)
    assert sent["Location"] == reverse("joins_asked")
    assert "it waits for the lead" in text(stranger.get(sent["Location"]))
    (row,) = waiting(staff, reference)
    assert "asks to join the team" in text(registrar.get(reverse("family", args=[reference])))
    page = reverse("joining", args=[reference, row.pk])
    assert "I run the toddler group" in text(registrar.get(page))
    for who in ("stranger", "nurse", "coordinator"):
        assert sign_in(staff, who).get(page).status_code in (403, 404), who
    sent = registrar.post(page, {"answer": "accepted", "words": "", "version": "1"})
    assert sent.status_code == 302, text(sent)
    assert "accepted" in text(stranger.get(reverse("joins_asked")))


@pytest.mark.requirement("S12")
def test_who_was_accepted_sees_only_what_the_family_agreed_with_their_agency(staff: Staff) -> None:
    reference = known(staff)
    ask(staff)
    (row,) = waiting(staff, reference)
    with acting(staff.actor("registrar")):
        changes.accept(open_as(staff, "registrar", reference), row.pk, version=1, now=clock.now())
    with acting(staff.actor("stranger")), pytest.raises(NotInYourFiles):
        open_as(staff, "stranger", reference)
    mother = person_of(staff, reference, "Oluwaseun")
    with acting(staff.actor("registrar")):
        agree(
            open_as(staff, "registrar", reference), given_by=mother, scope="share",
            agency=staff.charity.pk, wording=staff.wording.pk, how="paper", now=clock.now(),
        )  # fmt: skip
    with acting(staff.actor("stranger")):
        assert open_as(staff, "stranger", reference).level is Level.PLAN


@pytest.mark.requirement("S18")
def test_a_no_tells_only_that_the_lead_will_be_in_touch(staff: Staff) -> None:
    reference = known(staff)
    ask(staff)
    (row,) = waiting(staff, reference)
    registrar = sign_in(staff, "registrar")
    page = reverse("joining", args=[reference, row.pk])
    assert "Choose what you answer" in text(registrar.post(page, {"version": "1"}))
    registrar.post(page, {"answer": "declined", "words": "They fear him", "version": "1"})
    told = text(sign_in(staff, "stranger").get(reverse("joins_asked")))
    assert "the lead will be in touch" in told
    assert "fear" not in told
    assert waiting(staff, reference) == []
    assert "Answered on" in text(registrar.get(page))


@pytest.mark.requirement("S19")
@pytest.mark.parametrize(
    "hidden", [{"agencies": ()}, {"held_by": "A refuge", "lines": "", "postcode": ""}]
)
def test_a_hidden_family_cannot_be_asked_about(staff: Staff, hidden: dict[str, Any]) -> None:
    known(staff, **hidden)
    told = []
    for given in ("Tamsin", "Ysolde"):
        answer = posted(sign_in(staff, "stranger"), **{"people-0-given_names": given})
        told.append(text(answer).count(changes.NOBODY_LEADS))
    assert told[0] == told[1] > 0
    with past_the_wall() as database:
        assert database.execute("select count(*) from intake_joinquestion").fetchone() == (0,)


def test_of_an_agency_that_tells_the_lead_is_asked_and_not_named(staff: Staff) -> None:
    reference = known(staff)
    Agency.objects.filter(pk=staff.school.pk).update(telling=True)
    stranger = sign_in(staff, "stranger")
    sent = posted(stranger)
    assert "School" not in text(stranger.get(sent["Location"]))
    assert len(waiting(staff, reference)) == 1


def test_asked_twice_it_waits_once_and_is_answered_once(staff: Staff) -> None:
    reference = known(staff)
    ask(staff)
    ask(staff)
    (row,) = waiting(staff, reference)
    assert mine(staff) == [""]
    assert mine(staff, "nurse") == []
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        with pytest.raises(Conflict):
            changes.decline(file, row.pk, version=7, now=clock.now())
        changes.decline(file, row.pk, version=1, now=clock.now())
        with pytest.raises(NotAllowed, match="answered already"):
            changes.accept(file, row.pk, version=2, now=clock.now())
        with pytest.raises(NotInYourFiles):
            changes.accept(file, row.pk + 1, version=1, now=clock.now())
    ask(staff)
    assert mine(staff) == ["", "declined"]


def test_only_who_leads_reads_and_answers(staff: Staff) -> None:
    reference = known(staff)
    ask(staff)
    (row,) = waiting(staff, reference)
    with acting(staff.actor("nurse")):
        access.work_with(
            open_as(staff, "nurse", reference),
            why="Visits",
            since_on=clock.today(),
            now=clock.now(),
        )
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        assert queries.waiting_in(file) == []
        for act in (changes.accept, changes.decline):
            with pytest.raises(NotInYourFiles):
                act(file, row.pk, version=1, now=clock.now())
        with pytest.raises(NotInYourFiles):
            queries.question(file, row.pk)


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ({"yes_by": " "}, "Enter who"),
        ({"yes_on": None}, "The day"),
        ({"words": ""}, "Enter what"),
        ({"waiting": rules.MOST_OPEN}, "As many"),
        ({}, ""),
    ],
)
def test_what_a_question_needs(said: dict[str, Any], begins: str) -> None:
    usual: dict[str, Any] = {"yes_by": "Oluwaseun", "yes_on": clock.today(), "words": "Help"}
    answer = rules.may_ask(**(usual | {"waiting": 0, "today": clock.today()} | said))
    assert answer.reason.startswith(begins)
    assert bool(answer) == (not begins)
