"""What somebody and their agency asked lately is counted in two passes, not in four."""

import importlib

from django.db import migrations

_door = importlib.import_module("hub.access.migrations.0018_lookup_door")


class Migration(migrations.Migration):
    dependencies = [("access", "0021_behind_saving")]
    operations = [
        _door._plain(
            "lookup_asked",
            "moment timestamptz",
            "table (person_hour bigint, person_day bigint, agency_hour bigint, agency_day bigint,"
            " careful boolean)",
        ),
    ]
