"""The functions that read what the door has set for this transaction; every policy uses them.

A setting that was never made, or made by an earlier transaction of the same connection, reads as
empty: no open family, nobody acting.
"""

from django.db import migrations

from hub.database.wall import EVERYDAY

FUNCTIONS = {
    "hub.open_families(level text)": (
        "bigint[]",
        "select coalesce(nullif(current_setting('hub.open_' || level, true), '')::bigint[], '{}')",
    ),
    "hub.held_back()": (
        "bigint[]",
        "select coalesce(nullif(current_setting('hub.held_back', true), '')::bigint[], '{}')",
    ),
    "hub.actor_id()": (
        "bigint",
        "select nullif(current_setting('hub.actor_id', true), '')::bigint",
    ),
    "hub.actor_kind()": (
        "text",
        "select nullif(current_setting('hub.actor_kind', true), '')",
    ),
}


def _create(signature: str, returns: str, body: str) -> list[str]:
    return [
        (
            f"create or replace function {signature} returns {returns}"
            f" language sql stable parallel safe as $${body}$$"
        ),
        f"revoke execute on function {signature} from public",
        f"grant execute on function {signature} to {EVERYDAY}",
    ]


FIRST = [
    migrations.RunSQL(_create(signature, *what), f"drop function if exists {signature}")
    for signature, what in FUNCTIONS.items()
]


class Migration(migrations.Migration):
    initial = True
    dependencies: list[tuple[str, str]] = []
    operations = [*FIRST]
