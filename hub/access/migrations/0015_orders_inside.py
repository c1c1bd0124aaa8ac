"""What an order forbids somebody is among the facts of a member's own sight (S9)."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer

SQL = Path(__file__).resolve().parent.parent / "sql"
ASKED = "who bigint, wanted text, at timestamptz"
VIEWER = """reference varchar, family_id bigint, locality_id bigint, membership_id bigint, name text,
    part varchar, lost boolean, joined_at timestamptz, birth_date date, birth_accuracy varchar,
    kept boolean, said_yes_at timestamptz, judged_at timestamptz, kept_from_them boolean,
    places_kept boolean, held bigint[], responsible_for bigint[], apart_from bigint[],
    not_told_of bigint[]"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0014_in_turns"),
        ("consent", "0009_who_agrees_wall"),
    ]
    operations = [
        # It gives two columns more, so it is made anew.
        migrations.RunSQL(
            "drop function hub.inside_viewer(bigint, text, timestamptz)", migrations.RunSQL.noop
        ),
        definer(
            f"hub.inside_viewer({ASKED})",
            "\n#variable_conflict use_column\nbegin return query\n"
            f"{(SQL / 'inside_viewer.sql').read_text()};\nend ",
            returns=f"table ({VIEWER})",
            language="plpgsql",
        ),
    ]
