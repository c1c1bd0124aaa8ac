"""What somebody told of themselves starts with them and who leads (S4).

Comes on top of a table's wall, which lets in the lowest level that may ever read such a row. The
history of what was shared once is not for the team: sharing ended ends there too.
"""

from typing import Final

from django.db.migrations import RunSQL

from hub.database.statements import PAGES, name

LEADS: Final = "family_id = any ((select hub.open_families('record'))::bigint[])"
IN_TEAM: Final = "family_id = any ((select hub.open_families('plan'))::bigint[])"
RECORDED: Final = "saved_by_id = (select hub.actor_id())"


def own(table: str, *, lead: bool = True, team: str = "", recorder: bool = False) -> RunSQL:
    """Rows are for who leads; for the team where the column `team` is true; for who wrote them
    down where `recorder`. Only who leads and that recorder change them."""
    changed = " or ".join([LEADS] * lead + [RECORDED] * recorder)
    shared = [f"({IN_TEAM} and {name(team)})"] if team else []
    read = " or ".join([changed, *shared])
    on = f"on {name(table)} as restrictive for"
    return RunSQL(
        [
            f"create policy own_read {on} select to {PAGES} using ({read})",
            f"create policy own_change {on} update to {PAGES} using ({changed})",
        ],
        reverse_sql=[
            f"drop policy if exists {policy} on {name(table)}"
            for policy in ("own_read", "own_change")
        ],
    )
