"""What was decided is decided again for any moment that has been: nothing is overwritten (S34)."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from io import StringIO
from itertools import pairwise
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from hub.access import changes as access
from hub.access import door, opening, replay
from hub.access.queries import sight_of
from hub.access.rules import Sight
from hub.agencies import changes as agencies
from hub.audit import journal
from hub.consent import changes as consent
from hub.consent.models import Agreement, Kept
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from tests.cast import Cast, past_the_wall

WATCHED = ("amina", "grace", "hanna", "ben", "joan", "kit", "carys", "dilip", "efua", "idris")
# Every table and column that hub.sight_facts and hub.standing read, with the column that may end a
# row, once.
READ = {
    "consent_agreement": ("family_id scope agency_id from_at", "until_at"),
    "access_lead": ("family_id practitioner_id from_at", "until_at"),
    "access_involvement": ("family_id practitioner_id kind from_at", "until_at"),
    "consent_restriction": ("family_id item kept_from kept_from_id from_at", "until_at"),
    "consent_override": ("family_id item shown_to shown_to_id ground from_at", "until_at"),
    "agencies_rolegrant": ("practitioner_id code locality_id since", "until"),
    "agencies_practitioner": ("agency_id joined_at", "left_at"),
    "agencies_agency": ("opened_at", "closed_at"),
    "agencies_sharingagreement": ("locality_id purposes asks_from from_at", "until_at"),
    "agencies_sharingparty": ("agreement_id agency_id from_at", "until_at"),
    "agencies_terms": ("published_at", "counts_from"),
    "agencies_termsacceptance": ("agency_id terms_id from_at", "until_at"),
}


@pytest.fixture
def cast(fresh_database: object) -> Cast:
    return Cast()


@pytest.fixture
def reading(db: None) -> Cast:
    return Cast()


def acting(cast: Cast, who: str, at: datetime, do: Callable[[FamilyFile], object]) -> None:
    """A change in the Okafors' file, as one request makes it."""
    actor = cast.actor(who)
    with journal.transaction():
        opening.begin(actor)
        do(door.open_file(actor, cast.family("okafor").reference, "plan", now=at))
    opening.forget()


def decided(cast: Cast, people: dict[str, int], at: datetime) -> dict[str, Sight]:
    """What the door decides for everybody watched, now."""
    reference = cast.family("okafor").reference
    with journal.transaction():
        return {key: sight_of(pk, reference, at=at) for key, pk in people.items()}


def history(cast: Cast) -> Iterator[Callable[[datetime], object]]:
    """What happens to the Okafors' file and those who see it, a change at a time."""
    dilip, efua = cast.actor("dilip"), cast.actor("efua")

    def in_file(who: str, do: Callable[[FamilyFile, datetime], object]) -> Any:
        return lambda at: acting(cast, who, at, lambda file: do(file, at))

    def by(change: Callable[[datetime], object]) -> Any:
        def made(at: datetime) -> None:
            with journal.transaction():
                change(at)

        return made

    grace, hanna = cast.practitioner("grace"), cast.practitioner("hanna")
    yield in_file(
        "hanna", lambda f, at: access.work_with(f, why="Visits", since_on=at.date(), now=at)
    )
    yield in_file("hanna", lambda f, at: access.stop_working(f, now=at))
    yield in_file(
        "amina",
        lambda f, at: consent.hold_back(
            f, item_kind="", item=None, kept_from=Kept.PRACTITIONER, kept_from_id=hanna.pk, now=at
        ),
    )
    yield in_file("amina", lambda f, at: consent.withdraw(f, _share(f, grace.agency_id), now=at))
    yield in_file("amina", lambda f, at: _agree_again(f, grace.agency_id, at))
    yield in_file("amina", lambda f, at: access.remove_from_team(f, grace.pk, now=at))
    yield by(
        lambda at: agencies.grant_role(
            efua, cast.practitioner("carys").pk, code="coordinator", locality=dilip.locality, now=at
        )
    )
    yield by(lambda at: agencies.deactivate_practitioner(efua, grace.pk, now=at))
    yield by(
        lambda at: agencies.deactivate_practitioner(efua, cast.practitioner("carys").pk, now=at)
    )
    yield by(lambda at: agencies.close_agency(efua, cast.practitioner("carys").agency_id, now=at))
    yield in_file("amina", lambda f, at: consent.withdraw_all(f, now=at))


def _share(file: FamilyFile, agency: int) -> int:
    given = Agreement.objects.filter(
        family=file.family, scope="share", agency=agency, until_at=None
    )
    return int(given.values_list("pk", flat=True)[0])


def _agree_again(file: FamilyFile, agency: int, at: datetime) -> None:
    before = Agreement.objects.filter(family=file.family, agency=agency, scope="share").latest(
        "until_at"
    )
    consent.agree(
        file, given_by=before.given_by_id, scope="share", agency=agency,
        wording=before.wording_id, how=before.how, now=at,
    )  # fmt: skip


