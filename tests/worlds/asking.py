"""Asks the pages as everybody and compares what is in the answers with the oracle."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.worlds.addresses import Page, pages
from tests.worlds.oracle import Oracle
from tests.worlds.shown import NEEDS, SHOWS, row_of
from tests.worlds.wall import Difference
from tests.worlds.world import Family, Job, Person, Row

LEVELS: Final = {"signpost": 1, "summary": 2, "plan": 3, "record": 4}
# What an address calls a row: its kind.
NAMED: Final = {"contact": "contact", "address": "address", "agreement": "agreement",
                "person": "person", "goal": "goal", "action": "action"}  # fmt: skip
THERE: Final = (200, 302, 403, 405, 409)


@dataclass(frozen=True)
class Ask:
    """One request: who, which page, with what, and what the oracle says to it.

    `there` is None where the rules leave it open. `typed` words come back in any case. `goes_on`
    says whether a reference that was typed leads to its family.
    """

    job: Job
    page: str
    asked: str
    may: set[str]
    must: set[str]
    there: bool | None
    why: str
    kwargs: dict[str, Any] = field(default_factory=dict)
    posted: dict[str, Any] | None = None
    typed: frozenset[str] = frozenset()
    goes_on: bool | None = None


def differences(ask: Ask, oracle: Oracle, client: Client) -> Iterator[Difference]:
    """Send it, and say where the answer is not what the oracle says. What it changed is undone."""
    url = reverse(ask.page, kwargs=ask.kwargs)
    with transaction.atomic():
        response = client.get(url) if ask.posted is None else client.post(url, ask.posted)
        transaction.set_rollback(True)
    where = response.headers.get("Location", "")
    told = f"{ask.asked} -> {response.status_code} {where}"

    def differs(marker: str, *, leak: bool) -> Difference:
        return Difference(ask.job.id, ask.page, told, marker, leak, ask.why)

    if not oracle.works(ask.job):
        if response.status_code != 302 or where != reverse("who"):
            yield differs("an answer to nobody", leak=True)
    elif ask.there is not None and ask.there != (response.status_code != 404):
        yield differs("the page", leak=not ask.there)
    elif response.status_code not in (*THERE, 404):
        yield differs(f"status {response.status_code}", leak=False)
    elif ask.goes_on is not None and ask.goes_on != (response.status_code == 302):
        yield differs("the way to the family", leak=not ask.goes_on)
    body = b"".join(response).decode() + "\n".join(map(str, response.headers.items()))
    if "sessionid" in response.cookies:
        body += response.cookies["sessionid"].value
    for word in sorted(oracle.world.secrets() - ask.typed):
        is_in = word in body or f"{word[:7]}</span><span>{word[7:]}" in body
        if is_in and word not in ask.may:
            yield differs(word, leak=True)
        if not is_in and word in ask.must:
            yield differs(word, leak=False)


class Asks:
    """The questions there are to ask in one world."""

    def __init__(self, oracle: Oracle, dice: random.Random) -> None:
        self.world, self.dice, self.oracle = oracle.world, dice, oracle

    def some(self, count: int) -> Iterator[Ask]:
        """So many: mostly a page of a family that somebody sees, else a list, search or office."""
        names = [page.name for page in pages().values()]
        of_families = [name for name in names if "reference" in pages()[name].holds]
        # Each page comes up by turns, whatever the dice say.
        yield self.ask(self._job(), names[self.world.seed % len(names)])
        for _ in range(count - 1):
            turn = self.dice.random()
            job = self._job()
            if turn < 0.6:
                job, family = self._pair()
                yield self._of_family(job, pages()[self.dice.choice(of_families)], family)
            elif turn < 0.9:
                hub = self.oracle.has_role(job, "coordinator") and self.dice.random() < 0.7
                lists = ("hub",) if hub else ("home", "families")
                yield self.ask(job, self.dice.choice(lists))
            else:
                yield self.ask(job, self.dice.choice(names))

    def every(self) -> Iterator[Ask]:
        """Every page as everybody, of every family; one row each."""
        for job in self.world.jobs:
            for page in pages().values():
                if "reference" not in page.holds:
                    yield self.ask(job, page.name)
                for family in self.world.families if "reference" in page.holds else ():
                    yield self._of_family(job, page, family)

    def ask(self, job: Job, name: str) -> Ask:
        """One question of a page, with what its address needs drawn."""
        page = pages()[name]
        if "reference" in page.holds:
            return self._of_family(job, page, self._family(job))
        lists = {"home": self._home, "hub": self._hub, "families": self._find,
                 "signatures_due": self._to_sign}  # fmt: skip
        return lists[name](job) if name in lists else self._of_office(job, page)

    def _job(self) -> Job:
        """Mostly somebody who sees something."""
        seeing = [job for job, _ in self._seen()]
        return self.dice.choice(seeing if seeing and self.dice.random() < 0.8 else self.world.jobs)

    def _pair(self) -> tuple[Job, Family]:
        """Somebody and a family: mostly one they see, the more they see the likelier."""
        seen = self._seen()
        if not seen or self.dice.random() < 0.15:
            return self.dice.choice(self.world.jobs), self.dice.choice(self.world.families)
        weights = [self.oracle.sight(*pair).level for pair in seen]
        return self.dice.choices(seen, weights)[0]

    def _seen(self) -> list[tuple[Job, Family]]:
        pairs = [(job, family) for job in self.world.jobs for family in self.world.families]
        return [pair for pair in pairs if self.oracle.sight(*pair).level]

    def _home(self, job: Job) -> Ask:
        mine = self.oracle.mine(job)
        may, must = set(), set()
        for family in mine:
            may |= self.oracle.may_read(job, family)
            must |= self._names(job, family) | {family.reference}
            must |= SHOWS["home"](self.oracle, job, family, None)
        why = f"theirs are {', '.join(f.reference for f in mine) or 'none'}"
        return Ask(job, "home", "", may, must if self.oracle.works(job) else set(), True, why)

    def _hub(self, job: Job) -> Ask:
        alone = self.oracle.without_a_lead(job) if self.oracle.works(job) else []
        lapsed = self.oracle.waits(job) if self.oracle.works(job) else []
        may = {f.reference for f in (*alone, *lapsed)}
        for family in alone:
            may |= self._names(job, family) | self._known_as(job, family)
        must = {name for f in alone for name in self._names(job, f)} | {f.reference for f in alone}
        there = self.oracle.has_role(job, "coordinator")
        why = f"waiting: {', '.join(f.reference for f in alone) or 'none'}"
        return Ask(job, "hub", "", may, must if there else set(), there, why)

    def _to_sign(self, job: Job) -> Ask:
        """References alone, of families led or coordinated; the officer's are all (4.2, S33)."""
        officer = self.oracle.has_role(job, "data_protection_officer")
        may = {f.reference for f in self.world.families
               if officer or self.oracle.sight(job, f).level >= LEVELS["summary"]}  # fmt: skip
        return Ask(job, "signatures_due", "", may, set(), True, f"officer: {officer}")

    def _find(self, job: Job) -> Ask:
        family = self._family(job)
        if self.dice.random() < 0.15:
            return self._by_reference(job, family)
        person = self.world.people[self._member(family)]
        typed = self._typed(person)
        found = self.oracle.found(job, typed) if self.oracle.works(job) else []
        may, must = set(), {f.reference for f in found}
        for one in found:
            may |= {one.reference} | self._names(job, one) | self._known_as(job, one)
            must |= self._names(job, one)
        echoed = frozenset(person.names)
        why = f"found: {', '.join(f.reference for f in found) or 'none'}"
        return Ask(job, "families", repr(typed), may, must - echoed, True, why,
                   posted={"sought": typed}, typed=echoed)  # fmt: skip

    def _by_reference(self, job: Job, family: Family) -> Ask:
        level = self.oracle.sight(job, family).level
        typed = frozenset({family.reference})
        sent = {"sought": family.reference}
        why = self.oracle.sight(job, family).why
        return Ask(job, "families", f"{family.reference} at level {level}", set(), set(), True,
                   why, posted=sent, typed=typed, goes_on=level > 0)  # fmt: skip

    def _typed(self, person: Person) -> str:
        whole = list(person.names)
        self.dice.shuffle(whole)
        kind = self.dice.randrange(4)
        if kind < 2:
            return " ".join(whole)
        return whole[0] if kind == 2 else whole[0][:6]

    def _of_family(self, job: Job, page: Page, family: Family) -> Ask:
        kwargs: dict[str, Any] = {"reference": family.reference}
        sight, row = self.oracle.sight(job, family), None
        needs = NEEDS.get(page.name, LEVELS.get(page.access.removeprefix("family:"), 4))
        there: bool | None = sight.level >= needs
        for name in (name for name in page.holds if name != "reference"):
            kind = NAMED.get(row_of(page.name, name), "")
            row = self._row(family, kind)
            kwargs[name] = row.id if row is not None else 1
            if kind == "person" and row is not None:
                kwargs[name] = row.people[0]
            there = there and self._is_there(job, family, kind, row)
        if page.name.startswith("view") and self.oracle.has_role(job, "data_protection_officer"):
            there = None  # theirs with a purpose, which is not given here: tests/inside asks that
        may = self.oracle.may_read(job, family) if sight.level >= needs else set()
        shows: Callable[..., set[str]] = SHOWS.get(page.name, lambda *_: set())
        must = shows(self.oracle, job, family, row) if there else set()
        return Ask(job, page.name, str(kwargs), may, must, there, sight.why, kwargs,
                   typed=frozenset({family.reference}))  # fmt: skip

    def _is_there(self, job: Job, family: Family, kind: str, row: Row | None) -> bool | None:
        """Whether a row's page is there; None for one that is over, or of a kind not known here."""
        if not kind:
            return None
        if row is None or row.family != family.id or row not in self.oracle.rows(job, family):
            return False
        return True if row.window.is_open else None

    def _of_office(self, job: Job, page: Page) -> Ask:
        needs_role = page.access.startswith("role:")
        roles = page.access.removeprefix("role:").split(",")
        holds = not needs_role or self.oracle.has_role(job, *roles)
        kwargs = {name: self._office(name) for name in page.holds}
        own = {d.secret: d.id for d in self.world.drafts if d.job == job.id}
        there: bool | None = holds if not page.holds else (False if not holds else None)
        if page.holds == ("draft",):
            practice = page.name == "practice_family"  # no draft of the world's is one
            there = kwargs["draft"] in own.values() and not practice
        typed = {family.reference for family in self.world.families}
        officer = typed if page.name.startswith("looked") and holds else set()
        if page.name in ("overrides", "overrides_month"):
            officer = self.oracle.overseen(job)
        elif page.name == "agreements":  # of families led: a yes that ends soon, a no
            led = [f for f in self.oracle.mine(job) if self.oracle.sight(job, f).level == 4]
            officer = {f.reference for f in led}.union(*(self._names(job, f) for f in led))
        shown = page.name == "registration_draft" and self.oracle.works(job)
        must = {w for w, pk in own.items() if shown and kwargs.get("draft") == pk}
        return Ask(job, page.name, str(kwargs), set(own) | officer, must, there,
                   f"needs {page.access}", kwargs, posted=self._question(page.name))  # fmt: skip

    def _question(self, name: str) -> dict[str, Any] | None:
        family, job = self.dice.choice(self.world.families), self.dice.choice(self.world.jobs)
        days = {"first-day": 1, "first-month": 1, "first-year": 2025, "last-day": 1,
                "last-month": 2, "last-year": 2026}  # fmt: skip
        moment = {"on-day": 1, "on-month": 2, "on-year": 2026, "at": "10:00"}
        email: dict[str, Any] = {"email": f"{job.id}@agency.example.org"}
        questions: dict[str, dict[str, Any]] = {
            "looked_at_family": {"reference": family.reference, **days},
            "looked_by_practitioner": email | days,
            "looked_sight": email | {"reference": family.reference} | moment,
        }
        return questions.get(name)

    def _office(self, name: str) -> int:
        world = self.world
        if name == "draft" and world.drafts:
            return self.dice.choice(world.drafts).id
        if name == "role" and world.roles:
            return self.dice.choice(world.roles).id
        if name == "practitioner":
            return self.dice.choice(world.jobs).id
        some = {"agency": tuple(world.agencies), "locality": world.localities}
        return self.dice.choice(some.get(name, (1,)))

    def _family(self, job: Job) -> Family:
        """Mostly one that somebody sees."""
        seen = [f for f in self.world.families if self.oracle.sight(job, f).level]
        mostly = seen if seen and self.dice.random() < 0.7 else self.world.families
        return self.dice.choice(mostly)

    def _row(self, family: Family, kind: str) -> Row | None:
        """Mostly a row of this family, now and then of another."""
        kind = "membership" if kind == "person" else kind
        rows = self.world.of(family.id, *([kind] if kind else []))
        if not rows or self.dice.random() < 0.15:
            rows = [r for r in self.world.rows if not kind or r.kind == kind]
            if kind == "membership":  # somebody in both families is in this one
                rows = [r for r in rows if r.family == family.id or not self._in(family, r)]
        return self.dice.choice(rows) if rows else None

    def _in(self, family: Family, row: Row) -> bool:
        mine = {p for r in self.world.of(family.id, "membership") for p in r.people}
        return bool(mine & set(row.people))

    def _member(self, family: Family) -> int:
        return self.dice.choice(self.world.of(family.id, "membership")).people[0]

    def _names(self, job: Job, family: Family) -> set[str]:
        members = self.oracle.members(job, family)
        return {name for p in members for name in self.world.people[p].shown}

    def _known_as(self, job: Job, family: Family) -> set[str]:
        return {n for p in self.oracle.members(job, family) for n in self.world.people[p].names}
