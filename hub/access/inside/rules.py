"""What one member of a family may see of its file: the policy, to be read and signed.

no sight of their own   who died · the unborn · under 12 · from 12 until something was recorded
                        that lets them: judged to understand, or a yes of their own (S6) · from
                        whom the whole family is kept · while nobody agrees to writing and keeping
theirs                  who they are, their contacts, where they live, their answers, what ties
                        them to others, the agreements they gave
of the others           their names; of an unborn child only whoever is responsible for it
of a child under 12     to who is responsible and lives with them: language, helpers, background,
                        needs; to who is responsible: the other parents
shared                  an adult's own answers as they chose: with the adults, with everybody (S4)
the plan                who said yes themselves: goals, actions
who works with them     the lead, the team and who else works with the family (S1)
kept private from them  never, nor what hangs on it or is about who is kept private (S5)
ordered apart           nothing by which to reach whom they may have no contact with: no address, no
                        household, no number, no school or doctor, nothing told of the home (S9)
not to be told          nothing of that child, not even the name (S9)
where they are kept     what is theirs but for places and the plan; nothing of anybody else (S3)
never                   a child's own words but to that child · what an adult said when asked alone
                        (S15) · judgements and birthdays (S6) · overrides (S14) · what is kept from
                        whom · why a plan was closed · anybody's history

What has no line here is shown to no member. A birthday changes nothing but to end what a parent
sees of a child: ages are those on the day that something was recorded (S6).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from hub.access.rules import Facts
from hub.families.rules import ages_on
from hub.kernel.dates import PartialDate
from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

ADULT, CHILD, UNBORN = "adult", "child", "unborn"
OWN_VIEW_FROM: Final = 12
WITHOUT_QUESTION_FROM: Final = 16
PARENTS: Final = frozenset({"mother", "father", "sibling"})

# Why a data protection officer looks at a file as somebody else sees it; code and words.
WHY: Final = {
    "asked": "Somebody asked what they, or somebody else, can see",
    "complaint": "Looking into a complaint",
    "check": "Checking that what is kept private is private",
}


@dataclass(frozen=True)
class Viewer:
    """A member and one moment. `judged_on` is the day they were last judged, when they were judged
    to understand without a parent; `said_yes_on` the day of the first yes of theirs in force.
    `apart_from` and `not_told_of` are the members whom a recorded order forbids them to have
    contact with, or to be told of, until its end is recorded too (S9)."""

    person: int
    part: str
    joined_on: date
    born: PartialDate | None = None
    lost: bool = False
    kept: bool = True
    kept_from_them: bool = False
    places_kept: bool = False
    judged_on: date | None = None
    said_yes_on: date | None = None
    held: frozenset[int] = field(default_factory=frozenset)
    responsible_for: frozenset[int] = field(default_factory=frozenset)
    apart_from: frozenset[int] = field(default_factory=frozenset)
    not_told_of: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Row:
    """A row of the file: its kind and id, whom it names, what it hangs on, how it is shared, and
    one more word where a rule needs it: a member's part, a relationship's kind."""

    kind: str
    id: int
    people: frozenset[int] = field(default_factory=frozenset)
    hangs_on: frozenset[int] = field(default_factory=frozenset)
    with_adults: bool = False
    with_family: bool = False
    word: str = ""
    young: bool = False
    lives_with_viewer: bool = False


def may_look(viewer: Viewer) -> Decision:
    """Whether this member has a sight of their own of the family's file."""
    checks = (
        (viewer.lost or viewer.part == UNBORN, "There is nobody to look."),
        (not viewer.kept, "Nobody agrees to this family's file any more."),
        (viewer.kept_from_them, "The whole family is kept private from them."),
        (not _is_old_enough(viewer), _why_not_yet(viewer)),
    )
    return next((no(reason) for wrong, reason in checks if wrong), YES)


def level_of(viewer: Viewer) -> Level:
    """The level that pages show them by; the plan's for who said yes themselves."""
    if not may_look(viewer):
        return Level.NOTHING
    in_the_plan = viewer.said_yes_on is not None and not viewer.places_kept
    return Level.PLAN if in_the_plan else Level.SUMMARY


def shown(viewer: Viewer, rows: Iterable[Row]) -> frozenset[int]:
    """The ids of what this member may see, and of the people whose names they may."""
    if not may_look(viewer):
        return frozenset()
    everything = _without_shared_homes(viewer, rows)
    members = [row for row in everything if row.kind == "membership" and _allowed(viewer, row)]
    people = frozenset[int]().union(*(row.people for row in members))
    open_to = {row.id: row for row in everything if _allowed(viewer, row)}
    found = {
        pk
        for pk, row in open_to.items()
        if row.people <= people and all(item in open_to for item in row.hangs_on)
    }
    return frozenset(found | people)


def _without_shared_homes(viewer: Viewer, rows: Iterable[Row]) -> list[Row]:
    """All but the homes in which somebody lives whom they may have no contact with (S9)."""
    everything = list(rows)
    theirs = [row for row in everything if row.kind == "household"]
    homes = {one for row in theirs if row.people & viewer.apart_from for one in row.hangs_on}
    return [row for row in everything if row.id not in homes and not row.hangs_on & homes]


