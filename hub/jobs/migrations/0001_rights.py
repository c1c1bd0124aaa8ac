"""Pages put jobs into the queue and learn their numbers; only the worker reads and works them."""

from django.db import migrations

QUEUE = (
    "procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers"
)


class Migration(migrations.Migration):
    initial = True
    dependencies = [("database", "0002_packages")]
    operations = [
        migrations.RunSQL(
            [
                f"revoke all on {QUEUE} from hub_web",
                "grant insert, select (id) on procrastinate_jobs to hub_web",
                "grant insert on procrastinate_events to hub_web",
            ],
            reverse_sql=f"grant select, insert, update, delete on {QUEUE} to hub_web",
        ),
    ]
