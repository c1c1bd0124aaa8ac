"""What agrees, in words, for those who may see the family."""

from typing import Final

from hub.matching.rules.comparisons import Levels

_WORDS: Final = {
    "given": {
        "same": "same given name",
        "first_only": "same first given name",
        "variant": "given name is another form of it",
        "close": "given name sounds or looks alike",
        "middle": "known by another given name",
        "initial": "same initial",
        "swapped": "given and family name in each other's place",
    },
    "surname": {
        "same": "same surname",
        "former": "same former surname",
        "part": "part of the surname is the same",
        "close": "surname sounds or looks alike",
        "part_close": "part of the surname sounds or looks alike",
        "initial": "surname begins alike",
        "parent": "surname is a parent's given name",
    },
    "born": {
        "same": "same birth date",
        "swapped": "birth date with day and month swapped",
        "slipped": "birth date but for one slip",
        "two_parts": "birth date agrees in two parts",
        "month": "same month of birth",
        "year": "same year of birth",
        "estimated": "same year of birth, one of the dates estimated",
    },
    "place": {
        "home": "same address",
        "slipped_home": "same address but for a slip",
        "street_number": "same house number and street",
        "postcode": "same postcode",
        "near_postcode": "postcode but for one slip",
        "former": "former address agrees",
        "street": "same street",
        "outward": "same part of town",
        "town": "same town",
    },
    "phone": {"same": "same telephone number", "slipped": "telephone number but for one slip"},
    "nhs": {"same": "same NHS number", "slipped": "NHS number but for one slip"},
}


def reasons(levels: Levels) -> tuple[str, ...]:
    """What agrees, strongest kinds first; nothing of what does not."""
    order = ("nhs", "born", "given", "surname", "phone", "place")
    said = (_WORDS[kind].get(levels.get(kind, ""), "") for kind in order)
    return tuple(words for words in said if words)


_APART: Final = {
    "given": {"near": "given names differ", "different": "given names differ"},
    "surname": {"near": "surnames differ", "different": "surnames differ"},
    "born": {
        "year_only": "birth dates differ within one year",
        "near_year": "birth dates differ",
        "different": "birth dates differ",
        "year_near": "years of birth differ by one",
        "year_different": "years of birth differ",
    },
    "sex": {"different": "sex differs"},
    "place": {"different": "addresses differ"},
    "phone": {"different": "telephone numbers differ"},
    "nhs": {"different": "NHS numbers differ"},
}


def apart(levels: Levels) -> tuple[str, ...]:
    """What does not agree, though both sides say something of it; strongest kinds first."""
    order = ("nhs", "born", "given", "surname", "sex", "phone", "place")
    said = (_APART[kind].get(levels.get(kind, ""), "") for kind in order)
    return tuple(words for words in said if words)
