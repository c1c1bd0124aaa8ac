"""The second wall: what a migration writes so that a table shows only rows of open families.

Each function gives one migration operation; a new table needs one of them and a test refuses a
table with none. They stop forgotten filters, not SQL injection: any SQL can make a setting.
Policies ask for the settings in a sub-select, so that they are read once a query and not once a
row (measured: 1 ms against 689 ms). Every policy is for the roles web and worker; the owner has
none and so sees nothing, the door and the backup look past the wall.
"""

from collections.abc import Sequence
from typing import Final, Literal

from django.db.migrations import RunSQL

from hub.database.inside import POLICIES as INSIDE
from hub.database.inside import hidden_from_members
from hub.database.statements import PAGES, each_sequence, literal, name

Level = Literal["signpost", "summary", "plan", "record"]

LOOKERS: Final = "hub_door, hub_backup"
EVERYDAY: Final = "hub_web, hub_worker, hub_door, hub_reports, hub_backup"


def wall(
    table: str,
    level: Level,
    *,
    held_back: bool = False,
    family: str = "family_id",
    item: str = "id",
    hidden_with: Sequence[str] = (),
    people: Sequence[str] = (),
    place: str = "",
    write_level: Level | None = None,
    delete: bool = False,
    append_only: bool = False,
    door_writes: bool = False,
    add_also: str = "true",
) -> RunSQL:
    """Rows belong to the family in column `family` and need it open at `level`.

    `held_back` hides rows whose `item` is held back, for reading and for changing; a history
    table names `item="pgh_obj_id"`. Rows go with the items that the columns `hidden_with` name and
    the people that the columns `people` name. What tells where the family is goes with its own id
    (S3), but for rows of which `place` is true: a reader's own. Adding and changing need
    `write_level` (else `level`); `add_also` is one more condition for adding. Nothing can be
    deleted unless `delete`; an `append_only` table cannot be changed either.
    """
    written = _open(family, write_level or level)
    shown = [_not_held_back(column) for column in ((item,) if held_back else ()) + (*hidden_with,)]
    shown += [f"({_not_held_back(family)} or {place})"] if place else []
    shown += [_somebody_open(column) for column in people]
    # What may not be read may not be changed either, not even blindly by a statement of all rows.
    changed = " and ".join(dict.fromkeys([written, _open(family, level), *shown]))
    return _behind_wall(
        table,
        f"{level}{', held back' if held_back else ''}",
        read=" and ".join([_open(family, level), *shown]),
        add=written if add_also == "true" else f"{written} and ({add_also})",
        change=None if append_only else changed,
        remove=changed if delete else None,
        door_writes=door_writes,
    )


def own_rows(
    table: str, *, column: str = "practitioner_id", kind: str = "practitioner", delete: bool = True
) -> RunSQL:
    """Rows belong to one person: only that actor sees, adds, changes and deletes them."""
    own = f"{column} = (select hub.actor_id()) and (select hub.actor_kind()) = {literal(kind)}"
    return _behind_wall(
        table,
        f"own rows of a {kind}",
        read=own,
        add=own,
        change=own,
        remove=own if delete else None,
    )


def by_function(
    table: str,
    function: str,
    *,
    column: str = "id",
    add: str = "(select hub.actor_id()) is not null",
    write_function: str | None = None,
    held_back: bool = False,
    append_only: bool = False,
    delete: bool = False,
    door_writes: bool = False,
    also: str = "true",
) -> RunSQL:
    """Rows whose `column` is in the list a function gives, such as `hub.people_open()`.

    For what has no family of its own. A new row is in no list yet, so adding has a condition of
    its own: by default that somebody known is acting. `also` is one more condition for reading.
    """
    shown = _not_held_back(column) if held_back else "true"
    listed = f"{column} = any ((select {function})::bigint[]) and {shown}"
    writable = f"{column} = any ((select {write_function or function})::bigint[]) and {shown}"
    return _behind_wall(
        table,
        f"by {function}",
        read=f"{listed} and ({also})",
        add=add,
        change=None if append_only else writable,
        remove=writable if delete else None,
        door_writes=door_writes,
    )


def walled_history(
    table: str,
    level: Level,
    *,
    held_back: bool = False,
    family: str = "family_id",
    hidden_with: Sequence[str] = (),
    people: Sequence[str] = (),
    place: str = "",
    write_level: Level | None = None,
) -> tuple[RunSQL, RunSQL]:
    """A history table behind its table's wall, and the index that the wall looks it up by."""
    index = f"{table}_wall"
    return (
        wall(
            table,
            level,
            held_back=held_back,
            family=family,
            item="pgh_obj_id",
            hidden_with=hidden_with,
            people=people,
            place=place,
            write_level=write_level,
            append_only=True,
        ),
        RunSQL(
            f"create index {name(index)} on {name(table)} ({name(family)}, pgh_obj_id)",
            reverse_sql=f"drop index if exists {name(index)}",
        ),
    )


