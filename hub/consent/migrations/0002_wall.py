"""Agreement behind the wall. What is held back is known to the lead alone."""

from django.db import migrations

from hub.database.wall import exempt, wall, walled_history


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0001_initial"),
        ("families", "0002_wall"),
    ]
    operations = [
        exempt("consent_wording", "the authority's own words, the same for every family"),
        wall("consent_agreement", "summary", held_back=True, people=["given_by_id"]),
        *walled_history(
            "consent_agreementhistoryrow", "summary", held_back=True, people=["given_by_id"]
        ),
        wall("consent_judgement", "record", held_back=True, people=["person_id"]),
        *walled_history(
            "consent_judgementhistoryrow", "record", held_back=True, people=["person_id"]
        ),
        wall("consent_restriction", "record", write_level="summary"),
        *walled_history("consent_restrictionhistoryrow", "record", write_level="summary"),
        wall("consent_override", "record"),
        *walled_history("consent_overridehistoryrow", "record"),
    ]
