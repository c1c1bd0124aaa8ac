"""What the family was told of sharing without agreement, and who looked as it may know."""

from importlib import import_module

from django.db import migrations

from hub.database.functions import definer

before = import_module("hub.access.migrations.0004_oversight")
SQL = before.SQL


class Migration(migrations.Migration):
    dependencies = [("access", "0010_agencies_are_places"), ("consent", "0011_told")]
    operations = [
        before.door("refused_overseen", f"who bigint, {before.PERIOD}", "int"),
        definer(
            "hub.overrides_told(family bigint, at timestamptz)",
            (SQL / "overrides_told.sql").read_text(),
            returns="table (shown_to varchar, shown_to_id bigint)",
        ),
        definer(
            "hub.looks_told(family bigint, since timestamptz)",
            (SQL / "looks_told.sql").read_text(),
            returns="table (kind text, number bigint, name varchar, role_title varchar,"
            " agency varchar, purpose text, times int, last_at timestamptz)",
        ),
    ]
