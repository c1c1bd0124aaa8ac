"""Made-up places: localities, streets and postcodes of an area that no post office serves."""

from random import Random
from typing import Final, NamedTuple

from hub.story.county.custom import split

# Well-formed, and no district of the real list begins with it.
_AREA: Final = "KM"
_INWARD: Final = "ABDEFGHJLNPQRSTUWXYZ"


class Place(NamedTuple):
    """A locality's name and the towns in it."""

    name: str
    towns: tuple[str, ...]


PLACES: Final = (
    Place("Aldermoor", ("Aldermoor", "Thornby Green", "Hexley")),
    Place("Brackenfold", ("Brackenfold", "Stanner Bridge", "Low Carr")),
    Place("Coldharrow", ("Coldharrow", "Eastry Docks", "Pell Street")),
    Place("Dunsford Vale", ("Dunsford", "Upper Dunsford", "Kettlewick")),
    Place("Elmsgate", ("Elmsgate", "Park End", "Saltersby")),
    Place("Fenwold", ("Fenwold", "Market Orrin", "Black Drove")),
    Place("Greyling", ("Greyling", "Netherpool", "Ashby Cross")),
    Place("Harrowmere", ("Harrowmere", "Quarry Bank", "St Osyn’s")),
)
_FIRST: Final = split(
    "Alma Albert Beech Bramble Canal Castle Chapel Church Copper Dale Elm Factory Ferry Garden "
    "Gasworks Heron Holly Inkerman Jubilee Kestrel Larch Lime Linnet Market Meadow Mill Nelson "
    "Oak Orchard Park Quarry Queen’s Railway Rowan School Silver Station Swallow Tanner’s "
    "Trafalgar Union Victoria Water Weaver’s Wellington Windmill Yew"
)
_LAST: Final = ("Street", "Road", "Lane", "Avenue", "Close", "Terrace", "Grove", "Row", "Way")


def address(rng: Random, locality: int) -> tuple[str, str]:
    """Lines and postcode of a home in a locality."""
    place = PLACES[locality % len(PLACES)]
    pick = rng.random()
    street = f"{_FIRST[int(pick * len(_FIRST))]} {rng.choice(_LAST)}"
    number = 1 + int(rng.random() * 180)
    home = f"{number} {street}"
    if pick < 0.12:
        home = f"Flat {1 + int(rng.random() * 24)}, {home}"
    elif pick > 0.98:
        home = f"{number}b {street}"
    return f"{home}, {rng.choice(place.towns)}", postcode(rng, locality)


def postcode(rng: Random, locality: int) -> str:
    """A well-formed postcode in a locality's districts."""
    district = 1 + (locality % len(PLACES)) * 4 + int(rng.random() * 4)
    pair = int(rng.random() * 400)
    end = _INWARD[pair // 20] + _INWARD[pair % 20]
    return f"{_AREA}{district} {int(rng.random() * 10)}{end}"


def telephone(rng: Random) -> str:
    """A telephone number from the ranges kept for drama."""
    last = int(rng.random() * 1000)
    start = ("07700 900", "07700 900", "07700 900", "020 7946 0", "0113 496 0")
    return f"{rng.choice(start)}{last:03}"
