"""Families that live outside the authority: who helps them, and what they were advised."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import hub.kernel.ids
from hub.database.wall import exempt, wall, walled_history

OFFICE = "another authority's office, the same for everybody"
# What was advised may name a place: whoever places are kept from sees what they wrote themselves.
OWN = "given_by_id = (select hub.actor_id())"


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_overrides"),
        ("families", "0006_identifiers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Borough",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        default=hub.kernel.ids.random_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("service", models.CharField(max_length=160)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("website", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            name="BoroughHistoryrow",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "by_kind",
                    models.CharField(
                        db_default=django.db.models.functions.comparison.Coalesce(
                            django.db.models.functions.comparison.Cast(
                                django.db.models.functions.comparison.NullIf(
                                    models.Func(
                                        models.Value("hub.actor_kind"),
                                        models.Value(True),
                                        function="current_setting",
                                    ),
                                    models.Value(""),
                                ),
                                models.TextField(),
                            ),
                            models.Value(""),
                        ),
                        default="",
                        max_length=20,
                    ),
                ),
                (
                    "by_id",
                    models.BigIntegerField(
                        db_default=django.db.models.functions.comparison.Cast(
                            django.db.models.functions.comparison.NullIf(
                                models.Func(
                                    models.Value("hub.actor_id"),
                                    models.Value(True),
                                    function="current_setting",
                                ),
                                models.Value(""),
                            ),
                            models.BigIntegerField(),
                        ),
                        null=True,
                    ),
                ),
                (
                    "through_family",
                    models.BigIntegerField(
                        db_default=django.db.models.functions.comparison.Cast(
                            django.db.models.functions.comparison.NullIf(
                                models.Func(
                                    models.Value("hub.through_family"),
                                    models.Value(True),
                                    function="current_setting",
                                ),
                                models.Value(""),
                            ),
                            models.BigIntegerField(),
                        ),
                        null=True,
                    ),
                ),
                (
                    "id",
                    models.BigIntegerField(
                        default=hub.kernel.ids.random_id, editable=False, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("service", models.CharField(max_length=160)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("website", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OutwardCode",
            fields=[
                ("code", models.CharField(max_length=4, primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name="Advice",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        default=hub.kernel.ids.random_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("asked", models.TextField(max_length=2000)),
                ("advised", models.TextField(max_length=2000)),
                ("given_at", models.DateTimeField()),
                (
                    "family",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.family",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.practitioner",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "advice",
            },
        ),
        migrations.CreateModel(
            name="AdviceHistoryrow",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "by_kind",
                    models.CharField(
                        db_default=django.db.models.functions.comparison.Coalesce(
                            django.db.models.functions.comparison.Cast(
                                django.db.models.functions.comparison.NullIf(
                                    models.Func(
                                        models.Value("hub.actor_kind"),
                                        models.Value(True),
                                        function="current_setting",
                                    ),
                                    models.Value(""),
                                ),
                                models.TextField(),
                            ),
                            models.Value(""),
                        ),
                        default="",
                        max_length=20,
                    ),
                ),
                (
                    "by_id",
                    models.BigIntegerField(
                        db_default=django.db.models.functions.comparison.Cast(
                            django.db.models.functions.comparison.NullIf(
                                models.Func(
                                    models.Value("hub.actor_id"),
                                    models.Value(True),
                                    function="current_setting",
                                ),
                                models.Value(""),
                            ),
                            models.BigIntegerField(),
                        ),
                        null=True,
                    ),
                ),
                (
                    "through_family",
                    models.BigIntegerField(
                        db_default=django.db.models.functions.comparison.Cast(
                            django.db.models.functions.comparison.NullIf(
                                models.Func(
                                    models.Value("hub.through_family"),
                                    models.Value(True),
                                    function="current_setting",
                                ),
                                models.Value(""),
                            ),
                            models.BigIntegerField(),
                        ),
                        null=True,
                    ),
                ),
                (
                    "id",
                    models.BigIntegerField(
                        default=hub.kernel.ids.random_id, editable=False, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("asked", models.TextField(max_length=2000)),
                ("advised", models.TextField(max_length=2000)),
                ("given_at", models.DateTimeField()),
                (
                    "family",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.family",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.practitioner",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history_rows",
                        to="families.advice",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="borough",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_boroughhistoryrow" ("email", "id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "service", "version", "website") VALUES (NEW."email", NEW."id", NEW."name", NOW(), \'insert\', NEW."id", NEW."phone", NEW."service", NEW."version", NEW."website"); RETURN NULL;',
                    hash="12a918bd8a97ef85239ffd4f4e7747f7a7d94a3f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0a91b",
                    table="families_borough",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="borough",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_boroughhistoryrow" ("email", "id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "service", "version", "website") VALUES (NEW."email", NEW."id", NEW."name", NOW(), \'update\', NEW."id", NEW."phone", NEW."service", NEW."version", NEW."website"); RETURN NULL;',
                    hash="22eac228e3478a97c63b4d37c5023f4faa0fa9af",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c56bb",
                    table="families_borough",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="boroughhistoryrow",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history_rows",
                to="families.borough",
            ),
        ),
        migrations.AddField(
            model_name="outwardcode",
            name="borough",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="codes",
                to="families.borough",
            ),
        ),
        migrations.AddIndex(
            model_name="advice",
            index=models.Index(fields=["family", "given_at"], name="advice_to_a_family"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="advice",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_advicehistoryrow" ("advised", "asked", "family_id", "given_at", "given_by_id", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."advised", NEW."asked", NEW."family_id", NEW."given_at", NEW."given_by_id", NEW."id", NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;',
                    hash="1ba970b467c0a41bc14effc1acbd26caa4548a28",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2f583",
                    table="families_advice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="advice",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_advicehistoryrow" ("advised", "asked", "family_id", "given_at", "given_by_id", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."advised", NEW."asked", NEW."family_id", NEW."given_at", NEW."given_by_id", NEW."id", NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;',
                    hash="fabb67907e25e32b78b03337c7a257136ea3315d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_80907",
                    table="families_advice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="advicehistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1a73f9c9d44f632e08c023ac2cf4b5de506cfd64",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f5cbf",
                    table="families_advicehistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="boroughhistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f3c04e4f65f38a8a0270627d30d2a04d99e37335",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_74542",
                    table="families_boroughhistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        wall("families_advice", "summary", held_back=True, place=OWN),
        *walled_history("families_advicehistoryrow", "summary", held_back=True, place=OWN),
        exempt("families_borough", OFFICE, delete=False),
        exempt("families_boroughhistoryrow", OFFICE, delete=False),
        exempt("families_outwardcode", OFFICE),
    ]
