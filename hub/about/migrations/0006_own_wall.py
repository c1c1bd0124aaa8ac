"""What is somebody's own is theirs and the lead's until they share it; a child's words are whose
wrote them down (S4)."""

from django.db import migrations

from hub.database.apart import apart
from hub.database.own import RECORDED, own
from hub.database.wall import again, wall, walled_history

PEOPLE = ["person_id"]
# Of each the lowest level that may ever read it, and who may by the choice of whose own it is.
SHARED = ("background", "needs", "ownwords")
CHILDREN = {"childsaid": {"lead": False}, "childtold": {"team": "with_team"}}


def history_of(table, level, write_level=None):
    """A history's wall, and its index."""
    return walled_history(
        f"about_{table}historyrow", level, held_back=True, people=PEOPLE, write_level=write_level
    )


class Migration(migrations.Migration):
    dependencies = [("about", "0005_own")]
    operations = [
        *(
            operation
            for table in SHARED
            for operation in (
                again(
                    wall(
                        f"about_{table}",
                        "plan",
                        held_back=True,
                        people=PEOPLE,
                        write_level="record",
                    ),
                    f"about_{table}",
                ),
                again(history_of(table, "plan", "record")[0], f"about_{table}historyrow"),
                own(f"about_{table}", team="with_team"),
                own(f"about_{table}historyrow"),
            )
        ),
        *(
            operation
            for table, shown in CHILDREN.items()
            for operation in (
                wall(f"about_{table}", "summary", held_back=True, people=PEOPLE, add_also=RECORDED),
                *history_of(table, "summary"),
                own(f"about_{table}", recorder=True, **shown),
                own(f"about_{table}historyrow", recorder=True, lead=shown.get("lead", True)),
                apart(f"about_{table}", PEOPLE),
                apart(f"about_{table}historyrow", PEOPLE),
            )
        ),
    ]
