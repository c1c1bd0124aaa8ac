"""What orders forbid is told past the wall to who has to keep to it, without the order (S9)."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [("consent", "0013_yeses_in_force")]
    operations = [
        definer(
            "hub.kept_apart(asked bigint) returns table (bound bigint, other bigint)",
            (SQL / "kept_apart.sql").read_text(),
        ),
        definer(
            "hub.not_to_be_taken(asked bigint) returns"
            " table (effect bigint, person bigint, name varchar, child bigint)",
            (SQL / "not_to_be_taken.sql").read_text(),
        ),
    ]
