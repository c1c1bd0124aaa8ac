"""What was said under an emergency rule is overdue when that says so; counts for its page (4.2)."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [("papers", "0003_with_each_yes"), ("consent", "0015_emergency")]
    operations = [
        definer(
            "hub.signatures_due(before timestamptz, last date, at timestamptz, size int)",
            (SQL / "signatures_overdue.sql").read_text(),
            returns="table (family_id bigint, reference varchar, yeses bigint, spoken bigint,"
            " since date)",
        ),
        definer(
            "hub.emergency_counts(at timestamptz)",
            (SQL / "emergency_counts.sql").read_text(),
            returns="table (rule bigint, taken int, unsigned int)",
        ),
    ]
