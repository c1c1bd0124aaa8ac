"""Every table of a family's file behind the wall, each at its level."""

from django.db import migrations

from hub.database.functions import definer
from hub.database.wall import by_function, wall, walled_history

# Each table, what its rows are hidden with, and the people they are about. A membership decides
# about its person, not the other way round.
HELD_BACK = {
    "membership": ((), ()),
    "relationship": ((), ("person_id", "other_id")),
    "responsibility": ((), ("person_id", "child_id")),
    "address": ((), ()),
    "householdmember": (("address_id",), ("person_id",)),
    "contact": ((), ("person_id",)),
}

# Who was changed through a file that is open now: another family's change stays unseen (S2).
CHANGED_HERE = "through_family = any ((select hub.open_families('summary'))::bigint[])"


class Migration(migrations.Migration):
    dependencies = [("families", "0001_initial"), ("database", "0001_settings")]
    operations = [
        definer(
            "hub.people_open() returns bigint[]",
            """
            select coalesce(array_agg(m.person_id), '{}')
            from families_membership m
            where m.family_id = any (hub.open_families('summary'))
              and not m.id = any (hub.held_back())
            """,
        ),
        wall("families_family", "signpost", family="id", write_level="record"),
        *walled_history("families_familyhistoryrow", "signpost", family="id"),
        wall("families_familyreference", "signpost", write_level="record"),
        *walled_history("families_familyreferencehistoryrow", "signpost"),
        by_function("families_person", "hub.people_open()"),
        by_function(
            "families_personhistoryrow",
            "hub.people_open()",
            column="pgh_obj_id",
            also=CHANGED_HERE,
            append_only=True,
        ),
        *(
            wall(f"families_{table}", "summary", held_back=True, hidden_with=items, people=people)
            for table, (items, people) in HELD_BACK.items()
        ),
        *(
            operation
            for table, (items, people) in HELD_BACK.items()
            for operation in walled_history(
                f"families_{table}historyrow",
                "summary",
                held_back=True,
                hidden_with=items,
                people=people,
            )
        ),
    ]
