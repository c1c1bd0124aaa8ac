"""Who helps tells where a family is (S3), and a part goes with its member in each family apart."""

from django.db import migrations

from hub.database.apart import apart
from hub.database.wall import again, wall, walled_history

PEOPLE = ["person_id"]
OF_A_MEMBER = ("language", "helpers", "background", "needs", "ownwords", "askedalone")
# A school, a doctor, a health visitor: whoever places are kept from sees what they wrote
# themselves and nobody changed since, as with addresses.
OWN = "saved_by_id = (select hub.actor_id())"


class Migration(migrations.Migration):
    dependencies = [
        ("about", "0003_ethnicity"),
        ("consent", "0006_overrides"),
        ("plans", "0003_members_apart"),
    ]
    operations = [
        again(
            wall("about_helpers", "summary", held_back=True, people=PEOPLE, place=OWN),
            "about_helpers",
        ),
        again(
            walled_history(
                "about_helpershistoryrow", "summary", held_back=True, people=PEOPLE, place=OWN
            )[0],
            "about_helpershistoryrow",
        ),
        *(
            apart(f"about_{table}{suffix}", PEOPLE)
            for table in OF_A_MEMBER
            for suffix in ("", "historyrow")
        ),
        apart("consent_birthdayanswer", PEOPLE),
        apart("consent_birthdayanswerhistoryrow", PEOPLE),
    ]
