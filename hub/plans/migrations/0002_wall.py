"""That there is a plan is summary; what is in it is for the team and the lead."""

from django.db import migrations

from hub.database.wall import wall, walled_history


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial"), ("database", "0001_settings")]
    operations = [
        wall("plans_plan", "summary"),
        *walled_history("plans_planhistoryrow", "summary"),
        *(
            wall(f"plans_{table}", "plan", held_back=True)
            for table in ("goal", "action", "closure")
        ),
        *(
            operation
            for table in ("goal", "action", "closure")
            for operation in walled_history(f"plans_{table}historyrow", "plan", held_back=True)
        ),
    ]
