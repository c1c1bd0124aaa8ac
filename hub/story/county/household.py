"""Who is in a family: sizes that add up to a mean of five, the adults there are, ages, names."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from hub.story.county.custom import Custom, Name
from hub.story.county.naming import pick_custom

PEOPLE_A_FAMILY: Final = 5
# How many families have so many people, before they are made to add up.
_SIZES: Final = ((2, 9), (3, 18), (4, 24), (5, 18), (6, 13), (7, 8), (8, 5), (9, 3), (10, 2))
# The adults a family may have: (part in the family, female, lives elsewhere).
_M, _F = ("mother", True, False), ("father", False, False)
_AWAY, _STEP = ("father", False, True), ("step_parent", False, False)
_NAN, _GRANDAD = ("grandparent", True, False), ("grandparent", False, False)
Adult = tuple[str, bool, bool]
_ADULTS: Final[dict[int, tuple[tuple[int, tuple[Adult, ...]], ...]]] = {
    1: ((26, (_M,)), (3, (_F,)), (3, (_NAN,)), (1, (("carer", True, False),))),
    2: (
        (46, (_M, _F)),
        (11, (_M, _STEP)),
        (13, (_M, _AWAY)),
        (6, (_M, _NAN)),
        (2, (_NAN, _GRANDAD)),
        (2, (_M, ("step_parent", True, False))),
        (1, (("carer", True, False), ("carer", False, False))),
    ),
    3: ((12, (_M, _F, _NAN)), (8, (_M, _STEP, _AWAY)), (3, (_M, _NAN, _GRANDAD))),
    4: ((5, (_M, _F, _NAN, _GRANDAD)), (3, (_M, _STEP, _AWAY, _NAN))),
}
_MOST_CHILDREN: Final = 6


@dataclass(slots=True)
class Member:
    """Somebody in a family, before they have rows."""

    id: int
    name: Name
    female: bool
    kind: str  # what they are to the children; "child" for a child
    elsewhere: bool
    born: date | None
    accuracy: str
    age: int
    part: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A family as it was drawn: adults first, then children, eldest first."""

    adults: list[Member]
    children: list[Member]

    @property
    def members(self) -> list[Member]:
        """Everybody."""
        return self.adults + self.children


def sizes(rng: Random, families: int) -> list[int]:
    """How many people each of so many families has: five each on the whole, exactly."""
    drawn = rng.choices([s for s, _ in _SIZES], [w for _, w in _SIZES], k=families)
    missing = families * PEOPLE_A_FAMILY - sum(drawn)
    while missing:
        at, step = int(rng.random() * families), 1 if missing > 0 else -1
        if 2 <= drawn[at] + step <= 10:
            drawn[at] += step
            missing -= step
    return drawn


def draw(rng: Random, size: int, ids: list[int], today: date) -> Drawn:
    """A family of so many people, with the ids given."""
    adults = _adults(rng, size)
    custom = pick_custom(rng)
    family = rng.choice(custom.families)
    children = size - len(adults)
    youngest = rng.random() ** 1.4 * 16
    ages = sorted((youngest + rng.random() * 3 * n for n in range(children)), reverse=True)
    ages = [min(age, 17.9) for age in ages]
    grown = [
        _adult(rng, custom, family, adult, ages[0], ids[n], today) for n, adult in enumerate(adults)
    ]
    father = next((a.name for a in grown if a.kind == "father"), None)
    last = _childrens_name(rng, custom, family, grown)
    young = [
        _child(rng, custom, last, father, age, ids[len(adults) + n], today)
        for n, age in enumerate(ages)
    ]
    if rng.random() < 0.05:
        _unborn(rng, young[-1], last, today)
    return Drawn(grown, young)


def _adults(rng: Random, size: int) -> tuple[Adult, ...]:
    least, most = max(1, size - _MOST_CHILDREN), min(4, size - 1)
    choices = [choice for n in range(least, most + 1) for choice in _ADULTS[n]]
    return rng.choices([adults for _, adults in choices], [weight for weight, _ in choices])[0]


def _adult(
    rng: Random, custom: Custom, family: str, adult: Adult, eldest: float, own: int, today: date
) -> Member:
    kind, female, elsewhere = adult
    age = eldest + 17 + rng.random() ** 2 * 22
    if kind == "grandparent":
        age += 19 + rng.random() * 8
    # Some marry across customs; a step-parent or somebody who keeps their name has another.
    if kind in {"father", "step_parent", "carer"} and rng.random() < 0.15:
        custom = pick_custom(rng)
        family = rng.choice(custom.families)
    elif kind == "step_parent" or (female and rng.random() < custom.keeps_own_name):
        family = rng.choice(custom.families)
    name = custom.name(rng, int(age), female, family)
    born, accuracy = _born(rng, age, today)
    return Member(own, name, female, kind, elsewhere, born, accuracy, int(age), "adult")


def _childrens_name(rng: Random, custom: Custom, family: str, adults: list[Member]) -> str:
    mother = adults[0].name.family
    if custom.code in {"english", "welsh", "scottish", "caribbean"} and mother:
        if rng.random() < 0.1 and mother != family and "-" not in mother + family:
            return f"{mother}-{family}"
        if len(adults) == 1:
            return mother
    return family


def _child(
    rng: Random, custom: Custom, last: str, father: Name | None, age: float, own: int, today: date
) -> Member:
    female = rng.random() < 0.49
    behind = father.given if father and custom.code == "somali" else ""
    name = custom.name(rng, int(age), female, last, behind)
    born, accuracy = _born(rng, age, today)
    return Member(own, name, female, "child", False, born, accuracy, int(age), "child")


def _unborn(rng: Random, child: Member, last: str, today: date) -> None:
    child.part, child.name, child.age = "unborn", Name("Baby", last), -1
    child.born, child.accuracy = today + timedelta(days=7 + int(rng.random() * 190)), "due"


def _born(rng: Random, age: float, today: date) -> tuple[date | None, str]:
    day = today - timedelta(days=int(age * 365.25) + 1)
    pick = rng.random()
    if pick < 0.92:
        return day, "exact"
    if pick < 0.95:
        return day, "estimated"
    if pick < 0.97:
        return day.replace(day=1), "month"
    if pick < 0.985:
        return day.replace(month=1, day=1), "year"
    return None, ""
