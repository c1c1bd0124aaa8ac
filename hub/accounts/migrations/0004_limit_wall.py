"""The table of limits stands before the wall."""

from django.db import migrations

from hub.database.wall import exempt


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_limit")]
    operations = [
        exempt("accounts_limit", "counts attempts to sign in under fingerprints; ends in minutes"),
    ]
