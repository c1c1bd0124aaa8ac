"""Who asks to join a team stands on its lead's first page, in the question that is asked anyway."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [("plans", "0007_copies_wall"), ("intake", "0009_joining_wall")]
    operations = [
        definer(
            "hub.due_of_mine(today date, before timestamptz, last date, at timestamptz, most int)",
            (SQL / "due_of_mine.sql").read_text(),
            returns="table (kind text, family_id bigint, question bigint)",
        ),
    ]
