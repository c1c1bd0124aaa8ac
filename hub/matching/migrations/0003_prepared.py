"""Entries hold what searches compare."""

from pathlib import Path

from django.db import migrations, models

from hub.database.functions import definer

SQL = Path(__file__).resolve().parent.parent / "sql"
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


class Migration(migrations.Migration):
    dependencies = [("matching", "0002_wall")]
    operations = [
        migrations.AddField("entry", "prepared", models.TextField(default="", db_default="")),
        search("likely", "keys int[], lines int[], each int, most int"),
        search("homes", "groups bigint[]"),
    ]
