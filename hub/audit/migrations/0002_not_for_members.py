"""The journal of a family answers no member, to whom every level is open and no row but their own:
who has looked they are told by a function of their own (S14, S30)."""

from django.db import migrations

from hub.database import functions

OF_FAMILY = """
  select e.at, e.event, e.actor_kind, e.actor_id, e.job, e.agency_id, e.purpose, e.refs
  from (
    (select * from audit_entry f where f.chain_kind = 'family' and f.chain_id = family
     order by f.number desc limit greatest(start, 0) + least(many, 200))
    union all
    (select * from audit_entry l where l.families @> array[family] and l.families <> '{}'
     order by l.at desc limit greatest(start, 0) + least(many, 200))
  ) e
  where family = any ((select hub.open_families('record'))::bigint[])
    and (select hub.actor_kind()) is distinct from 'member'
  order by e.at desc, e.number desc
  limit least(many, 200) offset greatest(start, 0)
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [
        functions.definer(
            "hub.journal_of_family(family bigint, start int, many int)",
            OF_FAMILY,
            returns=(
                "table (at timestamptz, event text, actor_kind text, actor_id bigint, job text,"
                " agency_id bigint, purpose text, refs jsonb)"
            ),
        )
    ]
