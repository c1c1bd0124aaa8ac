"""Tables of what families told, each with its history."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import hub.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0002_wall"),
        ("families", "0004_loss"),
    ]

    operations = [
        migrations.CreateModel(
            name="Ethnicity",
            fields=[
                ("code", models.SlugField(max_length=40, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=80)),
                ("words", models.CharField(max_length=120)),
                ("position", models.PositiveSmallIntegerField()),
                ("dfe", models.CharField(blank=True, max_length=4)),
                ("ons", models.CharField(blank=True, max_length=2)),
                ("nhs", models.CharField(blank=True, max_length=2)),
            ],
            options={
                "verbose_name_plural": "ethnicities",
            },
        ),
        migrations.CreateModel(
            name="AskedAlone",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("interpreted_by", models.CharField(blank=True, max_length=200)),
                (
                    "safe",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Yes, they feel safe"),
                            ("no", "No, or not always"),
                            ("rather_not", "Would rather not say"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=4000)),
                ("reach", models.TextField(blank=True, max_length=2000)),
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
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.person",
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
                "verbose_name_plural": "asked alone",
            },
        ),
        migrations.CreateModel(
            name="AskedAloneHistoryrow",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("interpreted_by", models.CharField(blank=True, max_length=200)),
                (
                    "safe",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Yes, they feel safe"),
                            ("no", "No, or not always"),
                            ("rather_not", "Would rather not say"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=4000)),
                ("reach", models.TextField(blank=True, max_length=2000)),
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
                        to="about.askedalone",
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
            name="Background",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("ethnicity_words", models.CharField(blank=True, max_length=200)),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("female", "Female"),
                            ("male", "Male"),
                            ("own_words", "In another way"),
                            ("rather_not", "Would rather not say"),
                        ],
                        max_length=10,
                    ),
                ),
                ("pronouns", models.CharField(blank=True, max_length=100)),
                ("faith", models.CharField(blank=True, max_length=300)),
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
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.person",
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
                (
                    "ethnicity",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="about.ethnicity",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BackgroundHistoryrow",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("ethnicity_words", models.CharField(blank=True, max_length=200)),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("female", "Female"),
                            ("male", "Male"),
                            ("own_words", "In another way"),
                            ("rather_not", "Would rather not say"),
                        ],
                        max_length=10,
                    ),
                ),
                ("pronouns", models.CharField(blank=True, max_length=100)),
                ("faith", models.CharField(blank=True, max_length=300)),
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
                        to="about.background",
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
                (
                    "ethnicity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="about.ethnicity",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Helpers",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("school", models.CharField(blank=True, max_length=300)),
                ("doctor", models.CharField(blank=True, max_length=300)),
                ("visitor", models.CharField(blank=True, max_length=300)),
                ("others", models.TextField(blank=True, max_length=2000)),
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
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.person",
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
                "verbose_name_plural": "helpers",
            },
        ),
        migrations.CreateModel(
            name="HelpersHistoryrow",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("school", models.CharField(blank=True, max_length=300)),
                ("doctor", models.CharField(blank=True, max_length=300)),
                ("visitor", models.CharField(blank=True, max_length=300)),
                ("others", models.TextField(blank=True, max_length=2000)),
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
                        to="about.helpers",
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
            name="Language",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("languages", models.CharField(blank=True, max_length=300)),
                (
                    "interpreter",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Yes"),
                            ("no", "No"),
                            ("rather_not", "Would rather not say"),
                        ],
                        max_length=10,
                    ),
                ),
                ("interpreter_words", models.CharField(blank=True, max_length=500)),
                ("ways", models.JSONField(default=list)),
                ("ways_words", models.TextField(blank=True, max_length=2000)),
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
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.person",
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
        ),
        migrations.CreateModel(
            name="LanguageHistoryrow",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("languages", models.CharField(blank=True, max_length=300)),
                (
                    "interpreter",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Yes"),
                            ("no", "No"),
                            ("rather_not", "Would rather not say"),
                        ],
                        max_length=10,
                    ),
                ),
                ("interpreter_words", models.CharField(blank=True, max_length=500)),
                ("ways", models.JSONField(default=list)),
                ("ways_words", models.TextField(blank=True, max_length=2000)),
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
                        to="about.language",
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
            name="Living",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("housing", models.TextField(blank=True, max_length=4000)),
                ("money", models.TextField(blank=True, max_length=4000)),
                ("work", models.TextField(blank=True, max_length=4000)),
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
                "verbose_name_plural": "livings",
            },
        ),
        migrations.CreateModel(
            name="LivingHistoryrow",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("housing", models.TextField(blank=True, max_length=4000)),
                ("money", models.TextField(blank=True, max_length=4000)),
                ("work", models.TextField(blank=True, max_length=4000)),
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
                        to="about.living",
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
            name="Needs",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("conditions", models.JSONField(default=list)),
                ("helps", models.TextField(blank=True, max_length=4000)),
                (
                    "caring",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Yes"),
                            ("no", "No"),
                            ("rather_not", "Would rather not say"),
                        ],
                        max_length=10,
                    ),
                ),
                ("caring_words", models.TextField(blank=True, max_length=2000)),
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
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.person",
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
                "verbose_name_plural": "needs",
            },
        ),
        migrations.CreateModel(
            name="NeedsHistoryrow",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("conditions", models.JSONField(default=list)),
                ("helps", models.TextField(blank=True, max_length=4000)),
                (
                    "caring",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Yes"),
                            ("no", "No"),
                            ("rather_not", "Would rather not say"),
                        ],
                        max_length=10,
                    ),
                ),
                ("caring_words", models.TextField(blank=True, max_length=2000)),
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
                        to="about.needs",
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
            name="OwnWords",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("strengths", models.TextField(blank=True, max_length=4000)),
                ("wishes", models.TextField(blank=True, max_length=4000)),
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
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.person",
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
                "verbose_name_plural": "own words",
            },
        ),
        migrations.CreateModel(
            name="OwnWordsHistoryrow",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("strengths", models.TextField(blank=True, max_length=4000)),
                ("wishes", models.TextField(blank=True, max_length=4000)),
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
                        to="about.ownwords",
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
            name="Story",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("going_well", models.TextField(blank=True, max_length=4000)),
                ("worries", models.TextField(blank=True, max_length=4000)),
                ("wants", models.TextField(blank=True, max_length=4000)),
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
                "verbose_name_plural": "stories",
            },
        ),
        migrations.CreateModel(
            name="StoryHistoryrow",
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
                ("told_on", models.DateField(blank=True, null=True)),
                ("finished", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("going_well", models.TextField(blank=True, max_length=4000)),
                ("worries", models.TextField(blank=True, max_length=4000)),
                ("wants", models.TextField(blank=True, max_length=4000)),
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
                        to="about.story",
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
            name="Unsent",
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
                ("place", models.CharField(max_length=200)),
                ("typed", models.JSONField(default=dict)),
                ("kept_at", models.DateTimeField()),
                (
                    "practitioner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.practitioner",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "unsent",
            },
        ),
        migrations.AddIndex(
            model_name="askedalone",
            index=models.Index(fields=["family", "person"], name="asked_alone_in_a_family"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="askedalone",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "about_askedalonehistoryrow" ("family_id", "finished", "id", "interpreted_by", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "safe", "saved_at", "saved_by_id", "told_on", "version", "words") VALUES (NEW."family_id", NEW."finished", NEW."id", NEW."interpreted_by", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."reach", NEW."safe", NEW."saved_at", NEW."saved_by_id", NEW."told_on", NEW."version", NEW."words"); RETURN NULL;',
                    hash="4ae99520a18668e487df0951e73c7369c195e70e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_919c5",
                    table="about_askedalone",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="askedalone",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "about_askedalonehistoryrow" ("family_id", "finished", "id", "interpreted_by", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "safe", "saved_at", "saved_by_id", "told_on", "version", "words") VALUES (NEW."family_id", NEW."finished", NEW."id", NEW."interpreted_by", NEW."person_id", NOW(), \'update\', NEW."id", NEW."reach", NEW."safe", NEW."saved_at", NEW."saved_by_id", NEW."told_on", NEW."version", NEW."words"); RETURN NULL;',
                    hash="53ee12703f32fa229604922918f5c4af1d3fecc5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_03e98",
                    table="about_askedalone",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="askedalonehistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bc3fec9c79131231a8d6473399518485b0b5ed73",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_005e9",
                    table="about_askedalonehistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="backgroundhistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1004fef83db2f77b9bc532270dd9e8839edd47b8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_962e0",
                    table="about_backgroundhistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="background",
            index=models.Index(fields=["family", "person"], name="backgrounds_of_a_family"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="background",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "about_backgroundhistoryrow" ("ethnicity_id", "ethnicity_words", "faith", "family_id", "finished", "gender", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pronouns", "saved_at", "saved_by_id", "told_on", "version") VALUES (NEW."ethnicity_id", NEW."ethnicity_words", NEW."faith", NEW."family_id", NEW."finished", NEW."gender", NEW."id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."pronouns", NEW."saved_at", NEW."saved_by_id", NEW."told_on", NEW."version"); RETURN NULL;',
                    hash="9198283aae98d39dd75f805c3bedf94680100bfb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_277c2",
                    table="about_background",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="background",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "about_backgroundhistoryrow" ("ethnicity_id", "ethnicity_words", "faith", "family_id", "finished", "gender", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pronouns", "saved_at", "saved_by_id", "told_on", "version") VALUES (NEW."ethnicity_id", NEW."ethnicity_words", NEW."faith", NEW."family_id", NEW."finished", NEW."gender", NEW."id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."pronouns", NEW."saved_at", NEW."saved_by_id", NEW."told_on", NEW."version"); RETURN NULL;',
                    hash="8cfda1b787e1fe6bb148b70eb164785ab7433192",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_98d9f",
                    table="about_background",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="helpers",
            index=models.Index(fields=["family", "person"], name="helpers_of_a_family"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="helpers",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "about_helpershistoryrow" ("doctor", "family_id", "finished", "id", "others", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "school", "told_on", "version", "visitor") VALUES (NEW."doctor", NEW."family_id", NEW."finished", NEW."id", NEW."others", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."school", NEW."told_on", NEW."version", NEW."visitor"); RETURN NULL;',
                    hash="1ef774a3ab35d34cba34db19f826a0f962754082",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e6282",
                    table="about_helpers",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="helpers",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "about_helpershistoryrow" ("doctor", "family_id", "finished", "id", "others", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "school", "told_on", "version", "visitor") VALUES (NEW."doctor", NEW."family_id", NEW."finished", NEW."id", NEW."others", NEW."person_id", NOW(), \'update\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."school", NEW."told_on", NEW."version", NEW."visitor"); RETURN NULL;',
                    hash="21b6aa380949275c16ad46c8087471348bbedc05",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3e4a7",
                    table="about_helpers",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="helpershistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c23f16712213203a3b1e77af8b9032e32a96acbe",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ef777",
                    table="about_helpershistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="language",
            index=models.Index(fields=["family", "person"], name="languages_of_a_family"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="language",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "about_languagehistoryrow" ("family_id", "finished", "id", "interpreter", "interpreter_words", "languages", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "told_on", "version", "ways", "ways_words") VALUES (NEW."family_id", NEW."finished", NEW."id", NEW."interpreter", NEW."interpreter_words", NEW."languages", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."told_on", NEW."version", NEW."ways", NEW."ways_words"); RETURN NULL;',
                    hash="6795eb470fead904e230f0f62896c7db9ab75919",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_297ed",
                    table="about_language",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="language",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "about_languagehistoryrow" ("family_id", "finished", "id", "interpreter", "interpreter_words", "languages", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "told_on", "version", "ways", "ways_words") VALUES (NEW."family_id", NEW."finished", NEW."id", NEW."interpreter", NEW."interpreter_words", NEW."languages", NEW."person_id", NOW(), \'update\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."told_on", NEW."version", NEW."ways", NEW."ways_words"); RETURN NULL;',
                    hash="bc8fbb1a926849c7f467741d3b543a96b9a1690b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ed5ef",
                    table="about_language",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="languagehistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4ad0eb4ad386ea0dbd290869e26361816f91a5ab",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_92ed9",
                    table="about_languagehistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="living",
            index=models.Index(fields=["family", "saved_at"], name="livings_of_a_family"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="living",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "about_livinghistoryrow" ("family_id", "finished", "housing", "id", "money", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "told_on", "version", "work") VALUES (NEW."family_id", NEW."finished", NEW."housing", NEW."id", NEW."money", NOW(), \'insert\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."told_on", NEW."version", NEW."work"); RETURN NULL;',
                    hash="5a9cb25f4df4813e717c0d9859485681318d2610",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_37346",
                    table="about_living",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="living",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "about_livinghistoryrow" ("family_id", "finished", "housing", "id", "money", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "told_on", "version", "work") VALUES (NEW."family_id", NEW."finished", NEW."housing", NEW."id", NEW."money", NOW(), \'update\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."told_on", NEW."version", NEW."work"); RETURN NULL;',
                    hash="6a8df0af33a00321cc6506cf5ef6def9423aa995",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_206da",
                    table="about_living",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="livinghistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="13c8f5f5d169243bd4308f525b03ada2c586e570",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_df1ab",
                    table="about_livinghistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="needs",
            index=models.Index(fields=["family", "person"], name="needs_of_a_family"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needs",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "about_needshistoryrow" ("caring", "caring_words", "conditions", "family_id", "finished", "helps", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "told_on", "version") VALUES (NEW."caring", NEW."caring_words", NEW."conditions", NEW."family_id", NEW."finished", NEW."helps", NEW."id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."told_on", NEW."version"); RETURN NULL;',
                    hash="88fe88543289549d047505278999367e93392380",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1d8be",
                    table="about_needs",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needs",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "about_needshistoryrow" ("caring", "caring_words", "conditions", "family_id", "finished", "helps", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "told_on", "version") VALUES (NEW."caring", NEW."caring_words", NEW."conditions", NEW."family_id", NEW."finished", NEW."helps", NEW."id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."told_on", NEW."version"); RETURN NULL;',
                    hash="42de89cf845974254cc1bbc5f68e91bff54cbc95",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cd8de",
                    table="about_needs",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needshistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="82480fb4db7dee32bd440954a354c10675bff000",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fab27",
                    table="about_needshistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="ownwords",
            index=models.Index(fields=["family", "person"], name="own_words_of_a_family"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ownwords",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "about_ownwordshistoryrow" ("family_id", "finished", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "strengths", "told_on", "version", "wishes") VALUES (NEW."family_id", NEW."finished", NEW."id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."strengths", NEW."told_on", NEW."version", NEW."wishes"); RETURN NULL;',
                    hash="1e993b7cf4d27e32bdeb99caba6b76b8b57e238b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_de5f0",
                    table="about_ownwords",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ownwords",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "about_ownwordshistoryrow" ("family_id", "finished", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "strengths", "told_on", "version", "wishes") VALUES (NEW."family_id", NEW."finished", NEW."id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."strengths", NEW."told_on", NEW."version", NEW."wishes"); RETURN NULL;',
                    hash="2059163bd1b357cc45347bca7682aaaf291ea24a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ad69f",
                    table="about_ownwords",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ownwordshistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1c57c7d95301a566cffcdfe1e813992092d322e1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8b4b2",
                    table="about_ownwordshistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(fields=["family", "saved_at"], name="stories_of_a_family"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="story",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "about_storyhistoryrow" ("family_id", "finished", "going_well", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "told_on", "version", "wants", "worries") VALUES (NEW."family_id", NEW."finished", NEW."going_well", NEW."id", NOW(), \'insert\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."told_on", NEW."version", NEW."wants", NEW."worries"); RETURN NULL;',
                    hash="e019c156e452c3b344841de76035f069eb5a5a7c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_945ef",
                    table="about_story",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="story",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "about_storyhistoryrow" ("family_id", "finished", "going_well", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "told_on", "version", "wants", "worries") VALUES (NEW."family_id", NEW."finished", NEW."going_well", NEW."id", NOW(), \'update\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."told_on", NEW."version", NEW."wants", NEW."worries"); RETURN NULL;',
                    hash="6b1976084edb883437da5fd7459b43d5a6dc0f20",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_426f8",
                    table="about_story",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="storyhistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9ecd71e3a3bf92640d6b607dd11074d8faddc56f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c227e",
                    table="about_storyhistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="unsent",
            index=models.Index(fields=["practitioner", "place"], name="unsent_of_somebody"),
        ),
    ]
