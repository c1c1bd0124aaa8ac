"""Entries hold what searches compare; and many are kept in one call."""

from pathlib import Path

from django.db import migrations, models

from hub.database.functions import definer

SQL = Path(__file__).resolve().parent.parent / "sql"
KEPT = """its_id bigint, its_person bigint, its_group bigint, texts text[],
    its_former_surnames text[], its_former_postcodes text[], its_phones text[], its_keys int[]"""
FOUND = "line int, entry bigint, person bigint, its_group bigint, prepared text"


def read(name: str) -> str:
    return (SQL / f"{name}.sql").read_text()


def search(name: str, arguments: str) -> migrations.RunSQL:
    """A function with one plan for all values: planning costs more than a search."""
    called = f"hub.matching_{name}({arguments})"
    operation = definer(
        called,
        f"\n#variable_conflict use_column\nbegin return query\n{read(name)};\nend ",
        returns=f"table ({FOUND})",
        language="plpgsql",
    )
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
    dependencies = [("matching", "0002_wall")]
    operations = [
        migrations.AddField("entry", "prepared", models.TextField(default="", db_default="")),
        search("likely", "keys int[], lines int[], each int, most int"),
        search("homes", "groups bigint[]"),
        writer("keep", KEPT),
        writer("keep_all", "entries jsonb"),
    ]
