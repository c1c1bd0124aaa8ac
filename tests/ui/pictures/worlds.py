"""Families to draw: any at all, with facts that make no sense, and such as there are."""

from datetime import date, timedelta

from hypothesis import strategies as st

from hub.ui.pictures.values import Bond, Drawing, Family, Shape, Somebody, Symbol, Tie

NAMES = ("Ana", "Wilhelmina Fotheringay-Ravenscroft", "ليلى الحداد", "李小龙", "Zoë de la Cruz", "")
FIRST = date(1920, 1, 1)


@st.composite
def people(draw: st.DrawFn, most: int = 40) -> tuple[Somebody, ...]:
    """From 1 to 40 people, eldest first, no two with one name."""
    count = draw(st.integers(1, most))
    days = draw(st.lists(st.integers(0, 36_000), min_size=count, max_size=count))
    return tuple(
        Somebody(
            id=1_000 + place * 7,
            name=f"{draw(st.sampled_from(NAMES))} {place}",
            born=FIRST + timedelta(days=day),
            exact=True,
            age=draw(st.sampled_from(("", "7", "34-36"))),
            child=day > 30_000,
            shape=draw(st.sampled_from(Shape)),
            died=draw(st.booleans()),
            note=draw(st.sampled_from(("", "due 30 September 2027"))),
        )
        for place, day in enumerate(sorted(days))
    )


@st.composite
def families(draw: st.DrawFn) -> Family:
    """Anything: somebody their own grandparent, each a parent of the other, strangers, nobody."""
    who = draw(people())
    one = st.sampled_from([person.id for person in who] + [5])  # 5 is in no family
    tie, bond = st.sampled_from(Tie), st.sampled_from(Bond)
    return Family(
        who,
        tuple(draw(st.lists(st.tuples(one, one, tie), max_size=50))),
        tuple(draw(st.lists(st.tuples(one, one, bond), max_size=12))),
        tuple(draw(st.lists(st.tuples(one, one), max_size=8))),
        tuple(draw(st.lists(st.frozensets(one, max_size=8), max_size=4))),
    )


@st.composite
def grown(draw: st.DrawFn) -> Family:
    """A family as it grows: everybody has up to two parents among those who are older."""
    who = draw(people(most=20))
    raised = []
    for place, person in enumerate(who):
        older = [other.id for other in who[:place]]
        if older:
            parents = draw(st.lists(st.sampled_from(older), max_size=2, unique=True))
            raised += [(parent, person.id, Tie.BIRTH) for parent in parents]
    return Family(who, tuple(raised))


def room(symbol: Symbol) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of somebody with their texts."""
    texts = 26 + 20 * (len(symbol.names) + len(symbol.note))
    half = symbol.width // 2
    return symbol.x - half, symbol.y - 28, symbol.x + half, symbol.y + 8 + texts


def by_name(drawing: Drawing) -> dict[str, Symbol]:
    """Everybody in the drawing; in these families a name's last word is its own."""
    return {symbol.names[-1].split()[-1]: symbol for symbol in drawing.symbols}
