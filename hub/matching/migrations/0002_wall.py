"""The index is closed to every page; the door's functions search it, keep it and count it."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer
from hub.database.wall import closed

SQL = Path(__file__).resolve().parent.parent / "sql"
TABLES = ("matching_entry", "matching_key", "matching_frequency")
FOUND = """line int, entry bigint, person bigint, its_group bigint, given text, middle text,
    surname text, known_as text, former_surnames text[], sex text, born text, address text,
    town text, postcode text, former_postcodes text[], phones text[], nhs text"""
KEPT = """its_id bigint, its_person bigint, its_group bigint, texts text[],
    its_former_surnames text[], its_former_postcodes text[], its_phones text[], its_keys int[]"""


def read(name: str) -> str:
    return (SQL / f"{name}.sql").read_text()


def search(name: str, arguments: str) -> migrations.RunSQL:
    """A function with one plan for all values: planning costs more than a search."""
    operation = definer(
        f"hub.matching_{name}({arguments})",
        f"\n#variable_conflict use_column\nbegin return query\n{read(name)};\nend ",
        returns=f"table ({FOUND})",
        language="plpgsql",
    )
    called = f"hub.matching_{name}({arguments})"
    one_plan = f"alter function {called} set plan_cache_mode = force_generic_plan"
    operation.sql = [*operation.sql, one_plan]
    return operation


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
        search("found", "keys int[], lines int[], each int, most int"),
        search("members", "groups bigint[]"),
        writer("keep", KEPT),
        writer("drop", "entries bigint[]"),
        writer("count", ""),
        definer(
            "hub.matching_frequencies() returns table (comparison text, word text, count int)",
            "select comparison, word, count from matching_frequency",
        ),
    ]
