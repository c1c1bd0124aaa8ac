"""The kinds of error, by name: each changes what was asked about somebody, or cannot."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Final

from benchmarks.matching import places
from benchmarks.matching.asked import Asked
from benchmarks.matching.errors import letters, numbers
from benchmarks.matching.names import letters as scripts
from benchmarks.matching.names.same import SHORT, SPELLINGS
from benchmarks.matching.people import Person
from hub.story.county.custom import split

Slip = Callable[[Random, Asked, Person], Asked]
_PARTICLES: Final = split(
    "O' Mc Mac Al- El- Ben- Abu- De_ Di_ Du_ Le_ La_ Lo_ St_ van_der_ van_den_ van_ von_ de_la_ "
    "de_los_ del_ de_ da_ do_ dos_ Ó_ Ní_ ap_ Ben_ Abu_ bin_ ibn_ El_ Al_ Della_ D' ur- O’"
)


def _word(slip: Callable[[Random, str], str]) -> Slip:
    def act(rng: Random, asked: Asked, person: Person) -> Asked:
        wide = len(asked.given) > 2, len(asked.surname) > 2
        if all(wide) and rng.random() < 0.25:
            return replace(asked, given=slip(rng, asked.given), surname=slip(rng, asked.surname))
        if wide[1] and (rng.random() < 0.6 or not wide[0]):
            return replace(asked, surname=slip(rng, asked.surname))
        return replace(asked, given=slip(rng, asked.given)) if wide[0] else asked

    return act


def _dob(slip: Callable[[Random, str], str]) -> Slip:
    def act(rng: Random, asked: Asked, person: Person) -> Asked:
        return replace(asked, dob=slip(rng, asked.dob)) if len(asked.dob) == 10 else asked

    return act


def _names_swapped(rng: Random, asked: Asked, person: Person) -> Asked:
    if not asked.given or not asked.surname:
        return asked
    return replace(asked, given=asked.surname, surname=asked.given)


def _nickname(rng: Random, asked: Asked, person: Person) -> Asked:
    forms = SHORT.get(asked.given) or ((person.known_as,) if person.known_as else ())
    full = [name for name, short in SHORT.items() if asked.given in short]
    names = forms or full
    return replace(asked, given=rng.choice(names), middle="") if names else asked


def _middle_as_first(rng: Random, asked: Asked, person: Person) -> Asked:
    return replace(asked, given=person.middle, middle="") if person.middle else asked


def _initials(rng: Random, asked: Asked, person: Person) -> Asked:
    if len(asked.given) < 3 or not asked.dob:
        return asked
    return replace(asked, given=asked.given[0], middle=asked.middle[:1])


def _former_surname(rng: Random, asked: Asked, person: Person) -> Asked:
    return replace(asked, surname=person.prev_surname) if person.prev_surname else asked


def _partners_surname(rng: Random, asked: Asked, person: Person) -> Asked:
    other = person.partners_surname
    return replace(asked, surname=other) if other and other != asked.surname else asked


def _particles(rng: Random, asked: Asked, person: Person) -> Asked:
    name = asked.surname
    start = next((p for p in _PARTICLES if name.casefold().startswith(p.casefold())), "")
    if not start or len(name) < len(start) + 3:
        return asked
    rest, bare = name[len(start) :], start.strip(" '-’")
    ways = {f"{bare} {rest}", f"{bare}{rest.lower()}", f"{bare}{rest}", rest.capitalize()} - {name}
    if bare in ("O", "Mc", "Mac"):
        ways |= {f"{'Mac' if bare == 'Mc' else 'Mc'}{rest}"} if bare != "O" else {f"O'{rest}"}
    return replace(asked, surname=rng.choice(sorted(ways - {name})))


def _half(rng: Random, asked: Asked, person: Person) -> Asked:
    parts = asked.surname.replace("-", " ").split(" ")
    if (
        len(parts) != 2
        or min(map(len, parts)) < 3
        or asked.surname.startswith(("Al-", "El-", "van "))
    ):
        return asked
    if rng.random() < 0.25:
        return replace(asked, surname=f"{parts[1]}-{parts[0]}")
    return replace(asked, surname=rng.choice(parts))


def _transliterated(rng: Random, asked: Asked, person: Person) -> Asked:
    changed = asked
    for field in ("given", "surname"):
        others = SPELLINGS.get(getattr(asked, field), ())
        if others and (changed is asked or rng.random() < 0.5):
            changed = replace(changed, **{field: rng.choice(others)})
    return changed


def _other_letters(rng: Random, asked: Asked, person: Person) -> Asked:
    return replace(
        asked, given=scripts.to_latin(asked.given), middle=scripts.to_latin(asked.middle),
        surname=scripts.to_latin(asked.surname),
    )  # fmt: skip


def _no_marks(rng: Random, asked: Asked, person: Person) -> Asked:
    return replace(asked, given=plain(asked.given), surname=plain(asked.surname))


def plain(word: str) -> str:
    """A word without the marks our keyboards lack."""
    import unicodedata

    word = (
        word.replace("ł", "l")
        .replace("Ł", "L")
        .replace("ı", "i")
        .replace("ø", "o")
        .replace("ß", "ss")
    )
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _year_only(rng: Random, asked: Asked, person: Person) -> Asked:
    return replace(asked, dob=asked.dob[:4]) if len(asked.dob) == 10 else asked


def _no_dob(rng: Random, asked: Asked, person: Person) -> Asked:
    return replace(
        asked, dob="", postcode=asked.postcode or person.postcode, address=asked.address,
        phone=asked.phone or (person.own_phone if rng.random() < 0.4 else ""),
    ) if asked.dob else asked  # fmt: skip


def _moved(rng: Random, asked: Asked, person: Person) -> Asked:
    home = places.place(rng, 60_000)
    return replace(
        asked, address=home.address, town=home.town if asked.town else "", postcode=home.postcode
    )


def _postcode_typo(rng: Random, asked: Asked, person: Person) -> Asked:
    if not person.postcode:
        return asked
    return replace(asked, postcode=numbers.postcode(rng, person.postcode))


def _other_phone(rng: Random, asked: Asked, person: Person) -> Asked:
    if person.phone and rng.random() < 0.4:
        return replace(asked, phone=numbers.telephone(rng, person.phone))
    return replace(asked, phone=places.telephone(rng))


def _sparse(rng: Random, asked: Asked, person: Person) -> Asked:
    """A name and one thing more."""
    bare = replace(
        asked, middle="", sex="", dob="", address="", town="", postcode="", phone="", nhs=""
    )
    pick = rng.random()
    if pick < 0.4:
        return replace(bare, dob=person.born.isoformat())
    if pick < 0.65:
        return replace(bare, postcode=person.postcode) if person.postcode else asked
    if pick < 0.8:
        return replace(bare, phone=person.phone) if person.phone else asked
    return replace(bare, dob=str(person.born.year), town=person.town)


KINDS: Final[dict[str, tuple[float, Slip]]] = {
    "misspelt": (14, _word(letters.typed)),
    "sounds alike": (20, _word(letters.heard)),
    "letters swapped": (5, _word(letters.swapped)),
    "letters missing": (6, _word(letters.shorter)),
    "names swapped": (7, _names_swapped),
    "nickname": (44, _nickname),
    "middle name first": (24, _middle_as_first),
    "initial": (8, _initials),
    "former surname": (165, _former_surname),
    "partner's surname": (28, _partners_surname),
    "particle": (50, _particles),
    "half of a double name": (60, _half),
    "transliterated": (36, _transliterated),
    "other letters": (60, _other_letters),
    "without marks": (20, _no_marks),
    "day and month swapped": (10, _dob(numbers.day_and_month)),
    "digit of the birth date": (8, _dob(numbers.one_digit)),
    "year wrong": (6, _dob(numbers.another_year)),
    "first of January": (5, _dob(numbers.estimated)),
    "year only": (8, _year_only),
    "no birth date": (12, _no_dob),
    "moved": (8, _moved),
    "postcode wrong": (5, _postcode_typo),
    "other telephone": (5, _other_phone),
    "name and one thing": (10, _sparse),
}
NAMES_OF: Final = tuple(KINDS)


def slip(
    rng: Random, asked: Asked, person: Person, *, done: tuple[str, ...] = ()
) -> tuple[Asked, str]:
    """One more error of a kind that is possible here, and its name ("" when there is none)."""
    weights = [0.0 if name in done else weight for name, (weight, _) in KINDS.items()]
    for _ in range(30):
        name = rng.choices(NAMES_OF, weights)[0]
        changed = KINDS[name][1](rng, asked, person)
        if changed != asked and changed.given + changed.surname:
            return changed, name
    return asked, ""
