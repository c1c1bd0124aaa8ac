"""A draft is its writer's alone."""

from django.db import migrations

from hub.database.wall import own_rows


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_initial"), ("database", "0001_settings")]
    operations = [own_rows("intake_draft")]
