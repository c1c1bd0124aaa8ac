"""In which families something may be due of whoever asks: what a first page begins with."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0004_owners_are_places"),
        ("papers", "0004_emergency"),
        ("consent", "0015_emergency"),
    ]
    operations = [
        definer(
            "hub.families_due(today date, before timestamptz, last date, at timestamptz, most int)",
            (SQL / "families_due.sql").read_text(),
            returns="table (kind text, family_id bigint)",
        ),
    ]
