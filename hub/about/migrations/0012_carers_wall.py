"""What a child says of caring is whose wrote it down; what they need is the lead's too (S4). How
many there are is counted, to the nearest five."""

from pathlib import Path

from django.db import migrations

from hub.database.apart import apart
from hub.database.functions import definer
from hub.database.own import RECORDED, own
from hub.database.wall import wall, walled_history

SQL = Path(__file__).resolve().parent.parent / "sql"
PEOPLE = ["person_id"]
HIDDEN = {"held_back": True, "people": PEOPLE}
TABLES = {"childcares": {"lead": False}, "youngcarer": {"team": "with_team"}}


class Migration(migrations.Migration):
    dependencies = [
        ("about", "0011_carers"),
        ("plans", "0003_members_apart"),
        ("access", "0012_inside"),
        ("sealed", "0002_wall"),
    ]
    operations = [
        *(
            operation
            for table, shown in TABLES.items()
            for operation in (
                wall(f"about_{table}", "summary", **HIDDEN, add_also=RECORDED),
                *walled_history(f"about_{table}historyrow", "summary", **HIDDEN),
                own(f"about_{table}", recorder=True, **shown),
                own(f"about_{table}historyrow", recorder=True, lead=shown.get("lead", True)),
                apart(f"about_{table}", PEOPLE),
                apart(f"about_{table}historyrow", PEOPLE),
            )
        ),
        definer(
            "hub.young_carers_counted()",
            (SQL / "young_carers_counted.sql").read_text(),
            returns="table (locality varchar, what text, number int)",
        ),
    ]
