"""What a custom makes of a given name and a family's: the parts as an office writes them down."""

from random import Random
from typing import Final, NamedTuple

from benchmarks.matching.names import letters
from benchmarks.matching.names.customs import Naming
from benchmarks.matching.names.same import SHORT

_WOMAN: Final = ("Bibi", "Begum", "Khatun", "Akhtar", "Sultana", "Parveen", "Bano", "Kausar", "Jan")
_CHURCH: Final = (
    [
        "Grace",
        "Blessing",
        "Esther",
        "Patience",
        "Mercy",
        "Ruth",
        "Joy",
        "Comfort",
        "Faith",
        "Peace",
        "Gloria",
        "Deborah",
        "Victoria",
    ],
    [
        "Emmanuel",
        "Samuel",
        "Daniel",
        "David",
        "Michael",
        "Joseph",
        "Victor",
        "Isaac",
        "Moses",
        "Solomon",
        "Peter",
        "Paul",
    ],
)
_ENGLISH_NAME: Final = (
    ["Grace", "Amy", "Vivian", "Michelle", "Joyce", "Fiona", "Winnie", "Cindy", "Alice", "Karen"],
    ["Kevin", "Jason", "Eric", "Raymond", "Alan", "Tony", "Ken", "Steven", "Eddie", "Victor"],
)
_MIDDLE_OFTEN: Final = frozenset({"english", "welsh", "scottish", "irish", "caribbean"})
_FATHERS: Final = frozenset({"somali", "east_african"})
_TWO_SURNAMES: Final = frozenset({"spanish", "portuguese"})


class Written(NamedTuple):
    """A name in the parts of a form."""

    given: str
    middle: str
    surname: str
    known_as: str


def written(
    naming: Naming, rng: Random, *, age: int, female: bool, family: str, father: str, mother: str
) -> Written:
    """A name for somebody in a family of that name; father and mother are what they are called."""
    first = naming.first_name(rng, age, female)
    middle, known_as, surname = "", "", family
    code = naming.code
    if code in _MIDDLE_OFTEN:
        middle = _another(naming, rng, first, age, female) if rng.random() < 0.5 else ""
    elif code == "sikh":
        middle, surname = _sikh(rng, female, family)
    elif code in ("pakistani", "bangladeshi"):
        first, middle, surname = _south_asian(rng, first, female, family)
    elif code in _FATHERS:
        middle, surname = _of_the_father(naming, rng, father, family)
    elif code in ("arabic", "arabic_script") and rng.random() < 0.35:
        middle = father or naming.first_name(rng, 40, False)
    elif code in _TWO_SURNAMES:
        surname = family if " " in family else f"{family} {mother or naming.surnames.draw(rng)}"
        middle = _another(naming, rng, first, age, female) if rng.random() < 0.25 else ""
    elif code == "chinese":
        known_as = rng.choice(_ENGLISH_NAME[not female]) if rng.random() < 0.45 else ""
    elif code in ("nigerian", "ghanaian") and rng.random() < 0.55:
        middle = rng.choice(_CHURCH[not female])
        first, middle = (middle, first) if rng.random() < 0.4 else (first, middle)
    elif code in ("south_indian", "afghan_iranian") and rng.random() < 0.3:
        surname = father or naming.first_name(rng, 40, False)
    elif female:
        surname = of_a_woman(code, family)
    known_as = known_as or _in_use(rng, first, middle)
    return (
        _in_cyrillic(Written(first, middle, surname, known_as))
        if _keeps_letters(rng, code)
        else Written(first, middle, surname, known_as)
    )


def of_a_woman(code: str, family: str) -> str:
    """The form a family's name has for a woman, where it has one."""
    if code == "polish" and family.endswith(("ski", "cki", "dzki")):
        return family[:-1] + "a"
    if code == "eastern" and family.endswith(("auskas", "kas")):
        return family[:-2] + "ienė"
    if code == "eastern" and family.endswith("skyi"):
        return family[:-2] + "a"
    return family


def _another(naming: Naming, rng: Random, first: str, age: int, female: bool) -> str:
    other = naming.first_name(rng, age, female)
    return "" if other == first else other


def _sikh(rng: Random, female: bool, family: str) -> tuple[str, str]:
    title = "Kaur" if female else "Singh"
    return ("", title) if rng.random() < 0.4 else (title, family)


def _south_asian(rng: Random, first: str, female: bool, family: str) -> tuple[str, str, str]:
    if female:
        return first, "", rng.choice(_WOMAN) if rng.random() < 0.55 else family
    if rng.random() < 0.35 and not first.startswith(("Muham", "Moham")):
        return rng.choice(("Mohammed", "Muhammad", "Md", "Mohammad", "Syed")), first, family
    return first, "", family


def _of_the_father(naming: Naming, rng: Random, father: str, family: str) -> tuple[str, str]:
    """One's own name, the father's, the grandfather's: two of them where there is one box."""
    behind = father or naming.first_name(rng, 40, False)
    return (behind, family) if rng.random() < 0.7 else ("", behind)


def _in_use(rng: Random, first: str, middle: str) -> str:
    if middle and rng.random() < 0.06:
        return middle
    if rng.random() < 0.15:
        short = SHORT.get(first, ())
        return rng.choice(short) if short else ""
    return ""


def _keeps_letters(rng: Random, code: str) -> bool:
    return code == "eastern" and rng.random() < 0.2


def _in_cyrillic(name: Written) -> Written:
    first, last = letters.to_cyrillic(name.given), letters.to_cyrillic(name.surname)
    return Written(first, "", last, name.given) if first and last else name
