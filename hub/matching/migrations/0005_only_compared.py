"""Entries hold nothing but what is counted, compared and looked under; keys are made otherwise.

The index is emptied: it holds no fact of its own, and is filled again by `bin/hub reindex`.
"""

import importlib

from django.db import migrations, models

_wall = importlib.import_module("hub.matching.migrations.0002_wall")
_pairs = importlib.import_module("hub.matching.migrations.0004_pairs")
TABLES = ("matching_entry", "matching_key", "matching_frequency", *_pairs.TABLES)
GONE = (
    "given", "middle", "surname", "known_as", "former_surnames", "sex", "born", "address", "town",
    "postcode", "former_postcodes", "phones", "nhs",
)  # fmt: skip
KEPT = """its_id bigint, its_person bigint, its_group bigint, its_given_word text,
    its_surname_word text, its_prepared text, its_keys int[]"""
BEFORE = (
    "found(int[], int[], int, int)",
    "members(bigint[])",
    "keep_all(jsonb)",
    "keep(bigint, bigint, bigint, text[], text[], text[], text[], int[])",
)


class Migration(migrations.Migration):
    dependencies = [("matching", "0004_pairs")]
    operations = [
        migrations.RunSQL(
            [
                f"truncate {', '.join(TABLES)}",
                *(f"drop function if exists hub.matching_{name}" for name in BEFORE),
                *(f"drop trigger {name} on matching_entry" for name in _pairs.TRIGGERS),
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        *(migrations.RemoveField("entry", name) for name in GONE),
        migrations.AlterField("entry", "prepared", models.TextField()),
        migrations.RunSQL(
            [
                f"create trigger {name} {when} execute function hub.matching_changed()"
                for name, when in _pairs.TRIGGERS.items()
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        _wall.writer("keep", KEPT),
        _wall.writer("keep_all", "entries jsonb"),
    ]