def again(operation: RunSQL, table: str) -> RunSQL:
    """A wall in place of the one a table has. Taken back, the newer one stays: a table is never
    without, and a migration that goes back loses no more than what it added."""
    return RunSQL((*_drop_policies(table), *operation.sql), reverse_sql=RunSQL.noop)


def closed(table: str, *, door_writes: bool = False) -> RunSQL:
    """No page reaches this table at all; only functions of the door do.

    `door_writes` lets those functions add and change rows.
    """
    return RunSQL(
        [
            *_raise_wall(table, "closed"),
            f"revoke all on {name(table)} from {PAGES}",
            *_lookers(table, writes=door_writes),
        ],
        reverse_sql=(*_drop_wall(table), *_revoke(table)),
    )


def exempt(
    table: str, because: str, *, write: bool = True, delete: bool = True, door_writes: bool = False
) -> RunSQL:
    """A table without the wall, and the reason, which stays with the table as its comment.

    `write` lets pages add and change rows; `delete` lets them delete, and goes with `write`.
    """
    if not because.strip():
        raise ValueError(f"A table without the wall says why: {table}")
    rights = "select" + (", insert, update" if write else "")
    rights += ", delete" if write and delete else ""
    return RunSQL(
        [
            f"grant {rights} on {name(table)} to {PAGES}",
            each_sequence(table, f"grant usage on sequence %s to {PAGES}"),
            *_lookers(table, writes=door_writes),
            f"comment on table {name(table)} is {literal('no wall: ' + because)}",
        ],
        reverse_sql=tuple(_revoke(table)),
    )


def _behind_wall(
    table: str,
    words: str,
    *,
    read: str,
    add: str,
    change: str | None,
    remove: str | None,
    door_writes: bool = False,
) -> RunSQL:
    on = f"on {name(table)}"
    rights = "select, insert" + (", update" if change else "") + (", delete" if remove else "")
    statements = [
        *_raise_wall(table, words),
        f"create policy wall_read {on} for select to {PAGES} using ({read})",
        f"create policy wall_add {on} for insert to {PAGES} with check ({add})",
    ]
    if change:
        statements.append(
            f"create policy wall_change {on} for update to {PAGES}"
            f" using ({change}) with check ({change})"
        )
    if remove:
        statements.append(f"create policy wall_remove {on} for delete to {PAGES} using ({remove})")
    statements += [
        f"grant {rights} {on} to {PAGES}",
        each_sequence(table, f"grant usage on sequence %s to {PAGES}"),
        *_lookers(table, writes=door_writes),
        hidden_from_members(table),
    ]
    return RunSQL(tuple(statements), reverse_sql=(*_drop_wall(table), *_revoke(table)))


def _raise_wall(table: str, words: str) -> list[str]:
    return [
        f"alter table {name(table)} enable row level security",
        f"alter table {name(table)} force row level security",
        f"comment on table {name(table)} is {literal('wall: ' + words)}",
    ]


def _drop_policies(table: str) -> list[str]:
    policies = ("wall_read", "wall_add", "wall_change", "wall_remove", *INSIDE)
    return [f"drop policy if exists {policy} on {name(table)}" for policy in policies]


def _drop_wall(table: str) -> list[str]:
    return [
        *_drop_policies(table),
        f"alter table {name(table)} no force row level security",
        f"alter table {name(table)} disable row level security",
    ]


def _lookers(table: str, *, writes: bool) -> list[str]:
    statements = [
        f"grant select on {name(table)} to {LOOKERS}",
        # A dump reads the sequences too.
        each_sequence(table, "grant select on sequence %s to hub_backup"),
    ]
    if writes:
        statements += [
            f"grant insert, update on {name(table)} to hub_door",
            each_sequence(table, "grant usage on sequence %s to hub_door"),
        ]
    return statements


def _revoke(table: str) -> list[str]:
    return [
        f"revoke all on {name(table)} from {PAGES}, {LOOKERS}",
        each_sequence(table, f"revoke all on sequence %s from {PAGES}, {LOOKERS}"),
        f"comment on table {name(table)} is null",
    ]


def _open(column: str, level: Level) -> str:
    return f"{column} = any ((select hub.open_families({literal(level)}))::bigint[])"


def _not_held_back(column: str) -> str:
    return f"not ({column} = any ((select hub.held_back())::bigint[]))"


def _somebody_open(column: str) -> str:
    return f"({column} is null or {column} = any ((select hub.people_open())::bigint[]))"
