"""What a family's pages are drawn from, gathered while the database is open."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hub.access import queries as access
from hub.access.inside.queries import MemberSees, members_see
from hub.access.rules import NO_FURTHER
from hub.consent import queries as consent
from hub.consent import sharing
from hub.consent.birthdays.queries import Birthday, birthdays_in
from hub.consent.looking.queries import ToLookAt, to_look_at
from hub.consent.orders.apart import not_to_take
from hub.families import queries as families
from hub.families import rules
from hub.families.elsewhere import home_borough
from hub.intake.joining.queries import waiting_in
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.dates import PartialDate
from hub.kernel.files import ActorKind, FamilyFile, Level
from hub.merging.queries import KnownMerge, OtherHome, merges_of, other_homes
from hub.plans import queries as plans

PARTS = {"adult": "Adult", "child": "Child or young person", "unborn": "Unborn child"}


@dataclass(frozen=True)
class Member:
    """Somebody in the family as its page shows them."""

    person: int
    name: str
    known_as: str
    born: PartialDate | None
    part: str
    relations: list[str]
    contacts: list[Any]
    lost: str = ""
    beyond: bool = False


@dataclass(frozen=True)
class FamilyPage:
    """All that the family's page shows; at the signpost level the lead and nothing else."""

    lead: access.Leading | None
    today: date
    leads: bool
    no_further: bool = False
    members: list[Member] = field(default_factory=list)
    homes: list[tuple[Any, list[str]]] = field(default_factory=list)
    sharing: list[str] = field(default_factory=list)
    has_plan: bool = False
    plan_is_open: bool = False
    birthdays: list[Birthday] = field(default_factory=list)
    to_look_at: list[ToLookAt] = field(default_factory=list)
    joins: list[Any] = field(default_factory=list)
    ask_who_is_responsible: list[str] = field(default_factory=list)
    borough: Any = None
    not_to_take: list[str] = field(default_factory=list)
    merges: list[KnownMerge] = field(default_factory=list)
    other_homes: list[OtherHome] = field(default_factory=list)


def family_page(file: FamilyFile) -> FamilyPage:
    """The page of one family, as far as the file is open."""
    lead, today = access.lead_of(file), clock.today()
    leads = lead is not None and lead.practitioner == file.actor.id
    if not file.sees(Level.SUMMARY):
        no_further = any(NO_FURTHER in reason for reason in file.reasons)
        return FamilyPage(lead, today, leads, no_further, merges=merges_of(file))
    plan, (agreed, taking) = plans.plan_in(file), consent.agreed_in(file)
    rows = families.members_in(file)
    members, homes = _members(file, rows), families.homes_in(file)
    return FamilyPage(
        lead=lead,
        today=today,
        leads=leads,
        members=members,
        homes=[(home, [m.name for m in members if m.person in people]) for home, people in homes],
        sharing=agreed.get("share", []),
        has_plan=plan is not None,
        plan_is_open=plan is not None and plan.closed_at is None,
        birthdays=birthdays_in(file, today=today, members=[r for r in rows if not r.loss]),
        to_look_at=to_look_at([file], today=today),
        joins=waiting_in(file) if leads else [],
        ask_who_is_responsible=without_responsible(file, rows),
        borough=home_borough(file, [home for home, _ in homes]),
        not_to_take=not_to_take(file, rows, taking),
        merges=merges_of(file),
        other_homes=other_homes(file),
    )


def relations(file: FamilyFile, given_names: dict[int, str]) -> dict[int, list[str]]:
    """What each is to others, one line a kind: "Mother of Dylan and Ffion"."""
    to: dict[tuple[int, str], set[int]] = {}
    related, responsible = families.ties_in(file)
    for row in related:
        to.setdefault((row.person, f"{row.words} of"), set()).add(row.other)
    for held in responsible:
        words = "Has parental responsibility for"
        to.setdefault((held.person, words), set()).add(held.child)
    found: dict[int, list[str]] = {}
    for (person, words), others in to.items():
        names = [name for other, name in given_names.items() if other in others]
        if names:
            last = f" and {names.pop()}" if len(names) > 1 else ""
            found.setdefault(person, []).append(f"{words} {', '.join(names)}{last}")
    return found


