"""A yes to sharing says how much reaches an agency: the door counts it (C1, 3.14)."""

from importlib import import_module

from django.db import migrations

older = import_module("hub.access.migrations.0002_door")

FACTS = older.FACTS.replace("shared boolean,", "shared boolean, reach int,")


class Migration(migrations.Migration):
    dependencies = [("access", "0007_lead_is_a_place"), ("consent", "0007_terms")]
    operations = [
        # What a function gives can only be changed by making it anew.
        migrations.RunSQL(
            [
                "drop function if exists hub.family_facts(bigint, text, timestamptz)",
                "drop function if exists hub.sight_facts(bigint, bigint[], timestamptz)",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        older.door("sight_facts", "who bigint, families bigint[], at timestamptz", FACTS),
        older.door(
            "family_facts", "who bigint, wanted text, at timestamptz", f"reference varchar, {FACTS}"
        ),
        older.door(
            "sight_levels",
            "who bigint, families bigint[], at timestamptz",
            "family_id bigint, level int, held_back bigint[]",
        ),
    ]
