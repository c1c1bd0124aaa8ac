"""Which table stands behind the wall at which level, as the migrations say; needs no database.

An architecture test holds the result against the database itself.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.apps import apps
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import DeleteModel, RunSQL

from hub.kernel.labels import FATES, LABELS, Fate, Holds

_COMMENT = re.compile(r'comment on table "([^"]+)" is \'((?:[^\']|\'\')*)\'')
OUT = "no wall: "


class Table(NamedTuple):
    """A table of ours: its wall, what becomes of its rows, and its fields by what they hold."""

    name: str
    wall: str
    fate: Fate
    fields: dict[Holds, list[str]]


def comments() -> dict[str, str]:
    """Each table's comment after the last migration: `wall: …` or `no wall: …`."""
    found: dict[str, str] = {}
    for migration in _in_order():
        for operation in migration.operations:
            if isinstance(operation, RunSQL):
                found |= {
                    table: text.replace("''", "'")
                    for statement in _statements(operation)
                    for table, text in _COMMENT.findall(statement)
                }
            elif isinstance(operation, DeleteModel):
                found.pop(f"{migration.app_label}_{operation.name_lower}", None)
    return found


def tables() -> list[Table]:
    """Every labelled table with its wall, by name."""
    walls = comments()
    found = []
    for model, fate in FATES.items():
        by_kind: dict[Holds, list[str]] = {holds: [] for holds in Holds}
        for name, holds in LABELS[model].items():
            by_kind[holds].append(name)
        name = model._meta.db_table
        found.append(Table(name, walls.get(name, ""), fate, by_kind))
    return sorted(found)


def _in_order() -> Iterator[Migration]:
    """Every migration on disk, each after what it depends on."""
    loader = MigrationLoader(None)
    seen = set()
    for leaf in sorted(loader.graph.leaf_nodes()):
        for key in loader.graph.forwards_plan(leaf):
            if key not in seen:
                seen.add(key)
                yield loader.disk_migrations[key]


def _statements(operation: RunSQL) -> list[str]:
    sql = operation.sql
    return [sql] if isinstance(sql, str) else [part for part in sql if isinstance(part, str)]


def histories() -> set[str]:
    """The tables that pghistory fills."""
    return {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if getattr(model, "pgh_tracked_model", None) is not None
    }
