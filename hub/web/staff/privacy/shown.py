"""What the pages of what is kept private are drawn from: items in words, and from whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from hub.access import queries as access
from hub.agencies import queries as agencies
from hub.consent import queries as consent
from hub.consent.holding import PLACES
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.clock import day_of
from hub.kernel.files import FamilyFile, Level, NotInYourFiles
from hub.plans import queries as plans
from hub.ui import addresses, forms
from hub.web.staff.privacy import choosing

# What a kind of item is called where it has ended, or has no page of its own yet.
KINDS: Final = {
    "": "The whole family",
    PLACES: "Where they are",
    "member": "Somebody in the family",
    "address": "An address",
    "contact": "A telephone number or email",
    "relationship": "Who somebody is to another",
    "responsibility": "Who has parental responsibility",
    "order": "A court order, and what it does",
    "agreement": "Something the family agreed to",
    "signature": "A signature",
    "paper": "A paper",
    "sought": "Advice that was asked for",
    "involvement": "Who works with the family",
    "goal": "A goal",
    "action": "An action",
}
SEES: Final = {
    Level.SIGNPOST: "Sees who leads and how to reach them.",
    Level.SUMMARY: "Sees who is in the family and how to reach them.",
    Level.PLAN: "Sees the plan.",
}


@dataclass(frozen=True)
class Item:
    """Something that can be kept private: what it is, and what is no longer seen with it."""

    kind: str
    id: int
    title: str
    what: str
    gone: tuple[str, ...]
    still: str
    back: str


@dataclass(frozen=True)
class Line:
    """One thing kept private, as the list shows it."""

    id: int
    what: str
    from_whom: str
    asked_by: str
    set_by: str
    since: date
    from_reader: bool


def held(file: FamilyFile, *, by: str = "") -> list[Line]:
    """Everything kept private in this family now, oldest first; or what somebody wrote down."""
    rows = [row for row in consent.held_back_in(file) if by in ("", row.set_by)]
    names = _names(file, {row.kind for row in rows})
    return [_line(row, names) for row in rows]


def held_one(file: FamilyFile, pk: int) -> Line:
    """One of these. Raises NotInYourFiles."""
    row = consent.held_back(file, pk)
    return _line(row, _names(file, {row.kind}))


def _line(row: consent.Held, names: dict[int, str]) -> Line:
    return Line(
        id=row.id,
        what=names.get(row.item or 0) or KINDS.get(row.kind, "Something else of theirs"),
        from_whom=", ".join(filter(None, (row.from_name, row.from_agency))),
        asked_by=row.asked_by,
        set_by=row.set_by,
        since=day_of(row.since),
        from_reader=row.from_reader,
    )


def _names(file: FamilyFile, kinds: set[str]) -> dict[int, str]:
    """What is held back in plain words, by its id; only of the kinds there are."""
    found: dict[int, str] = {}
    if "member" in kinds:
        found |= {m.pk: m.person.full_name for m in families.members_in(file)}
    if "address" in kinds:
        found |= {a.pk: f"Address: {place(a)}" for a in families.addresses_in(file)}
    if "contact" in kinds:
        found |= {c.pk: f"Contact: {c.value}" for c in families.contacts_in(file)}
    others = {"relationship", "responsibility", "agreement", "involvement"}
    if kinds & others:
        found |= {one.id: f"{one.called}: {one.words}" for one in choosing.others_in(file)}
    plan = plans.plan_in(file) if kinds & {"goal", "action"} else None
    for goal in plans.goals_in(file, plan) if plan else ():
        found[goal.goal.pk] = f"Goal: {goal.goal.words}"
        found |= {action.pk: f"Action: {action.step}" for action in goal.actions}
    return found


def place(row: Any) -> str:
    """An address in one line."""
    if row.held_by:
        return f"held by {row.held_by}"
    return ", ".join([*row.lines.split("\n"), row.postcode]).strip(", ")


def whom(file: FamilyFile) -> list[forms.Choice]:
    """From whom it can be kept: people recorded with the family, those in it, agencies it agreed
    to, then the other agencies around the reader. Not from the reader or who leads, nor their
    agencies."""
    lead = access.lead_of(file)
    out = {file.actor.id} | ({lead.practitioner} if lead else set())
    people_there, _ = access.who_sees(file, now=clock.now())
    seen = [line for line in people_there if line.practitioner not in out]
    people = [
        forms.Choice(
            f"practitioner-{line.practitioner}",
            f"{line.name}, {line.agency}",
            hint=SEES.get(line.level, ""),
        )
        for line in seen
    ]
    agreed = [(agency.pk, agency.name) for agency in consent.agencies_agreed(file)]
    # Of the reader's own locality: the family's tells where it is (S3).
    asked = consent.agencies_at_work(file.actor.locality, now=clock.now())
    others = [(agency.id, agency.name) for agency in asked]
    theirs = {file.actor.agency_name} | ({lead.agency} if lead else set())
    return people + list(_in_the_family(file)) + list(_everybody_at(agreed, others, theirs))


def _in_the_family(file: FamilyFile) -> Iterable[forms.Choice]:
    """Those in the family who may see some of its file one day: not the unborn, not who died."""
    for row in families.living_in(file):
        if row.part != "unborn":
            name = f"{row.person.full_name}, in the family"
            yield forms.Choice(f"person-{row.person_id}", name, hint=INSIDE)


def _everybody_at(
    agreed: list[tuple[int, str]], others: list[tuple[int, str]], theirs: set[str]
) -> Iterable[forms.Choice]:
    hints = dict.fromkeys((pk for pk, _ in agreed), SEES[Level.SIGNPOST])
    for pk, name in dict(agreed + others).items():
        if name not in theirs:
            yield forms.Choice(f"agency-{pk}", f"Everybody at {name}", hint=hints.get(pk, ""))


def people(file: FamilyFile) -> list[tuple[int, str]]:
    """Whose wish it can be."""
    rows = families.members_in(file)
    return [(row.person_id, row.person.full_name) for row in rows if row.part != "unborn"]


def chosen(answer: str, email: str) -> tuple[str, int]:
    """The kind and id of whom was chosen; id 0 when nobody works here by that email."""
    if answer == "other":
        found = agencies.at_work_by_email(email, clock.now())
        return "practitioner", found.pk if found else 0
    kind, _, number = answer.partition("-")
    return kind, int(number)


def _to(name: str, *arguments: Any) -> str:
    return addresses.address(name, *arguments)


INSIDE = "Not shown to them where families read their own file, nor in anything sent to them."
STILL = "everything else that they see now."


def member(file: FamilyFile, row: Any) -> Item:
    """Somebody in the family."""
    name = row.person.full_name
    gone = (
        f"that {name} is in the family: name, birth date, relations",
        f"how {name} is reached, and what {name} agreed to or does in the plan",
    )
    back = _to("person", file.reference, row.person_id)
    return Item("member", row.pk, "Keep somebody private", name, gone, STILL, back)


def address(file: FamilyFile, row: Any) -> Item:
    """One address."""
    gone = ("this address, in the past too", "who lives there")
    still = (
        f"{STILL} Other addresses too: to keep every place private, use "
        "“Keep where they are private”."
    )
    back = _to("address", file.reference, row.pk)
    return Item("address", row.pk, "Keep an address private", place(row), gone, still, back)


def contact(file: FamilyFile, row: Any) -> Item:
    """One way to reach somebody."""
    gone = ("this number or email, and whether it is safe",)
    still = f"{STILL} {row.person.full_name} too."
    back = _to("contact", file.reference, row.pk)
    return Item("contact", row.pk, "Keep a contact private", row.value, gone, still, back)


def goal(file: FamilyFile, row: Any) -> Item:
    """One goal of the plan."""
    gone = ("this goal, on screen and on paper", "its actions, also in what is due and in counts")
    back = _to("goal", file.reference, row.pk)
    return Item("goal", row.pk, "Keep a goal private", row.words, gone, STILL, back)


def action(file: FamilyFile, row: Any) -> Item:
    """One action of the plan."""
    gone = ("this action, on screen and on paper, also in what is due and in counts",)
    still = f"{STILL} Its goal too."
    back = _to("action", file.reference, row.pk)
    return Item("action", row.pk, "Keep an action private", row.step, gone, still, back)


def others(file: FamilyFile) -> list[tuple[str, list[choosing.Other]]]:
    """What has no page of its own, under the heading it stands under, in order."""
    found: dict[str, list[choosing.Other]] = {}
    for one in choosing.to_choose(file):
        found.setdefault(one.called, []).append(one)
    return list(found.items())


def other(file: FamilyFile, kind: str, pk: int) -> Item:
    """One of them. Raises NotInYourFiles."""
    for one in choosing.others_in(file):
        if (one.kind, one.id) == (kind, pk):
            back = _to("private_other", file.reference)
            return Item(kind, pk, one.title, one.words, one.gone, STILL, back)
    raise NotInYourFiles(file.reference)


def order(file: FamilyFile, row: Any) -> Item:
    """One court order."""
    gone = ("that there is an order, and everything it does",)
    still = f"{STILL} A yes that the order forbids is refused all the same."
    back = _to("order", file.reference, row.pk)
    return Item("order", row.pk, "Keep a court order private", row.kind.words, gone, still, back)


def paper(file: FamilyFile, row: Any) -> Item:
    """One paper."""
    gone = ("this paper, and that something was signed on it",)
    still = f"{STILL} What was agreed too."
    what = row.about or "A signed agreement"
    back = _to("paper", file.reference, row.pk)
    return Item("paper", row.pk, "Keep a paper private", what, gone, still, back)


def sought(file: FamilyFile, row: Any) -> Item:
    """One time that advice was asked for about the family."""
    gone = ("that advice was asked for, what it was and what was decided",)
    still = f"{STILL} Only whoever asked, and whoever leads the family, could see this at all."
    what = f"Advice asked for on {row.asked_on:%d/%m/%Y}"
    back = _to("family_sought_one", file.reference, row.pk)
    return Item("sought", row.pk, "Keep advice private", what, gone, still, back)


def places(file: FamilyFile) -> Item:
    """Where they are, now and later (S3)."""
    gone = (
        "every address, in the past too, and who lives there",
        "every telephone number and email, which can be rung or traced",
        "every address, number and email that is added from now on, from its first moment",
        "who leads, and at which agency and number: they are told to ring the hub",
        "which other agencies the family agreed to",
        "who of them works with the family, and what they do in the plan",
    )
    still = (
        "who is in the family, the goals of the plan, and what their own agency does. They cannot "
        "start a plan. If the words of a goal or an action tell where they are, keep it private "
        "too."
    )
    back = _to("family", file.reference)
    title = "Keep where they are private"
    what = "Where this family lives and how to reach it"
    return Item(PLACES, file.family, title, what, gone, still, back)