def rows_read() -> dict[tuple[str, int], tuple[tuple[Any, ...], Any]]:
    """Everything the rules look at, as it stands: what began a row, and what ended it."""
    found = {}
    with past_the_wall() as connection:
        for table, (columns, end) in READ.items():
            names = ", ".join(columns.split())
            for pk, ended, *rest in connection.execute(f"select id, {end}, {names} from {table}"):
                found[table, pk] = (tuple(rest), ended)
    return found


@pytest.mark.requirement("S34", "2.72")
def test_every_past_decision_is_decided_again_as_it_was(cast: Cast) -> None:
    people = {key: cast.practitioner(key).pk for key in WATCHED}
    at = clock.now()
    then: list[tuple[datetime, dict[str, Sight]]] = [(at, decided(cast, people, at))]
    kept = [rows_read()]

    for change in history(cast):
        at += timedelta(hours=1)
        change(at)
        then.append((at, decided(cast, people, at)))
        kept.append(rows_read())

    again = [(moment, decided(cast, people, moment)) for moment, _ in then]
    assert again == then
    # The history moved something each time but once, else there would be nothing to prove.
    assert len({repr(sights) for _, sights in then}) >= 8
    assert_nothing_overwritten(kept)


def assert_nothing_overwritten(
    kept: list[dict[tuple[str, int], tuple[tuple[Any, ...], Any]]],
) -> None:
    """From each state to the next: no row is gone, none began otherwise, none ended twice."""
    for before, after in pairwise(kept):
        assert before.keys() <= after.keys()
        for row, (began, ended) in before.items():
            assert after[row][0] == began, row
            assert ended is None or after[row][1] == ended, row


@pytest.mark.requirement("S34")
def test_the_columns_watched_are_those_the_door_reads() -> None:
    from pathlib import Path

    asked = ("hub/access/sql/sight_facts.sql", "hub/agencies/sql/standing.sql")
    text = "".join(Path(name).read_text() for name in asked)
    for table in READ:
        assert table in text
    tables = {
        word
        for word in text.replace(",", " ").split()
        if word.startswith(("consent_", "access_", "agencies_", "families_"))
    }
    # Of these the door reads only what never changes: ids, and whose a membership is.
    assert tables - set(READ) == {"families_family", "families_membership", "agencies_locality"}


def ask(cast: Cast, who: str, at: datetime, **words: str) -> replay.Answer:
    """The question, as the page asks it."""
    asked = {"email": cast.practitioner("grace").email,
             "reference": cast.family("okafor").reference} | words  # fmt: skip
    actor = cast.actor(who)
    opening.begin(actor)
    answer = replay.replay(actor, **asked, at=at, now=clock.now())
    opening.forget()
    return answer


@pytest.mark.requirement("S34")
@pytest.mark.django_db
@pytest.mark.parametrize("who", ["amina", "dilip", "efua", "mei", "noor", "grace"])
def test_nobody_but_the_officer_may_replay(reading: Cast, who: str) -> None:
    with pytest.raises(NotAllowed, match="Only a data protection officer"):
        ask(reading, who, clock.now())


@pytest.mark.requirement("S34")
@pytest.mark.django_db
def test_a_replay_is_written_in_the_familys_journal(reading: Cast) -> None:
    answer = ask(reading, "farid", clock.now())

    (line,) = [line for line in journal.pending() if line.event == "oversight.replayed"]
    assert answer.replayed[0].sight.level is Level.PLAN
    assert line.family == reading.family("okafor").id
    assert line.purpose == "replay"


@pytest.mark.django_db
def test_what_will_be_is_not_decided(reading: Cast) -> None:
    with pytest.raises(NotAllowed, match="in the past"):
        ask(reading, "farid", clock.now() + timedelta(minutes=1))


def command(cast: Cast, **words: str) -> str:
    """What `bin/hub replay` prints."""
    email, reference = cast.practitioner("grace").email, cast.family("okafor").reference
    said = {"practitioner": email, "family": reference, "at": "2026-03-01T10:00"} | words
    out = StringIO()
    call_command("replay", *(f"--{name}={word}" for name, word in said.items()), stdout=out)
    return out.getvalue()


@pytest.mark.requirement("S34")
@pytest.mark.django_db
def test_the_command_says_level_and_reasons(reading: Cast) -> None:
    now = clock.now().astimezone(clock.LONDON)
    said = command(reading, at=now.strftime("%Y-%m-%dT%H:%M"))

    assert said.startswith("Grace Okoro, Riverside School Nursing: the plan, on ")
    assert "In the team around the family." in said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"at": "yesterday"}, "Write the moment like"),
        ({"at": "2999-01-01T10:00"}, "must be in the past"),
        ({"family": "FH-BCDFGHJK"}, "No family has or had this reference"),
        ({"practitioner": "nobody@example.org"}, "Nobody works or worked here"),
    ],
)
def test_the_command_answers_a_bad_question_with_a_sentence(
    reading: Cast, words: dict[str, str], sentence: str
) -> None:
    with pytest.raises(CommandError, match=sentence):
        command(reading, **words)
