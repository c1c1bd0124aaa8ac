"""As each of the cast, every number of every other family on every address: nothing comes back."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.c3 import forms
from tests.c3.pages import FULL, Page, bare, browser, once, pages
from tests.c3.world import LEVELS, World
from tests.cast import everybody

REQUESTS = 100_000 if FULL else 480  # in all
NOT_THEIRS = ("FH-ZZZZZZZZ",)
# What a form names somebody or something by; an attacker puts other families' numbers there.
BODIES = ("person", "given_by", "household", "owner", "goal", "agreement", "agency", "then", "page")


@dataclass(frozen=True)
class Try:
    """One request: where, what is sent, and whether all of it is another's."""

    page: Page
    address: str
    method: str
    sent: dict[str, Any]


@pytest.mark.heavy
@pytest.mark.requirement("S1", "S19", "2.72")
@pytest.mark.parametrize("who", everybody())
def test_nobody_gets_a_byte_of_what_they_may_not_see(world: World, who: str) -> None:
    client = browser(world.cast, who)
    client.raise_request_exception = False
    if who == "idris":  # he left: every page sends him away
        assert client.get("/").headers["Location"] == reverse("who")
    canaries = _canaries(world, who)
    absent = _absent(client)
    tries = list(_tries(world, who))
    random.Random(who).shuffle(tries)
    leaks: list[object] = []
    seen = 0
    for one in tries[: REQUESTS // len(everybody())]:
        answer = _answer(client, one)
        seen += 1
        text = "".join(
            [answer.content.decode(errors="replace"), str(answer.headers), str(answer.cookies)]
        )
        typed = str(one.sent)  # a form shows again what was typed in it
        found = [word for word in canaries if word in text and word not in typed]
        if found or answer.status_code >= 500:
            leaks.append((one.page.name, one.method, one.address, answer.status_code, found))
        if answer.status_code == 404 and bare(answer) != absent:
            leaks.append((one.page.name, "another 404", one.address))
    assert leaks == [], leaks[:20]
    assert seen == min(len(tries), REQUESTS // len(everybody()))


def _answer(client: Client, one: Try) -> Any:
    """The answer; whatever the request did is undone."""
    with transaction.atomic():
        answer = getattr(client, one.method)(one.address, one.sent)
        for _ in range(0 if one.page.name in _OPENS else 2):  # what an answer leads to
            aim = answer.headers.get("Location", "")
            if aim.startswith("/"):
                answer = client.get(aim)
        transaction.set_rollback(True)
    # What a post said to its sender waits for the next page, whichever that is; where the post was
    # not followed, the next try is not to be taken for another answer because of it.
    client.cookies.pop("messages", None)
    return answer


def _canaries(world: World, who: str) -> list[str]:
    """Words of families they may not see, but for words that any page has."""
    plain = browser(world.cast, "zofia")
    everywhere = "".join(
        plain.get(address).content.decode()
        for address in ("/", "/help/", "/privacy/", "/families/", "/families/registration/")
    )
    staff = " ".join(world.cast.practitioner(key).name for key in everybody())
    return sorted(
        word
        for word in world.unseen(who)
        if len(word) > 3 and word not in everywhere and word not in staff and word != "Baby"
    )


def _absent(client: Client) -> bytes:
    return bare(client.get("/families/FH-ZZZZZZZZ/"))


def _tries(world: World, who: str) -> Iterator[Try]:
    mine = [
        f.reference for f in world.cast.families.values() if world.level(who, f.key) != "nothing"
    ]
    typed = {row.page: row.typed(world) for row in forms.rows() if row.page not in _NEEDS_ROWS}
    strange = {
        key: world.ids[key]
        for key in world.ids
        if LEVELS.index(world.level(who, key)) < LEVELS.index("plan")
    }
    for page in pages():
        if page.access in forms.OF_ACCOUNTS:
            continue
        for numbers in _numbers(page, world, strange, mine):
            address = page.at(numbers)
            yield Try(page, address, "get", {})
            yield Try(page, address, "post", typed.get(page.name, {}) | once())
            if "reference" not in numbers or numbers["reference"] in mine:
                for body in _bodies(strange):
                    yield Try(page, address, "post", typed.get(page.name, {}) | body | once())
                    yield Try(page, address, "get", body)
    for sought in _sought(world, who):
        find = next(page for page in pages() if page.name == "families")
        yield Try(find, reverse("families"), "post", {"sought": sought})


_NEEDS_ROWS = (
    *("registration_draft", "registration_removal", "registration_check"),
    *("quick_start_draft", "practice_family", "registration_another"),
)
# Recorded truly, these open a family's summary to whoever records them (S1, S14), so where they
# lead to is theirs: the matrices say what is in it.
_OPENS = ("working", "emergency")


def _numbers(
    page: Page, world: World, strange: dict[str, dict[str, list[int]]], mine: list[str]
) -> Iterator[dict[str, Any]]:
    kinds = [kind for kind in page.kinds if kind != "reference"]
    references = [f.reference for f in world.cast.families.values()] if FULL else []
    for key, ids in strange.items():
        where = {world.cast.family(key).reference, *mine[:2], *references, *NOT_THEIRS}
        rows = [ids.get(kind) or _others(kind, world) for kind in kinds]
        for place in range(max([len(row) for row in rows] or [1])):
            numbers = {k: row[place % len(row)] for k, row in zip(kinds, rows, strict=True)}
            if "reference" in page.kinds:
                for reference in sorted(where):
                    yield numbers | {"reference": reference}
            else:
                yield numbers


def _others(kind: str, world: World) -> list[int]:
    numbers = {
        "agency": list(world.agencies.values()),
        "practitioner": list(world.practitioners.values()),
        "locality": world.localities,
        "role": world.roles,
    }
    return numbers.get(kind, [1, 2**60])


def _bodies(strange: dict[str, dict[str, list[int]]]) -> Iterator[dict[str, Any]]:
    for ids in strange.values():
        person, goal = (ids[kind][0] if ids[kind] else 1 for kind in ("person", "goal"))
        yield {
            "person": str(person), "given_by": str(person), "household": str(person),
            "owner": f"member-{person}", "goal": str(goal), "agreement": str(ids["agreement"][0]),
            "page": str(goal), "draft": str(goal), "family": str(person), "version": "1",
        }  # fmt: skip


def _sought(world: World, who: str) -> Iterator[str]:
    """Whole and partial names, postcodes and telephones of those they may not see."""
    for word in sorted(world.unseen(who)):
        if " " not in word:
            yield word[:4] if len(word) > 5 else word + " x"
