"""The lead's agency and telephone tell a place (S3): the lead goes with where the family is."""

from django.db import migrations

from hub.database.wall import again, wall, walled_history

# Who leads knows that they do, should the family's places have been kept from them before.
OWN = "practitioner_id = (select hub.actor_id())"


class Migration(migrations.Migration):
    dependencies = [("access", "0006_overrides"), ("consent", "0005_places")]
    operations = [
        again(
            wall("access_lead", "signpost", held_back=True, place=OWN, write_level="summary"),
            "access_lead",
        ),
        again(
            walled_history("access_leadhistoryrow", "signpost", held_back=True, place=OWN)[0],
            "access_leadhistoryrow",
        ),
    ]
