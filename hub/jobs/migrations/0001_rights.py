"""Who may do what with the queue: pages add jobs and read none; the worker works them."""

from django.db import migrations

from hub.database.wall import exempt

IDS = "jobs hold ids only, and are deleted when done"
OURS = "select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace"
EACH = (
    "do $do$ declare f regprocedure; begin for f in {which}"
    " loop execute format('{what}', f); end loop; end $do$"
)


def _functions(like: str, role: str) -> migrations.RunSQL:
    which = f"{OURS} and p.proname like '{like}'"
    return migrations.RunSQL(
        EACH.format(which=which, what=f"grant execute on function %s to {role}"),
        reverse_sql=EACH.format(which=which, what=f"revoke execute on function %s from {role}"),
    )


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("procrastinate", "0041_post_retry_failed_job"),
        ("database", "0001_settings"),
    ]
    operations = [
        *(
            exempt(f"procrastinate_{table}", IDS)
            for table in ("jobs", "events", "periodic_defers", "workers")
        ),
        # A page puts a job in and learns its number; what others have queued is not its business.
        migrations.RunSQL(
            "revoke all on procrastinate_jobs, procrastinate_events,"
            " procrastinate_periodic_defers, procrastinate_workers from hub_web;"
            "grant insert, select (id) on procrastinate_jobs to hub_web;"
            "grant insert on procrastinate_events to hub_web",
            reverse_sql=migrations.RunSQL.noop,
        ),
        _functions("procrastinate\\_defer\\_jobs\\_%", "hub_web"),
        _functions("procrastinate\\_%", "hub_worker"),
    ]
