"""The index is closed to every page; the door's functions search it, keep it and count it."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer
from hub.database.wall import closed

SQL = Path(__file__).resolve().parent.parent / "sql"
TABLES = ("matching_entry", "matching_key", "matching_frequency")


def read(name: str) -> str:
    return (SQL / f"{name}.sql").read_text()


def writer(name: str, arguments: str) -> migrations.RunSQL:
    return definer(
        f"hub.matching_{name}({arguments})",
        f"\n#variable_conflict use_column\n{read(name)}",
        returns="void",
        language="plpgsql",
        volatility="volatile",
    )


class Migration(migrations.Migration):
    dependencies = [("matching", "0001_initial"), ("database", "0002_packages")]
    operations = [
        migrations.RunSQL(
            [
                "create sequence matching_entry_number_seq as integer owned by matching_entry.number",
                "alter table matching_entry alter column number set default nextval('matching_entry_number_seq')",
            ],
            reverse_sql="drop sequence if exists matching_entry_number_seq cascade",
        ),
        *(closed(table, door_writes=True) for table in TABLES),
        migrations.RunSQL(
            [f"grant delete on {table} to hub_door" for table in TABLES],
            reverse_sql=[f"revoke delete on {table} from hub_door" for table in TABLES],
        ),
        writer("drop", "entries bigint[]"),
        writer("count", ""),
        definer(
            "hub.matching_frequencies() returns table (comparison text, word text, count int)",
            "select comparison, word, count from matching_frequency",
        ),
    ]
