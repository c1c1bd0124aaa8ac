"""Small random worlds round one family, for comparing the rules with the SQL."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

MOMENTS = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=days) for days in range(6)]
windows = st.tuples(st.integers(0, 4), st.one_of(st.none(), st.integers(0, 5))).map(
    lambda w: (MOMENTS[w[0]], None if w[1] is None else MOMENTS[max(w[0], w[1])])
)
ends = st.tuples(st.integers(0, 4), st.integers(0, 5)).map(
    lambda w: (MOMENTS[w[0]], MOMENTS[max(w)])
)
some = st.integers(0, 1)


@dataclass(frozen=True)
class World:
    """What was recorded of two practitioners (of two agencies), one family and three items."""

    joined: tuple[datetime, datetime | None]
    roles: list[tuple[str, bool, tuple[datetime, datetime | None]]] = field(default_factory=list)
    agreements: list[tuple[str, int, int, tuple[datetime, datetime | None]]] = field(
        default_factory=list
    )
    leads: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    involvements: list[tuple[str, tuple[datetime, datetime | None]]] = field(default_factory=list)
    restrictions: list[tuple[str, bool, int | None, tuple[datetime, datetime | None]]] = field(
        default_factory=list
    )
    overrides: list[tuple[str, bool, int | None, str, tuple[datetime, datetime]]] = field(
        default_factory=list
    )
    # What the first agency signed: party here, elsewhere, here for something else, here but asked
    # again, or terms of use; and from when newer terms count.
    signed: list[tuple[str, tuple[datetime, datetime | None]]] = field(default_factory=list)
    newer_terms: datetime | None = None


ALWAYS = ("here", (MOMENTS[0], None))
SIGNED = ["here", "here", "elsewhere", "other", "asks", "terms", "terms"]
items = st.one_of(st.none(), st.integers(1, 3))
worlds = st.builds(
    World,
    joined=windows,
    roles=st.lists(
        st.tuples(st.sampled_from(["coordinator", "administrator", "panel_chair"]),
                  st.booleans(), windows), max_size=2),
    agreements=st.lists(
        st.tuples(st.sampled_from(["record", "keep", "share", "share", "service"]), some,
                  st.integers(1, 3), windows), max_size=6),
    leads=st.lists(windows, max_size=1),
    involvements=st.lists(st.tuples(st.sampled_from(["working", "team"]), windows), max_size=2,
                          unique_by=lambda row: row[0]),
    restrictions=st.lists(
        st.tuples(st.sampled_from(["practitioner", "agency"]), st.booleans(), items, windows),
        max_size=3),
    overrides=st.lists(
        st.tuples(st.sampled_from(["practitioner", "agency"]), st.booleans(), items,
                  st.sampled_from(["harm", "legal_duty"]), ends), max_size=2),
    signed=st.one_of(st.just([ALWAYS]), st.lists(
        st.tuples(st.sampled_from(SIGNED), windows), max_size=3)),
    newer_terms=st.one_of(st.none(), st.sampled_from(MOMENTS)),
)  # fmt: skip
