"""Advice that somebody asked for is theirs, and of who leads the family it is about; with no family
it is theirs alone. Coordinators count it, unread; what is in no file goes after two years."""

from django.db import migrations

from hub.database.functions import definer
from hub.database.own import RECORDED, own
from hub.database.wall import own_rows, wall, walled_history

SHOWN = {"held_back": True, "place": RECORDED}


class Migration(migrations.Migration):
    dependencies = [("intake", "0006_sought"), ("access", "0012_inside")]
    operations = [
        wall("intake_familysought", "summary", **SHOWN, add_also=RECORDED),
        own("intake_familysought", recorder=True),
        *walled_history("intake_familysoughthistoryrow", "summary", **SHOWN),
        own("intake_familysoughthistoryrow", recorder=True),
        own_rows("intake_ownsought", column="saved_by_id", delete=False),
        definer(
            # Numbers only, and of whose people: not what was asked, nor about which family.
            "hub.sought_counted(since date)",
            """
            select date_trunc('month', s.asked_on)::date, a.name,
                   count(*) filter (where s.named), count(*) filter (where not s.named)
            from (select saved_by_id, asked_on, named from intake_ownsought
                  union all select saved_by_id, asked_on, named from intake_familysought) s
            join agencies_practitioner p on p.id = s.saved_by_id
            join agencies_agency a on a.id = p.agency_id
            where s.asked_on >= since
              and p.locality_id = any ((select hub.hubs_coordinated())::bigint[])
            group by 1, a.id, a.name
            order by 1 desc, a.name, a.id
            limit 1000
            """,
            returns="table (month date, agency varchar, named bigint, unnamed bigint)",
        ),
        migrations.RunSQL(
            "grant delete on intake_ownsought to hub_door",
            reverse_sql="revoke delete on intake_ownsought from hub_door",
        ),
        definer(
            # Asked with whatever moment, it deletes nothing whose time has not run out.
            "hub.expire_sought(before timestamptz)",
            """
            with gone as (
                delete from intake_ownsought
                where saved_at <= least(before, now() - interval '730 days')
                returning 1
            )
            select count(*) from gone
            """,
            returns="bigint",
            volatility="volatile",
        ),
    ]
