"""Who may see how much of a family's file, and why: the policy, to be read and signed.

    nobody                 who has left, whose agency closed, or who is an administrator (A3)
    kept from you          nothing, whatever else holds; an agency's restriction spares the lead
    lead professional      the whole record, while the family agrees with their agency
    team round the family  the plan, while the family agrees with their agency
    works with the family  the summary, while the family agrees with their agency (S1)
    agency agreed to       the signpost: a lead is in place and how to reach them (S1)
                           and no more than the yes reaches, whoever is recorded as what: the
                           signpost, the summary, or (as far as anybody may) the plan (3.14);
                           the agency that writes the record down is not narrowed by it
    hub coordinator        the summary, in their own locality, of families that are kept
    override               the summary, to read, until it ends, though nobody agreed (S14); of a
                           family that stopped everything only for serious harm (2.61, 2.75)

A family's yes counts while the agency stands in the family's locality: party to a sharing agreement
in force there, or with the terms of use that count accepted (S12, 2.63).

What is sealed is left out for everybody, at every level, and nothing lifts it (S7).
Items held back are left out at every level. An override lifts one from an agency when somebody
may come to serious harm; never from the very person it is kept from (S14).

The same policy stands in SQL for lists (`hub.sight_levels`); a property test compares the two.
"""

from dataclasses import dataclass, field
from typing import Final

from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

NO_FURTHER: Final = "The family's yes to their agency reaches no further."
BY_OVERRIDE: Final = "Shared without agreement to keep somebody safe."
NOT_AGREED: Final = "The family has not agreed to this."
NOT_STANDING: Final = "Their agency's sharing agreement has ended."


@dataclass(frozen=True)
class Facts:
    """What is true of one practitioner and one family at one moment."""

    works: bool = False
    administrator: bool = False
    kept: bool = False
    recorded: bool = False
    shared: bool = False
    reach: int = Level.PLAN
    stands: bool = False
    lead: bool = False
    team: bool = False
    working: bool = False
    coordinator: bool = False
    kept_from_them: bool = False
    kept_from_agency: bool = False
    overridden: bool = False
    held_from_them: frozenset[int] = field(default_factory=frozenset)
    held_from_agency: frozenset[int] = field(default_factory=frozenset)
    lifted: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Sight:
    """The level, the reasons for it in plain words, the items held back, and whether they may
    change anything: who sees a family by an override alone only reads (S14)."""

    level: Level
    reasons: tuple[str, ...]
    held_back: frozenset[int] = frozenset()
    writes: bool = False


def decide(facts: Facts) -> Sight:
    """What this practitioner sees of this family at that moment."""
    refusal = _refusal(facts)
    if refusal:
        return Sight(Level.NOTHING, (refusal,))
    grants = _grants(facts)
    if not grants:
        lapsed = facts.kept and not facts.stands and (facts.shared or facts.recorded)
        return Sight(Level.NOTHING, (NOT_STANDING if lapsed else NOT_AGREED,))
    held_back = facts.held_from_them | (facts.held_from_agency - facts.lifted)
    return Sight(
        level=max(level for level, _ in grants),
        reasons=tuple(reason for _, reason in grants),
        held_back=held_back,
        writes=any(reason != BY_OVERRIDE for _, reason in grants),
    )


def may_look_in_emergency(facts: Facts) -> Decision:
    """Whether somebody who gives a ground may look at this family in an emergency (S14).

    It lifts nothing: from whom a family keeps itself, an emergency does not show it either."""
    refusal = _refusal(facts)
    return no(refusal) if refusal else YES


def _refusal(facts: Facts) -> str:
    if not facts.works:
        return "They do not work there at that time."
    if facts.administrator:
        return "An administrator sees no family's data."
    if facts.kept_from_them:
        return "The family asked that this person sees nothing."
    if facts.kept_from_agency and not facts.lead:
        return "The family asked that this agency sees nothing."
    return ""


def _grants(facts: Facts) -> list[tuple[Level, str]]:
    counts = facts.kept and facts.stands
    agency_agreed = counts and (facts.shared or facts.recorded)
    rows = [
        (
            agency_agreed and facts.lead,
            *_as_far(facts, Level.RECORD, "Lead professional."),
        ),
        (
            agency_agreed and facts.team,
            *_as_far(facts, Level.PLAN, "In the team around the family."),
        ),
        (
            agency_agreed and facts.working,
            *_as_far(facts, Level.SUMMARY, "Recorded that they work with them."),
        ),
        (counts and facts.shared, Level.SIGNPOST, _agreed_to(facts)),
        (facts.kept and facts.coordinator, Level.SUMMARY, "Coordinates the hub of the locality."),
        (facts.overridden, Level.SUMMARY, BY_OVERRIDE),
    ]
    return [(level, reason) for holds, level, reason in rows if holds]


def _as_far(facts: Facts, level: Level, reason: str) -> tuple[Level, str]:
    """The level as far as the family's yes to the agency reaches, and in words that it does not."""
    if facts.recorded or facts.reach >= min(level, Level.PLAN):
        return level, reason
    return Level(facts.reach), f"{reason} {NO_FURTHER}"


def _agreed_to(facts: Facts) -> str:
    words = "The family agreed to their agency."
    narrow = facts.reach == Level.SIGNPOST and not facts.recorded
    return f"{words} {NO_FURTHER}" if narrow else words
