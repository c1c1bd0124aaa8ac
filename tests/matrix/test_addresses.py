"""The matrix of addresses: everybody asks for every page of every family, and of every office.

What is expected is derived: a page says which level or role it needs, the story says who has it,
and the rows say what is held back. Nothing here is kept by hand, so a new page is in it at once;
an address the matrix cannot fill fails.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from hub.kernel.files import Level
from hub.story.cast import CAST
from hub.story.families import FAMILIES
from tests.cast import Cast, everybody, past_the_wall
from tests.matrix.rows import LEVELS, Everything, Table, tables
from tests.web.staff.signed_in import browser

pytestmark = pytest.mark.django_db
KEYS = [told.key for told in FAMILIES]
BY_NAME = {table.name: table for table in tables()}
# What a part of an address stands for: the table, so that its rows and what is held back count.
ITEMS = {
    "person": "families_person",
    "address": "families_address",
    "contact": "families_contact",
    "agreement": "consent_agreement",
    "refusal": "consent_refusal",
    "signature": "papers_signature",
    "paper": "papers_paper",
    "goal": "plans_goal",
    "action": "plans_action",
    "restriction": "consent_restriction",
    "relationship": "families_relationship",
    "responsibility": "families_responsibility",
    "involvement": "access_involvement",
    "override": "consent_override",
    "order": "consent_courtorder",
    "carer": "consent_careragrees",
    "look": "consent_lookagain",
    "sought": "intake_familysought",
    "joining": "intake_joinquestion",
}
# Pages of the plan that call their row's id just that.
BY_PAGE = {
    "goal": "plans_goal",
    "actions": "plans_goal",
    "action": "plans_action",
    "action_done": "plans_action",
    "action_not_done": "plans_action",
}
# Rows of offices, in no family's file: any will do.
OFFICES = {
    "locality": "agencies_locality",
    "agency": "agencies_agency",
    "practitioner": "agencies_practitioner",
    "role": "agencies_rolegrant",
    "sharing": "agencies_sharingagreement",
    "party": "agencies_sharingparty",
    "arrival": "intake_arrival",
    "hidden": "access_hiddenmatch",
    "borough": "families_borough",
    "purpose": "consent_purpose",
    "rule": "consent_emergencyrule",
}
# Rows tried in each family: the first and the last of a kind and what is held back; all in full.
FULL = os.environ.get("HUB_TEST_SCALE") == "full"


@dataclass(frozen=True)
class Page:
    """A page of the URLconf: its name, what its address holds, and what it says it needs."""

    name: str
    holds: tuple[str, ...]
    access: str
    also: str = ""


def pages(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[Page]:
    """Every page there is."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from pages(pattern.url_patterns)
        else:
            holds = tuple(pattern.pattern.converters)
            says = [getattr(pattern.callback, name, "") for name in ("access", "also")]
            yield Page(pattern.name or "", holds, says[0] or "silent", says[1])


FAMILY_PAGES = [page for page in pages() if page.access.startswith("family:")]
ROLE_PAGES = [page for page in pages() if page.access.startswith("role:")]


def is_there(client: Any, url: str) -> bool:
    """Whether the answer admits that there is something. A page for posting only is posted to,
    with nothing in the form; that it cannot be read says nothing of any family."""
    response = client.get(url)
    if response.status_code == 405:
        response = client.post(url)
    assert response.status_code in (200, 302, 403, 404), (url, response.status_code)
    return bool(response.status_code != 404)


def addresses(
    page: Page, family: int, reference: str, everything: Everything
) -> Iterator[tuple[str, Table | None, int]]:
    """Addresses of a page in one family, with the row each names."""
    items = [name for name in page.holds if name != "reference"]
    if not items:
        yield reverse(page.name, kwargs={"reference": reference}), None, 0
        return
    if items == ["agency"]:  # no row of the family's: any agency at work where it is
        known = {"reference": reference, "agency": _agency_near(family)}
        yield reverse(page.name, kwargs=known), None, 0
        return
    kind = BY_PAGE.get(page.name) if items == ["pk"] else ITEMS.get(items[0])
    assert kind, f"{page.name}: say in ITEMS or BY_PAGE what {items} stand for"
    table = BY_NAME[kind]
    whole = everything.visible(table, level=Level.RECORD, family=family, held=set())
    rows = sorted(whole)
    for row in rows if FULL else {*rows[:1], *rows[-1:], *_held_back(table, whole, everything)}:
        yield reverse(page.name, kwargs={"reference": reference, items[0]: row}), table, row


def _agency_near(family: int) -> int:
    with past_the_wall() as connection:
        row = connection.execute(
            "select m.agency_id from agencies_localitymembership m join families_family f"
            " on f.locality_id = m.locality_id where f.id = %s and m.until is null limit 1",
            (family,),
        ).fetchone()
    assert row is not None
    return int(row[0])


def _tried(level: Level, turn: int) -> list[Page]:
    """All pages of a family that somebody sees. Of one they do not, where the door refuses before
    any page is asked, a fifth by turns (all at full size): each page is tried by everybody."""
    if FULL or level > Level.NOTHING:
        return FAMILY_PAGES
    return FAMILY_PAGES[turn % 5 :: 5]


