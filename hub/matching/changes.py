"""Keep the index in step with whom it describes; in the caller's transaction."""

import json
from collections.abc import Iterable

from django.db import connection

from hub.matching.rules import Description
from hub.matching.rules.kept import Kept, as_kept

KEEP = "select hub.matching_keep(%s, %s, %s, %s, %s, %s, %s)"


def keep(entry: int, *, person: int, group: int, description: Description) -> None:
    """Put one person of one group into the index, in place of what was there as this entry."""
    row = as_kept(description)
    with connection.cursor() as cursor:
        cursor.execute(KEEP, [entry, person, group, *row])


def keep_all(entries: Iterable[tuple[int, int, int, Description]]) -> None:
    """Put many into the index in one call, each as entry, person, group and what is known of them.

    For at most a few thousand at a time: each is locked until the transaction ends.
    """
    names = ("id", "person", "group", *Kept._fields)
    rows = [
        dict(zip(names, (entry, person, group, *as_kept(description)), strict=True))
        for entry, person, group, description in entries
    ]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute("select hub.matching_keep_all(%s::jsonb)", [json.dumps(rows)])


def drop(entries: Iterable[int]) -> None:
    """Take entries out of the index; those that are not in it are no matter."""
    with connection.cursor() as cursor:
        cursor.execute("select hub.matching_drop(%s::bigint[])", [sorted(set(entries))])


def count() -> None:
    """Count how common each name is, for all searches from now on; a nightly job calls it."""
    with connection.cursor() as cursor:
        cursor.execute("select hub.matching_count()")
