"""Where a family is, kept private as one thing (S3): a restriction whose item is the family's own
id hides every row that tells a place, written before or after it."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer
from hub.database.wall import again, wall, walled_history

SQL = Path(__file__).resolve().parent.parent / "sql"
OWN = "any ((select hub.own_places())::bigint[])"


class Migration(migrations.Migration):
    dependencies = [("consent", "0004_birthdays_wall"), ("families", "0002_wall")]
    operations = [
        definer(
            "hub.own_places() returns bigint[]",
            (SQL / "own_places.sql").read_text(),
        ),
        again(
            wall("families_address", "summary", held_back=True, place=f"id = {OWN}"),
            "families_address",
        ),
        again(
            walled_history(
                "families_addresshistoryrow", "summary", held_back=True, place=f"pgh_obj_id = {OWN}"
            )[0],
            "families_addresshistoryrow",
        ),
        again(
            wall(
                "families_householdmember",
                "summary",
                held_back=True,
                hidden_with=["address_id"],
                people=["person_id"],
                place=f"address_id = {OWN}",
            ),
            "families_householdmember",
        ),
        again(
            walled_history(
                "families_householdmemberhistoryrow",
                "summary",
                held_back=True,
                hidden_with=["address_id"],
                people=["person_id"],
                place=f"address_id = {OWN}",
            )[0],
            "families_householdmemberhistoryrow",
        ),
    ]
