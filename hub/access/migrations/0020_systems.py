"""Look-ups that an agency's own system asks: counted by its key too (2.111)."""

from pathlib import Path

from django.db import migrations, models

from hub.database.functions import definer

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0019_yes_that_ended"),
        ("agencies", "0011_system_keys"),
    ]

    operations = [
        migrations.AddField(
            model_name="lookupcheck",
            name="system",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="lookupcheck",
            index=models.Index(
                condition=models.Q(("system__isnull", False)),
                fields=["system", "at"],
                name="lookups_of_a_system",
            ),
        ),
        definer(
            "hub.lookup_asked_through(wanted bigint, moment timestamptz)",
            (SQL / "lookup_asked_through.sql").read_text(),
            returns="table (system_hour bigint, system_day bigint)",
        ),
        definer(
            "hub.lookup_written_through(check_id bigint, wanted bigint)",
            (SQL / "lookup_written_through.sql").read_text(),
            returns="void",
            volatility="volatile",
        ),
    ]
