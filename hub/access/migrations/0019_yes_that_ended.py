"""Families of which a yes ended by the day it was given for: the index asks for them at night."""

from django.db import migrations

from hub.database.functions import definer

ENDED = """
select distinct c.family_id from consent_agreement c
where c.until_at > since and c.until_at <= moment and c.ended_by_id is null
  and (select hub.actor_kind()) = 'job'
order by 1
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0018_lookup_door")]
    operations = [
        definer(
            "hub.index_ended(since timestamptz, moment timestamptz)",
            ENDED,
            returns="table (family bigint)",
        ),
        migrations.RunSQL(
            "create index yes_for_a_time on consent_agreement (until_at)"
            " where until_at is not null and ended_by_id is null",
            reverse_sql="drop index if exists yes_for_a_time",
        ),
    ]
