"""That there is a plan is summary; what is in it is for the team and the lead."""

from django.db import migrations

from hub.database.wall import wall, walled_history

# What a row is hidden with, and whose it is: a goal's actions go with it, a member's with them.
IN_THE_PLAN = {
    "goal": ((), ()),
    "action": (("goal_id",), ("owner_member_id",)),
    "closure": ((), ()),
}


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial"), ("families", "0002_wall")]
    operations = [
        wall("plans_plan", "summary"),
        *walled_history("plans_planhistoryrow", "summary"),
        *(
            wall(f"plans_{table}", "plan", held_back=True, hidden_with=items, people=people)
            for table, (items, people) in IN_THE_PLAN.items()
        ),
        *(
            operation
            for table, (items, people) in IN_THE_PLAN.items()
            for operation in walled_history(
                f"plans_{table}historyrow",
                "plan",
                held_back=True,
                hidden_with=items,
                people=people,
            )
        ),
    ]
