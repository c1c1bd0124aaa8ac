"""What is overdue to be signed is put together once for all families, not yes by yes."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [("papers", "0003_with_each_yes"), ("consent", "0013_yeses_in_force")]
    operations = [
        definer(
            "hub.signatures_due(before timestamptz, last date, at timestamptz, size int)",
            (SQL / "signatures_due.sql").read_text(),
            returns="table (family_id bigint, reference varchar, yeses bigint, spoken bigint,"
            " since date)",
        ),
    ]
