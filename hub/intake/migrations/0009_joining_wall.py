"""Who asks to join is for who leads; whoever asked learns whether it waits, and never of whom."""

from django.db import migrations

from hub.database.functions import definer
from hub.database.wall import wall, walled_history

SHOWN = {"held_back": True, "place": "false"}  # whoever asks is at a place (S3)


class Migration(migrations.Migration):
    dependencies = [("intake", "0008_joining"), ("access", "0012_inside")]
    operations = [
        wall("intake_joinquestion", "record", **SHOWN),
        *walled_history("intake_joinquestionhistoryrow", "record", **SHOWN),
        definer(
            "hub.joins_asked()",
            """
            select j.asked_at, j.answer, j.answered_at
            from intake_joinquestion j
            where (select hub.actor_kind()) = 'practitioner'
              and j.asked_by_id = (select hub.actor_id()) and j.asked_at > now() - interval '90 days'
            order by j.asked_at desc, j.id
            limit 100
            """,
            returns="table (asked_at timestamptz, answer varchar, answered_at timestamptz)",
        ),
    ]
