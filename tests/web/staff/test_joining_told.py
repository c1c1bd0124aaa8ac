"""How who leads learns that somebody asks to join: on their first page, and by mail."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hub.access import changes as access
from hub.audit import journal
from hub.consent import changes as consent
from hub.intake.joining import changes, queries
from hub.kernel import clock
from hub.notify import templates
from hub.notify.models import Message
from hub.web.staff.home import shown
from tests.access.looking_up import CHILD, HOME, MOTHER, TYPED, person_of
from tests.databases import Fresh
from tests.families_setup import Staff, acting, make_staff, open_as, register, sign_in
from tests.notify.conftest import as_role
from tests.web.staff.test_registration import text

LINE = "Somebody asks to join the team"


@pytest.fixture
def staff(db: None) -> Staff:
    return make_staff()


@pytest.fixture
def reference(staff: Staff) -> str:
    return register(staff, staff.registration(MOTHER, CHILD, **HOME))


def ask(staff: Staff, who: str = "stranger") -> None:
    with acting(staff.actor(who)) as actor:
        changes.ask(
            actor, TYPED, yes_by="Oluwaseun", yes_on=clock.today(), yes_how="met",
            words="I run the toddler group", now=clock.now(),
        )  # fmt: skip


def question(staff: Staff, reference: str) -> int:
    with acting(staff.actor("registrar")):
        (row,) = queries.waiting_in(open_as(staff, "registrar", reference))
        return row.pk


def home(staff: Staff, who: str, **more: str) -> str:
    return text(sign_in(staff, who).get(reverse("home"), more))


@pytest.mark.requirement("2.6", "S18")
@pytest.mark.parametrize("more", [{}, {"every": "1"}])
def test_a_question_stands_on_the_leads_first_page_while_it_waits(
    staff: Staff, reference: str, more: dict[str, str]
) -> None:
    assert LINE not in home(staff, "registrar", **more)
    ask(staff)
    pk = question(staff, reference)
    page = home(staff, "registrar", **more)
    assert page.count(LINE) == 1
    assert f'href="{reverse("joining", args=[reference, pk])}"' in page
    assert "toddler" not in page
    with acting(staff.actor("registrar")):
        changes.decline(open_as(staff, "registrar", reference), pk, version=1, now=clock.now())
    assert LINE not in home(staff, "registrar", **more)


@pytest.mark.requirement("S18", "S19")
@pytest.mark.parametrize("who", ["stranger", "nurse", "doctor", "colleague", "coordinator"])
def test_nobody_else_is_shown_it_however_they_work_with_the_family(
    staff: Staff, reference: str, who: str
) -> None:
    ask(staff)
    if who in ("nurse", "doctor"):
        with acting(staff.actor(who)):
            file = open_as(staff, who, reference)
            access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    if who == "doctor":
        with acting(staff.actor("registrar")):
            file = open_as(staff, "registrar", reference)
            doctor = staff.people["doctor"].pk
            access.add_to_team(file, doctor, why="Health", since_on=clock.today(), now=clock.now())
    for every in ({}, {"every": "1"}):
        assert LINE not in home(staff, who, **every)


@pytest.mark.requirement("S3", "S5")
def test_a_lead_from_whom_places_are_kept_is_not_shown_who_asks(
    staff: Staff, reference: str
) -> None:
    ask(staff)
    assert LINE in home(staff, "registrar")
    mother = person_of(staff, reference, "Oluwaseun")
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        consent.hold_back(
            file, item_kind="places", item=file.family, kept_from="practitioner",
            kept_from_id=staff.people["registrar"].pk, asked_by=mother, now=clock.now(),
        )  # fmt: skip
    for every in ({}, {"every": "1"}):
        page = home(staff, "registrar", **every)
        assert reference in page
        assert LINE not in page


def test_who_asks_costs_the_first_page_no_question_to_the_database(
    staff: Staff, reference: str
) -> None:
    counts = []
    for _ in range(2):
        with (
            acting(staff.actor("registrar")) as actor,
            CaptureQueriesContext(connection) as asked,
        ):
            page = shown.home(actor, page=1, now=clock.now())
        counts.append((len(asked), len(page.joining)))
        ask(staff)
    (before, none), (after, one) = counts
    assert (after, none, one) == (before, 0, 1)


@pytest.mark.requirement("S18", "S33")
def test_who_leads_is_told_once_by_a_link_that_names_nobody(fresh_database: Fresh) -> None:
    with journal.transaction():
        staff = make_staff()
        reference = register(staff, staff.registration(MOTHER, CHILD, **HOME))
    for _ in range(2):  # asked twice it waits once
        with journal.transaction():
            ask(staff)
    with as_role("hub_worker"):
        (message,) = Message.objects.filter(template="join_asked")
        subject, words = templates.write(message.template, message.context)
    assert message.to == staff.people["registrar"].email
    named = (reference, "Tamsin", "Brackenbury", "Oluwaseun", "Stranger", "Charity", "toddler")
    assert not any(word in subject + words for word in named)
