"""Each part at its level, with its member; what could not be saved is its writer's alone."""

from django.db import migrations

from hub.database.functions import definer
from hub.database.wall import exempt, own_rows, wall, walled_history

LEVELS = {
    "language": "summary",
    "helpers": "summary",
    "background": "record",
    "needs": "record",
    "ownwords": "record",
    "askedalone": "record",
    "story": "plan",
    "living": "plan",
}
OF_THE_FAMILY = ("story", "living")


def about(table):
    """The people whose a part is: a page goes with its member."""
    return () if table in OF_THE_FAMILY else ("person_id",)


class Migration(migrations.Migration):
    dependencies = [("about", "0001_initial"), ("families", "0004_loss")]
    operations = [
        *(
            wall(f"about_{table}", level, held_back=True, people=about(table))
            for table, level in LEVELS.items()
        ),
        *(
            operation
            for table, level in LEVELS.items()
            for operation in walled_history(
                f"about_{table}historyrow", level, held_back=True, people=about(table)
            )
        ),
        exempt(
            "about_ethnicity",
            "the answers of a standard question, the same for everybody",
            write=False,
        ),
        own_rows("about_unsent"),
        migrations.RunSQL(
            "grant delete on about_unsent to hub_door",
            reverse_sql="revoke delete on about_unsent from hub_door",
        ),
        definer(
            # Asked with whatever moment, it deletes nothing younger than a day.
            "hub.expire_unsent(before timestamptz)",
            """
            with gone as (
                delete from about_unsent
                where kept_at <= least(before, now() - interval '24 hours')
                returning 1
            )
            select count(*) from gone
            """,
            returns="bigint",
            volatility="volatile",
        ),
    ]
