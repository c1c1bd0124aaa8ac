"""Reads whose SQL is made once and asked again with other values.

Putting a query of five joins together takes Django longer than PostgreSQL needs to answer it, and
a family's page asks ten. What a function marked `@kept` returns is put together at its first call,
with a mark in place of each value; each call sends that SQL with its own values and gives the
rows as a list. So the query may not depend on the values in any other way: no `if`, no `__in`
with a list (`__any` takes one, see lookups).
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import update_wrapper
from typing import Any, Final, Generic, TypeVar

from django.db import connections
from django.db.backends.postgresql.compiler import SQLCompiler
from django.db.models import QuerySet
from django.db.models.sql import Query

from hub.database.lookups import fitting, ids

R = TypeVar("R")
Value = int | str | date | datetime | Sequence[int]

# Values that stand for values, one more for each place; nothing real has them.
_NUMBER: Final = 909_090_900_000
_DAY: Final = date(1703, 11, 26)
_MOMENT: Final = datetime(1703, 11, 26, 3, 33, 33, tzinfo=UTC)
# What Django's own code for rows reads from a compiler once it has made its SQL.
_MADE: Final = ("select", "klass_info", "annotation_col_map", "col_count", "has_extra_select")


class Kept(Generic[R]):
    """A query of certain values; see `kept`."""

    def __init__(self, build: Callable[..., QuerySet[Any, R]]) -> None:
        self.build = build
        self.made: dict[tuple[type, ...], _Query] = {}
        update_wrapper(self, build)

    def __call__(self, *values: Value) -> list[R]:
        """The rows for these values, each a number, a text, a list of ids, a day or a moment."""
        kinds = tuple(_kind(value) for value in values)
        marks = [_mark(kind, place) for place, kind in enumerate(kinds)]
        queryset = self.build(*marks) if kinds not in self.made else None
        if queryset is not None:
            self.made[kinds] = _Query(queryset, marks)
        return self.made[kinds].rows(values)


def kept(build: Callable[..., QuerySet[Any, R]]) -> Kept[R]:
    """Mark a function of ids, days and moments that gives a queryset: it then gives its rows."""
    return Kept(build)


class _Query:
    """A queryset built with marks, and its SQL once it was made."""

    def __init__(self, queryset: QuerySet[Any, Any], marks: Sequence[Any]) -> None:
        self.queryset = queryset
        self.marks = [_key(mark) for mark in marks]
        self.sql = ""
        self.params: list[tuple[int, Any]] = []
        self.kept: dict[str, Any] = {}

    def rows(self, values: Sequence[Value]) -> list[Any]:
        """The rows for these values."""
        asked: Any = self.queryset.all()
        asked._query = query = asked.query.chain(klass=_Asked)  # the setter changes the rows' form
        query.made, query.values = self, values
        return list(asked)

    def keep(self, compiler: Any, sql: str, params: Sequence[Any]) -> None:
        """Keep the SQL that a compiler made, and where the values go in it."""
        places = [self.marks.index(_key(p)) if _key(p) in self.marks else -1 for p in params]
        self.params = list(zip(places, params, strict=True))
        if set(range(len(self.marks))) - set(places):
            raise TypeError("A kept query does not use one of its values as it is.")
        self.kept = {name: getattr(compiler, name) for name in _MADE}
        self.sql = sql


class _Asked(Query):
    """A query that is compiled to what was kept."""

    made: _Query
    values: Sequence[Value]

    def get_compiler(
        self, using: Any = None, connection: Any = None, elide_empty: Any = True
    ) -> Any:
        """The compiler that gives the kept SQL."""

        return _Compiler(self, connection or connections[using], using, elide_empty)


class _Compiler(SQLCompiler):
    query: _Asked

    def as_sql(self, *args: Any, **kwargs: Any) -> tuple[str, tuple[Any, ...]]:
        made = self.query.made
        if not made.sql:
            made.keep(self, *super().as_sql(*args, **kwargs))
        for name, value in made.kept.items():
            setattr(self, name, value)
        values = self.query.values
        return made.sql, tuple(p if n < 0 else _as(p, values[n]) for n, p in made.params)


def _kind(value: object) -> type:
    for kind in (int, str, datetime, date):
        if isinstance(value, kind):
            return kind
    return list


def _mark(kind: type, place: int) -> Any:
    if kind is list:
        return [_NUMBER + place]
    if kind is int:
        return _NUMBER + place
    if kind is str:
        return f"{_NUMBER + place}"
    return (_DAY if kind is date else _MOMENT) + timedelta(days=place)


def _key(value: Any) -> tuple[type, str]:
    return _kind(value), str(value)


def _as(mark: Any, value: Any) -> Any:
    """A value as the driver was given the mark: a number has its column's width."""
    if isinstance(mark, list):
        return ids(value)
    fits = fitting(value)
    return type(mark)(value) if isinstance(mark, int) and fits is value else fits