def as_told(facts: Facts) -> Facts:
    """What is true of a practitioner as the family may know it: without what was shared on the
    ground that somebody may come to harm, told or not, which leaves no trace here (S14)."""
    return replace(facts, overridden=False, lifted=frozenset())


def may_view_as(
    *, leads: bool, officer: bool, of_a_member: bool, refused: bool, why: str
) -> Decision:
    """Whether a practitioner may look at a family's file as somebody else sees it: whoever leads,
    as any member; the data protection officer, as anybody, with a purpose."""
    if leads and of_a_member:
        return YES
    if not officer or refused:
        return no("Only whoever leads, and the data protection officer, can do this.")
    return YES if why in WHY else no("Choose what you need to look for.")


def _is_old_enough(viewer: Viewer) -> bool:
    """Whether something recorded lets them look. Never by the age of today: a birthday alone would
    widen what they see (S6)."""
    if viewer.part == ADULT:
        then = ages_on(viewer.born, viewer.joined_on)
        if viewer.born is None or (then and min(then) >= WITHOUT_QUESTION_FROM):
            return True
    recorded = (day for day in (viewer.judged_on, viewer.said_yes_on) if day is not None)
    return any(_at_least(viewer.born, day, OWN_VIEW_FROM) for day in recorded)


def _at_least(born: PartialDate | None, day: date, age: int) -> bool:
    ages = ages_on(born, day)
    return bool(ages) and min(ages) >= age


def _why_not_yet(viewer: Viewer) -> str:
    if viewer.part == ADULT:
        return "They were under 16 when they came, and have not said yes themselves."
    return "Under 12, or not yet judged to understand and without a yes of their own."


def _allowed(viewer: Viewer, row: Row) -> bool:
    held = viewer.held & ({row.id} | row.hangs_on)
    rule = _KINDS.get(row.kind)
    if held or rule is None or (viewer.places_kept and not _stays(viewer, row)):
        return False
    if row.people & viewer.not_told_of or _reaches(viewer, row):
        return False
    return rule(viewer, row)


def _stays(viewer: Viewer, row: Row) -> bool:
    """What they still see of a family whose places are kept from them: their own, and no place."""
    return row.people == {viewer.person} and row.kind not in _PLACES


def _reaches(viewer: Viewer, row: Row) -> bool:
    """Whether this tells how or where to reach somebody they may have no contact with (S9)."""
    if row.kind == "living":
        return bool(viewer.apart_from)
    return row.kind in _REACHING and bool(row.people & viewer.apart_from)


def _own(viewer: Viewer, row: Row) -> bool:
    return row.people == {viewer.person}


def _member(viewer: Viewer, row: Row) -> bool:
    return row.word != UNBORN or bool(row.people & viewer.responsible_for)


def _tie(viewer: Viewer, row: Row) -> bool:
    """What ties them to others, and a child they are responsible for to its parents."""
    of_their_child = bool(row.people & viewer.responsible_for)
    return viewer.person in row.people or (of_their_child and row.word in PARENTS)


def _responsible(viewer: Viewer, row: Row) -> bool:
    return viewer.person in row.people or bool(row.people & viewer.responsible_for)


def _home(viewer: Viewer, row: Row) -> bool:
    return row.lives_with_viewer


def _answers(viewer: Viewer, row: Row) -> bool:
    """Answers of one's own, of a young child one cares for, and what its teller shared."""
    if _own(viewer, row):
        return True
    if row.people & viewer.responsible_for and row.young and row.lives_with_viewer:
        return True
    return _shared(viewer, row)


def _shared(viewer: Viewer, row: Row) -> bool:
    return row.with_family or (row.with_adults and viewer.part == ADULT)


def _told(viewer: Viewer, row: Row) -> bool:
    return _own(viewer, row) or _shared(viewer, row)


def _words(viewer: Viewer, row: Row) -> bool:
    """Own words: a child's are that child's, whatever is ticked (S4)."""
    return _own(viewer, row) or (row.word == ADULT and _shared(viewer, row))


def _plan(viewer: Viewer, row: Row) -> bool:
    return viewer.said_yes_on is not None


def _everybody(viewer: Viewer, row: Row) -> bool:
    return True


_PLACES: Final = frozenset({"address", "household", "helpers", "lead", "involvement"})
_REACHING: Final = frozenset({"address", "household", "contact", "helpers"})
_KINDS: Final[dict[str, Callable[[Viewer, Row], bool]]] = {
    "membership": _member,
    "relationship": _tie,
    "responsibility": _responsible,
    "address": _home,
    "household": _home,
    "contact": _own,
    "agreement": _own,
    "language": _answers,
    "helpers": _answers,
    "background": _answers,
    "needs": _answers,
    "own_words": _words,
    "story": _told,
    "living": _told,
    "plan": _plan,
    "goal": _plan,
    "action": _plan,
    "lead": _everybody,
    "involvement": _everybody,
}
