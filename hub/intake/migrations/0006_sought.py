"""Advice that was asked for: about a family, and in no family's file."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import hub.kernel.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0008_access_team"),
        ("families", "0008_relations"),
        ("intake", "0005_ways_in_wall"),
    ]

    operations = [
        migrations.CreateModel(
            name="FamilySought",
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
                ("asked_on", models.DateField()),
                ("whom", models.CharField(max_length=200)),
                ("named", models.BooleanField()),
                ("asked", models.TextField(max_length=4000)),
                ("advised", models.TextField(max_length=4000)),
                ("decided", models.TextField(blank=True, max_length=4000)),
                ("because", models.TextField(blank=True, max_length=4000)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("saved_at", models.DateTimeField()),
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
                    "saved_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.practitioner",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "advice sought",
            },
        ),
        migrations.CreateModel(
            name="FamilySoughtHistoryrow",
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
                ("asked_on", models.DateField()),
                ("whom", models.CharField(max_length=200)),
                ("named", models.BooleanField()),
                ("asked", models.TextField(max_length=4000)),
                ("advised", models.TextField(max_length=4000)),
                ("decided", models.TextField(blank=True, max_length=4000)),
                ("because", models.TextField(blank=True, max_length=4000)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("saved_at", models.DateTimeField()),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history_rows",
                        to="intake.familysought",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.practitioner",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OwnSought",
            fields=[
                ("asked_on", models.DateField()),
                ("whom", models.CharField(max_length=200)),
                ("named", models.BooleanField()),
                ("asked", models.TextField(max_length=4000)),
                ("advised", models.TextField(max_length=4000)),
                ("decided", models.TextField(blank=True, max_length=4000)),
                ("because", models.TextField(blank=True, max_length=4000)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("saved_at", models.DateTimeField()),
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
                (
                    "saved_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.practitioner",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "advice sought, in no file",
            },
        ),
        migrations.AddIndex(
            model_name="familysought",
            index=models.Index(fields=["family", "asked_on"], name="sought_about_a_family"),
        ),
        migrations.AddConstraint(
            model_name="familysought",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("because", ""), ("decided", ""), ("decided_at", None)),
                    models.Q(
                        ("decided_at__isnull", False),
                        models.Q(("decided", ""), _negated=True),
                        models.Q(("because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="family_sought_is_decided_whole",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familysought",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "intake_familysoughthistoryrow" ("advised", "asked", "asked_on", "because", "decided", "decided_at", "family_id", "id", "named", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "version", "whom") VALUES (NEW."advised", NEW."asked", NEW."asked_on", NEW."because", NEW."decided", NEW."decided_at", NEW."family_id", NEW."id", NEW."named", NOW(), \'insert\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."version", NEW."whom"); RETURN NULL;',
                    hash="40068ec8c163d72cb02d874796be284d0f38cc68",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ab214",
                    table="intake_familysought",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familysought",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "intake_familysoughthistoryrow" ("advised", "asked", "asked_on", "because", "decided", "decided_at", "family_id", "id", "named", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "version", "whom") VALUES (NEW."advised", NEW."asked", NEW."asked_on", NEW."because", NEW."decided", NEW."decided_at", NEW."family_id", NEW."id", NEW."named", NOW(), \'update\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."version", NEW."whom"); RETURN NULL;',
                    hash="85b14c478309e3d20ed7c6a1f181ba17956f4b56",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ff3a8",
                    table="intake_familysought",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familysoughthistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="596fcd646ea78d3a73254ac5bdc093c3063ecbc3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_43f39",
                    table="intake_familysoughthistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="ownsought",
            index=models.Index(fields=["saved_by", "asked_on"], name="sought_by_somebody"),
        ),
        migrations.AddIndex(
            model_name="ownsought",
            index=models.Index(fields=["saved_at"], name="sought_by_age"),
        ),
        migrations.AddConstraint(
            model_name="ownsought",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("because", ""), ("decided", ""), ("decided_at", None)),
                    models.Q(
                        ("decided_at__isnull", False),
                        models.Q(("decided", ""), _negated=True),
                        models.Q(("because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="own_sought_is_decided_whole",
            ),
        ),
    ]
