"""Court orders by what they do, who agrees else, what to look at again, and why (S9, S10)."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import hub.kernel.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_overrides"),
        ("consent", "0007_terms"),
        ("families", "0005_responsibility"),
    ]

    operations = [
        migrations.CreateModel(
            name="Capacity",
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
                (
                    "about",
                    models.CharField(
                        choices=[
                            ("agreeing", "Agreeing to what is written down, kept and shared here"),
                            ("other", "Another decision"),
                        ],
                        max_length=10,
                    ),
                ),
                ("decision", models.CharField(max_length=300)),
                ("doubt", models.TextField(max_length=1000)),
                ("help_given", models.TextField(max_length=1000)),
                ("understands", models.BooleanField()),
                ("retains", models.BooleanField()),
                ("weighs", models.BooleanField()),
                ("communicates", models.BooleanField()),
                ("can", models.BooleanField()),
                ("consulted", models.TextField(blank=True, max_length=1000)),
                ("best_interests", models.TextField(blank=True, max_length=1000)),
                ("says_yes", models.BooleanField(default=False)),
                ("again_on", models.DateField(blank=True, null=True)),
                ("judged_at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "capacities",
            },
        ),
        migrations.CreateModel(
            name="CapacityHistoryrow",
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
                (
                    "about",
                    models.CharField(
                        choices=[
                            ("agreeing", "Agreeing to what is written down, kept and shared here"),
                            ("other", "Another decision"),
                        ],
                        max_length=10,
                    ),
                ),
                ("decision", models.CharField(max_length=300)),
                ("doubt", models.TextField(max_length=1000)),
                ("help_given", models.TextField(max_length=1000)),
                ("understands", models.BooleanField()),
                ("retains", models.BooleanField()),
                ("weighs", models.BooleanField()),
                ("communicates", models.BooleanField()),
                ("can", models.BooleanField()),
                ("consulted", models.TextField(blank=True, max_length=1000)),
                ("best_interests", models.TextField(blank=True, max_length=1000)),
                ("says_yes", models.BooleanField(default=False)),
                ("again_on", models.DateField(blank=True, null=True)),
                ("judged_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CarerAgrees",
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
                ("because", models.TextField(max_length=1000)),
                ("advice", models.TextField(max_length=1000)),
                ("again_on", models.DateField()),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "carers agree",
            },
        ),
        migrations.CreateModel(
            name="CarerAgreesHistoryrow",
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
                ("because", models.TextField(max_length=1000)),
                ("advice", models.TextField(max_length=1000)),
                ("again_on", models.DateField()),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CourtOrder",
            fields=[
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "id",
                    models.BigIntegerField(
                        default=hub.kernel.ids.random_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("person_name", models.CharField(blank=True, max_length=200)),
                ("authority", models.CharField(blank=True, max_length=200)),
                ("court", models.CharField(blank=True, max_length=200)),
                ("made_on", models.DateField(blank=True, null=True)),
                ("from_on", models.DateField(blank=True, null=True)),
                ("until_on", models.DateField(blank=True, null=True)),
                ("seen_by", models.CharField(blank=True, max_length=200)),
                ("seen_on", models.DateField(blank=True, null=True)),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(blank=True, null=True)),
                ("ended_because", models.CharField(blank=True, max_length=500)),
            ],
        ),
        migrations.CreateModel(
            name="CourtOrderHistoryrow",
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
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "id",
                    models.BigIntegerField(
                        default=hub.kernel.ids.random_id, editable=False, serialize=False
                    ),
                ),
                ("person_name", models.CharField(blank=True, max_length=200)),
                ("authority", models.CharField(blank=True, max_length=200)),
                ("court", models.CharField(blank=True, max_length=200)),
                ("made_on", models.DateField(blank=True, null=True)),
                ("from_on", models.DateField(blank=True, null=True)),
                ("until_on", models.DateField(blank=True, null=True)),
                ("seen_by", models.CharField(blank=True, max_length=200)),
                ("seen_on", models.DateField(blank=True, null=True)),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(blank=True, null=True)),
                ("ended_because", models.CharField(blank=True, max_length=500)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LookAgain",
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
                ("kind", models.CharField(max_length=20)),
                ("due_on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("found", models.TextField(blank=True, max_length=1000)),
            ],
        ),
        migrations.CreateModel(
            name="LookAgainHistoryrow",
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
                ("kind", models.CharField(max_length=20)),
                ("due_on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("found", models.TextField(blank=True, max_length=1000)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OrderEffect",
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
                ("effect", models.CharField(max_length=20)),
                ("person_name", models.CharField(blank=True, max_length=200)),
                ("authority", models.CharField(blank=True, max_length=200)),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="OrderEffectHistoryrow",
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
                ("effect", models.CharField(max_length=20)),
                ("person_name", models.CharField(blank=True, max_length=200)),
                ("authority", models.CharField(blank=True, max_length=200)),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OrderKind",
            fields=[
                ("code", models.SlugField(max_length=40, primary_key=True, serialize=False)),
                ("words", models.CharField(max_length=120)),
                ("about", models.CharField(max_length=200)),
                ("position", models.PositiveSmallIntegerField()),
                ("proposes", models.JSONField(default=list)),
            ],
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="judgement",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="judgement",
            name="update_update",
        ),
        migrations.AddField(
            model_name="judgement",
            name="again_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="judgement",
            name="decision",
            field=models.CharField(blank=True, db_default="", default="", max_length=300),
        ),
        migrations.AddField(
            model_name="judgement",
            name="encouraged",
            field=models.TextField(blank=True, db_default="", default="", max_length=1000),
        ),
        migrations.AddField(
            model_name="judgementhistoryrow",
            name="again_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="judgementhistoryrow",
            name="decision",
            field=models.CharField(blank=True, db_default="", default="", max_length=300),
        ),
        migrations.AddField(
            model_name="judgementhistoryrow",
            name="encouraged",
            field=models.TextField(blank=True, db_default="", default="", max_length=1000),
        ),
        migrations.AlterField(
            model_name="agreement",
            name="basis",
            field=models.CharField(
                choices=[
                    ("adult", "An adult, for themselves and the family"),
                    ("responsible", "Has parental responsibility"),
                    ("young_person", "16 or 17: agrees for themselves"),
                    ("competent", "12 to 15: judged to understand this decision"),
                    ("carer", "Carer, since nobody with parental responsibility is reached"),
                    ("best_interests", "Cannot decide this: a yes in their best interests"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="agreement",
            name="ended_because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("withdrawn", "The family stopped it"),
                    ("expired", "Its time ran out"),
                    ("replaced", "A newer one took its place"),
                    ("died", "Who gave it died"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="agreementhistoryrow",
            name="basis",
            field=models.CharField(
                choices=[
                    ("adult", "An adult, for themselves and the family"),
                    ("responsible", "Has parental responsibility"),
                    ("young_person", "16 or 17: agrees for themselves"),
                    ("competent", "12 to 15: judged to understand this decision"),
                    ("carer", "Carer, since nobody with parental responsibility is reached"),
                    ("best_interests", "Cannot decide this: a yes in their best interests"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="agreementhistoryrow",
            name="ended_because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("withdrawn", "The family stopped it"),
                    ("expired", "Its time ran out"),
                    ("replaced", "A newer one took its place"),
                    ("died", "Who gave it died"),
                ],
                max_length=10,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="judgement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "consent_judgementhistoryrow" ("again_on", "because", "decision", "encouraged", "family_id", "id", "judged_at", "judged_by_id", "parent_needed", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "understands", "version") VALUES (NEW."again_on", NEW."because", NEW."decision", NEW."encouraged", NEW."family_id", NEW."id", NEW."judged_at", NEW."judged_by_id", NEW."parent_needed", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."understands", NEW."version"); RETURN NULL;',
                    hash="0d84cf2060eff3f4856c2db09c3dcf16e1df7f80",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2daaf",
                    table="consent_judgement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="judgement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "consent_judgementhistoryrow" ("again_on", "because", "decision", "encouraged", "family_id", "id", "judged_at", "judged_by_id", "parent_needed", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "understands", "version") VALUES (NEW."again_on", NEW."because", NEW."decision", NEW."encouraged", NEW."family_id", NEW."id", NEW."judged_at", NEW."judged_by_id", NEW."parent_needed", NEW."person_id", NOW(), \'update\', NEW."id", NEW."understands", NEW."version"); RETURN NULL;',
                    hash="f49dbcc7d86209f2074da5ab430994d90d01e0ae",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_06c9f",
                    table="consent_judgement",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="capacity",
            name="family",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.family",
            ),
        ),
        migrations.AddField(
            model_name="capacity",
            name="judged_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.practitioner",
            ),
        ),
        migrations.AddField(
            model_name="capacity",
            name="person",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="capacityhistoryrow",
            name="family",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.family",
            ),
        ),
        migrations.AddField(
            model_name="capacityhistoryrow",
            name="judged_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agencies.practitioner",
            ),
        ),
        migrations.AddField(
            model_name="capacityhistoryrow",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="capacityhistoryrow",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history_rows",
                to="consent.capacity",
            ),
        ),
        migrations.AddField(
            model_name="careragrees",
            name="family",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.family",
            ),
        ),
        migrations.AddField(
            model_name="careragrees",
            name="person",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="careragrees",
            name="recorded_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.practitioner",
            ),
        ),
        migrations.AddField(
            model_name="careragreeshistoryrow",
            name="family",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.family",
            ),
        ),
        migrations.AddField(
            model_name="careragreeshistoryrow",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="careragreeshistoryrow",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history_rows",
                to="consent.careragrees",
            ),
        ),
        migrations.AddField(
            model_name="careragreeshistoryrow",
            name="recorded_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agencies.practitioner",
            ),
        ),
        migrations.AddField(
            model_name="courtorder",
            name="family",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.family",
            ),
        ),
        migrations.AddField(
            model_name="courtorder",
            name="other",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="courtorder",
            name="person",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="courtorder",
            name="recorded_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.practitioner",
            ),
        ),
        migrations.AddField(
            model_name="courtorderhistoryrow",
            name="family",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.family",
            ),
        ),
        migrations.AddField(
            model_name="courtorderhistoryrow",
            name="other",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="courtorderhistoryrow",
            name="person",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="courtorderhistoryrow",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history_rows",
                to="consent.courtorder",
            ),
        ),
        migrations.AddField(
            model_name="courtorderhistoryrow",
            name="recorded_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agencies.practitioner",
            ),
        ),
        migrations.AddField(
            model_name="lookagain",
            name="done_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.practitioner",
            ),
        ),
        migrations.AddField(
            model_name="lookagain",
            name="family",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.family",
            ),
        ),
        migrations.AddField(
            model_name="lookagain",
            name="made_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.practitioner",
            ),
        ),
        migrations.AddField(
            model_name="lookagain",
            name="person",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="lookagainhistoryrow",
            name="done_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agencies.practitioner",
            ),
        ),
        migrations.AddField(
            model_name="lookagainhistoryrow",
            name="family",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.family",
            ),
        ),
        migrations.AddField(
            model_name="lookagainhistoryrow",
            name="made_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agencies.practitioner",
            ),
        ),
        migrations.AddField(
            model_name="lookagainhistoryrow",
            name="person",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="lookagainhistoryrow",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history_rows",
                to="consent.lookagain",
            ),
        ),
        migrations.AddField(
            model_name="ordereffect",
            name="child",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="ordereffect",
            name="family",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.family",
            ),
        ),
        migrations.AddField(
            model_name="ordereffect",
            name="order",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="consent.courtorder",
            ),
        ),
        migrations.AddField(
            model_name="ordereffect",
            name="person",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="ordereffecthistoryrow",
            name="child",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="ordereffecthistoryrow",
            name="family",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.family",
            ),
        ),
        migrations.AddField(
            model_name="ordereffecthistoryrow",
            name="order",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="consent.courtorder",
            ),
        ),
        migrations.AddField(
            model_name="ordereffecthistoryrow",
            name="person",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="ordereffecthistoryrow",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history_rows",
                to="consent.ordereffect",
            ),
        ),
        migrations.AddField(
            model_name="courtorderhistoryrow",
            name="kind",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="consent.orderkind",
            ),
        ),
        migrations.AddField(
            model_name="courtorder",
            name="kind",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="consent.orderkind",
            ),
        ),
        migrations.AddIndex(
            model_name="capacity",
            index=models.Index(fields=["family", "person"], name="capacities_of_a_family"),
        ),
        migrations.AddConstraint(
            model_name="capacity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("can", True),
                        ("communicates", True),
                        ("retains", True),
                        ("understands", True),
                        ("weighs", True),
                    ),
                    models.Q(
                        ("can", False),
                        models.Q(
                            ("communicates", True),
                            ("retains", True),
                            ("understands", True),
                            ("weighs", True),
                            _negated=True,
                        ),
                    ),
                    _connector="OR",
                ),
                name="who_can_do_all_four_can_decide",
            ),
        ),
        migrations.AddConstraint(
            model_name="capacity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("can", True), ("says_yes", False)),
                    models.Q(("again_on__isnull", False), ("can", False)),
                    _connector="OR",
                ),
                name="who_cannot_decide_has_a_day_to_look_again",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="capacity",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "consent_capacityhistoryrow" ("about", "again_on", "best_interests", "can", "communicates", "consulted", "decision", "doubt", "family_id", "help_given", "id", "judged_at", "judged_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retains", "says_yes", "understands", "version", "weighs") VALUES (NEW."about", NEW."again_on", NEW."best_interests", NEW."can", NEW."communicates", NEW."consulted", NEW."decision", NEW."doubt", NEW."family_id", NEW."help_given", NEW."id", NEW."judged_at", NEW."judged_by_id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."retains", NEW."says_yes", NEW."understands", NEW."version", NEW."weighs"); RETURN NULL;',
                    hash="aeb61bd2019501097a14242b1f21e6de2ac9f542",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0c06e",
                    table="consent_capacity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="capacity",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "consent_capacityhistoryrow" ("about", "again_on", "best_interests", "can", "communicates", "consulted", "decision", "doubt", "family_id", "help_given", "id", "judged_at", "judged_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retains", "says_yes", "understands", "version", "weighs") VALUES (NEW."about", NEW."again_on", NEW."best_interests", NEW."can", NEW."communicates", NEW."consulted", NEW."decision", NEW."doubt", NEW."family_id", NEW."help_given", NEW."id", NEW."judged_at", NEW."judged_by_id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."retains", NEW."says_yes", NEW."understands", NEW."version", NEW."weighs"); RETURN NULL;',
                    hash="864f64e1a52d0c2dcfbaa2d13b11df497ec08832",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ec430",
                    table="consent_capacity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="capacityhistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d40ce20f4436a39ab309da73bcb542e5a96e1485",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_26fa0",
                    table="consent_capacityhistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="careragrees",
            index=models.Index(fields=["family", "person"], name="carers_agree_in_a_family"),
        ),
        migrations.AddConstraint(
            model_name="careragrees",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_at", None)),
                fields=("family", "person"),
                name="one_carer_agrees_once_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="careragrees",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until_at", None), ("until_at__gte", models.F("from_at")), _connector="OR"
                ),
                name="carer_agrees_until_after_it_begins",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careragrees",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "consent_careragreeshistoryrow" ("advice", "again_on", "because", "family_id", "from_at", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "until_at", "version") VALUES (NEW."advice", NEW."again_on", NEW."because", NEW."family_id", NEW."from_at", NEW."id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."until_at", NEW."version"); RETURN NULL;',
                    hash="c5a222b2e33bea22e150cf020a40207677ba4a1a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6bb07",
                    table="consent_careragrees",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careragrees",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "consent_careragreeshistoryrow" ("advice", "again_on", "because", "family_id", "from_at", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "until_at", "version") VALUES (NEW."advice", NEW."again_on", NEW."because", NEW."family_id", NEW."from_at", NEW."id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."until_at", NEW."version"); RETURN NULL;',
                    hash="d00417f6b97a462afa6b9ec870cc8ccd6b8c2ab0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_77821",
                    table="consent_careragrees",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careragreeshistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1d2a2f01bad12ba24b64d5d4b82525ab218d76e3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d9975",
                    table="consent_careragreeshistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="lookagain",
            index=models.Index(fields=["family", "due_on"], name="to_look_at_in_a_family"),
        ),
        migrations.AddConstraint(
            model_name="lookagain",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_at", None), ("done_by", None), ("found", "")),
                    models.Q(
                        ("done_at__isnull", False),
                        ("done_by__isnull", False),
                        models.Q(("found", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="who_looked_says_what_they_found",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookagain",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "consent_lookagainhistoryrow" ("done_at", "done_by_id", "due_on", "family_id", "found", "id", "kind", "made_at", "made_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."done_at", NEW."done_by_id", NEW."due_on", NEW."family_id", NEW."found", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;',
                    hash="ef5b99bd48e4389c050c37946b58936188b255d5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b91df",
                    table="consent_lookagain",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookagain",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "consent_lookagainhistoryrow" ("done_at", "done_by_id", "due_on", "family_id", "found", "id", "kind", "made_at", "made_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."done_at", NEW."done_by_id", NEW."due_on", NEW."family_id", NEW."found", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;',
                    hash="210a6c8f06c51ed30c519641c0cab55be2d353c0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6e15d",
                    table="consent_lookagain",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookagainhistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="be3450b6e2bf1eb24f5e775541aface55cc94153",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9c8ac",
                    table="consent_lookagainhistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="ordereffect",
            index=models.Index(fields=["family", "order"], name="effects_in_a_family"),
        ),
        migrations.AddConstraint(
            model_name="ordereffect",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until_at", None), ("until_at__gte", models.F("from_at")), _connector="OR"
                ),
                name="effect_ends_after_it_begins",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ordereffect",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "consent_ordereffecthistoryrow" ("authority", "child_id", "effect", "family_id", "from_at", "id", "order_id", "person_id", "person_name", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_at", "version") VALUES (NEW."authority", NEW."child_id", NEW."effect", NEW."family_id", NEW."from_at", NEW."id", NEW."order_id", NEW."person_id", NEW."person_name", NOW(), \'insert\', NEW."id", NEW."until_at", NEW."version"); RETURN NULL;',
                    hash="0efe75e54a1bf02d69fe04b578dd800503e6ef79",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5c040",
                    table="consent_ordereffect",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ordereffect",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "consent_ordereffecthistoryrow" ("authority", "child_id", "effect", "family_id", "from_at", "id", "order_id", "person_id", "person_name", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_at", "version") VALUES (NEW."authority", NEW."child_id", NEW."effect", NEW."family_id", NEW."from_at", NEW."id", NEW."order_id", NEW."person_id", NEW."person_name", NOW(), \'update\', NEW."id", NEW."until_at", NEW."version"); RETURN NULL;',
                    hash="20aab3e05822ca65a33949077d957351a8df2634",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_df8a7",
                    table="consent_ordereffect",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ordereffecthistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1819a0b7438b3a91442bc3dcba34fdf3d100b9fe",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_53a08",
                    table="consent_ordereffecthistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="courtorderhistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="29947e09400d617d28424c978083570088eb0126",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a4a90",
                    table="consent_courtorderhistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="courtorder",
            index=models.Index(fields=["family", "id"], name="orders_of_a_family"),
        ),
        migrations.AddConstraint(
            model_name="courtorder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("seen_by", ""), ("seen_on", None)),
                    models.Q(models.Q(("seen_by", ""), _negated=True), ("seen_on__isnull", False)),
                    _connector="OR",
                ),
                name="who_saw_an_order_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="courtorder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until_at", None), ("until_at__gte", models.F("from_at")), _connector="OR"
                ),
                name="order_ends_after_it_begins",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="courtorder",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "consent_courtorderhistoryrow" ("authority", "court", "ended_because", "family_id", "from_at", "from_on", "id", "kind_id", "made_on", "other_id", "person_id", "person_name", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "seen_by", "seen_on", "until_at", "until_on", "version") VALUES (NEW."authority", NEW."court", NEW."ended_because", NEW."family_id", NEW."from_at", NEW."from_on", NEW."id", NEW."kind_id", NEW."made_on", NEW."other_id", NEW."person_id", NEW."person_name", NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."seen_by", NEW."seen_on", NEW."until_at", NEW."until_on", NEW."version"); RETURN NULL;',
                    hash="73573a441ba418d3e4d6fc4c81b34a22faf49064",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c154b",
                    table="consent_courtorder",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="courtorder",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "consent_courtorderhistoryrow" ("authority", "court", "ended_because", "family_id", "from_at", "from_on", "id", "kind_id", "made_on", "other_id", "person_id", "person_name", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "seen_by", "seen_on", "until_at", "until_on", "version") VALUES (NEW."authority", NEW."court", NEW."ended_because", NEW."family_id", NEW."from_at", NEW."from_on", NEW."id", NEW."kind_id", NEW."made_on", NEW."other_id", NEW."person_id", NEW."person_name", NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."seen_by", NEW."seen_on", NEW."until_at", NEW."until_on", NEW."version"); RETURN NULL;',
                    hash="5d21ce23f0a8a650538939a8a2581d45a5d15ac2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5dabd",
                    table="consent_courtorder",
                    when="AFTER",
                ),
            ),
        ),
    ]
