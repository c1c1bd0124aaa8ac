"""The wall towards a family's own members: nothing, but the rows listed for one of them.

A member's file is opened with the ids of the rows they may see (`hub/access/inside`), in a setting
that `hub.shown_inside()` reads. Every walled table has policies on top of its wall that let a
member read those rows and write none, and show no history at all. A table raised after them has
them with its wall, so a new one is hidden from members until the list names its rows.
"""

from typing import Final

from django.db.migrations import RunSQL

from hub.database.statements import PAGES, literal

POLICIES: Final = ("inside_read", "inside_add", "inside_change", "inside_remove")
_NO_MEMBER: Final = "(select hub.actor_kind()) is distinct from ''member''"
_LISTED: Final = "id = any ((select hub.shown_inside())::bigint[])"
# A table whose rows are a practitioner's own is shut to members by its wall.
_HIDE: Final = f"""
declare
  past boolean := exists (select from pg_attribute a
                          where a.attrelid = walled and a.attname = 'pgh_id')
      or not exists (select from pg_attribute a  -- a row with no number cannot be listed
                     where a.attrelid = walled and a.attname = 'id');
begin
  if obj_description(walled, 'pg_class') not like 'wall: %' or
     obj_description(walled, 'pg_class') like any (array['wall: own rows%', 'wall: closed%']) then
    return;
  end if;
  execute format('drop policy if exists inside_read on %s', walled);
  execute format('drop policy if exists inside_add on %s', walled);
  execute format('drop policy if exists inside_change on %s', walled);
  execute format('drop policy if exists inside_remove on %s', walled);
  execute format('create policy inside_read on %s as restrictive for select to {PAGES} using ('
      || case when past then '{_NO_MEMBER}' else '{_NO_MEMBER} or {_LISTED}' end || ')', walled);
  execute format('create policy inside_add on %s as restrictive for insert to {PAGES}'
      ' with check ({_NO_MEMBER})', walled);
  execute format('create policy inside_change on %s as restrictive for update to {PAGES}'
      ' using ({_NO_MEMBER}) with check ({_NO_MEMBER})', walled);
  execute format('create policy inside_remove on %s as restrictive for delete to {PAGES}'
      ' using ({_NO_MEMBER})', walled);
end
"""  # noqa: S608 - this page's own words
_HIDING: Final = (
    "create or replace function hub.hide_from_members(walled regclass) returns void"
    f" language plpgsql as $hide${_HIDE}$hide$"
)
_SHOWN: Final = (
    "create or replace function hub.shown_inside() returns bigint[] language sql stable"
    " parallel safe as $$ select coalesce("
    "nullif(current_setting('hub.shown_inside', true), '')::bigint[], '{}') $$"
)
_EVERY: Final = (
    "do $do$ declare walled regclass; begin for walled in select c.oid::regclass from pg_class c"
    " join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'"
    " and c.relkind = 'r' and c.relrowsecurity loop {} end loop; end $do$"
)


def hide_from_members(everyday: str) -> RunSQL:
    """The setting's function, for the roles in `everyday`, and the policies on every table there
    is now; a wall raised later asks for them itself."""
    return RunSQL(
        [
            _SHOWN,
            "revoke execute on function hub.shown_inside() from public",
            f"grant execute on function hub.shown_inside() to {everyday}",
            _HIDING,
            "revoke execute on function hub.hide_from_members(regclass) from public",
            _EVERY.format("perform hub.hide_from_members(walled);"),
        ],
        reverse_sql=[
            _EVERY.format(
                " ".join(
                    f"execute format('drop policy if exists {policy} on %s', walled);"
                    for policy in POLICIES
                )
            ),
            "drop function if exists hub.hide_from_members(regclass)",
            "drop function if exists hub.shown_inside()",
        ],
    )


def hidden_from_members(table: str) -> str:
    """The statement that hides a table from members, as part of its wall; it does nothing in a
    database that does not know of members yet, where `hide_from_members` will come by."""
    return (
        "do $do$ begin if to_regprocedure('hub.hide_from_members(regclass)') is not null then"
        f" perform hub.hide_from_members({literal(table)}::regclass); end if; end $do$"
    )
