"""A yes is withdrawn while others read: what begins after the withdrawal is acknowledged shows
nothing, by any page, on the real server (safety.md "Agreement", figures.md C3)."""

import secrets
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.urls import reverse

from hub.access import door, opening
from hub.audit import journal
from hub.consent.changes import agree
from hub.consent.models import Agreement
from hub.kernel import clock
from tests.c3.pages import FULL
from tests.c3.site import Visitor, serving, visitor
from tests.c3.world import World, look
from tests.cast import Cast
from tests.databases import Fresh

ROUNDS = 50 if FULL else 3
READERS = 6
SCHOOL = "Tidewell Primary School"
WORDS = ("Chidinma", "Adaeze", "Saltmarsh", "Amina")
# Amina leads another family that the first page of Ben lists, so there her name tells nothing.
OF_HOME = ("Chidinma", "Adaeze", "Saltmarsh", "Okafor")


@dataclass(frozen=True)
class Read:
    """One answer: which page, when it was asked for, and which words of the family it holds."""

    page: str
    began: float
    told: tuple[str, ...]


@contextmanager
def agreeing(world: World, cast: Cast) -> Any:
    """The yes of the family to the school, as it stands or given anew; gives its number."""
    actor, reference = cast.actor("amina"), cast.family("okafor").reference
    with journal.transaction():
        opening.begin(actor)
        file = door.open_file(actor, reference, "agreement", now=clock.now())
        yeses = Agreement.objects.filter(family=file.family, scope="share", until_at=None)
        row = yeses.filter(agency=world.agencies[SCHOOL]).first() or agree(
            file, given_by=world.ids["okafor"]["person"][0], scope="share",
            agency=world.agencies[SCHOOL], wording=world.wording, how="spoken",
            witness="Maud Finch", now=clock.now(),
        )  # fmt: skip
        opening.forget()
    connections.close_all()
    yield row.pk


@pytest.mark.heavy
@pytest.mark.requirement("2.90", "S8")
def test_a_read_that_begins_after_a_withdrawal_is_acknowledged_shows_nothing(
    fresh_database: Fresh, tmp_path: Path, socket_enabled: None
) -> None:
    cast = Cast()
    world = look(cast)
    reference = cast.family("okafor").reference
    family = f"/families/{reference}/"
    asks: list[tuple[str, str, dict[str, object]]] = [
        ("GET", family, {}),
        ("GET", reverse("who_sees", args=[reference]), {}),
        ("GET", reverse("agreement", args=[reference]), {}),
        ("POST", "/families/", {"sought": "Adaeze Okafor"}),
        ("POST", "/families/", {"sought": reference}),
        ("GET", "/", {}),
    ]
    seen_before = 0
    with serving(fresh_database, tmp_path) as site:
        amina, ben = visitor(site, cast, "amina"), visitor(site, cast, "ben")
        connections.close_all()
        for turn in range(ROUNDS):
            with agreeing(world, cast) as agreement:
                before, after = _round(amina, ben, f"{family}agreement/{agreement}/end/", asks)
            told = [read for read in after if read.told]
            assert told == [], f"round {turn}: {told[:5]}"
            assert {read.page for read in after} == {f"{m} {p} {s}" for m, p, s in asks}
            seen_before += sum(1 for read in before if read.told)
    assert seen_before >= ROUNDS  # what was withdrawn had been there to see


def _round(
    amina: Visitor, ben: Visitor, end: str, asks: list[tuple[str, str, dict[str, object]]]
) -> tuple[list[Read], list[Read]]:
    """Ben reads without pause while Amina records the withdrawal. Gives what he read before it was
    acknowledged, and what he asked for after."""
    until = [float("inf")]

    def read(start: int) -> list[Read]:
        found = []
        number = start
        # Each goes on until every page was asked for once more after the answer.
        rest = len(asks)
        while rest:
            method, path, sent = asks[number % len(asks)]
            number += 1
            rest -= time.monotonic() > until[0]
            began = time.monotonic()
            extra = {"once": secrets.token_urlsafe(18)} if method == "POST" else {}
            answer = ben.ask(method, path, sent | extra)
            assert answer.status in (200, 302, 404), answer.body[:300]
            text = answer.body + answer.header("location")
            # A reference that was typed stands in the box again; where it leads must not.
            words = OF_HOME if path == "/" else WORDS
            told = tuple(word for word in words if word in text.replace("Adaeze Okafor", ""))
            leads = (answer.header("location"),) if answer.status == 302 else ()
            found.append(Read(f"{method} {path} {sent}", began, told + leads))
        return found

    with ThreadPoolExecutor(READERS) as pool:
        reading = [pool.submit(read, number) for number in range(READERS)]
        time.sleep(0.3)
        answer = amina.ask("POST", end, {"once": secrets.token_urlsafe(18)})
        assert answer.status == 302, answer.body[:500]
        until[0] = time.monotonic()
        reads = [one for work in reading for one in work.result(timeout=120)]
    return (
        [one for one in reads if one.began <= until[0]],
        [one for one in reads if one.began > until[0]],
    )
