"""The door's functions, which look past the wall for whoever asks, and the wall before its tables."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer
from hub.database.wall import own_rows, wall, walled_history

SQL = Path(__file__).resolve().parent.parent / "sql"

FACTS = """family_id bigint, locality_id bigint, works boolean, administrator boolean,
    kept boolean, recorded boolean, shared boolean, lead boolean, team boolean, working boolean,
    coordinator boolean, kept_from_them boolean, kept_from_agency boolean, overridden boolean,
    held_from_them bigint[], held_from_agency bigint[], lifted bigint[]"""
LISTED = "family_id bigint, reference varchar, locality_id bigint, level int, held_back bigint[]"

# Only oneself, and only as working with the family; whoever has the record open adds the others.
OWN_OR_THE_LEADS = (
    "practitioner_id = (select hub.actor_id()) and kind = 'working'"
    " or family_id = any ((select hub.open_families('record'))::bigint[])"
)


def door(name: str, arguments: str, gives: str) -> migrations.RunSQL:
    """A function around the question in its file.

    In PL/pgSQL, and with one plan for all values, since planning these joins costs more than
    running them: measured at a million people, 0.5 ms instead of 11 for one family.
    """
    body = (SQL / f"{name}.sql").read_text()
    operation = definer(
        f"hub.{name}({arguments})",
        f"\n#variable_conflict use_column\nbegin return query\n{body};\nend ",
        returns=f"table ({gives})",
        language="plpgsql",
    )
    one_plan = f"alter function hub.{name}({arguments}) set plan_cache_mode = force_generic_plan"
    operation.sql = [*operation.sql, one_plan]
    return operation


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
        ("agencies", "0002_wall"),
        ("families", "0002_wall"),
        ("consent", "0002_wall"),
    ]
    operations = [
        wall("access_lead", "signpost", write_level="summary"),
        *walled_history("access_leadhistoryrow", "signpost"),
        wall(
            "access_involvement",
            "summary",
            held_back=True,
            write_level="signpost",
            add_also=OWN_OR_THE_LEADS,
        ),
        *walled_history(
            "access_involvementhistoryrow", "summary", held_back=True, write_level="signpost"
        ),
        own_rows("access_postedform", column="actor_id"),
        door("sight_facts", "who bigint, families bigint[], at timestamptz", FACTS),
        door(
            "family_facts", "who bigint, wanted text, at timestamptz", f"reference varchar, {FACTS}"
        ),
        door(
            "sight_levels",
            "who bigint, families bigint[], at timestamptz",
            "family_id bigint, level int, held_back bigint[]",
        ),
        door("families_of", "who bigint, at timestamptz, size int, skip int", LISTED),
        door("families_without_a_lead", "who bigint, at timestamptz, size int", LISTED),
        door("families_named", "who bigint, words text[], at timestamptz, size int", LISTED),
    ]
