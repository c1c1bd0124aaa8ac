"""Papers and signatures behind the wall, and the list of those that are overdue.

A sheet shows every yes on it, so it goes with each of them; its signatures go with the sheet. Where
a sheet tells where the family is, it and they go with the family's places, but for who put it there
(S3). Both are written once: nobody can change a row.
"""

from pathlib import Path

from django.db import migrations

from hub.database.apart import apart
from hub.database.functions import definer
from hub.database.wall import wall, walled_history

SQL = Path(__file__).resolve().parent.parent / "sql"
SIGNER = ["signer_id"]
# Whoever places are kept from sees the sheet they put here themselves.
OWN = "not tells_place or {} = (select hub.actor_id())"
PUT_BY = {"paper": "put_by_id", "signature": "taken_by_id"}
HELD = "(select hub.held_back())::bigint[]"
TOGETHER = {
    "papers_paper": f"not (agreements && {HELD})",
    "papers_signature": f"not (agreements && {HELD})"
    f" and (paper_id is null or not (paper_id = any ({HELD})))",
}


def together(table, shown):
    """Rows are hidden with whatever of this is held back, on top of their wall."""
    return migrations.RunSQL(
        f'create policy together_read on "{table}" as restrictive for select'
        f" to hub_web, hub_worker using ({shown})",
        reverse_sql=f'drop policy if exists together_read on "{table}"',
    )


class Migration(migrations.Migration):
    dependencies = [
        ("papers", "0001_initial"),
        ("consent", "0006_overrides"),
        ("families", "0004_loss"),
        ("plans", "0003_members_apart"),
    ]
    operations = [
        *(
            wall(
                f"papers_{table}",
                "summary",
                held_back=True,
                people=SIGNER,
                place=OWN.format(put_by),
                append_only=True,
            )
            for table, put_by in PUT_BY.items()
        ),
        *(
            operation
            for table, put_by in PUT_BY.items()
            for operation in walled_history(
                f"papers_{table}historyrow",
                "summary",
                held_back=True,
                people=SIGNER,
                place=OWN.format(put_by),
            )
        ),
        *(
            operation
            for table, shown in TOGETHER.items()
            for suffix in ("", "historyrow")
            for operation in (
                together(f"{table}{suffix}", shown),
                apart(f"{table}{suffix}", SIGNER),
            )
        ),
        definer(
            "hub.signatures_due(before timestamptz, last date, at timestamptz, size int)",
            (SQL / "signatures_due.sql").read_text(),
            returns="table (family_id bigint, reference varchar, yeses bigint, spoken bigint,"
            " since date)",
        ),
    ]
