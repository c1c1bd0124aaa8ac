"""Who looked: for the lead and the data protection officer, and for nobody else."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from hub.access import door, opening
from hub.audit import journal
from hub.kernel import clock
from tests.cast import Cast, past_the_wall
from tests.web.staff.signed_in import browser, day, post

pytestmark = pytest.mark.django_db
EVERYBODY = ("amina", "ben", "carys", "grace", "hanna", "joan", "dilip", "efua", "farid", "mei")
QUESTIONS = ("looked", "looked_at_family", "looked_by_practitioner", "looked_sight")
HOSTILE = ("<script>alert(1)</script>", "' or 1=1 --", "\u202eFH", "x" * 5000, "{{ 7*7 }}", "%s")


@pytest.fixture
def cast(db: None) -> Cast:
    return Cast()


def period(first: date | None = None) -> dict[str, str]:
    """The last days, as typed."""
    today = clock.today()
    return day("first", first or today - timedelta(days=7)) | day("last", today)


def look(cast: Cast, who: str, reference: str) -> None:
    """Open a family's file as a page of its plan does."""
    actor = cast.actor(who)
    opening.begin(actor)
    door.open_file(actor, reference, "plan", now=clock.now())
    journal.flush()
    opening.forget()


def ask_family(client: Client, reference: str, **more: Any) -> Any:
    return post(client, reverse("looked_at_family"), reference=reference, **period(), **more)


@pytest.mark.requirement("S30", "S34")
@pytest.mark.parametrize("page", QUESTIONS)
@pytest.mark.parametrize("who", [*EVERYBODY, "nobody"])
def test_only_the_officer_may_ask(cast: Cast, who: str, page: str) -> None:
    client = browser(cast, who)

    answer = client.get(reverse(page))
    posted = post(client, reverse(page), reference=cast.family("okafor").reference, **period())

    expected = {"farid": 200, "nobody": 302}.get(who, 404)
    assert (answer.status_code, posted.status_code) == (expected, expected)


@pytest.mark.requirement("S30")
@pytest.mark.parametrize(
    ("who", "status"),
    {
        "amina": 200,
        **dict.fromkeys(("grace", "ben", "hanna", "dilip", "carys", "efua", "farid"), 404),
        "nobody": 302,
    }.items(),
)
def test_who_has_looked_is_for_those_with_the_whole_record(
    cast: Cast, who: str, status: int
) -> None:
    address = reverse("looks", kwargs={"reference": cast.family("okafor").reference})

    answer = browser(cast, who).get(address)

    assert answer.status_code == status
    assert ("Who has looked" in answer.content.decode()) == (status == 200)


@pytest.mark.requirement("S30")
def test_the_lead_sees_who_looked_agency_and_role_first(cast: Cast) -> None:
    reference = cast.family("okafor").reference
    look(cast, "grace", reference)

    text = browser(cast, "amina").get(reverse("looks", kwargs={"reference": reference}))
    page = text.content.decode()

    assert "in the last 90 days" in page
    row = page[page.index("Riverside School Nursing") :]
    assert row.index("School nurse") < row.index("Grace Okoro")


@pytest.mark.requirement("S30")
def test_everything_that_was_done_is_told_in_words(cast: Cast) -> None:
    from hub.audit import events

    with past_the_wall() as connection:
        done = {event for (event,) in connection.execute("select distinct event from audit_entry")}

    assert len(done) > 10
    assert [code for code in sorted(done) if events.sentence(code) == code] == []


def test_the_pages_of_who_has_looked_bear_any_number(cast: Cast) -> None:
    client = browser(cast, "amina")
    address = reverse("looks", kwargs={"reference": cast.family("okafor").reference})

    for typed in ("0", "-1", "x", "99999", "9" * 40, "٣", ""):
        assert client.get(address, {"page": typed}).status_code == 200


@pytest.mark.requirement("S30", "S34")
def test_the_officer_sees_every_line_of_a_family_and_opens_nothing(cast: Cast) -> None:
    reference = cast.family("okafor").reference
    look(cast, "grace", reference)

    officer = browser(cast, "farid")
    page = ask_family(officer, reference).content.decode()

    assert "Grace Okoro" in page
    assert "Opened the file" in page
    assert "Reading or writing the plan" in page
    assert "Chidinma" not in page
    assert officer.get(reverse("plan", kwargs={"reference": reference})).status_code == 404


@pytest.mark.requirement("S30")
def test_the_officers_question_is_itself_in_the_familys_journal(cast: Cast) -> None:
    reference = cast.family("okafor").reference
    ask_family(browser(cast, "farid"), reference)

    page = browser(cast, "amina").get(reverse("looks", kwargs={"reference": reference}))

    assert "Asked who had looked at this family" in page.content.decode()


def test_a_period_before_anybody_looked_is_empty(cast: Cast) -> None:
    typed = day("first", date(2001, 1, 1)) | day("last", date(2001, 2, 1))

    page = post(
        browser(cast, "farid"),
        reverse("looked_at_family"),
        reference=cast.family("okafor").reference,
        **typed,
    )

    assert "Nobody looked at this family in these days." in page.content.decode()


