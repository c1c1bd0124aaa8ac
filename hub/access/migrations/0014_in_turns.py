"""A page of one's families is judged in turns until it is full; some families found otherwise are
judged as they are; and what ended, or is kept from others, costs nothing to ask about."""

from importlib import import_module

from django.db import migrations

_first = import_module("hub.access.migrations.0002_door")
_standing = import_module("hub.access.migrations.0009_standing")


class Migration(migrations.Migration):
    dependencies = [("access", "0013_waiting_by_agency"), ("consent", "0013_yeses_in_force")]
    operations = [
        _first.door(
            "sight_facts", "who bigint, families bigint[], at timestamptz", _standing.FACTS
        ),
        _first.door("families_of", "who bigint, at timestamptz, size int, skip int", _first.LISTED),
        _first.door(
            "families_among", "who bigint, families bigint[], at timestamptz", _first.LISTED
        ),
    ]
