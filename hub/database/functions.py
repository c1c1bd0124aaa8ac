"""Functions that migrations give the database: those that look past the wall, and a package's."""

import re
from typing import Literal

from django.db.migrations import RunSQL

from hub.database.statements import PAGES, literal


def definer(
    signature: str,
    body: str,
    *,
    returns: str = "",
    language: str = "sql",
    volatility: Literal["stable", "volatile", "immutable"] = "stable",
    to: str = PAGES,
) -> RunSQL:
    """A function that looks past the wall: it runs as the door, for the roles in `to` only.

    `signature` is name and arguments, such as `hub.people_open()`, and may end in
    ` returns bigint[]`, which otherwise stands in `returns`. The function decides by itself what
    it may tell, from hub.actor_id() and the open families; whatever it is asked is hostile.
    """
    head, _, tail = signature.partition(" returns ")
    called = re.sub(r"\s+default\s+[^,)]+(?:\(\))?", "", head, flags=re.IGNORECASE)
    return RunSQL(
        [
            (
                f"create or replace function {head} returns {tail or returns} language {language}"
                f" {volatility} security definer set search_path = public, hub, pg_temp"
                f" as $hub_body${body}$hub_body$"
            ),
            f"revoke execute on function {called} from public",
            f"grant execute on function {called} to {to}",
            f"alter function {called} owner to hub_door",
        ],
        reverse_sql=f"drop function if exists {called}",
    )


def callable_by_pages(like: str, because: str) -> RunSQL:
    """Let pages call functions that a package brought, by a pattern for their names in public.

    Those run as the caller and so see no more than the caller; `because` is for the reader.
    """
    if not because.strip():
        raise ValueError(f"Functions given to pages need a reason: {like}")
    each = (  # the pattern stands in a migration, nobody types it
        "do $do$ declare f regprocedure; begin for f in select p.oid::regprocedure from pg_proc p"
        " join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'"
        f" and p.proname like {literal(like)}"
        " loop execute format('{}', f); end loop; end $do$"
    )
    return RunSQL(
        each.replace("{}", f"grant execute on function %s to {PAGES}"),
        reverse_sql=each.replace("{}", f"revoke execute on function %s from {PAGES}"),
    )
