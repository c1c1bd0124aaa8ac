"""Looking up whether a family is known: search, decide, write down, answer (2.2, 2.6, 2.111).

The same steps are taken whatever is found, and no id of anybody who was found leaves this module,
but the reference of a family that whoever asks may open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.db.models import QuerySet

from hub.access.lookup import events, rules
from hub.access.lookup.facts import (
    Contact,
    Found,
    asked_lately,
    facts_of,
    named,
    write_down,
)
from hub.access.lookup.marks import is_mark, marks_of, whole_mark
from hub.access.lookup.rules import Says, Surely
from hub.access.lookup.searching import Candidate, Search, as_many, look_for
from hub.access.lookup.seen import seal
from hub.access.lookup.telephoned import telephoned
from hub.agencies.models import Locality
from hub.audit import journal
from hub.database.kept import kept
from hub.kernel.clock import today
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, ActorKind, FamilyFile
from hub.kernel.ids import tidy_reference
from hub.matching.rules import Description

MOST: Final = 5
MOST_PEOPLE: Final = 8
# A family that was perhaps meant is in nobody's "who has looked".
UNNAMED: Final = (Says.NOTHING, Says.ASK)
Told = tuple[Candidate, Found, Surely, rules.Told]


@dataclass(frozen=True)
class Answer:
    """What is said of one family. `reference` and `reasons` are empty for who may not see it."""

    says: Says
    contact: Contact | None = None
    reference: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Checked:
    """A look-up's answers, those that are sure first; none is "nothing found". `mark` tells the
    look-up apart in the journal, and `seen` what was told of in it; both travel to where something
    is done after it."""

    answers: tuple[Answer, ...]
    hub: Contact
    mark: str
    seen: str = ""

    @property
    def surely(self) -> bool:
        """Whether any family is told of as surely theirs."""
        return any(one.says in rules.SURE for one in self.answers)

    @property
    def led(self) -> bool:
        """Whether somebody leads a family that is told of, and who asks may not see it."""
        return any(one.says in rules.LED for one in self.answers)


def check(
    actor: Actor,
    typed: Sequence[Description],
    *,
    reference: str = "",
    purpose: str,
    now: datetime,
) -> Checked:
    """Whether the family somebody typed is known, as far as they may be told.

    Takes what was typed of each person, the reference they were told, and why it is asked, a code
    of `events.PURPOSES`. One line is written in the asker's journal, with a keyed fingerprint in
    place of what was typed (S22). Raises NotAllowed with what to do, for who may not ask, what is
    too little, and too often; that somebody was stopped is written down too.
    """
    told, hub, mark = _asked(actor, typed, reference, purpose, now)
    return Checked(answers_of(told, hub), hub, mark, seal(actor.id, mark, shown_in(told)))


def _asked(
    actor: Actor, typed: Sequence[Description], reference: str, purpose: str, now: datetime
) -> tuple[list[Told], Contact, str]:
    people = [one for one in typed if one != Description()][:MOST_PEOPLE]
    rules.may_check(
        administrator=actor.kind is not ActorKind.PRACTITIONER or actor.has_role("administrator"),
        purpose=purpose in events.PURPOSES,
        typed=bool(people or reference),
        enough=bool(reference) or is_enough(people),
    ).or_raise()
    hub = hub_of(actor)
    lately, careful = asked_lately(now, actor.system)
    may = rules.may_ask_again(lately, limits(), hub=f"{hub.name}, {hub.phone}")
    mark = whole_mark(people, reference)
    if not may:
        written(actor, people, mark, purpose, [], now, stopped=True)
        raise Stopped(may.reason)
    told = told_of(people, careful, now, reference)
    written(actor, people, mark, purpose, told, now)
    return told, hub, mark


def led(
    actor: Actor, typed: Sequence[Description], *, reference: str = "", now: datetime
) -> list[int]:
    """The families of which whoever asks is told, for what they typed, that somebody leads or
    begins a plan: for what is then done for them, and never to be shown. It is written down as a
    look-up, and counts as one. Raises as `check`."""
    told, *_ = _asked(actor, typed, reference, "lookup.request", now)
    return [one.family for one, *_, answer in told if answer.says in rules.LED]


class Stopped(NotAllowed):
    """Somebody asked too often. What was written down of it is to be kept."""


def is_enough(people: Sequence[Description]) -> bool:
    """Whether what was typed is about somebody: a name or number with something beside it."""
    return (
        any(
            one.nhs
            or bool(one.surname and one.given)
            or (
                bool(one.surname or one.given or one.known_as)
                and bool(one.born or one.postcode or one.address or one.phones)
            )
            for one in people
        )
        or sum(bool(one.surname or one.given) for one in people) > 1
    )


def limits() -> rules.Limits:
    """How often may be asked, as the authority set it."""
    return rules.Limits(**getattr(settings, "HUB_LOOKUP_LIMITS", {}))


def hub_of(actor: Actor) -> Contact:
    """The hub that whoever asks rings: their own, never the family's, whose hub is a place (S3)."""
    for row in _localities(actor.locality or 0):
        return Contact(row.hub_name, phone=row.hub_phone, email=row.hub_email)
    return Contact("the hub")


@kept
def _localities(pk: int) -> QuerySet[Locality]:
    return Locality.objects.filter(pk=pk)


