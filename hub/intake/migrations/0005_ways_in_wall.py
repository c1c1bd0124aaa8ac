"""What waits in a hub's queue is for the coordinators of its locality, and is deleted in time.

Whoever passed a family to a hub learns that it was taken up, and no more; a practice family goes
after a week.
"""

from django.db import migrations

from hub.database.functions import definer
from hub.database.wall import by_function


class Migration(migrations.Migration):
    dependencies = [("intake", "0004_ways_in"), ("agencies", "0002_wall")]
    operations = [
        definer(
            "hub.hubs_coordinated() returns bigint[]",
            """
            select coalesce(array_agg(distinct g.locality_id), '{}')
            from agencies_rolegrant g
            join agencies_practitioner p on p.id = g.practitioner_id
            where (select hub.actor_kind()) = 'practitioner'
              and g.practitioner_id = (select hub.actor_id())
              and g.code = 'coordinator' and g.locality_id is not null and g.since <= now()
              and coalesce(g.until > now(), true) and coalesce(p.left_at > now(), true)
            """,
        ),
        by_function("intake_arrival", "hub.hubs_coordinated()", column="locality_id"),
        migrations.RunSQL(
            "grant delete on intake_arrival to hub_door",
            reverse_sql="revoke delete on intake_arrival from hub_door",
        ),
        definer(
            "hub.arrivals_passed_on()",
            """
            select a.reference, a.arrived_at, l.hub_name,
                   a.taken_by_id is not null or a.outcome <> ''
            from intake_arrival a join agencies_locality l on l.id = a.locality_id
            where (select hub.actor_kind()) = 'practitioner'
              and a.passed_by_id = (select hub.actor_id())
            order by a.arrived_at desc, a.id
            limit 100
            """,
            returns="table (reference varchar, arrived_at timestamptz, hub varchar,"
            " taken_up boolean)",
        ),
        definer(
            # Asked with whatever moments, it deletes nothing whose time has not run out.
            "hub.expire_arrivals(ended timestamptz, waiting timestamptz)",
            """
            with gone as (
                delete from intake_arrival
                where ended_at <= least(ended, now() - interval '28 days')
                   or ended_at is null
                      and arrived_at <= least(waiting, now() - interval '90 days')
                returning 1
            )
            select count(*) from gone
            """,
            returns="bigint",
            volatility="volatile",
        ),
        definer(
            # As before, and practice after 7 days.
            "hub.expire_drafts(before timestamptz)",
            """
            with gone as (
                delete from intake_draft
                where touched_at <= least(before, now() - interval '28 days')
                   or practice
                      and touched_at <= least(before + interval '21 days', now() - interval '7 days')
                returning 1
            )
            select count(*) from gone
            """,
            returns="bigint",
            volatility="volatile",
        ),
    ]
