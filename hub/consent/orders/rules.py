"""What a court order does, and what has to be known of it before it is recorded (S9).

What an order does is recorded as separate facts, since only these count here: the kind proposes
them and whoever leads says which hold. They hold from the moment they are recorded until somebody
records that they ended; no day that passes widens what anybody may see or decide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Final

from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

# To whom may not agree, and to whoever asks them, whatever the reason: it tells none (S9).
NOT_ALONE: Final = "Their yes cannot be recorded here. Ask whoever leads who can say yes."

# To who leads, of two who may have no contact with each other.
SAME_CONTACT: Final = (
    "{0} and {1} have the same telephone number or email. Whatever is sent to one reaches the "
    "other: ask each alone for another one."
)
SAME_HOME: Final = (
    "{0} and {1} are written down in one home. Ask where each of them lives now, and add that."
)


class Whose(Enum):
    """Whom an effect is about besides the child."""

    BOUND = auto()  # whom the order forbids or takes something
    FAVOURED = auto()  # with whom the child lives, or who gets something by it
    AUTHORITY = auto()
    NOBODY = auto()


@dataclass(frozen=True)
class Effect:
    """One thing an order does: in words with {who} and {child}, and as a question's answer."""

    words: str
    asked: str
    whose: Whose
    child: bool = True


EFFECTS: Final = {
    "no_place": Effect(
        "{who} may not know where they are", "May not know where they are", Whose.BOUND, child=False
    ),
    "no_contact": Effect(
        "{who} may not have contact with {child}", "May not have contact", Whose.BOUND, child=False
    ),
    "no_agree": Effect(
        "{who} may not agree to things for {child}", "May not agree for the child", Whose.BOUND
    ),
    "no_taking": Effect(
        "{who} may not take {child} from nursery, school or elsewhere",
        "May not take the child from nursery, school or elsewhere",
        Whose.BOUND,
    ),
    "no_telling": Effect(
        "{who} may not be told about {child} by nursery, school or services",
        "May not be told about the child by nursery, school or services",
        Whose.BOUND,
    ),
    "ends": Effect(
        "{who} has no parental responsibility for {child} any more",
        "Has no parental responsibility any more",
        Whose.BOUND,
    ),
    "lives_with": Effect("{child} lives with {who}", "The child lives with them", Whose.FAVOURED),
    "sees": Effect(
        "{child} spends time with {who}, as the order says",
        "The child spends time with them, as the order says",
        Whose.FAVOURED,
    ),
    "holds": Effect(
        "{who} has parental responsibility for {child}",
        "They have parental responsibility by it",
        Whose.FAVOURED,
    ),
    "shares": Effect(
        "{who} shares parental responsibility for {child}",
        "A local authority shares parental responsibility",
        Whose.AUTHORITY,
    ),
    "decided": Effect(
        "A court has decided a question about {child}: ask whoever leads before deciding",
        "It decides a question about the child: ask whoever leads first",
        Whose.NOBODY,
    ),
}
# From what somebody has parental responsibility by an order of this kind; by others, "order".
SOURCES: Final = {
    "guardianship": "guardian",
    "special_guardianship": "special_guardian",
    "adoption": "adopted",
}
# What changes who has parental responsibility, so that it is looked at when it ends.
OF_RESPONSIBILITY: Final = frozenset({"ends", "holds", "shares"})


@dataclass(frozen=True)
class Told:
    """What was recorded of an order. `person` is bound by it: a member, or by name who is none;
    `other` is the member it favours."""

    kind: str
    effects: Sequence[str]
    children: Sequence[int] = ()
    person: int | None = None
    person_name: str = ""
    other: int | None = None
    authority: str = ""
    court: str = ""
    made_on: date | None = None
    from_on: date | None = None
    until_on: date | None = None
    seen_by: str = ""
    seen_on: date | None = None


def in_words(effect: str, *, who: str, child: str) -> str:
    """What an order does, in a sentence without its end."""
    return EFFECTS[effect].words.format(who=who or "Somebody", child=child or "the family")


def may_record_order(told: Told, *, level: Level, kinds: Sequence[str]) -> Decision:
    """Whether this says enough of an order: what it does, to whom, for which child, who saw it."""
    if level < Level.RECORD:
        return no("Only whoever leads records a court order.")
    if told.kind not in kinds:
        return no("Choose what kind of order it is.")
    if not told.effects or any(effect not in EFFECTS for effect in told.effects):
        return no("Choose what the order does. Without that nothing here would change.")
    return _people(told) and _days(told)


def _people(told: Told) -> Decision:
    does = {EFFECTS[effect].whose for effect in told.effects}
    checks = (
        (Whose.BOUND in does and not (told.person or told.person_name.strip()),
         "Choose whom the order binds. Enter a first name where they are not in this family."),
        (Whose.FAVOURED in does and told.other is None,
         "Choose with whom the child lives or spends time, or who is responsible by it."),
        (Whose.AUTHORITY in does and not told.authority.strip(),
         "Enter the name of the local authority."),
        (any(EFFECTS[effect].child for effect in told.effects) and not told.children,
         "Choose which children it is about."),
        (told.person is not None and told.person in (told.other, *told.children),
         "Choose different people: whom it binds, and whom it is for."),
        (told.other is not None and told.other in told.children,
         "Choose different people: the child, and whom the child lives with."),
    )  # fmt: skip
    return next((no(reason) for wrong, reason in checks if wrong), YES)


def _days(told: Told) -> Decision:
    if told.until_on and told.from_on and told.until_on < told.from_on:
        return no("It cannot end before it begins. Check the days.")
    if told.from_on and told.made_on and told.from_on < told.made_on:
        return no("It cannot begin before it was made. Check the days.")
    if bool(told.seen_by.strip()) != bool(told.seen_on):
        return no("Enter who saw the order and when, or choose that you were told of it.")
    return YES


def may_end_order(*, level: Level, because: str) -> Decision:
    """Whether the end of an order can be recorded: by who leads, with the reason."""
    if level < Level.RECORD:
        return no("Only whoever leads records that a court order ended.")
    return YES if because.strip() else no("Write down why it ended and how you know.")


def may_live_together(apart: Sequence[tuple[str, str]], *, level: Level) -> Decision:
    """Whether people can be written down in one home; takes the names of each two of them of whom
    one may have no contact with the other (S9). Why is for who leads."""
    if not apart:
        return YES
    one, other = apart[0]
    if level < Level.RECORD:
        return no(f"{one} and {other} cannot be put in one home here. Ask whoever leads.")
    return no(
        f"An order keeps {one} and {other} apart, so they cannot be put in one home here. Has it "
        "ended? Record that first, under “Who decides for the children”."
    )


def same_way(value: str) -> str:
    """A telephone number or email so that two that reach the same place are the same."""
    if "@" in value:
        return value.strip().casefold()
    digits = "".join(one for one in value if one.isdigit())
    return "0" + digits[2:] if value.strip().startswith("+44") else digits
