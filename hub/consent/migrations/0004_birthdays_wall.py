"""What a young person says on a birthday is for who leads (S6)."""

from django.db import migrations

from hub.database.wall import wall, walled_history


class Migration(migrations.Migration):
    dependencies = [("consent", "0003_birthdays"), ("families", "0002_wall")]
    operations = [
        wall("consent_birthdayanswer", "record", held_back=True, people=["person_id"]),
        *walled_history(
            "consent_birthdayanswerhistoryrow", "record", held_back=True, people=["person_id"]
        ),
    ]
