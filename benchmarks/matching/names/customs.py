"""The customs of the test population: the county's, two more, and long lists for all of them."""

from dataclasses import dataclass
from random import Random
from typing import Final

from benchmarks.matching.names import elsewhere, given, islands, letters
from benchmarks.matching.names.pool import Pool, mixed, words
from hub.story.county.custom import Custom
from hub.story.county.naming import CUSTOMS as COUNTY

ELDER: Final = 55


@dataclass(frozen=True)
class Naming:
    """One custom: what its names are drawn from, and how often a woman keeps her own."""

    code: str
    weight: float
    surnames: Pool
    # By generation: elders, parents, children; women first, then men.
    given: tuple[tuple[Pool, Pool], tuple[Pool, Pool], tuple[Pool, Pool]]
    keeps_own_name: float

    def first_name(self, rng: Random, age: int, female: bool) -> str:
        """A given name that somebody of that age may have."""
        generation = 2 if age < 18 else 0 if age > ELDER else 1
        return self.given[generation][0 if female else 1].draw(rng)


def _naming(custom: Custom) -> Naming:
    code = custom.code
    surnames = Pool(
        mixed(custom.families, islands.SURNAMES.get(code, ()), elsewhere.SURNAMES.get(code, ())),
        islands.TAILS.get(code, elsewhere.TAILS.get(code, [])),
        share=_TAIL_SHARE.get(code, 0.3),
    )
    own = (custom.women, custom.men), (custom.girls, custom.boys)
    elders = custom.elders if custom.elders[0] else own[0]
    lists = [elders, *own]
    if code in ("english", "caribbean"):
        more = islands.ELDERS, (islands.WOMEN, islands.MEN), (islands.GIRLS, islands.BOYS)
        lists = [(mixed(a[0], b[0]), mixed(a[1], b[1])) for a, b in zip(lists, more, strict=True)]
    elif code in ("welsh", "scottish", "irish"):
        lists = [
            (mixed(a[0], b[0][::3]), mixed(a[1], b[1][::3]))
            for a, b in zip(lists, (islands.ELDERS, *_ISLAND_LISTS), strict=True)
        ]
    tails = given.TAILS.get(code, ((), ()))
    elder, parent, child = (
        (
            Pool(women, tails[0], share=0.12, steep=0.6),
            Pool(men, tails[1], share=0.12, steep=0.6),
        )
        for women, men in lists
    )
    return Naming(code, custom.weight, surnames, (elder, parent, child), custom.keeps_own_name)


_ISLAND_LISTS: Final = (islands.WOMEN, islands.MEN), (islands.GIRLS, islands.BOYS)
_TAIL_SHARE: Final = {"english": 0.5, "welsh": 0.1, "gujarati": 0.2, "chinese": 0.0, "sikh": 0.15}
_SPANISH: Final = Custom(
    "spanish",
    1.3,
    elsewhere.SURNAMES["spanish"],
    words("María Carmen Ana Laura Marta Cristina Isabel Lucía Elena Pilar Raquel Beatriz Rocío"),
    words("José Antonio Manuel Francisco Javier David Carlos Miguel Alejandro Pablo Sergio Diego"),
    words("Lucía Sofía Martina Valeria Paula Valentina Camila Daniela Alba Noa Carla Ximena"),
    words("Hugo Mateo Martín Lucas Leo Daniel Alejandro Manuel Pablo Álvaro Adrián Santiago"),
    (words("Dolores Concepción Mercedes Josefa Antonia"), words("Ignacio Ramón Joaquín Luis")),
    keeps_own_name=1.0,
)
_EUROPEAN: Final = Custom(
    "european",
    1.5,
    elsewhere.SURNAMES["european"],
    words("Anke Femke Saskia Giulia Chiara Francesca Élodie Aurélie Eleni Maria Ingrid Anja Silke"),
    words("Jan Pieter Sven Lars Marco Luca Giovanni Antoine Benoît Giorgos Nikos Andreas Stefan"),
    words("Sanne Emma Mila Alessia Aurora Chloé Léa Eleni Freja Astrid Lina Elsa Noor"),
    words("Daan Sem Finn Lorenzo Matteo Gabriel Louis Alexandros Emil Elias Oskar Mats"),
    keeps_own_name=0.4,
)
_SCRIPT: Final = "arabic_script"


def _in_arabic(custom: Custom) -> Naming:
    """The same families, written in Arabic letters."""
    both = letters.ARABIC_WOMEN, letters.ARABIC_MEN
    older, younger = (custom.women, custom.men), (custom.girls, custom.boys)
    parent, child = (
        (Pool(mixed(women, both[0])), Pool(mixed(men, both[1]))) for women, men in (older, younger)
    )
    return Naming(
        _SCRIPT,
        custom.weight,
        Pool(letters.ARABIC_SURNAMES),
        (parent, parent, child),
        custom.keeps_own_name,
    )


NAMINGS: Final = tuple(
    _in_arabic(custom) if custom.code == _SCRIPT else _naming(custom)
    for custom in (*COUNTY, _SPANISH, _EUROPEAN)
)
BY_CODE: Final = {naming.code: naming for naming in NAMINGS}
_UP_TO: Final = [naming.weight for naming in NAMINGS]


def pick(rng: Random) -> Naming:
    """One custom, each as often as its weight says."""
    return rng.choices(NAMINGS, _UP_TO)[0]
