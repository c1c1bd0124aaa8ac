"""NHS and pupil numbers, each the person's as their names are (S2)."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import hub.kernel.ids
from hub.database.apart import apart
from hub.database.wall import by_function

# Who was changed through a file that is open now: another family's change stays unseen (S2).
CHANGED_HERE = "through_family = any ((select hub.open_families('summary'))::bigint[])"
SOMEBODY = "person_id = any ((select hub.people_open())::bigint[])"


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0003_members_apart"),
        ("families", "0005_responsibility"),
    ]

    operations = [
        migrations.CreateModel(
            name="Identifiers",
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
                ("nhs_number", models.CharField(blank=True, max_length=10)),
                (
                    "nhs_verified",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("told", "They said it"),
                            ("document", "Seen on a letter, card or record"),
                            ("traced", "Looked up in the national register"),
                        ],
                        max_length=10,
                    ),
                ),
                ("upn", models.CharField(blank=True, max_length=13)),
                (
                    "upn_verified",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("told", "They said it"),
                            ("document", "Seen on a letter, card or record"),
                            ("traced", "Looked up in the national register"),
                        ],
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.person",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "identifiers",
            },
        ),
        migrations.CreateModel(
            name="IdentifiersHistoryrow",
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
                ("nhs_number", models.CharField(blank=True, max_length=10)),
                (
                    "nhs_verified",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("told", "They said it"),
                            ("document", "Seen on a letter, card or record"),
                            ("traced", "Looked up in the national register"),
                        ],
                        max_length=10,
                    ),
                ),
                ("upn", models.CharField(blank=True, max_length=13)),
                (
                    "upn_verified",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("told", "They said it"),
                            ("document", "Seen on a letter, card or record"),
                            ("traced", "Looked up in the national register"),
                        ],
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.person",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history_rows",
                        to="families.identifiers",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="identifiers",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_identifiershistoryrow" ("id", "nhs_number", "nhs_verified", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "upn", "upn_verified", "version") VALUES (NEW."id", NEW."nhs_number", NEW."nhs_verified", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."upn", NEW."upn_verified", NEW."version"); RETURN NULL;',
                    hash="d39a1d4f40ec9464ea27ea66b3347aabe62fcd32",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_efb90",
                    table="families_identifiers",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="identifiers",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_identifiershistoryrow" ("id", "nhs_number", "nhs_verified", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "upn", "upn_verified", "version") VALUES (NEW."id", NEW."nhs_number", NEW."nhs_verified", NEW."person_id", NOW(), \'update\', NEW."id", NEW."upn", NEW."upn_verified", NEW."version"); RETURN NULL;',
                    hash="ad24aaded60811df6442c315bb7d228524d24ee7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_00029",
                    table="families_identifiers",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="identifiershistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ebe321d5ba799050ec1959a10bd91b59cd7a19d3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_177c7",
                    table="families_identifiershistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        by_function("families_identifiers", "hub.people_open()", column="person_id", add=SOMEBODY),
        by_function(
            "families_identifiershistoryrow",
            "hub.people_open()",
            column="person_id",
            also=CHANGED_HERE,
            append_only=True,
        ),
        apart("families_identifiershistoryrow", ["person_id"], family="through_family"),
    ]
