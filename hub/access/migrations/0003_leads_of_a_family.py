"""The wall reads leads by family, ended ones too; the unique index knows only today's."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0002_door")]
    operations = [
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["family", "until_at"], name="leads_of_a_family"),
        ),
    ]
