"""What a name, a place, a number and an age are, and who may change what of a family's file."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from hub.kernel.dates import Accuracy, PartialDate, age_on
from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level
from hub.kernel.identifiers import NO_UPN, is_nhs_number, is_upn

OLDEST: Final = 19
VERIFIED: Final = ("told", "document", "traced")
LONGEST_SEARCH_NAME: Final = 620
# Letters that Unicode does not take apart, and that people type without their stroke.
STROKES: Final = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "\u0131": "i",
        "ħ": "h",
    }
)
APOSTROPHES: Final = re.compile("['\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bf\u02be`\u00b4\u2032]")
# The shape, not which areas there are: ZZ99 stands for no fixed abode, and tests need made-up ones.
POSTCODE: Final = re.compile(r"GIR 0AA|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}", re.ASCII)
OUTWARD: Final = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?", re.ASCII)
EMAIL: Final = re.compile(r"[^\s@\"<>(),:;\[\]\\]{1,64}@(?:[^\s@.]{1,63}\.)+[^\s@.]{2,63}")


def name_words(typed: str) -> list[str]:
    """The words of a name as they are kept for searching: no case, no accents, letters only.

    Sorted and each once, so that order and doubling do not matter. Every script is kept; an
    apostrophe joins ("O'Neill" is oneill), any other sign parts ("Pryce-Okafor" is two words).
    """
    plain = unicodedata.normalize("NFKD", APOSTROPHES.sub("", typed)).casefold()
    plain = unicodedata.normalize("NFKD", plain).translate(STROKES)
    kept = "".join(_letter_or_space(c) for c in APOSTROPHES.sub("", plain))
    return sorted(set(kept.split()))


def joined_name(given_names: str, family_name: str) -> str:
    """A whole name as it was told; either part may be empty."""
    return f"{given_names} {family_name}".strip()


def isolated(name: str) -> str:
    """A name that stands in a sentence of ours, whichever way it is written: what is round it keeps
    its own direction."""
    return f"\u2068{name}\u2069"


def search_name(given: str, family: str = "", known_as: str = "") -> str:
    """A person's names as one text to search by: the words of all of them, as `name_words`."""
    joined = " ".join(name_words(f"{given} {family} {known_as}"))
    return joined[:LONGEST_SEARCH_NAME].rstrip()


def _letter_or_space(character: str) -> str:
    kind = unicodedata.category(character)
    if kind in ("Lu", "Ll", "Lo", "Lt"):
        return character
    if kind == "Lm":  # a modifier lengthens or softens a letter; nobody types it alike
        return ""
    if kind[0] == "M":  # accents go; the vowel signs of Indic scripts are letters to their readers
        return "" if unicodedata.combining(character) or kind == "Me" else character
    return "" if kind == "Cf" else " "


def tidy_postcode(typed: str) -> str:
    """A postcode as it is written: upper case, one space before the last three."""
    packed = "".join(c for c in typed.upper() if c.isalnum())
    return f"{packed[:-3]} {packed[-3:]}" if len(packed) > 3 else packed


def is_postcode(typed: str) -> Decision:
    """Whether this has the shape of a postcode. It is not looked up: new ones appear each month."""
    if POSTCODE.fullmatch(tidy_postcode(typed)):
        return YES
    return no("Enter a full postcode, like SW1A 1AA.")


def outward_codes(typed: str) -> list[str]:
    """First halves of postcodes, as they were typed with spaces, commas or lines between."""
    return sorted({word.upper() for word in re.split(r"[\s,;]+", typed) if word})


def may_keep_boroughs(*, administrator: bool) -> Decision:
    """Whether somebody may say which other borough helps whom: it is the authority's list."""
    return YES if administrator else no("An administrator keeps this list.")


def may_have_codes(codes: Collection[str], *, taken: Mapping[str, str]) -> Decision:
    """Whether these are first halves of postcodes, and no other borough (of `taken`) has one."""
    if not codes:
        return no("Enter at least one first half of a postcode, like NW10.")
    for code in codes:
        if not OUTWARD.fullmatch(code):
            return no(f"“{code[:8]}” is not the first half of a postcode, like NW10.")
        if code in taken:
            return no(f"{code} belongs to {taken[code]} here already. Take it away there first.")
    return YES


def tidy_phone(typed: str) -> str:
    """A telephone number without the signs people write between its digits."""
    digits = re.sub(r"[\s().\-/]", "", typed)
    return f"+{digits[2:]}" if digits.startswith("00") else digits


def is_phone(typed: str) -> Decision:
    """Whether this could be rung. Numbers kept for drama are as good as any here."""
    if re.fullmatch(r"0[1-9][0-9]{8,9}|\+[1-9][0-9]{6,14}", tidy_phone(typed), re.ASCII):
        return YES
    return no("Enter a telephone number, like 020 7946 0123.")


def is_email(typed: str) -> Decision:
    """Whether this has the shape of an email address."""
    if len(typed) <= 254 and EMAIL.fullmatch(typed) and ".." not in typed:
        return YES
    return no("Enter an email address, like name@example.org.")


def contact_kind(typed: str) -> str:
    """Whether somebody typed an email address or a telephone number."""
    return "email" if "@" in typed else "phone"


def is_contact(kind: str, value: str) -> Decision:
    """Whether this reaches anybody by that kind of contact."""
    return is_email(value) if kind == "email" else is_phone(value)


