"""Groups drawn from the whole index, which every look-up weighs beside what it found."""

from django.db import migrations

from hub.database.functions import definer


class Migration(migrations.Migration):
    dependencies = [("matching", "0005_only_compared")]
    operations = [
        definer(
            "hub.matching_some(most int)",
            """
            select distinct one.its_group
            from (
                select 1 + floor(random() * (select max(number) from matching_entry)) as at
                from generate_series(1, most)
            ) few
            cross join lateral (
                select e.group as its_group from matching_entry e
                where e.number >= few.at order by e.number limit 1
            ) one
            """,
            returns="setof bigint",
            volatility="volatile",
        ),
    ]
