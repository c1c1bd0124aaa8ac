"""Merges behind the wall: seen by who has both families open, and by nobody else (S19)."""

from django.db import migrations

from hub.database.statements import PAGES
from hub.database.wall import wall, walled_history

# The other family of each table's rows, and the level at which it has to be open.
OTHERS = {
    "merge": ("signpost", "kept_id", "signpost", ()),
    "adultasked": ("summary", "other_id", "signpost", ("member_id",)),
    "notsame": ("summary", "other_id", "summary", ()),
}


def both_open(table: str, other: str, level: str) -> migrations.RunSQL:
    """On top of a table's wall: the family that `other` names has to be open too."""
    return migrations.RunSQL(
        f"create policy both_open on {table} as restrictive for all to {PAGES}"
        f" using ({other} = any ((select hub.open_families('{level}'))::bigint[]))",
        reverse_sql=f"drop policy if exists both_open on {table}",
    )


class Migration(migrations.Migration):
    dependencies = [("merging", "0001_initial"), ("access", "0018_lookup_door")]
    operations = [
        operation
        for table, (level, other, its_level, items) in OTHERS.items()
        for operation in (
            wall(f"merging_{table}", level, hidden_with=items),
            *walled_history(f"merging_{table}historyrow", level, hidden_with=items),
            both_open(f"merging_{table}", other, its_level),
            both_open(f"merging_{table}historyrow", other, its_level),
        )
    ]
