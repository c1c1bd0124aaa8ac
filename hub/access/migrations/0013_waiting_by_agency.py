"""Which families wait for an agency's agreement is asked by the agencies that do not stand."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [("access", "0012_inside"), ("agencies", "0008_access_team")]
    operations = [
        definer(
            "hub.families_waiting(who bigint, at timestamptz, size int)",
            (SQL / "families_waiting.sql").read_text(),
            returns="table (agency_id bigint, locality_id bigint, family_id bigint, reference varchar)",
        ),
    ]
