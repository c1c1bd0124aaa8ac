"""Organisations and staff stand before the wall: they hold no fact of a family."""

from django.db import migrations

from hub.database.functions import callable_by_pages
from hub.database.wall import exempt

STAFF = "which organisations and staff there are is open to all staff"


class Migration(migrations.Migration):
    dependencies = [("agencies", "0001_initial"), ("database", "0001_settings")]
    operations = [
        exempt(f"agencies_{table}", STAFF, delete=False)
        for table in (
            "locality",
            "agency",
            "agencyhistoryrow",
            "localitymembership",
            "localitymembershiphistoryrow",
            "practitioner",
            "practitionerhistoryrow",
            "rolegrant",
            "rolegranthistoryrow",
        )
    ] + [
        exempt("agencies_sector", STAFF),
        exempt("agencies_helpnumber", STAFF),
        callable_by_pages(
            "\\_pgtrigger\\_should\\_ignore",
            "every history trigger asks it, as whoever changes the row, whether to write",
        ),
    ]
