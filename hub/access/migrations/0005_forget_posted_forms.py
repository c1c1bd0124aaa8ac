"""A job deletes the tokens of forms posted long ago, though it may read none of them."""

from django.db import migrations

from hub.database.functions import definer


class Migration(migrations.Migration):
    dependencies = [("access", "0004_oversight")]
    operations = [
        migrations.RunSQL(
            "grant delete on access_postedform to hub_door",
            reverse_sql="revoke delete on access_postedform from hub_door",
        ),
        definer(
            "hub.forget_posted_forms()",
            """
            with gone as (
                delete from access_postedform where posted_at < now() - interval '7 days'
                returning 1
            )
            select count(*) from gone
            """,
            returns="bigint",
            volatility="volatile",
        ),
    ]
