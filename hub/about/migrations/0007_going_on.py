"""What may be going on in a family, and what it is counted under (2.48)."""

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import hub.kernel.ids
from hub.database.wall import exempt, wall, walled_history

LIST = "a list to choose from, the same for everybody"
# Of the national framework of outcomes for families (standards 5.3), by their numbers there.
HEADLINES = (
    "Getting a good education",
    "Good early years development",
    "Improved mental and physical health",
    "Better managed substance use",
    "Improved family relationships",
    "Children safe from abuse and exploitation",
    "Families diverted from crime",
    "Safe from domestic abuse",
    "Secure housing",
    "Financial stability",
)
# Code, words, and the headlines each is counted under to begin with.
SITUATIONS = (
    ("home", "A home that is too small, damp, cold or in need of repair", (9,)),
    ("change", "A big change, such as a separation or somebody dying", (5,)),
    ("development", "A child who walks, talks or plays later than most", (2,)),
    ("behaviour", "A child who lashes out, or goes quiet and keeps away", (3, 5)),
    ("health", "Illness or disability, of body or mind, of anybody in the family", (3,)),
    ("parenting", "Being a parent is hard at the moment", (5,)),
    ("parents", "Arguments or strain between parents", (5,)),
    ("money", "Money worries or debts", (10,)),
    ("bullying", "A child who is bullied, or bullies others", (6, 3)),
    ("neighbours", "Trouble from neighbours or people nearby", (7, 9)),
    ("losing-home", "Not being sure to keep your home", (9,)),
    ("care", "A child who often goes without something they need", (6,)),
    ("changed", "A child who looks, feels or acts very differently from before", (6, 3)),
    ("school", "A child who misses a lot of school", (1,)),
)


def write(apps, schema_editor):
    """Write both lists, in the order in which they are asked."""
    alias = schema_editor.connection.alias
    headline, situation = (apps.get_model("about", n) for n in ("Headline", "Situation"))
    headline.objects.using(alias).bulk_create(
        headline(code=str(n), words=words, position=n) for n, words in enumerate(HEADLINES, start=1)
    )
    situation.objects.using(alias).bulk_create(
        situation(code=code, words=words, position=n, headlines=[str(one) for one in under])
        for n, (code, words, under) in enumerate(SITUATIONS, start=1)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("about", "0006_own_wall"),
        ("agencies", "0003_overrides"),
        ("families", "0006_identifiers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Headline",
            fields=[
                ("code", models.SlugField(max_length=40, primary_key=True, serialize=False)),
                ("words", models.CharField(max_length=120)),
                ("position", models.PositiveSmallIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Situation",
            fields=[
                ("code", models.SlugField(max_length=40, primary_key=True, serialize=False)),
                ("words", models.CharField(max_length=200)),
                ("position", models.PositiveSmallIntegerField()),
                ("headlines", models.JSONField(default=list)),
                ("added_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="GoingOn",
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
                ("chosen", models.JSONField(default=list)),
                ("words", models.TextField(blank=True, max_length=4000)),
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
                "verbose_name_plural": "going on",
            },
        ),
        migrations.CreateModel(
            name="GoingOnHistoryrow",
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
                ("chosen", models.JSONField(default=list)),
                ("words", models.TextField(blank=True, max_length=4000)),
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
                        to="about.goingon",
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
        migrations.AddIndex(
            model_name="goingon",
            index=models.Index(fields=["family", "saved_at"], name="going_on_in_a_family"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goingon",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "about_goingonhistoryrow" ("chosen", "family_id", "finished", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "told_on", "version", "words") VALUES (NEW."chosen", NEW."family_id", NEW."finished", NEW."id", NOW(), \'insert\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."told_on", NEW."version", NEW."words"); RETURN NULL;',
                    hash="9bbdbd2fb872f96ba96137874fa4ff60fbc53768",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3af01",
                    table="about_goingon",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goingon",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "about_goingonhistoryrow" ("chosen", "family_id", "finished", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "told_on", "version", "words") VALUES (NEW."chosen", NEW."family_id", NEW."finished", NEW."id", NOW(), \'update\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."told_on", NEW."version", NEW."words"); RETURN NULL;',
                    hash="fb439771790d08bf045d7a54c1d7e7dec07f1c94",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_970d4",
                    table="about_goingon",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goingonhistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ee7761dc0a2823004591053fc3b292397185a115",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_91cd8",
                    table="about_goingonhistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        wall("about_goingon", "plan", held_back=True),
        *walled_history("about_goingonhistoryrow", "plan", held_back=True),
        exempt("about_headline", LIST, write=False),
        exempt("about_situation", LIST, delete=False),
        migrations.RunPython(write, migrations.RunPython.noop),
    ]