@pytest.mark.requirement("S34")
def test_the_officer_sees_which_families_somebody_had_before_them(cast: Cast) -> None:
    mine, other = cast.family("okafor").reference, cast.family("osei").reference
    look(cast, "hanna", mine)
    browser(cast, "hanna").get(reverse("looks", kwargs={"reference": other}))

    typed = {"email": cast.practitioner("hanna").email.upper()} | period()
    page = post(browser(cast, "farid"), reverse("looked_by_practitioner"), **typed)
    text = page.content.decode()

    assert f"<span>{mine[:7]}</span><span>{mine[7:]}</span>" in text
    assert f"<span>{other[:7]}</span><span>{other[7:]}</span>" not in text
    assert "Opened once" in text
    assert "1 time they asked for something that was not theirs or not there" in text


@pytest.mark.requirement("S34")
def test_the_officer_can_ask_about_somebody_who_left(cast: Cast) -> None:
    typed = {"email": cast.practitioner("idris").email} | period()

    page = post(browser(cast, "farid"), reverse("looked_by_practitioner"), **typed)

    assert "Idris Bello" in page.content.decode()
    assert "They left on" in page.content.decode()


def ask_sight(client: Client, email: str, reference: str, on: date, at: str = "10:00") -> str:
    typed = {"email": email, "reference": reference, "at": at} | day("on", on)
    answer = post(client, reverse("looked_sight"), **typed)
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.requirement("S34")
@pytest.mark.parametrize(
    ("who", "family", "word", "reason"),
    [
        ("amina", "okafor", "Record", "Lead professional."),
        ("grace", "okafor", "Plan", "In the team around the family."),
        ("hanna", "okafor", "Signpost", "The family agreed to their agency."),
        ("joan", "silva", "Nothing", "The family asked that this person sees nothing."),
        ("efua", "okafor", "Nothing", "An administrator sees no family"),
        ("idris", "marin", "Nothing", "They do not work there at that time."),
    ],
)
def test_what_somebody_could_see_is_said_with_the_reason(
    cast: Cast, who: str, family: str, word: str, reason: str
) -> None:
    yesterday = clock.today() - timedelta(days=1)
    email, reference = cast.practitioner(who).email, cast.family(family).reference

    page = ask_sight(browser(cast, "farid"), email, reference, yesterday)

    assert f">{word}</strong>" in page
    assert reason in page


@pytest.mark.requirement("S34")
def test_before_the_agreement_was_withdrawn_the_school_could_see(cast: Cast) -> None:
    email, reference = cast.practitioner("ben").email, cast.family("price").reference
    officer = browser(cast, "farid")

    before = ask_sight(officer, email, reference, clock.today() - timedelta(days=30))
    now = ask_sight(officer, email, reference, clock.today() - timedelta(days=1))

    assert ">Summary</strong>" in before
    assert ">Nothing</strong>" in now


def test_before_a_family_was_registered_there_was_nothing_to_see(cast: Cast) -> None:
    page = ask_sight(
        browser(cast, "farid"),
        cast.practitioner("amina").email,
        cast.family("okafor").reference,
        clock.today() - timedelta(days=300),
    )

    assert "There was no family with this reference then." in page


@pytest.mark.parametrize(
    "at", ["25:00", "ten", "10:60", "13pm", "", "\u0661\u0660:\u0660\u0660", "<b>"]
)
def test_what_is_no_time_is_asked_for_again(cast: Cast, at: str) -> None:
    client, today = browser(cast, "farid"), clock.today() - timedelta(days=1)

    page = ask_sight(client, cast.practitioner("ben").email, "FH-BCDFGHJK", today, at)

    assert "There is a problem" in page
    assert "<b>" not in page


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("page", QUESTIONS[1:])
def test_hostile_words_are_answered_calmly(cast: Cast, page: str, typed: str) -> None:
    client = browser(cast, "farid")
    words = {"reference": typed, "email": typed, "at": typed, "page": typed}

    answer = post(client, reverse(page), **words | period() | day("on", clock.today()))

    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_days_the_wrong_way_round_are_asked_for_again(cast: Cast) -> None:
    typed = day("first", clock.today()) | day("last", clock.today() - timedelta(days=3))

    page = post(browser(cast, "farid"), reverse("looked_at_family"), reference="FH-X", **typed)

    assert "The last day must be the same as or after the first day" in page.content.decode()


@pytest.mark.requirement("S34")
@pytest.mark.parametrize("who", ["amina", "dilip", "efua"])
def test_the_database_answers_nobody_but_the_officer(cast: Cast, who: str) -> None:
    known, grace = cast.family("okafor"), cast.practitioner("grace").pk
    now = clock.now()
    since = now - timedelta(days=400)
    asked = {}
    for actor in (who, "farid"):
        opening.begin(cast.actor(actor))
        with connection.cursor() as cursor:
            cursor.execute("select * from hub.family_overseen(%s, %s)", [known.reference, now])
            found = len(cursor.fetchall())
            cursor.execute(
                "select * from hub.looks_overseen(%s, %s, %s, 0, 50)", [known.id, since, now]
            )
            looks = len(cursor.fetchall())
            cursor.execute(
                "select * from hub.opened_overseen(%s, %s, %s, 0, 50)",
                [cast.practitioner("amina").pk, since, now],
            )
            opened = len(cursor.fetchall())
            cursor.execute("select hub.refused_overseen(%s, %s, %s)", [grace, since, now])
            asked[actor] = (found > 0, looks > 0, opened > 0)
    opening.forget()

    assert asked == {who: (False, False, False), "farid": (True, True, True)}
