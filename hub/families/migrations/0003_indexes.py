"""Indexes that the door needs at the size of a county."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_wall"),
        ("families", "0002_wall"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="family",
            index=models.Index(
                fields=["locality", "registered_at", "id"], name="families_by_registration"
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["search_name"], name="people_by_search_name"),
        ),
    ]
