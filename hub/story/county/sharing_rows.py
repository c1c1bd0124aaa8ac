"""The rows of agreement and of who works with a family: yes to whom, since when, kept from whom."""

from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from hub.consent.override_rules import review_due
from hub.story.county.household import Member
from hub.story.county.sheet import Sheet
from hub.story.county.staff import Worker
from hub.story.county.words import BECAUSE, HARM, WHY

if TYPE_CHECKING:
    from hub.story.county.portion import County, Family


def write_sharing(sheet: Sheet, rng: Random, family: "Family", county: "County") -> None:
    """Agreements, lead, involvements, restrictions and overrides of one family."""
    now = county.now
    if not family.busy and rng.random() < 0.03:
        family.ended = family.later(rng, now)
    giver = family.drawn.adults[0]
    shares = _shares(rng, family)
    _agree(sheet, family, county, giver, "record", family.worker, family.ended)
    _agree(sheet, family, county, giver, "keep", family.worker, family.ended)
    _agree(sheet, family, county, giver, "service", family.worker, family.ended)
    for worker in shares:
        until = family.ended
        if until is None and not family.busy and rng.random() < 0.06:
            until = family.later(rng, now)
        _agree(sheet, family, county, giver, "share", worker, until)
    if shares and rng.random() < 0.04:
        _a_young_persons_yes(sheet, rng, family, county, shares[0])
    _lead(sheet, rng, family, now)
    _involved(sheet, rng, family, shares, now)
    if not family.busy:
        _kept_back(sheet, rng, family, shares, now)
        _shown_anyway(sheet, rng, family, now)


def _shares(rng: Random, family: "Family") -> list[Worker]:
    """The agencies, each by one of its workers, that the family lets know: none to four."""
    if family.busy:
        return family.others[: 1 + int(rng.random() * 3)]
    return family.others[: rng.choices(range(5), (12, 30, 30, 18, 10))[0]]


def _agree(
    sheet: Sheet, family: "Family", county: "County", giver: Member, scope: str, worker: Worker,
    until: datetime | None, judgement: int | None = None,
) -> None:  # fmt: skip
    basis = "competent" if judgement else "responsible" if giver.kind != "child" else "young_person"
    how = ("on_screen", "paper", "spoken", "on_screen")[giver.id >> 4 & 3]
    witness = "Duty worker" if how == "spoken" else ""
    sheet.add("consent_agreement", sheet.id(), family.id, 1, giver.id, scope, worker.agency,
              county.staff.wording, basis, judgement, how, witness, family.worker.id,
              family.registered, family.registered, until,
              family.worker.id if until else None, "withdrawn" if until else "",
              _reach(family, giver, scope, worker), "", "en", "practitioner", "",
              True)  # fmt: skip


def _reach(family: "Family", giver: Member, scope: str, worker: Worker) -> int:
    """One share in eight reaches only the signpost, one the registration. By ids, not by chance:
    the rest of the county is what it was."""
    if family.busy or scope != "share":
        return 3
    return {0: 1, 1: 2}.get((giver.id ^ worker.agency) >> 7 & 7, 3)


def _a_young_persons_yes(
    sheet: Sheet, rng: Random, family: "Family", county: "County", worker: Worker
) -> None:
    child = next((c for c in family.drawn.children if c.age >= 12), None)
    if child is None:
        return
    judgement = None
    if child.age < 16:
        judgement = sheet.id()
        sheet.add("consent_judgement", judgement, family.id, 1, child.id, True, child.age < 14,
                  rng.choice(BECAUSE), family.worker.id, family.registered)  # fmt: skip
    _agree(sheet, family, county, child, "share", worker, family.ended, judgement)


def _lead(sheet: Sheet, rng: Random, family: "Family", now: datetime) -> None:
    pick = rng.random()
    if not family.busy and pick < 0.04:
        return
    since, until = family.registered, family.ended
    if until is None and not family.busy and pick < 0.08:
        until = family.later(rng, now)
    stage = "starting" if rng.random() < 0.2 else "appointed"
    sheet.add("access_lead", sheet.id(), family.id, 1, family.worker.id, stage, since, until)


def _involved(
    sheet: Sheet, rng: Random, family: "Family", shares: list[Worker], now: datetime
) -> None:
    for worker in shares:
        if not (family.busy and worker is shares[0]) and rng.random() < 0.25:
            continue
        kind = "team" if rng.random() < 0.5 else "working"
        since = family.registered + timedelta(hours=1)
        until = family.ended
        if until is None and not family.busy and rng.random() < 0.1:
            until = since + (now - since) * rng.random()
        until = max(until, since) if until else None
        sheet.add("access_involvement", sheet.id(), family.id, 1, worker.id, kind,
                  rng.choice(WHY), since.date(), since, until)  # fmt: skip


def _kept_back(
    sheet: Sheet, rng: Random, family: "Family", shares: list[Worker], now: datetime
) -> None:
    if rng.random() > 0.025 or not shares:
        return
    whom, pick = shares[-1], rng.random()
    kind, item = ("", None) if pick < 0.3 else ("address", family.address)
    kept_from = "agency" if rng.random() < 0.6 else "practitioner"
    whom_id = whom.agency if kept_from == "agency" else whom.id
    if pick > 0.85 and len(family.drawn.adults) > 1:
        kept_from, whom_id = "person", family.drawn.adults[1].id
    until = family.later(rng, now) if rng.random() < 0.2 else None
    sheet.add("consent_restriction", sheet.id(), family.id, 1, kind, item, kept_from, whom_id,
              family.drawn.adults[0].id, family.worker.id, family.registered, until)  # fmt: skip


def _shown_anyway(sheet: Sheet, rng: Random, family: "Family", now: datetime) -> None:
    if rng.random() > 0.004 or not family.others:
        return
    told, since = rng.random() < 0.8, family.later(rng, now)
    sheet.add("consent_override", sheet.id(), family.id, 1, "agency", family.others[-1].agency,
              None, rng.choice(("harm", "legal_duty")), rng.choice(HARM), family.worker.id,
              "Duty manager", told, "" if told else "Telling would raise the danger", since,
              since + timedelta(days=28), review_due(since))  # fmt: skip