def _members(file: FamilyFile, rows: list[Any]) -> list[Member]:
    related = relations(file, {row.person_id: row.person.given_names for row in rows})
    contacts: dict[int, list[Any]] = {}
    for contact in families.contacts_in(file):
        contacts.setdefault(contact.person_id, []).append(contact)
    return [
        Member(
            person=row.person_id,
            name=row.person.full_name,
            known_as=row.person.known_as,
            born=None if row.loss else row.person.born,
            part=PARTS[row.part],
            relations=related.get(row.person_id, []),
            contacts=contacts.get(row.person_id, []),
            lost=lost(row),
            beyond=not row.loss
            and rules.is_beyond_the_ages(row.part, families.ages_of(row, clock.today())),
        )
        for row in rows
    ]


def lost(row: Any) -> str:
    """What happened and when, or "" (S17)."""
    return (
        f"{row.get_loss_display()}{f', {row.lost_on}' if row.lost_on else ''}" if row.loss else ""
    )


def without_responsible(file: FamilyFile, members: list[Any]) -> list[str]:
    """The children for whom nobody is recorded as responsible any more, since somebody died: a
    question to ask, not an alarm (S17)."""
    inside = file.actor.kind is ActorKind.MEMBER  # who does not see all who are
    if inside or not any(row.loss and row.part == "adult" for row in members):
        return []
    held = {row.child for row in families.responsible_in(file)}
    children = [row for row in members if row.part == "child" and not row.loss]
    return [row.person.given_names for row in children if row.person_id not in held]


@dataclass(frozen=True)
class Sees:
    """Who can see this family and why: whoever reads it first, then people, then agencies, then
    those in the family; `inside` when one of these reads it."""

    people: list[dict[str, str]]
    agencies: list[tuple[str, str]]
    shown: list[str]
    family: list[MemberSees]
    inside: bool
    may_view: bool


def who_sees(file: FamilyFile) -> Sees:
    """The people recorded with the family, and the agencies whose staff see the signpost (C5)."""
    now = clock.now()
    lines, agencies = access.who_sees(file, now=now)
    own = [line for line in lines if line.practitioner == file.actor.id]
    others = [line for line in lines if line.practitioner != file.actor.id]
    people = [_line(line) for line in own + others]
    family = members_see(file, now=clock.now())
    inside = file.actor.kind is ActorKind.MEMBER
    if not own and not inside:  # a coordinator, say, is recorded with no family
        people.insert(
            0,
            {
                "name": file.actor.name,
                "role": "",
                "agency": file.actor.agency_name,
                "level": file.level.word,
                "why": " ".join(file.reasons),
            },
        )
    return Sees(
        people,
        _agencies(file),
        agencies,
        family,
        inside,
        may_view=file.sees(Level.RECORD),
    )


# What nobody at an agency sees, by how far the family's yes to it reaches (3.14).
NO_MORE = {
    Level.SIGNPOST: "Nobody there sees more, whatever they do with the family.",
    Level.SUMMARY: "Nobody there sees the plan.",
}


def _agencies(file: FamilyFile) -> list[tuple[str, str]]:
    """The agencies that may know, by name, each with what nobody there sees."""
    given = consent.agreements_in(file)
    reach = sharing.reach_of(given)
    return [
        (agency.name, NO_MORE.get(reach.get(agency.pk, Level.PLAN), ""))
        for agency in consent.agencies_agreed(file, given)
    ]


def _line(line: access.SeenBy) -> dict[str, str]:
    return {
        "name": line.name,
        "role": line.role_title,
        "agency": line.agency,
        "level": line.level.word,
        "why": " ".join(line.reasons),
    }


@dataclass(frozen=True)
class Found:
    """A family that was found: names only where the summary may be seen."""

    reference: str
    names: list[str]
    lead: access.Leading | None


def found(files: list[FamilyFile]) -> list[Found]:
    """The families of a search, each as far as it is open."""
    names, leads = families.names_of(files), access.leads_of(files)
    return [
        Found(file.reference, names.get(file.family, []), leads.get(file.family)) for file in files
    ]


def people_of(file: FamilyFile) -> list[tuple[int, str]]:
    """The members as choices, without the unborn and those who died."""
    rows = [row for row in families.living_in(file) if row.part != "unborn"]
    return [(row.person_id, row.person.full_name) for row in rows]


@dataclass(frozen=True)
class Both:
    """What two people wrote, and who was first."""

    who: str
    when: Any
    differences: list[dict[str, str]]


def both(row: Any, told: Conflict) -> Both:
    """Who saved first and where the two differ."""
    last = families.last_change(row)
    return Both(
        who=last.name if last else "Somebody",
        when=last.at if last else clock.now(),
        differences=[
            {"label": label, "yours": str(told.yours[label]), "theirs": str(theirs)}
            for label, theirs in told.theirs.items()
            if told.yours[label] != theirs
        ],
    )
