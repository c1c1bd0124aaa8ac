"""A job deletes drafts that have run out, though it may read none of them (S11)."""

from django.db import migrations

from hub.database.functions import definer


class Migration(migrations.Migration):
    dependencies = [("intake", "0002_wall")]
    operations = [
        migrations.RunSQL(
            "grant delete on intake_draft to hub_door",
            reverse_sql="revoke delete on intake_draft from hub_door",
        ),
        definer(
            # Asked with whatever moment, it deletes nothing younger than 28 days.
            "hub.expire_drafts(before timestamptz)",
            """
            with gone as (
                delete from intake_draft
                where touched_at <= least(before, now() - interval '28 days')
                returning 1
            )
            select count(*) from gone
            """,
            returns="bigint",
            volatility="volatile",
        ),
    ]
