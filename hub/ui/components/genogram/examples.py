"""Three generations with twins and a step-parent, one of everything else, and a name in Arabic."""

from datetime import date

from hub.ui.pictures.genogram import draw_genogram
from hub.ui.pictures.values import Bond, Family, Shape, Somebody, Tie


def _person(place: int, name: str, born: int, shape: Shape = Shape.DIAMOND) -> Somebody:
    return Somebody(place, name, date(born, 5, 4), True, str(2026 - born), born > 2008, shape)


THREE_GENERATIONS = Family(
    people=(
        _person(1, "George Pryce", 1950, Shape.SQUARE),
        _person(2, "Nora Pryce", 1952, Shape.CIRCLE),
        _person(3, "Huw Pryce", 1981, Shape.SQUARE),
        _person(4, "Megan Pryce-Okafor", 1984, Shape.CIRCLE),
        _person(5, "Emeka Okafor", 1982, Shape.SQUARE),
        _person(6, "Ifan Rees", 1986),
        _person(7, "Adaeze Okafor", 2010),
        _person(8, "Chidi Okafor", 2013),
        _person(9, "Kelechi Okafor", 2013),
        _person(10, "Nia Rees", 2020),
    ),
    raised=(
        *((adult, child, Tie.BIRTH) for adult in (1, 2) for child in (3, 4)),
        *((adult, child, Tie.BIRTH) for adult in (4, 5) for child in (7, 8, 9)),
        *((adult, 10, Tie.BIRTH) for adult in (4, 6)),
    ),
    couples=((1, 2, Bond.MARRIED), (4, 5, Bond.DIVORCED), (4, 6, Bond.PARTNERS)),
    homes=(frozenset((4, 6, 7, 8, 9, 10)), frozenset((1, 2))),
)
EVERY_SIGN = Family(
    people=(
        Somebody(1, "ليلى الحداد", date(1990, 1, 1), age="36", shape=Shape.CIRCLE),
        Somebody(2, "Omar", date(1988, 1, 1), age="38", shape=Shape.SQUARE, died=True),
        Somebody(3, "يوسف الحداد", date(2015, 1, 1), age="11", child=True),
        Somebody(4, "Baby", date(2027, 2, 1), child=True, shape=Shape.TRIANGLE, note="due in May"),
        Somebody(5, "Not to be", date(2024, 2, 1), child=True, shape=Shape.TRIANGLE, died=True),
        Somebody(6, "Sam", date(2017, 1, 1), age="9", child=True, note="they"),
        Somebody(7, "Ade", date(2018, 1, 1), age="8", child=True),
        Somebody(8, "Grandmother", date(1960, 1, 1), age="66"),
        Somebody(9, "Aunt", date(1999, 1, 1), age="27"),
    ),
    raised=(
        *((1, child, Tie.BIRTH) for child in (3, 4, 5)),
        *((2, child, Tie.BIRTH) for child in (3, 4, 5)),
        (1, 6, Tie.ADOPTED),
        (2, 6, Tie.ADOPTED),
        (9, 7, Tie.CARER),
        (8, 3, Tie.GRANDPARENT),
    ),
    couples=((1, 2, Bond.SEPARATED),),
    siblings=((1, 9),),
)

EXAMPLES = {
    "Three generations": {
        "drawing": draw_genogram(THREE_GENERATIONS),
        "title": "A family of ten",
        "description": "Three generations. The same is in the list below.",
        "name": "example-three",
    },
    "Every sign": {
        "drawing": draw_genogram(EVERY_SIGN),
        "title": "A family with one of everything",
        "description": "Three generations. The same is in the list below.",
        "name": "example-signs",
    },
}
