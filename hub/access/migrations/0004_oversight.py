"""Functions by which a data protection officer asks who looked, and a lead sees it for a family.

A coordinator gets the number of families that somebody who leaves has led. They add no table. The
officer's look past the wall for that role alone and tell no fact of a family; the lead's asks for
the record to be open.
"""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer

SQL = Path(__file__).resolve().parent.parent / "sql"

PERIOD = "since timestamptz, until timestamptz"
PAGE = "start int, many int"


def door(name: str, arguments: str, returns: str) -> migrations.RunSQL:
    return definer(f"hub.{name}({arguments})", (SQL / f"{name}.sql").read_text(), returns=returns)


class Migration(migrations.Migration):
    dependencies = [("access", "0003_leads_of_a_family"), ("audit", "0001_initial")]
    operations = [
        door("oversees", "", "boolean"),
        door(
            "family_overseen",
            "wanted text, at timestamptz",
            "table (family_id bigint, reference_now varchar, reference_then varchar)",
        ),
        door(
            "looks_overseen",
            f"family bigint, {PERIOD}, {PAGE}",
            "table (at timestamptz, event text, actor_kind text, job text, name varchar,"
            " role_title varchar, agency varchar, purpose text)",
        ),
        door(
            "opened_overseen",
            f"who bigint, {PERIOD}, {PAGE}",
            "table (family_id bigint, reference varchar, opened bigint, changed bigint,"
            " listed bigint, first_at timestamptz, last_at timestamptz)",
        ),
        door("refused_overseen", f"who bigint, {PERIOD}", "int"),
        door("families_led", "who bigint", "int"),
        door(
            "looks_by_person",
            "family bigint, since timestamptz",
            "table (actor_kind text, actor_id bigint, name varchar, role_title varchar,"
            " agency varchar, opened int, last_at timestamptz)",
        ),
    ]
