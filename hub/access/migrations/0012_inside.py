"""What members of a family see of it: hidden on every table but for the rows listed for them."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer
from hub.database.inside import hide_from_members
from hub.database.wall import EVERYDAY

SQL = Path(__file__).resolve().parent.parent / "sql"
VIEWER = """reference varchar, family_id bigint, locality_id bigint, membership_id bigint, name text,
    part varchar, lost boolean, joined_at timestamptz, birth_date date, birth_accuracy varchar,
    kept boolean, said_yes_at timestamptz, judged_at timestamptz, kept_from_them boolean,
    places_kept boolean, held bigint[], responsible_for bigint[]"""
ROWS = """kind text, id bigint, people bigint[], hangs_on bigint[], with_adults boolean,
    with_family boolean, word text, born date, accuracy text, own boolean"""
LOOKS = """practitioner bigint, name varchar, role_title varchar, agency varchar, times int,
    last_at timestamptz"""
SUBJECTS = """family_id bigint, reference varchar, kind text, id bigint, item bigint, name text,
    about text, account bigint, lost boolean"""


def door(name: str, arguments: str, gives: str) -> migrations.RunSQL:
    """A function around the question in its file: its columns are looked up when it is asked, so
    that it may name tables that come later."""
    body = (SQL / f"{name}.sql").read_text()
    return definer(
        f"hub.{name}({arguments})",
        f"\n#variable_conflict use_column\nbegin return query\n{body};\nend ",
        returns=f"table ({gives})",
        language="plpgsql",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_told_and_looked"),
        ("audit", "0002_not_for_members"),
        ("about", "0004_places_and_members_apart"),
        ("plans", "0003_members_apart"),
    ]
    operations = [
        hide_from_members(EVERYDAY),
        door("inside_viewer", "who bigint, wanted text, at timestamptz", VIEWER),
        door("inside_rows", "who bigint, family bigint, at timestamptz", ROWS),
        door("inside_looks", "family bigint, since timestamptz", LOOKS),
        door("viewed_as", "wanted text, at timestamptz", SUBJECTS),
        # Again, since it answers no member any more.
        definer(
            "hub.looks_by_person(family bigint, since timestamptz)",
            (SQL / "looks_by_person.sql").read_text(),
            returns="table (actor_kind text, actor_id bigint, name varchar, role_title varchar,"
            " agency varchar, opened int, last_at timestamptz)",
        ),
    ]
