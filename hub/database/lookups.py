"""`family_id__any=[…]`: one array where `__in` sends a value each.

The statement then reads the same for one family and for 200, so the database keeps one plan for
it, and the driver has one value to bind. An empty list finds nothing, and excluded, all. Of a
queryset of ids the database makes one array first.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from django.db.models import BigIntegerField, Lookup
from django.db.models.fields.related import ForeignKey

MOST: Final = 2**63 - 1


class AnyOf(Lookup):
    """The column is one of some ids."""

    lookup_name = "any"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """The condition and its one value."""
        column, values = self.process_lhs(compiler, connection)
        if self.rhs_is_direct_value():
            return f"{column} = any (%s::bigint[])", [*values, ids(self.rhs)]
        # Another question's ids: as an array they are found first, whatever the planner guesses.
        asked, more = self.process_rhs(compiler, connection)
        return f"{column} = any (array{asked})", [*values, *more]


class AmongOpen(AnyOf):
    """The column is one of some ids, for a table whose wall is a list of ids itself.

    Two lists for one index make the database try each of one with each of the other; so the
    wall's list goes to the index, and this one is asked of the rows that it lets through.
    """

    lookup_name = "among_open"

    def process_lhs(self, compiler: Any, connection: Any, lhs: Any = None) -> tuple[str, Any]:
        """The column as the index does not know it."""
        column, values = super().process_lhs(compiler, connection, lhs)
        return f"({column} + 0)", list(values)


def fitting(value: Any) -> Any:
    """A number, or the same as one that PostgreSQL can compare to a bigint when it is none."""
    too_big = isinstance(value, int) and not -MOST <= value <= MOST
    return Decimal(value) if too_big else value


def ids(rows: Iterable[Any]) -> list[int]:
    """The ids of rows, or ids as they are, each once and in order; without what can be no id."""
    return sorted(pk for row in set(rows) if -MOST <= (pk := int(getattr(row, "pk", row))) <= MOST)


def register() -> None:
    """Let every column that holds an id be asked so."""
    for column in (BigIntegerField, ForeignKey):
        column.register_lookup(AnyOf)
        column.register_lookup(AmongOpen)