def _held_back(table: Table, rows: set[int], everything: Everything) -> set[int]:
    items = {row["item"] for row in everything.restrictions}
    hidden = {r["id"] for r in everything.rows[table.name] if items & {r["id"], r.get("goal_id")}}
    return set(sorted(rows & hidden)[:2])


@pytest.mark.requirement("2.72", "2.3", "S1", "S19", "2.81")
@pytest.mark.parametrize("who", everybody())
def test_each_of_the_cast_gets_the_families_pages_the_story_gives_them(
    who: str, cast: Cast, everything: Everything
) -> None:
    if who == "idris":  # has left, so is nobody here: asked who they are, on every page
        return
    client, actor = browser(cast, who), cast.actor(who)
    cells: Counter[bool] = Counter()
    wrong: list[str] = []
    for key in KEYS:
        family = cast.family(key)
        level = LEVELS[family.seen_by.get(who, "nothing")]
        held = everything.held_from(actor.id, actor.agency or 0, family.id)
        for page in _tried(level, KEYS.index(key) + everybody().index(who)):
            needs = LEVELS[page.access.removeprefix("family:")]
            for url, table, row in addresses(page, family.id, family.reference, everything):
                officer = bool(page.also) and actor.has_role(page.also)
                expected = (level >= needs or officer) and (
                    table is None
                    or row
                    in everything.visible(
                        table,
                        level=Level.RECORD if officer else level,
                        family=family.id,
                        held=held,
                        who=actor.id,
                    )
                )
                found = is_there(client, url)
                cells[found] += 1
                if found != expected and not _ended(table, row, everything):
                    wrong.append(f"{key} {page.name}: {'there' if found else 'not there'}")
    assert wrong == []
    assert cells[False] > 10
    if any(who in told.seen_by for told in FAMILIES):
        assert cells[True] > 0


def _ended(table: Table | None, row: int, everything: Everything) -> bool:
    """Whether a row has ended, so that no page need show it any more to those who may."""
    if table is None or table.name == "families_person":
        return False
    return any(r["id"] == row and r.get("until_at") for r in everything.rows[table.name])


@pytest.mark.requirement("2.72")
@pytest.mark.parametrize("who", everybody())
def test_offices_are_there_for_the_roles_they_name_only(who: str, cast: Cast) -> None:
    client, actor = browser(cast, who), cast.actor(who)
    if who == "idris":  # has left, so is nobody here
        assert client.get(reverse("home")).status_code == 302
        return
    for page in ROLE_PAGES:
        may = any(actor.has_role(code) for code in page.access.removeprefix("role:").split(","))
        there = [is_there(client, reverse(page.name, kwargs=k)) for k in _offices(page)]
        assert there, f"{page.name} has no address to try"
        # A coordinator's own locality decides which rows are theirs: one at least is there.
        assert any(there) == may, f"{who}: {page.name}"


def _offices(page: Page) -> list[dict[str, Any]]:
    if not page.holds:
        return [{}]
    (name,) = page.holds
    if name == "language":
        return [{name: code} for code in ("en", "ur")]
    assert name in OFFICES, f"{page.name}: say in OFFICES what {name} stands for"
    with past_the_wall() as connection:
        rows = connection.execute(f'select id from "{OFFICES[name]}" order by id').fetchall()
    return [{name: row[0]} for row in rows]


@pytest.mark.requirement("S19")
def test_a_family_that_is_not_there_and_one_that_is_not_theirs_answer_alike(cast: Cast) -> None:
    client = browser(cast, "carys")

    for page in FAMILY_PAGES:
        if page.holds != ("reference",):
            continue
        forbidden = client.get(reverse(page.name, args=[cast.family("okafor").reference]))
        absent = client.get(reverse(page.name, args=["FH-ZZZZZZZZ"]))
        assert forbidden.status_code == absent.status_code == 404
        assert forbidden.content == absent.content
        assert forbidden.headers == absent.headers


def test_the_cast_covers_ten_kinds_of_practitioner_and_the_matrix_five_thousand_cells() -> None:
    roles = {part.role for part in CAST if part.role}
    # And without a role: lead, team, working, colleague, stranger, kept from, overridden,
    # withdrawn, other locality, left, newcomer.
    assert len(roles) + 11 >= 10
    assert len(FAMILY_PAGES) * len(KEYS) * len(CAST) >= 5000


def test_who_has_left_is_asked_who_they_are_on_every_page(cast: Cast) -> None:
    client = browser(cast, "idris")
    reference = cast.family("marin").reference

    for page in FAMILY_PAGES:
        if page.holds == ("reference",):
            url = reverse(page.name, args=[reference])
            response = client.get(url)
            response = client.post(url) if response.status_code == 405 else response
            assert response.headers.get("Location") == "/who/", url


def test_whoever_is_not_signed_in_is_asked_to_and_sees_nothing(cast: Cast) -> None:
    client = Client()

    for page in [*FAMILY_PAGES, *ROLE_PAGES]:
        kwargs: dict[str, Any] = dict.fromkeys(page.holds, 1)
        if "reference" in kwargs:
            kwargs["reference"] = cast.family("okafor").reference
        url = reverse(page.name, kwargs=kwargs)
        response = client.get(url)
        if response.status_code == 405:
            response = client.post(url)
        assert response.status_code == 302, url
        assert response.headers["Location"].startswith("/sign-in/")
