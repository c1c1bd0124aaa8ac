"""Households, one after the other: the same for the same seed, whatever was drawn before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Final

from benchmarks.matching import places
from benchmarks.matching.names.customs import BY_CODE, Naming, pick
from benchmarks.matching.names.shapes import of_a_woman, written
from benchmarks.matching.people import Household, Person

TODAY: Final = date(2026, 11, 1)
MOST: Final = 9  # people in a household; numbers of people are household * MOST + place in it
_M, _F = ("mother", True), ("father", False)
_ADULTS: Final = (
    (24, (_M,)), (3, (_F,)), (42, (_M, _F)), (9, (_M, ("step_parent", False))),
    (2, (_M, ("step_parent", True))), (5, (_M, ("grandparent", True))),
    (4, (_M, _F, ("grandparent", True))),
    (2, (_M, _F, ("grandparent", True), ("grandparent", False))),
    (2, (("grandparent", True), ("grandparent", False))), (2, (("carer", True),)),
)  # fmt: skip
_CHILDREN: Final = (34, 38, 17, 8, 3)  # one child, two, …
_JOINS_NAMES: Final = frozenset({"english", "welsh", "scottish", "irish", "caribbean", "european"})


def households(seed: int, people: int) -> Iterator[Household]:
    """So many people in households; the last one may be cut short."""
    left, number = people, 0
    while left > 0:
        drawn = household(seed, number, people)
        drawn.members = drawn.members[:left]
        for person in drawn.members:
            person.own_nhs = places.nhs_number(people - left + drawn.members.index(person))
            person.nhs = person.own_nhs if person.has_nhs else ""
        left -= len(drawn.members)
        number += 1
        yield drawn


def household(seed: int, number: int, people: int) -> Household:
    """The household of that number among so many people."""
    rng = _random(seed, number)
    drawn = _draw(rng, number)
    if number > 50:
        _namesake(rng, drawn, seed, number)
    _settle(rng, drawn, seed, people)
    _file(rng, drawn)
    return drawn


def _random(seed: int, number: int, what: str = "") -> Random:
    return Random(f"{seed} {number} {what}")  # noqa: S311 - a test population


def _draw(rng: Random, number: int) -> Household:
    naming = pick(rng)
    family = naming.surnames.draw(rng)
    drawn = Household(number, naming.code)
    kinds = rng.choices([adults for _, adults in _ADULTS], [weight for weight, _ in _ADULTS])[0]
    many = rng.choices(range(1, 6), _CHILDREN)[0]
    youngest = rng.random() ** 1.3 * 15
    eldest = min(17.9, youngest + (many - 1) * (1.2 + rng.random() * 2))
    for role, female in kinds:
        _adult(rng, drawn, naming, family, role, female, eldest)
    _children(rng, drawn, naming, family, many, youngest, eldest)
    return drawn


def _adult(
    rng: Random,
    drawn: Household,
    naming: Naming,
    family: str,
    role: str,
    female: bool,
    eldest: float,
) -> None:
    age = eldest + 17 + rng.random() ** 1.6 * 24 + (21 if role == "grandparent" else 0)
    before = ""
    own = naming
    if role in ("father", "step_parent", "carer") and rng.random() < 0.15:
        own = pick(rng)
        family = own.surnames.draw(rng)
    elif role == "step_parent" or (female and rng.random() < naming.keeps_own_name):
        family = naming.surnames.draw(rng)
    elif female and rng.random() < 0.45:
        before = naming.surnames.draw(rng)
        if own.code in _JOINS_NAMES and rng.random() < 0.08:
            family = f"{before}-{family}"
        before = of_a_woman(own.code, before)
    person = _person(rng, drawn, own, role, female, age, family, "", "")
    person.prev_surname = before if before != person.surname else ""
    drawn.members.append(person)


def _children(
    rng: Random,
    drawn: Household,
    naming: Naming,
    family: str,
    many: int,
    youngest: float,
    eldest: float,
) -> None:
    father = next((p for p in drawn.members if p.role == "father"), None)
    mother = next((p for p in drawn.members if p.role == "mother"), None)
    behind = father.given if father and father.custom == naming.code else ""
    hers = mother.surname.split(" ")[0] if mother else ""
    if not behind and drawn.custom in ("somali", "east_african"):
        behind = naming.first_name(rng, 40, False)
    last = _childrens(rng, drawn, family, father, mother)
    step = (eldest - youngest) / max(1, many - 1)
    ages = [eldest - n * step for n in range(many)]
    taken: set[str] = set()
    for n, age in enumerate(ages):
        twin = n > 0 and rng.random() < 0.03
        own = last
        if n and rng.random() < 0.07:  # of an earlier or a later relationship
            own = naming.surnames.draw(rng)
        child = _child(rng, drawn, naming, age, own, behind, hers, taken)
        if father and n == 0 and not child.female and rng.random() < 0.04:
            child.given = father.given  # a son called after his father
        if twin:
            child.born = drawn.members[-1].born
        drawn.members.append(child)


def _child(
    rng: Random, drawn: Household, naming: Naming, age: float, last: str, behind: str, hers: str,
    taken: set[str],
) -> Person:  # fmt: skip
    for _ in range(6):
        child = _person(rng, drawn, naming, "child", rng.random() < 0.49, age, last, behind, hers)
        if (child.given + child.middle) not in taken:
            break
    taken.add(child.given + child.middle)
    return child


def _childrens(
    rng: Random, drawn: Household, family: str, father: Person | None, mother: Person | None
) -> str:
    if drawn.custom in _JOINS_NAMES and mother and "-" not in mother.surname + family:
        if father and rng.random() < 0.1 and mother.surname != family:
            return f"{mother.surname}-{family}"
        if not father:
            return mother.surname
    return family


def _person(
    rng: Random, drawn: Household, naming: Naming, role: str, female: bool, age: float, family: str,
    father: str, mother: str,
) -> Person:  # fmt: skip
    name = written(
        naming, rng, age=int(age), female=female, family=family, father=father, mother=mother
    )
    born = TODAY - timedelta(days=int(age * 365.25 + rng.random() * 200))
    number = drawn.number * MOST + len(drawn.members)
    return Person(number, drawn.number, role, *name, female, born, naming.code)


def _namesake(rng: Random, drawn: Household, seed: int, number: int) -> None:
    """One household in forty has somebody called like somebody elsewhere, some of the same day."""
    if rng.random() >= 0.025:
        return
    other = number - 1 - int(rng.random() * min(number - 1, 3000))
    theirs = _draw(_random(seed, other), other)
    for person in drawn.members:
        for twin in theirs.members:
            if twin.role == person.role and twin.female == person.female:
                born = twin.born if rng.random() < 0.1 else person.born
                name = (twin.given, twin.middle, twin.surname, twin.known_as)
                given, middle, surname, known_as = name
                at = drawn.members.index(person)
                drawn.members[at] = replace(
                    person, given=given, middle=middle, surname=surname, known_as=known_as,
                    born=born, custom=twin.custom,
                )  # fmt: skip
                return


def _settle(rng: Random, drawn: Household, seed: int, people: int) -> None:
    many = places.postcodes(people)
    number = drawn.number
    if number and rng.random() < 0.03:  # several families at one address
        number -= 1
    home = places.place(_random(seed, number, "home"), many)
    before = places.place(rng, many).postcode if rng.random() < 0.3 else ""
    hidden = rng.random()
    for person in drawn.members:
        person.address, person.town, person.postcode = home
        if hidden < 0.02:
            person.address = person.postcode = ""
        person.prev_postcode = before
        if person.role == "father" and rng.random() < 0.12:  # lives elsewhere
            person.address, person.town, person.postcode = places.place(rng, many)


def _file(rng: Random, drawn: Household) -> None:
    """What the office has of them: some of it missing, the mother's number for the children."""
    first = drawn.members[0]
    partner = next((p for p in drawn.members[1:] if p.role in ("father", "step_parent")), None)
    for person in drawn.members:
        person.has_nhs = rng.random() < 0.4
        if person.role == "child":
            person.own_phone = first.own_phone
        else:
            person.own_phone = places.telephone(rng)
        person.phone = person.own_phone if rng.random() < 0.75 else ""
        person.dob = _dob(rng, person.born)
        if partner and person is first:
            person.partners_surname = of_a_woman(partner.custom, partner.surname)
        elif partner and person.role == "child":
            person.partners_surname = (
                first.surname if first.surname != person.surname else partner.surname
            )


def _dob(rng: Random, born: date) -> str:
    pick = rng.random()
    if pick < 0.93:
        return born.isoformat()
    if pick < 0.965:
        return str(born.year + (rng.choice((-1, 1)) if pick < 0.94 else 0))
    return ""


__all__ = ["BY_CODE", "MOST", "TODAY", "household", "households"]
