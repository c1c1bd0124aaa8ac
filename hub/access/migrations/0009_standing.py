"""A yes counts while the agency stands in the family's locality (S12): one more fact at the door."""

from importlib import import_module
from pathlib import Path

from django.db import migrations

from hub.database.functions import definer

SQL = Path(__file__).resolve().parent.parent / "sql"
_first = import_module("hub.access.migrations.0002_door")

_reach = import_module("hub.access.migrations.0008_reach")

FACTS = _reach.FACTS.replace("reach int,", "reach int, stands boolean,")


def anew(name: str, arguments: str, gives: str) -> list[migrations.RunSQL]:
    """The function with the columns it has now: PostgreSQL replaces none that gives others."""
    types = ", ".join(argument.split()[1] for argument in arguments.split(", "))
    drop = migrations.RunSQL(f"drop function hub.{name}({types})", migrations.RunSQL.noop)
    return [drop, _first.door(name, arguments, gives)]


class Migration(migrations.Migration):
    dependencies = [("access", "0008_reach"), ("agencies", "0007_membership_alone")]
    operations = [
        *anew("sight_facts", "who bigint, families bigint[], at timestamptz", FACTS),
        *anew(
            "family_facts",
            "who bigint, wanted text, at timestamptz",
            f"reference varchar, {FACTS}",
        ),
        _first.door(
            "sight_levels",
            "who bigint, families bigint[], at timestamptz",
            "family_id bigint, level int, held_back bigint[]",
        ),
        definer(
            "hub.families_waiting(who bigint, at timestamptz, size int)",
            (SQL / "families_waiting.sql").read_text(),
            returns="table (agency_id bigint, locality_id bigint, family_id bigint, reference varchar)",
        ),
    ]
