"""A page of one's families and those of some others that one may see, in one question."""

from importlib import import_module

from django.db import migrations

_first = import_module("hub.access.migrations.0002_door")


class Migration(migrations.Migration):
    dependencies = [("access", "0015_orders_inside")]
    operations = [
        _first.door("families_of", "who bigint, at timestamptz, size int, skip int", _first.LISTED),
        _first.door(
            "families_listed",
            "who bigint, also bigint[], at timestamptz, size int, skip int, most int",
            f"{_first.LISTED}, place int",
        ),
    ]
