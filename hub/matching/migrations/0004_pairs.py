"""Probable duplicates and who waits to be looked at for them, closed to every page."""

import importlib

from django.db import migrations, models

from hub.database.functions import definer
from hub.database.wall import closed

_wall = importlib.import_module("hub.matching.migrations.0002_wall")
TABLES = ("matching_pair", "matching_waiting")
PAIR = """left_entry bigint, right_entry bigint, left_person bigint, right_person bigint,
    left_group bigint, right_group bigint, probability double precision, found_at timestamptz"""
REVIEWED = """entries bigint[], marks bigint[], lefts bigint[], rights bigint[],
    probabilities double precision[]"""
# What a page writes again as it was does not wait.
TRIGGERS = {
    "matching_entry_new": "after insert on matching_entry for each row",
    "matching_entry_other": "after update on matching_entry for each row"
    " when (old.* is distinct from new.*)",
    "matching_entry_gone": "after delete on matching_entry for each row",
}


def pairs() -> migrations.RunSQL:
    """The likeliest pairs after one, which is named by its probability and its entries."""
    return definer(
        "hub.matching_pairs(above double precision, most int, after_probability double precision,"
        f" after_left bigint, after_right bigint) returns table ({PAIR})",
        """
        select p.left_entry, p.right_entry, p.left_person, p.right_person, p.left_group,
            p.right_group, p.probability, p.found_at
        from matching_pair p
        where p.probability >= above and p.probability <= coalesce(after_probability, 2)
            and (p.probability < coalesce(after_probability, 2)
                or (p.left_entry, p.right_entry) > (after_left, after_right))
        order by p.probability desc, p.left_entry, p.right_entry
        limit most
        """,
    )


class Migration(migrations.Migration):
    dependencies = [("matching", "0003_prepared")]
    operations = [
        migrations.CreateModel(
            name="Pair",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "left_entry",
                        "right_entry",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("left_entry", models.BigIntegerField()),
                ("right_entry", models.BigIntegerField(db_index=True)),
                ("left_person", models.BigIntegerField()),
                ("right_person", models.BigIntegerField()),
                ("left_group", models.BigIntegerField()),
                ("right_group", models.BigIntegerField()),
                ("probability", models.FloatField()),
                ("found_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["-probability", "left_entry", "right_entry"],
                        name="matching_pair_likeliest",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(left_entry__lt=models.F("right_entry")),
                        name="matching_pair_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Waiting",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("mark", models.BigIntegerField(db_index=True)),
            ],
        ),
        migrations.RunSQL(
            "create sequence matching_waiting_mark_seq owned by matching_waiting.mark",
            reverse_sql="drop sequence if exists matching_waiting_mark_seq cascade",
        ),
        *(closed(table, door_writes=True) for table in TABLES),
        migrations.RunSQL(
            [f"grant delete on {table} to hub_door" for table in TABLES],
            reverse_sql=[f"revoke delete on {table} from hub_door" for table in TABLES],
        ),
        definer(
            "hub.matching_changed()",
            f"\n{_wall.read('changed')}",
            returns="trigger",
            language="plpgsql",
            volatility="volatile",
        ),
        migrations.RunSQL(
            [
                f"create trigger {name} {when} execute function hub.matching_changed()"
                for name, when in TRIGGERS.items()
            ],
            reverse_sql=[f"drop trigger if exists {name} on matching_entry" for name in TRIGGERS],
        ),
        pairs(),
        definer(
            "hub.matching_waiting(most int) returns table (entry bigint, mark bigint, its_group bigint)",
            """
            select w.entry, w.mark, e.group from matching_waiting w
            join matching_entry e on e.id = w.entry order by w.mark limit most
            """,
        ),
        _wall.writer("reviewed", REVIEWED),
        _wall.writer("wait_all", ""),
        migrations.RunSQL("select hub.matching_wait_all()", reverse_sql=migrations.RunSQL.noop),
    ]
