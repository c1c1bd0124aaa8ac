"""Indexes that the door needs at the size of a county."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_door"),
        ("agencies", "0002_wall"),
        ("families", "0002_wall"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["family", "practitioner"], name="leads_of_a_family"),
        ),
    ]
