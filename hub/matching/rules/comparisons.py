"""What agrees between somebody asked for and an entry, one level for each comparison.

A level is a word; what it says for and against is in the weights. No level means that nothing can
be said: it is missing on one side.
"""

from typing import Final

from rapidfuzz.distance import OSA

from hub.matching.rules.dates import Born
from hub.matching.rules.known import Known
from hub.matching.rules.places import Address
from hub.matching.rules.words_alike import Alike, alike, most_alike

Levels = dict[str, str]
_WORD: Final = {
    Alike.SAME: "same",
    Alike.VARIANT: "variant",
    Alike.CLOSE: "close",
    Alike.INITIAL: "initial",
    Alike.NEAR: "near",
    Alike.DIFFERENT: "different",
}


def compare(asked: Known, known: Known) -> Levels:
    """The level of each comparison that can be made."""
    found: Levels = {}
    given, family = _given(asked, known), _surname(asked, known)
    weak = given in ("different", "near", "") and family in ("different", "near", "parent", "")
    if weak and _swapped(asked, known):
        given, family = "swapped", ""
    if given:
        found["given"] = given
    if family:
        found["surname"] = family
    if asked.born.year and known.born.year:
        found["born"] = _born(asked.born, known.born)
    if asked.sex and known.sex:
        found["sex"] = "same" if asked.sex == known.sex else "different"
    if place := _place(asked, known):
        found["place"] = place
    if asked.phones and known.phones:
        found["phone"] = _phone(asked.phones, known.phones)
    if asked.nhs and known.nhs:
        found["nhs"] = _number(asked.nhs, known.nhs)
    return found


def _given(asked: Known, known: Known) -> str:
    if not asked.given and asked.known_as:
        return _WORD[most_alike(asked.known_as, known.known_as + known.given)]
    if not asked.given or not (known.given or known.known_as):
        return ""
    first = asked.given[0]
    best = alike(first, known.given[0]) if known.given else Alike.DIFFERENT
    if best is Alike.SAME:
        more, others = asked.given[1:] + asked.middle, known.given[1:] + known.middle
        apart = more and others and most_alike(more, others) is Alike.DIFFERENT
        return "first_only" if apart else "same"
    if known.known_as:
        best = min(best, max(alike(first, known.known_as[0]), Alike.VARIANT))
    if asked.known_as:
        best = min(best, max(most_alike(asked.known_as, known.given[:1]), Alike.VARIANT))
    if best > Alike.CLOSE:
        others = known.given[1:] + known.middle
        more = asked.given[1:] + asked.middle
        if others and most_alike((first,), others) <= Alike.CLOSE:
            return "middle"
        if more and most_alike(more, known.given[:1]) <= Alike.CLOSE:
            return "middle"
        whole = "".join(asked.given), "".join(known.given)
        if len(asked.given) + len(known.given) > 2 and alike(*whole) <= Alike.CLOSE:
            return "close"
    return _WORD[best]


def _surname(asked: Known, known: Known) -> str:
    if not asked.surname or not (known.surname or known.former):
        return ""
    if asked.whole_surname == known.whole_surname:
        return "same"
    best = most_alike(asked.surname, known.surname)
    if best is Alike.SAME:
        return "part"
    if best is Alike.CLOSE and alike(asked.whole_surname, known.whole_surname) > Alike.CLOSE:
        return "part_close"
    former = most_alike(asked.surname + asked.former, known.surname + known.former)
    if former <= Alike.CLOSE < best:
        return "former"
    if best is Alike.DIFFERENT and most_alike(asked.surname, known.given) <= Alike.VARIANT:
        return "parent"
    return _WORD[best if best is not Alike.VARIANT else Alike.CLOSE]


def _swapped(asked: Known, known: Known) -> bool:
    """Whether given and family name stand in each other's place."""
    if not (asked.given and asked.surname and known.given and known.surname):
        return False
    one = most_alike(asked.given, known.surname)
    other = most_alike(asked.surname, known.given)
    return max(one, other) <= Alike.CLOSE


def _born(asked: Born, known: Born) -> str:
    if asked == known:
        return "same" if asked.day else ("month" if asked.month else "year")
    if not (asked.day and known.day):
        return _partly(asked, known)
    same = [one == other for one, other in zip(asked, known, strict=True)]
    if asked.year == known.year and (asked.month, asked.day) == (known.day, known.month):
        return "swapped"
    if sum(same) == 2:
        return "slipped" if _one_digit(asked, known) else "two_parts"
    if asked.year == known.year:
        estimated = (1, 1) in (asked[1:], known[1:])
        return "estimated" if estimated else "year_only"
    if same[1] and same[2]:
        return "two_parts"
    near = abs(asked.year - known.year) <= 1
    return "near_year" if near else "different"


def _one_digit(asked: Born, known: Born) -> bool:
    one = f"{asked.year:04}{asked.month:02}{asked.day:02}"
    other = f"{known.year:04}{known.month:02}{known.day:02}"
    if sum(a != b for a, b in zip(one, other, strict=True)) == 1:
        return True
    near = abs(asked.year - known.year) + abs(asked.month - known.month) == 1
    return near or OSA.distance(one, other) == 1


def _partly(asked: Born, known: Born) -> str:
    if asked.year == known.year:
        if asked.month and known.month:
            return "month" if asked.month == known.month else "year_only"
        return "year"
    return "year_near" if abs(asked.year - known.year) <= 1 else "year_different"


def _place(asked: Known, known: Known) -> str:
    here, there = asked.address, known.address
    same_number = bool(here.number) and here.number == there.number
    same_street = bool(here.sounds) and here.sounds == there.sounds
    if asked.postcode and known.postcode:
        if asked.postcode == known.postcode:
            both = here.number and there.number
            return "home" if same_number or not both else "postcode"
        slipped = OSA.distance(asked.postcode, known.postcode, score_cutoff=1) == 1
        if same_number and same_street:
            return "slipped_home" if slipped or _same_town(asked, known) else "street_number"
        if _moved(asked, known):
            return "former"
        if slipped:
            return "street" if same_street else "near_postcode"
        if asked.outward == known.outward:
            return "street" if same_street else "outward"
        return "town" if _same_town(asked, known) else "different"
    return _without_postcode(asked, known, here, there)


def _without_postcode(asked: Known, known: Known, here: Address, there: Address) -> str:
    if here.sounds and here.sounds == there.sounds:
        if here.number and here.number == there.number:
            return "slipped_home" if _same_town(asked, known) else "street_number"
        return "street" if _same_town(asked, known) else "town"
    if _same_town(asked, known):
        return "town"
    if asked.postcode and known.former_postcodes:
        return "former" if asked.postcode in known.former_postcodes else ""
    return "different" if asked.town and known.town else ""


def _moved(asked: Known, known: Known) -> bool:
    return asked.postcode in known.former_postcodes or known.postcode in asked.former_postcodes


def _same_town(asked: Known, known: Known) -> bool:
    if not (asked.town and known.town):
        return False
    return alike(asked.town, known.town) <= Alike.CLOSE


def _phone(asked: tuple[str, ...], known: tuple[str, ...]) -> str:
    found = [_number(one, other) for one in asked for other in known]
    return min(found, key=("same", "slipped", "different").index)


def _number(one: str, other: str) -> str:
    if one == other:
        return "same"
    return "slipped" if OSA.distance(one, other, score_cutoff=1) == 1 else "different"
