"""Made-up towns, streets, postcodes; telephone and NHS numbers that are nobody's."""

from random import Random
from typing import Final, NamedTuple

from benchmarks.matching.names.pool import composed
from hub.story.county.custom import split

HOMES_A_POSTCODE: Final = 17
# Well-formed, and no area of the real list begins so.
_AREAS: Final = ("KM", "HK", "NK", "TK", "SJ", "WJ", "MB", "BG", "CJ", "LG", "RK", "DK")
_INWARD: Final = "ABDEFGHJLNPQRSTUWXYZ"
_TOWNS: Final = tuple(
    composed(
        "Alder Bracken Cold Duns Elms Fen Grey Harrow Kettle Nether Orrin Quarl Salter Thorn Wex",
        "bridge ford harbour holt mere moor port sea wold",
    )
)
_STREETS: Final = split(
    "Alma Albert Beech Bramble Canal Castle Chapel Church Copper Dale Elm Factory Ferry Garden "
    "Gasworks Heron Holly Inkerman Jubilee Kestrel Larch Lime Linnet Market Meadow Mill Nelson "
    "Oak Orchard Park Quarry Queens Railway Rowan School Silver Station Swallow Tanners Balmoral "
    "Trafalgar Union Victoria Water Weavers Wellington Windmill Yew Ashfield Birchwood Broadway "
    "Cedar Clarence Cromwell Derwent Eden Fairfield Glebe Grange Hawthorn Highfield Kingsway "
    "Laburnum Lansdowne Manor Maple Marlborough Milton Northgate Norfolk Pembroke Poplar Priory "
    "Salisbury Shakespeare Spring Stanley Sycamore Tennyson Thornhill Vicarage Warwick Waverley "
    "Westfield Windsor"
)
_KINDS: Final = (
    "Street",
    "Road",
    "Lane",
    "Avenue",
    "Close",
    "Terrace",
    "Grove",
    "Drive",
    "Way",
    "Crescent",
)


class Place(NamedTuple):
    """Where a household lives."""

    address: str
    town: str
    postcode: str


def postcodes(people: int) -> int:
    """How many postcodes so many people live in."""
    return max(40, people // (HOMES_A_POSTCODE * 3))


def place(rng: Random, many: int) -> Place:
    """A home in one of so many postcodes."""
    number = int(rng.random() * many)
    own = Random(number)  # noqa: S311 - the same streets each time
    town = _TOWNS[(number // 40) % len(_TOWNS)]
    streets = [f"{own.choice(_STREETS)} {own.choice(_KINDS)}" for _ in range(2)]
    street = streets[rng.random() < 0.3]
    house = 1 + int(rng.random() * 80)
    pick = rng.random()
    line = f"{house} {street}"
    if pick < 0.12:
        line = f"Flat {1 + int(rng.random() * 12)}, {line}"
    elif pick > 0.97:
        line = f"{house}{rng.choice('AB')} {street}"
    return Place(line, town, _postcode(number))


def _postcode(number: int) -> str:
    mixed = number * 7919 % 4000
    district, rest = number // 4000, mixed
    area = _AREAS[district // 40 % len(_AREAS)]
    return f"{area}{1 + district % 40} {rest // 400}{_INWARD[rest % 400 // 20]}{_INWARD[rest % 20]}"


def telephone(rng: Random) -> str:
    """A telephone number of a range that nobody was given: the drama ranges are too few here.

    Mobile numbers begin with 04, those of homes with 06, where the plan of numbers has nobody; made
    at run time, never kept.
    """
    if rng.random() < 0.8:
        digits = f"047{int(rng.random() * 10**8):08}"
        return f"{digits[:5]} {digits[5:]}"
    digits = f"061{int(rng.random() * 10**8):08}"
    return f"{digits[:4]} {digits[4:7]} {digits[7:]}"


def nhs_number(person: int) -> str:
    """The test number (999 …) of that person, or "" where the check digit would be ten.

    Each of the first million people has another.
    """
    digits = f"999{person * 7919 % 1_000_000:06}"
    check = 11 - sum(int(d) * (10 - n) for n, d in enumerate(digits)) % 11
    return "" if check == 10 else f"{digits}{0 if check == 11 else check}"
