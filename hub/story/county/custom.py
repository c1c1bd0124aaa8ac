"""How a community names its people: the shape of a name, apart from the lists it is drawn from."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import NamedTuple


class Name(NamedTuple):
    """A name as a family tells it."""

    given: str
    family: str
    known_as: str = ""


@dataclass(frozen=True)
class Custom:
    """One naming custom: lists by generation, and what becomes of the family name."""

    code: str
    weight: float
    families: tuple[str, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    # Older women's and men's names; where there are none, those of the parents' generation.
    elders: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    shape: Callable[["Custom", Random, str, bool, str], Name] | None = None
    keeps_own_name: float = 0.3  # how often a woman keeps the name she was born with

    def name(self, rng: Random, age: int, female: bool, family: str, father: str = "") -> Name:
        """A name for somebody of that age in a family of that name."""
        lists = (self.women, self.men)
        if age < 18:
            lists = (self.girls, self.boys)
        elif age > 55 and self.elders[0]:
            lists = self.elders
        given = rng.choice(lists[0 if female else 1])
        if self.shape:
            return self.shape(self, rng, given, female, father or family)
        return Name(given, family)


def split(words: str) -> tuple[str, ...]:
    """A list written as words; an underscore stands for a space inside one."""
    return tuple(word.replace("_", " ") for word in words.split())


def middle(custom: Custom, rng: Random, given: str, female: bool, family: str) -> Name:
    """Given, often a middle name, family; sometimes a short name in use."""
    known_as = ""
    if rng.random() < 0.45:
        other = rng.choice(custom.women if female else custom.men)
        if other != given:
            given = f"{given} {other}"
    if rng.random() < 0.06 and len(given) > 5:
        known_as = given.split()[0][:3]
    return Name(given, family, known_as)


def two_family_names(custom: Custom, rng: Random, given: str, female: bool, family: str) -> Name:
    """Portuguese: the mother's family name, then the father's."""
    return Name(given, f"{rng.choice(custom.families)} {family}")


def slavic(custom: Custom, rng: Random, given: str, female: bool, family: str) -> Name:
    """Polish: the family name agrees with who bears it."""
    if female and family.endswith(("ski", "cki")):
        family = family[:-1] + "a"
    return Name(given, family)


def of_the_father(custom: Custom, rng: Random, given: str, female: bool, family: str) -> Name:
    """Somali: one's own name, then the father's and grandfather's; a wife keeps hers."""
    return Name(given, f"{family} {rng.choice(custom.men)}" if " " not in family else family)


def sikh(custom: Custom, rng: Random, given: str, female: bool, family: str) -> Name:
    """Sikh: Kaur or Singh, alone or before a family name."""
    title = "Kaur" if female else "Singh"
    if rng.random() < 0.5:
        return Name(given, title)
    return Name(f"{given} {title}", family)


def own_last_name(custom: Custom, rng: Random, given: str, female: bool, family: str) -> Name:
    """Pakistani and Bangladeshi: a woman's last name is often hers alone."""
    if female and rng.random() < 0.6:
        return Name(given, rng.choice(("Bibi", "Begum", "Khatun", "Akhtar", "Sultana")))
    if not female and rng.random() < 0.3:
        return Name(f"Mohammed {given}", family)
    return Name(given, family)


def family_name_first(custom: Custom, rng: Random, given: str, female: bool, family: str) -> Name:
    """Chinese: two syllables together, and often an English name in use."""
    first = f"{given}-{rng.choice(custom.girls if female else custom.boys)}"
    known_as = rng.choice(("Grace", "Kevin", "Amy", "Jason", "Vivian", "Eric", "", "", ""))
    return Name(first, family, known_as)


def with_english_name(custom: Custom, rng: Random, given: str, female: bool, family: str) -> Name:
    """Nigerian, Ghanaian and Caribbean: often a second name from church or school."""
    if rng.random() < 0.5:
        women = ("Grace", "Blessing", "Esther", "Patience", "Mercy", "Ruth", "Joy")
        men = ("Emmanuel", "Samuel", "Daniel", "David", "Michael", "Joseph", "Victor")
        return Name(f"{rng.choice(women if female else men)} {given}", family)
    return Name(given, family)


def one_or_two(custom: Custom, rng: Random, given: str, female: bool, family: str) -> Name:
    """Tamil and some Eritrean families: the father's given name in place of a family name."""
    return Name(given, "") if rng.random() < 0.08 else Name(given, family)