def ages_on(born: PartialDate | None, day: date) -> range:
    """Every age in years somebody may have on a day, youngest first; empty when nothing is known
    or they are not born. An estimate is taken as a year either way (2.86)."""
    if born is None:
        return range(0)
    youngest, oldest = age_on(born.last_day, day), age_on(born.first_day, day)
    if born.accuracy == Accuracy.ESTIMATED:
        youngest, oldest = youngest - 1, oldest + 1
    return range(max(youngest, 0), oldest + 1) if oldest >= 0 else range(0)


@dataclass(frozen=True)
class Place:
    """Where somebody is: written down, or with the name of who knows it when it is not (S3)."""

    lines: str = ""
    postcode: str = ""
    held_by: str = ""


def may_keep_place(place: Place) -> Decision:
    """Whether this says where they are, or who knows it, and not both."""
    stored = bool(place.lines or place.postcode)
    if stored and place.held_by:
        return no("Either write the address down or say who holds it, not both.")
    if not (stored or place.held_by):
        return no("Enter the address, or say who holds it.")
    if place.postcode and not is_postcode(place.postcode):
        return is_postcode(place.postcode)
    return YES


def may_edit(level: Level) -> Decision:
    """Whether somebody with the file open at this level may change who is in the family and where.

    Whoever works with them may: the family tells whom it meets (2.78)."""
    if level < Level.SUMMARY:
        return no("Only people who work with this family can change this.")
    return YES


def may_be_named(given_names: str) -> Decision:
    """Whether this is enough of a name. A first name will do."""
    return YES if given_names.strip() else no("Enter a name. A first name is enough.")


def may_be_born(part: str, born: PartialDate | None) -> Decision:
    """Whether a date fits the part: only an unborn child has a due date."""
    due = born is not None and born.accuracy == Accuracy.DUE
    if due and part != "unborn":
        return no("Only an unborn child has a due date.")
    if part == "unborn" and born is not None and not due:
        return no("An unborn child has a due date, not a birth date.")
    return YES


def may_be_identified(*, part: str, said: Mapping[str, str], taken: Collection[str]) -> Decision:
    """Whether somebody can have these numbers: each can be one, it is told how it is known, only a
    child is a pupil, and nobody else whom the reader knows in this family has it (2.104, S18).

    Takes the numbers without spaces, and those of the others in the family.
    """
    if part == "unborn":
        return no("A child gets these numbers when it is born.")
    number, upn = said["nhs_number"], said["upn"]
    if upn and part != "child":
        return no("Only a child or young person has a pupil number.")
    for value, check, verified, called in (
        (number, is_nhs_number, said["nhs_verified"], "NHS number"),
        (upn, is_upn, said["upn_verified"], "pupil number"),
    ):
        if value and not (right := check(value)):
            return right
        if value and value not in NO_UPN and verified not in VERIFIED:
            return no(f"Choose how you know the {called}.")
        if value and value not in NO_UPN and value in taken:
            return no(f"Somebody else in this family has this {called}. One of the two is wrong.")
    return YES


def is_beyond_the_ages(part: str, ages: range) -> bool:
    """Whether a child or young person is certainly older than families' help is for (2.19): a
    question to ask, which stops nothing. Up to 25 where they have special educational needs."""
    return part == "child" and bool(ages) and min(ages) > OLDEST


def may_leave(*, people: int) -> Decision:
    """Whether a member can be taken out: never the last one."""
    return YES if people > 1 else no("A family has at least one person.")


def may_relate(*, person: int, other: int) -> Decision:
    """Whether two people can be related: they are two."""
    return YES if person != other else no("Choose two different people.")


def may_be_responsible(*, source: str, person: bool, authority: str) -> Decision:
    """Whether parental responsibility can be recorded so: by a member of the family from what
    they have it by, or by a local authority, which has it by a care order (S9)."""
    if not source:
        return no("Choose how they come to have it. If nobody knows, choose “Not known”.")
    if source != "authority":
        return YES if person else no("Choose who has it.")
    if person:
        return no("A local authority has it by a care order, not a member of the family.")
    return YES if authority.strip() else no("Enter the name of the local authority.")


def may_lose_responsibility(*, because: str) -> Decision:
    """Whether somebody's parental responsibility can be ended: never without saying why (S9)."""
    return YES if because else no("Choose why it ended.")


def may_be_lost(*, part: str, loss: str, earlier: str, on: PartialDate | None) -> Decision:
    """Whether a death, or the end of a pregnancy, can be recorded of a member (S17).

    Takes their part, what is to be recorded, what is recorded already ("" for nothing), and when.
    """
    if earlier:
        return no("This is recorded already.")
    if loss not in ("died", "pregnancy_ended"):
        return no("Choose what happened.")
    if loss == "pregnancy_ended" and part != "unborn":
        return no("Only an unborn child's pregnancy can have ended.")
    if on is not None and on.accuracy == Accuracy.DUE:
        return no("Enter the day it happened, as far as it is known.")
    return YES


def may_be_found_alive(*, loss: str) -> Decision:
    """Whether a loss recorded by mistake can be taken back: there is one."""
    return YES if loss else no("Nothing of the kind is recorded.")


def may_be_awaited(*, part: str, loss: str) -> Decision:
    """Whether a member is an unborn child who is still awaited."""
    return no("This child is not awaited any more.") if part != "unborn" or loss else YES


def may_have_been_born(*, part: str, loss: str, born: PartialDate | None) -> Decision:
    """Whether an unborn child can be recorded as born: it is still awaited, with a birth date."""
    awaited = may_be_awaited(part=part, loss=loss)
    if not awaited:
        return awaited
    if born is None or born.accuracy == Accuracy.DUE:
        return no("Enter the day the baby was born, as far as it is known.")
    return YES
