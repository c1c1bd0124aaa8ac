"""What agencies signed and how they answer stands before the wall: it holds no family's fact."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer
from hub.database.wall import exempt

SIGNED = "what agencies signed and answer for is open to all staff"
SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [("agencies", "0004_standing"), ("agencies", "0002_wall")]
    operations = [
        exempt(f"agencies_{table}{history}", SIGNED, delete=False)
        for table in (
            "sharingagreement",
            "sharingparty",
            "termsacceptance",
            "agencybasis",
            "agencystatement",
        )
        for history in ("", "historyrow")
    ] + [
        exempt("agencies_terms", SIGNED, delete=False),
        definer(
            "hub.standing(one bigint, at timestamptz)",
            (SQL / "standing.sql").read_text(),
            returns="table (agency_id bigint, locality_id bigint, since timestamptz)",
        ),
    ]
