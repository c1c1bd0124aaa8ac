"""What one person's needs mean for another is for who leads, and goes with either of them."""

from django.db import migrations

from hub.database.apart import apart
from hub.database.wall import wall, walled_history

PEOPLE = ["person_id", "other_id"]


class Migration(migrations.Migration):
    dependencies = [("about", "0009_effects"), ("plans", "0003_members_apart")]
    operations = [
        wall("about_effect", "record", held_back=True, people=PEOPLE),
        *walled_history("about_effecthistoryrow", "record", held_back=True, people=PEOPLE),
        apart("about_effect", PEOPLE),
        apart("about_effecthistoryrow", PEOPLE),
    ]
