"""Queries about people who are not there, though somebody like them is."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Final

from benchmarks.matching import asked as asking
from benchmarks.matching import places
from benchmarks.matching.asked import Asked
from benchmarks.matching.households import TODAY
from benchmarks.matching.names import customs
from benchmarks.matching.names.customs import BY_CODE
from benchmarks.matching.names.shapes import written
from benchmarks.matching.people import Household, Person

Absent = Callable[[Random, Household, Person], Asked | None]


def _brother_or_sister(rng: Random, home: Household, child: Person) -> Asked | None:
    """A child of the family who is not on file; home and telephone are the family's."""
    if child.role != "child":
        return None
    female = rng.random() < 0.5
    naming = BY_CODE[child.custom]
    taken = {member.given for member in home.members}
    born = child.born + timedelta(days=rng.choice((-1, 1)) * int(400 + rng.random() * 1500))
    given = naming.first_name(rng, 10, female)
    if born > TODAY or given in taken:
        return None
    asked = asking.about(rng, child)
    asked.given, asked.middle, asked.dob = given, "", born.isoformat()
    asked.sex, asked.nhs = asked.sex and ("female" if female else "male"), ""
    asked.truth_person = ""
    return asked


def _father_for_son(rng: Random, home: Household, person: Person) -> Asked | None:
    """Called like somebody there, a generation away, at the same address; not on file."""
    if person.female:
        return None
    years = rng.randint(20, 38) * (1 if person.role != "child" else -1)
    born = person.born + timedelta(days=int(years * 365.25) + rng.randint(-150, 150))
    if born > TODAY:
        return None
    asked = asking.about(rng, person)
    asked.dob, asked.nhs, asked.truth_person = born.isoformat(), "", ""
    return asked


def _namesake(rng: Random, home: Household, person: Person) -> Asked | None:
    """The same name, of about the same age, in another place."""
    born = person.born + timedelta(days=rng.choice((-1, 1)) * int(40 + rng.random() * 2500))
    if born > TODAY:
        return None
    elsewhere = places.place(rng, 60_000)
    asked = asking.about(rng, person)
    asked.dob, asked.nhs, asked.truth_person, asked.truth_household = born.isoformat(), "", "", ""
    asked.address = asked.address and elsewhere.address
    asked.postcode, asked.town = elsewhere.postcode, elsewhere.town
    asked.phone = asked.phone and places.telephone(rng)
    return asked


def _stranger(rng: Random, home: Household, person: Person) -> Asked | None:
    """Somebody of the same custom whom nobody knows."""
    naming = BY_CODE[person.custom]
    name = written(
        naming, rng, age=(TODAY - person.born).days // 365, female=person.female,
        family=naming.surnames.draw(rng), father="", mother="",
    )  # fmt: skip
    asked = _namesake(rng, home, person)
    if asked:
        asked.given, asked.middle, asked.surname = (
            name.given,
            asked.middle and name.middle,
            name.surname,
        )
    return asked


def _neighbour(rng: Random, home: Household, person: Person) -> Asked | None:
    """Another family at the very same address."""
    naming = BY_CODE[person.custom] if rng.random() < 0.5 else customs.pick(rng)
    asked = _stranger(rng, home, person)
    if not asked or not person.postcode:
        return None
    asked.surname = naming.surnames.draw(rng)
    if asked.surname in {name for p in home.members for name in (p.surname, p.prev_surname)}:
        return None  # that would be of the family
    asked.address, asked.town, asked.postcode = person.address, person.town, person.postcode
    return asked


KINDS: Final[dict[str, tuple[float, Absent]]] = {
    "brother or sister": (30, _brother_or_sister),
    "father for son": (10, _father_for_son),
    "namesake": (25, _namesake),
    "stranger": (20, _stranger),
    "neighbour": (15, _neighbour),
}


def absent(rng: Random, home: Household, person: Person) -> Asked | None:
    """A query about somebody who is not there; None when this household gives none."""
    kind = rng.choices(list(KINDS), [weight for weight, _ in KINDS.values()])[0]
    asked = KINDS[kind][1](rng, home, person)
    if asked:
        asked.kind = kind
    return asked
