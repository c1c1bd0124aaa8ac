"""The name of an agency tells where a family is (S3): from whom the place is kept, what the family
agreed with other agencies, and who of them works with it, goes with it. Their own agency they
know, and what they wrote down themselves would tell if it vanished as it was saved.

A family that stopped everything is shown without agreement for serious harm alone (2.61, 2.75).
And one rule for how long a role is held: while its end has not come, as pages ask."""

from importlib import import_module
from pathlib import Path

from django.db import migrations

from hub.database.functions import definer
from hub.database.wall import again, wall, walled_history

first = import_module("hub.access.migrations.0002_door")
standing = import_module("hub.access.migrations.0009_standing")
counting = import_module("hub.access.migrations.0004_oversight")
SQL = Path(__file__).resolve().parent.parent / "sql"
COLLEAGUE = "practitioner_id = any ((select hub.colleagues())::bigint[])"
# As it was: only oneself, and only as working with the family; the lead adds the others.
OWN_OR_THE_LEADS = (
    "practitioner_id = (select hub.actor_id()) and kind = 'working'"
    " or family_id = any ((select hub.open_families('record'))::bigint[])"
)
TAKEN = "(taken_by_id = (select hub.actor_id()) or agency_id = (select hub.agency_of_actor()))"


class Migration(migrations.Migration):
    dependencies = [("access", "0009_standing"), ("consent", "0006_overrides")]
    operations = [
        first.door("sight_facts", "who bigint, families bigint[], at timestamptz", standing.FACTS),
        first.door("families_without_a_lead", "who bigint, at timestamptz, size int", first.LISTED),
        first.door(
            "families_named", "who bigint, words text[], at timestamptz, size int", first.LISTED
        ),
        counting.door("families_led", "who bigint", "int"),
        definer("hub.colleagues() returns bigint[]", (SQL / "colleagues.sql").read_text()),
        definer("hub.agency_of_actor() returns bigint", (SQL / "agency_of_actor.sql").read_text()),
        again(
            wall(
                "consent_agreement", "summary", held_back=True, people=["given_by_id"], place=TAKEN
            ),
            "consent_agreement",
        ),
        again(
            walled_history(
                "consent_agreementhistoryrow",
                "summary",
                held_back=True,
                people=["given_by_id"],
                place=TAKEN,
            )[0],
            "consent_agreementhistoryrow",
        ),
        again(
            wall(
                "access_involvement",
                "summary",
                held_back=True,
                place=COLLEAGUE,
                write_level="signpost",
                add_also=OWN_OR_THE_LEADS,
            ),
            "access_involvement",
        ),
        again(
            walled_history(
                "access_involvementhistoryrow",
                "summary",
                held_back=True,
                place=COLLEAGUE,
                write_level="signpost",
            )[0],
            "access_involvementhistoryrow",
        ),
    ]
