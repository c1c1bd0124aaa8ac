"""What agencies signed and how they answer stands before the wall: it holds no family's fact."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer
from hub.database.wall import exempt

SIGNED = "what agencies signed and answer for is open to all staff"
SQL = Path(__file__).resolve().parent.parent / "sql"
STANDING = "hub.standing(one bigint, at timestamptz)"


def standing() -> list[migrations.RunSQL]:
    """The function in PL/pgSQL with one plan for all values: the door asks it with every file, and
    planning it costs more than running it."""
    body = (SQL / "standing.sql").read_text()
    return [
        definer(
            STANDING,
            f"\n#variable_conflict use_column\nbegin return query\n{body};\nend ",
            returns="table (agency_id bigint, locality_id bigint, since timestamptz)",
            language="plpgsql",
        ),
        migrations.RunSQL(
            f"alter function {STANDING} set plan_cache_mode = force_generic_plan",
            migrations.RunSQL.noop,
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("agencies", "0004_standing"), ("agencies", "0002_wall")]
    operations = [
        *(
            exempt(f"agencies_{table}{history}", SIGNED, delete=False)
            for table in (
                "sharingagreement",
                "sharingparty",
                "termsacceptance",
                "agencybasis",
                "agencystatement",
            )
            for history in ("", "historyrow")
        ),
        exempt("agencies_terms", SIGNED, delete=False),
        *standing(),
    ]
