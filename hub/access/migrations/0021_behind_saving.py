"""A job looks behind families that two registered at one time and could not see each other."""

from django.db import migrations

from hub.database.functions import definer


class Migration(migrations.Migration):
    dependencies = [("access", "0020_systems"), ("families", "0008_relations")]
    operations = [
        definer(
            "hub.saved_lately(since timestamptz)",
            # Locality by locality, as the index has them.
            """
            select f.id, f.registered_at, f.registered_by_id
            from agencies_locality l cross join lateral (
                select r.id, r.registered_at, r.registered_by_id from families_family r
                where r.locality_id = l.id
                  and r.registered_at > greatest(since, now() - interval '1 day')
            ) f
            where (select hub.actor_kind()) = 'job'
            """,
            returns="table (family bigint, at timestamptz, by_whom bigint)",
        ),
        definer(
            "hub.look_behind(new_id bigint, of_family bigint, asker bigint, moment timestamptz,"
            " sure boolean)",
            """
            insert into access_hiddenmatch (id, family, practitioner, at, purpose, surely)
            select new_id, of_family, asker, moment, 'lookup.saving', sure
            where (select hub.actor_kind()) = 'job' and not exists (
                select from access_hiddenmatch m
                where m.family = of_family and m.practitioner = asker
                  and m.at between moment - interval '1 day' and moment + interval '1 day')
            """,
            returns="void",
            volatility="volatile",
        ),
    ]
