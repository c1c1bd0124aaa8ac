"""Accounts stand before the wall: they are read before anybody is signed in."""

from django.db import migrations

from hub.database.wall import exempt


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial"), ("database", "0001_settings")]
    operations = [
        exempt(
            "accounts_account",
            "read to sign somebody in, before there is an actor; holds no fact of a family",
            delete=False,
        )
    ]
