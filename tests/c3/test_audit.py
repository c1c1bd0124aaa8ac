"""Every read, change and refusal has its line in the journal, and no line says a name (C3 16);
what ends in the middle of a session ends with the next request (C3 6)."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from hub.kernel import clock
from tests.c3 import forms
from tests.c3.pages import FULL, Page, browser, once, pages
from tests.c3.world import World, look
from tests.cast import Cast, past_the_wall
from tests.databases import Fresh

REQUESTS = 10_000 if FULL else 100
WHO = ("amina", "ben", "grace", "hanna", "joan", "kit", "dilip", "lena", "carys", "efua", "farid")
TAKEN = {"paper.taken", "plan.printed"}  # what a read may say beside that
UNSAID = "a change without a line"
# The lines that say that somebody had a family's file before them, theirs or as another sees it.
OPENED = {"file.opened", "file.viewed_as", "views.listed"}
NEW = """
select event, actor_kind, actor_id, family_id, families, purpose, refs::text
from audit_entry where xmin::text::bigint > %s order by at, chain_kind, chain_id, number
"""


@pytest.mark.heavy
@pytest.mark.requirement("2.72", "S33")
def test_every_request_for_a_family_has_its_line(fresh_database: Fresh) -> None:
    cast = Cast()
    world, chance = look(cast), random.Random(16)
    clients = {who: browser(cast, who) for who in WHO}
    asked = [page for page in pages() if page.access.startswith("family:")]
    typed = {row.page: row.typed(world) for row in forms.rows()}
    # What would end everything for everybody is asked for, and not done.
    ending = {"stopping", "plan_closure", "sharing_end", "working_end", "plan_opening"}
    wrong, lines_seen = [], 0
    for _ in range(REQUESTS):
        who, page = chance.choice(WHO), chance.choice(asked)
        family = chance.choice(sorted(cast.families))
        address, method = _address(page, world, family, chance), chance.choice(["get", "post"])
        sent = {}
        if method == "post" and page.name not in ending:
            sent = typed.get(page.name, {}) | once() | {"version": "1"}
        mark = _mark()
        answer = getattr(clients[who], method)(address, sent)
        lines = _lines(mark)
        lines_seen += len(lines)
        problem = _problem(answer, lines, cast, world, who, family, method, sent)
        if problem == UNSAID and not _written(mark):
            # A page that has nothing to ask now leads on elsewhere, whatever is sent to it.
            problem = problem if clients[who].get(address).status_code == 200 else ""
        if problem:
            wrong.append((problem, who, family, page.name, method, answer.status_code, lines))
    with past_the_wall() as database:
        texts = [str(row) for row in database.execute(
            "select event, job, purpose, refs::text from audit_entry").fetchall()]  # fmt: skip
    connections.close_all()
    words = {w for told in world.words.values() for level in told.values() for w in level}
    words |= {"Ama", "garden", "Ring the school"}
    assert wrong == [], wrong[:5]
    assert lines_seen >= REQUESTS
    assert [text for text in texts for word in words if len(word) > 3 and word in text] == []


def _problem(
    answer: Any, lines: list[Any], cast: Cast, world: World, who: str, family: str, method: str,
    sent: dict[str, Any],
) -> str:  # fmt: skip
    me, number = world.practitioners[who], cast.family(family).id
    events = [line[0] for line in lines]
    if any(line[2] != me for line in lines):
        return "a line of somebody else"
    if answer.status_code == 404:
        return "" if events == ["file.refused"] else "a refusal without its one line"
    if answer.status_code == 403:
        return "" if events == ["page.refused"] else "a no without its one line"
    if not OPENED & set(events):
        return "a file opened without a line"
    if any(line[3] not in (number, None) for line in lines):
        return "a line of another family"
    changes = [event for event in events if event not in OPENED]
    if method == "post" and answer.status_code == 302 and sent and not changes:
        return UNSAID
    if method == "get" and set(changes) - TAKEN:
        return "a read that changed something"
    return ""


def _address(page: Page, world: World, family: str, chance: random.Random) -> str:
    numbers: dict[str, Any] = {"reference": world.cast.family(family).reference}
    for kind in page.kinds:
        if kind != "reference":
            numbers[kind] = chance.choice(world.ids[family].get(kind) or [1])
    return page.at(numbers)


def _mark() -> int:
    with past_the_wall() as database:
        row = database.execute("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1")
        return int((row.fetchone() or (0,))[0])


def _written(mark: int) -> bool:
    """Whether any row was changed since: every change leaves one in a history."""
    with past_the_wall() as database:
        tables = database.execute("select relname from pg_class where relkind = 'r'"
                                  " and relname like '%historyrow'").fetchall()  # fmt: skip
        assert tables
        looks = " union all ".join(
            f"select 1 from {table} where xmin::text::bigint > {mark}" for (table,) in tables
        )
        return database.execute(f"select exists ({looks})").fetchone() == (True,)


def _lines(mark: int) -> list[Any]:
    with past_the_wall() as database:
        return database.execute(NEW, [mark]).fetchall()


ENDINGS: dict[str, tuple[str, str, str]] = {
    "agreement withdrawn": (
        "ben", "okafor",
        ("update consent_agreement set until_at = now() where family_id = %(family)s"
        " and agency_id = %(agency)s and until_at is null"),
    ),
    "relationship ended": (
        "ben", "okafor",
        "update access_involvement set until_at = now() where practitioner_id = %(who)s",
    ),
    "account closed": ("ben", "okafor", ("update accounts_account set is_active = false where id ="
                       " (select account_id from agencies_practitioner where id = %(who)s)")),
    "role ended": ("dilip", "okafor",
                   "update agencies_rolegrant set until = now() where practitioner_id = %(who)s"),
    "left": ("ben", "okafor",
             "update agencies_practitioner set left_at = now() where id = %(who)s"),
    "agency closed": ("ben", "okafor",
                      "update agencies_agency set closed_at = now() where id = %(agency)s"),
    "override ended": ("kit", "danso",
                       "update consent_override set until_at = now() where family_id = %(family)s"),
    "kept from them": (
        "ben", "okafor",
        ("insert into consent_restriction (id, version, family_id, item_kind, kept_from,"
        " kept_from_id, set_by_id, from_at) values (1, 1, %(family)s, '', 'practitioner', %(who)s,"
        " %(who)s, now())"),
    ),
}  # fmt: skip


@pytest.mark.requirement("2.72")
def test_what_ends_in_the_middle_of_a_session_ends_with_the_next_request(
    fresh_database: Fresh,
) -> None:
    cast = Cast()
    still = []
    for what, (who, key, sql) in ENDINGS.items():
        family, practitioner = cast.family(key), cast.practitioner(who)
        client = browser(cast, who)
        address = reverse("person", args=[family.reference, look(cast).ids[key]["person"][0]])
        assert client.get(address).status_code == 200, what
        values = {"family": family.id, "who": practitioner.pk, "agency": practitioner.agency_id}
        with _undone(sql, values):
            for method, sent in (("get", {}), ("post", forms.PERSON | once() | {"version": "1"})):
                answer = getattr(client, method)(address, sent)
                if answer.status_code not in (302, 404) or _saved(answer, family.reference):
                    still.append((what, method, answer.status_code))
    connections.close_all()
    assert still == []


def _saved(answer: Any, reference: str) -> bool:
    return reference in str(answer.headers.get("Location", "")) and "sign-in" not in str(
        answer.headers.get("Location")
    )


class _undone:
    """A statement done as nobody in the hub may, and taken back."""

    def __init__(self, sql: str, values: dict[str, Any]) -> None:
        self.sql, self.values = sql, values

    def __enter__(self) -> None:
        tables = {
            "consent_agreement": "until_at", "access_involvement": "until_at",
            "agencies_rolegrant": "until", "agencies_practitioner": "left_at",
            "agencies_agency": "closed_at",
        }  # fmt: skip
        with past_the_wall() as database:
            before = database.execute("select now()").fetchone() or (None,)
            database.execute(self.sql, self.values)
        self.since = before[0]
        self.tables = tables

    def __exit__(self, *_: object) -> None:
        with past_the_wall() as database:
            for table, column in self.tables.items():
                database.execute(
                    f"update {table} set {column} = null where {column} >= %s", [self.since]
                )
            database.execute("update accounts_account set is_active = true")
            database.execute("delete from consent_restriction where id = 1")


def test_the_settings_of_one_request_do_not_reach_the_next(
    fresh_database: Fresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One connection, committed requests: after each, the database knows nobody and nothing."""
    from django.db import connection

    from hub.web.staff.families import shown

    cast = Cast()
    client = browser(cast, "amina")
    client.raise_request_exception = False
    address = reverse("family", args=[cast.family("okafor").reference])

    def left() -> list[Any]:
        with connection.cursor() as cursor:
            cursor.execute(
                "select hub.actor_id(), hub.open_families('signpost'), hub.held_back(),"
                " (select count(*) from families_family), (select count(*) from intake_draft)"
            )
            return list(cursor.fetchone())

    nothing: list[Any] = [None, [], [], 0, 0]
    asks: list[Callable[[Client], Any]] = [
        lambda c: c.get(address),
        lambda c: c.get("/families/FH-ZZZZZZZZ/"),
        lambda c: c.post(address + "people/", forms.PERSON | once()),
        lambda c: c.post(address + "people/", {"given_names": ""} | once()),
        lambda c: c.head(address),
        lambda c: c.put(address),
    ]
    for ask in asks:
        ask(client)
        assert left() == nothing

    def crash(*_: Any) -> None:
        raise RuntimeError(str(clock.now() + timedelta(days=1)))

    monkeypatch.setattr(shown, "family_page", crash)
    assert client.get(address).status_code == 500
    assert left() == nothing
    connections.close_all()
