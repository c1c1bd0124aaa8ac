"""The function by which sharing without agreement is overseen. It adds no table."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer

SQL = Path(__file__).resolve().parent.parent / "sql"

GIVES = """id bigint, family_id bigint, locality_id bigint, reference varchar, emergency boolean,
    ground varchar, one_item boolean, told_family boolean, from_at timestamptz,
    until_at timestamptz, review_due_on date, second_at timestamptz, reviewed_at timestamptz,
    outcome varchar, hiding varchar, decided_by varchar, agency varchar, shown_to varchar,
    second_by varchar, ended_by varchar, reviewed_by varchar, decider bigint, seconder bigint,
    because text, advice text, why_not_told varchar, outcome_words text"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0005_forget_posted_forms"),
        ("agencies", "0003_overrides"),
        ("consent", "0006_overrides"),
    ]
    operations = [
        definer(
            "hub.overrides_known(wanted bigint, standing boolean, since timestamptz,"
            " until timestamptz, at timestamptz, size int)",
            (SQL / "overrides_known.sql").read_text(),
            returns=f"table ({GIVES})",
        ),
    ]