def told_of(
    people: Sequence[Description], careful: bool, now: datetime, reference: str = ""
) -> list[Told]:
    """What is told of each family found for what was typed; `careful` as in `look_for`."""
    search = look_for(people, careful=careful, called=named(tidy_reference(reference)))
    search, known = _gone_on(search, now)
    return _decided(search, known, careful)


def shown_in(told: Sequence[Told]) -> dict[int, bool]:
    """The families that are told of, each with whether as surely theirs."""
    return {
        one.family: answer.says in rules.SURE
        for one, *_, answer in told
        if answer.says is not Says.NOTHING
    }


def _gone_on(search: Search, now: datetime) -> tuple[Search, dict[int, Found]]:
    """What was found with closed files as the families that go on, and what is true of all. Only
    for who sees both, with nothing kept from them: for anybody else it is as it was (S21)."""
    known, ways = facts_of(as_many([one.family for one in search.found]), now=now)
    seen = {pk for pk, one in known.items() if one.seen_whole}
    return search.joined({gone: on for gone, on in ways.items() if {gone, on} <= seen}), known


def _decided(search: Search, known: Mapping[int, Found], careful: bool) -> list[Told]:
    """The rule's answer for each family that was found. Those that would not be told of however
    surely they were found take no part in how surely another is."""
    hidden = {
        family
        for family, found in known.items()
        if rules.tell(found.known(Surely.FAMILY)).says is Says.NOTHING
    }
    surely = search.surely(hidden)
    told = []
    for one in search.found:
        if (found := known.get(one.family)) is None:
            continue
        sure = surely[one.family]
        if found.keeps(one.entries):
            sure = search.surely_without(one.family, found.held_back, hidden)
        answer = rules.tell(found.known(sure))
        # Whoever has anything kept from them is given no reasons at all: one left out would tell.
        told.append((one, found, sure, replace(answer, reasons=answer.reasons and not careful)))
    return told


def answers_of(told: Sequence[Told], hub: Contact) -> tuple[Answer, ...]:
    """The answers to whoever asks, those that are sure first, each kind once."""
    answers = []
    for one, found, _, answer in told:
        if answer.says is Says.NOTHING:
            continue
        seen = answer.says in (Says.FAMILY, Says.PERHAPS)
        answers.append(
            Answer(
                answer.says,
                contact=_contact(answer.says, found, hub),
                reference=found.reference if seen else "",
                reasons=one.reasons if answer.reasons else (),
            )
        )
    kinds = list(Says)
    # Two that are answered alike are one answer: how many there are is not told.
    return tuple(sorted(dict.fromkeys(answers), key=lambda one: kinds.index(one.says)))[:MOST]


def _contact(says: Says, found: Found, hub: Contact) -> Contact | None:
    if says in (Says.LEAD, Says.STARTING):
        return found.lead
    if says in (Says.HUB_LEAD, Says.HUB_STARTING, Says.ASK):
        return hub
    return found.lead if found.lead.name and not found.keeps_places else None


def written(
    actor: Actor,
    people: Sequence[Description],
    mark: str,
    purpose: str,
    told: Sequence[Told],
    now: datetime,
    *,
    stopped: bool = False,
) -> None:
    """Keep that it was asked, for the limits, for who looks behind, and in the journal."""
    hidden = [(one.family, sure is Surely.FAMILY) for one, _, sure, said in told if said.behind]
    said = [answer.says for *_, answer in told if answer.says is not Says.NOTHING]
    first = min(said, key=list(Says).index, default=Says.NOTHING)
    write_down(
        marks_of(people),
        purpose=purpose,
        people=len(people),
        says=first.value,
        stopped=stopped,
        hidden=hidden,
        now=now,
        system=actor.system,
    )
    journal.record(
        "lookup.stopped" if stopped else "lookup.checked",
        actor=actor,
        families=[one.family for one, *_, answer in told if answer.says not in UNNAMED],
        purpose=purpose,
        asked=mark,
        people=len(people),
        **({"system": actor.system} if actor.system is not None else {}),
        **{f"shown_{kind}": said.count(kind) for kind in dict.fromkeys(said)},
    )


def opened(file: FamilyFile, mark: str) -> None:
    """Write down that a family was opened from a look-up: the second line of it (S22)."""
    journal.record(
        "lookup.opened", actor=file.actor, family=file.family, purpose="lookup", **_refs(mark)
    )


def registered(file: FamilyFile, how: str, because: str = "") -> None:
    """Write down that a family was looked up before it was registered: with the mark of the
    look-up, or by the hub on the telephone. Nothing of one that was not. `because` is why it is
    another family than one that was told of."""
    if because in rules.ANOTHER:
        journal.record("lookup.another", actor=file.actor, family=file.family, because=because)
    if call := telephoned(how, today=today()):
        who: dict[str, Any] = {"checked_by": call.coordinator, "checked_on": call.on}
        who = who if call.on else {}
        journal.record("lookup.telephoned", actor=file.actor, family=file.family, **who)
    elif refs := _refs(how):
        journal.record("lookup.registered", actor=file.actor, family=file.family, **refs)


def _refs(mark: str) -> dict[str, Any]:
    return {"asked": mark} if is_mark(mark) else {}
