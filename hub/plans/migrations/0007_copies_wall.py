"""Copies of a plan behind the wall, for the team and the lead. That a service got one tells an
agency, and so a place (S3): from whom the place is kept it goes with it, but for their own agency.
Who is held back takes theirs along. Written once."""

from django.db import migrations

from hub.database.apart import apart
from hub.database.wall import wall, walled_history

COPY = {
    "held_back": True,
    "people": ("person_id",),
    "place": "(agency_id is null or agency_id = (select hub.agency_of_actor()))",
}


class Migration(migrations.Migration):
    dependencies = [("plans", "0006_copies"), ("access", "0012_inside")]
    operations = [
        wall("plans_plancopy", "plan", append_only=True, **COPY),
        *walled_history("plans_plancopyhistoryrow", "plan", **COPY),
        apart("plans_plancopy", ["person_id"]),
        apart("plans_plancopyhistoryrow", ["person_id"]),
    ]
