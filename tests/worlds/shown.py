"""What a page of a family shows, from which level on: C6 and S1, page by page.

A page that is not here is asked all the same: nothing leaks on it, and it is there from the level
that its mark names.
"""

from collections.abc import Callable
from typing import Final

from tests.worlds.oracle import Oracle
from tests.worlds.world import PLAN, RECORD, SIGNPOST, SUMMARY, Family, Job, Row

# The level from which a page is there.
NEEDS: Final = {
    **dict.fromkeys(("family", "working"), SIGNPOST),
    **dict.fromkeys((
        "working_end", "who_sees", "people", "person", "addresses", "address", "contacts",
        "contact", "contact_safety", "agreement", "sharing", "sharing_end", "stopping", "plan",
        "plan_opening",
    ), SUMMARY),
    **dict.fromkeys((
        "plan_paper", "plan_closure", "goals", "goal", "actions", "action", "action_done",
        "action_not_done",
    ), PLAN),
    "looks": RECORD,
}  # fmt: skip

Shows = Callable[[Oracle, Job, Family, Row | None], set[str]]


def row_of(page: str, name: str) -> str:
    """The kind of row that a part of a page's address numbers."""
    if name != "pk":
        return name
    return "goal" if page in ("goal", "actions") else "action"


def _names(oracle: Oracle, job: Job, family: Family, row: Row | None = None) -> set[str]:
    people = oracle.members(job, family)
    return {name for person in people for name in oracle.world.people[person].shown}


def _now(oracle: Oracle, job: Job, family: Family, *kinds: str) -> set[str]:
    rows = oracle.rows(job, family)
    return {s for r in rows if r.kind in kinds and r.window.holds for s in r.secrets}


def _lead(oracle: Oracle, family: Family) -> set[str]:
    """Staff names are no secret, but here is who leads (S1, S20)."""
    leads = [r for r in oracle.world.of(family.id, "lead") if r.window.holds]
    return {oracle.world.job(lead.more["job"]).name for lead in leads}


def _family(oracle: Oracle, job: Job, family: Family, row: Row | None) -> set[str]:
    known = {
        oracle.world.people[person].known_as
        for person in oracle.members(job, family)
        if oracle.world.people[person].known_as
    }
    places = {
        secret
        for place in oracle.rows(job, family)
        if place.kind in ("address", "contact") and place.window.holds
        and (place.kind == "address" or set(place.people) <= oracle.members(job, family))
        for secret in place.secrets
    }  # fmt: skip
    return _names(oracle, job, family) | known | places


def _plan(oracle: Oracle, job: Job, family: Family, row: Row | None) -> set[str]:
    return _names(oracle, job, family) | _now(oracle, job, family, "goal", "action", "closure")


def _person(oracle: Oracle, job: Job, family: Family, row: Row | None) -> set[str]:
    assert row is not None
    return set(oracle.world.people[row.people[0]].names) if row.window.holds else set()


def _itself(oracle: Oracle, job: Job, family: Family, row: Row | None) -> set[str]:
    assert row is not None
    return set(row.secrets) if row.window.holds else set()


def _agreement(oracle: Oracle, job: Job, family: Family, row: Row | None) -> set[str]:
    rows = [r for r in oracle.rows(job, family) if r.kind == "agreement" and r.window.is_open]
    if oracle.sight(job, family).level < RECORD:  # who keeps the record is the lead's to see (S3)
        rows = [r for r in rows if r.more["scope"] == "share"]
    return {name for r in rows for name in oracle.world.people[r.people[0]].shown}


def _giver(oracle: Oracle, job: Job, family: Family, row: Row | None) -> set[str]:
    assert row is not None
    return set(oracle.world.people[row.people[0]].shown) if row.window.is_open else set()


def _to_ask(oracle: Oracle, job: Job, family: Family, row: Row | None) -> set[str]:
    born = [
        r
        for r in oracle.rows(job, family)
        if r.kind == "membership" and r.window.holds and r.more["part"] != "unborn"
    ]
    return {name for r in born for name in oracle.world.people[r.people[0]].shown}


def _due(oracle: Oracle, job: Job, family: Family, row: Row | None) -> set[str]:
    """What somebody has taken on and not done, in a plan that is open."""
    rows = oracle.rows(job, family)
    if any(r.kind == "plan" and r.more["closed"] for r in rows):
        return set()
    mine = [r for r in rows if r.kind == "action" and r.more["owner"] == job.id]
    return {secret for r in mine if not r.more["done"] for secret in r.secrets}


# The words that have to be on a page for whoever may see them.
SHOWS: Final[dict[str, Shows]] = {
    "home": _due, "family": _family, "plan": _plan, "plan_paper": _plan, "person": _person,
    "address": _itself, "contact": _itself, "goal": _itself, "action": _itself, "actions": _itself,
    "agreement": _agreement, "sharing_end": _giver, "sharing": _to_ask, "addresses": _to_ask,
    "contacts": _to_ask,
}  # fmt: skip
