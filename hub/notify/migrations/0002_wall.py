"""Pages add messages and never read them; the worker reads and sends."""

from django.db import migrations

from hub.database.wall import exempt


class Migration(migrations.Migration):
    dependencies = [("notify", "0001_initial"), ("database", "0001_settings")]
    operations = [
        exempt("notify_message", "an address and a code at most; pages may only add"),
        migrations.RunSQL(
            "revoke select, update, delete on notify_message from hub_web",
            reverse_sql="grant select, update, delete on notify_message to hub_web",
        ),
    ]
