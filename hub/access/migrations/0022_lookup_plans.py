"""What a look-up asks of the database is planned once, not each time it is asked; what was asked
lately is counted in two passes, not in four; what is kept from people is found by its family."""

import importlib

from django.db import migrations

from hub.database.functions import definer

_first = importlib.import_module("hub.access.migrations.0002_door")
_lookup = importlib.import_module("hub.access.migrations.0018_lookup_door")
_WRITTEN = f"hub.lookup_written({' '.join(_lookup.WRITTEN.split())})"


def written() -> list[migrations.RunSQL]:
    """The function that writes a look-up down, in PL/pgSQL and with one plan for all values."""
    body = (_lookup.SQL / "lookup_written.sql").read_text()
    return [
        definer(
            _WRITTEN,
            f"\n#variable_conflict use_column\nbegin\n{body};\nend ",
            returns="void",
            language="plpgsql",
            volatility="volatile",
        ),
        migrations.RunSQL(
            f"alter function {_WRITTEN} set plan_cache_mode = force_generic_plan",
            migrations.RunSQL.noop,
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("access", "0021_behind_saving")]
    operations = [
        _first.door(
            "lookup_asked",
            "moment timestamptz",
            "person_hour bigint, person_day bigint, agency_hour bigint, agency_day bigint,"
            " careful boolean",
        ),
        _first.door("lookup_facts", "families bigint[], at timestamptz", _lookup.FOUND),
        *written(),
    ]
