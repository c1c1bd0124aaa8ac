"""A yes says how much reaches an agency, for what, until when and in which language; a no is
written down too. Who agreed before agreed to all there was, and to no service: nobody asked them.
"""

from datetime import UTC, datetime
from pathlib import Path

import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import hub.kernel.ids
from hub.database.apart import apart
from hub.database.functions import definer
from hub.database.wall import again, exempt, wall, walled_history

SQL = Path(__file__).resolve().parent.parent / "sql"
OWN = "any ((select hub.own_places())::bigint[])"
PEOPLE = ["person_id"]
PURPOSES = (
    "So that you do not have to tell it all again",
    "So that your workers can plan together with you",
    "So that your child gets the right help at nursery or school",
    "So that your health appointments and help at home fit together",
    "So that somebody can help with housing, money or work",
)


def write(apps, schema_editor):
    """Write the purposes in the order they are offered in."""
    table = apps.get_model("consent", "Purpose")
    table.objects.using(schema_editor.connection.alias).bulk_create(
        table(words=words, position=place, from_at=datetime(2026, 1, 1, tzinfo=UTC))
        for place, words in enumerate(PURPOSES, start=1)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_overrides"),
        ("consent", "0006_overrides"),
        ("families", "0004_loss"),
        ("plans", "0003_members_apart"),
    ]

    operations = [
        migrations.CreateModel(
            name="HelpedWithoutRecord",
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
                ("month", models.DateField()),
                ("times", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Purpose",
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
                ("words", models.CharField(max_length=160)),
                ("position", models.PositiveSmallIntegerField()),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Refusal",
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
                ("words", models.CharField(blank=True, max_length=500)),
                ("said_at", models.DateTimeField()),
                ("looked_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="RefusalHistoryrow",
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
                ("words", models.CharField(blank=True, max_length=500)),
                ("said_at", models.DateTimeField()),
                ("looked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agreement",
            name="a_yes_is_never_rewritten",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agreement",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agreement",
            name="update_update",
        ),
        migrations.AddField(
            model_name="agreement",
            name="interpreter",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        migrations.AddField(
            model_name="agreement",
            name="language",
            field=models.CharField(blank=True, default="", max_length=10),
        ),
        migrations.AddField(
            model_name="agreement",
            name="purpose_words",
            field=models.CharField(blank=True, default="", max_length=300),
        ),
        migrations.AddField(
            model_name="agreement",
            name="reach",
            field=models.PositiveSmallIntegerField(
                choices=[
                    (1, "That the family is known here, and who leads"),
                    (2, "The registration too"),
                    (3, "The plan too"),
                ],
                default=3,
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="read_by",
            field=models.CharField(
                blank=True,
                choices=[
                    ("self", "They read it themselves"),
                    ("practitioner", "I read it out to them"),
                    ("interpreter", "An interpreter or translator"),
                    ("colleague", "A colleague who speaks their language"),
                    ("chosen", "Another adult they chose: not their partner"),
                ],
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="understood",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="agreementhistoryrow",
            name="interpreter",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        migrations.AddField(
            model_name="agreementhistoryrow",
            name="language",
            field=models.CharField(blank=True, default="", max_length=10),
        ),
        migrations.AddField(
            model_name="agreementhistoryrow",
            name="purpose_words",
            field=models.CharField(blank=True, default="", max_length=300),
        ),
        migrations.AddField(
            model_name="agreementhistoryrow",
            name="reach",
            field=models.PositiveSmallIntegerField(
                choices=[
                    (1, "That the family is known here, and who leads"),
                    (2, "The registration too"),
                    (3, "The plan too"),
                ],
                default=3,
            ),
        ),
        migrations.AddField(
            model_name="agreementhistoryrow",
            name="read_by",
            field=models.CharField(
                blank=True,
                choices=[
                    ("self", "They read it themselves"),
                    ("practitioner", "I read it out to them"),
                    ("interpreter", "An interpreter or translator"),
                    ("colleague", "A colleague who speaks their language"),
                    ("chosen", "Another adult they chose: not their partner"),
                ],
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="agreementhistoryrow",
            name="understood",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="agreement",
            name="scope",
            field=models.CharField(
                choices=[
                    ("service", "Work together"),
                    ("record", "Write it down"),
                    ("keep", "Keep it"),
                    ("share", "Let an agency know"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="agreementhistoryrow",
            name="scope",
            field=models.CharField(
                choices=[
                    ("service", "Work together"),
                    ("record", "Write it down"),
                    ("keep", "Keep it"),
                    ("share", "Let an agency know"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="helpedwithoutrecord",
            name="locality",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.locality",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="purpose",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="consent.purpose",
            ),
        ),
        migrations.AddField(
            model_name="agreementhistoryrow",
            name="purpose",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="consent.purpose",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="a_yes_is_never_rewritten",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."family_id" IS DISTINCT FROM (NEW."family_id") OR OLD."given_by_id" IS DISTINCT FROM (NEW."given_by_id") OR OLD."scope" IS DISTINCT FROM (NEW."scope") OR OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."wording_id" IS DISTINCT FROM (NEW."wording_id") OR OLD."basis" IS DISTINCT FROM (NEW."basis") OR OLD."from_at" IS DISTINCT FROM (NEW."from_at") OR OLD."reach" IS DISTINCT FROM (NEW."reach") OR OLD."purpose_id" IS DISTINCT FROM (NEW."purpose_id") OR OLD."purpose_words" IS DISTINCT FROM (NEW."purpose_words") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."read_by" IS DISTINCT FROM (NEW."read_by") OR OLD."interpreter" IS DISTINCT FROM (NEW."interpreter") OR OLD."understood" IS DISTINCT FROM (NEW."understood"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="41d6e7a85c38881d661e99601db672e6f2cb3013",
                    operation="UPDATE",
                    pgid="pgtrigger_a_yes_is_never_rewritten_2fbea",
                    table="consent_agreement",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "consent_agreementhistoryrow" ("agency_id", "basis", "ended_because", "ended_by_id", "family_id", "from_at", "given_by_id", "how", "id", "interpreter", "judgement_id", "language", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose_id", "purpose_words", "reach", "read_by", "recorded_at", "scope", "taken_by_id", "understood", "until_at", "version", "witness", "wording_id") VALUES (NEW."agency_id", NEW."basis", NEW."ended_because", NEW."ended_by_id", NEW."family_id", NEW."from_at", NEW."given_by_id", NEW."how", NEW."id", NEW."interpreter", NEW."judgement_id", NEW."language", NOW(), \'insert\', NEW."id", NEW."purpose_id", NEW."purpose_words", NEW."reach", NEW."read_by", NEW."recorded_at", NEW."scope", NEW."taken_by_id", NEW."understood", NEW."until_at", NEW."version", NEW."witness", NEW."wording_id"); RETURN NULL;',
                    hash="c1398d96d544a7844e81a4af3398031e4ba02d66",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_17d5a",
                    table="consent_agreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "consent_agreementhistoryrow" ("agency_id", "basis", "ended_because", "ended_by_id", "family_id", "from_at", "given_by_id", "how", "id", "interpreter", "judgement_id", "language", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose_id", "purpose_words", "reach", "read_by", "recorded_at", "scope", "taken_by_id", "understood", "until_at", "version", "witness", "wording_id") VALUES (NEW."agency_id", NEW."basis", NEW."ended_because", NEW."ended_by_id", NEW."family_id", NEW."from_at", NEW."given_by_id", NEW."how", NEW."id", NEW."interpreter", NEW."judgement_id", NEW."language", NOW(), \'update\', NEW."id", NEW."purpose_id", NEW."purpose_words", NEW."reach", NEW."read_by", NEW."recorded_at", NEW."scope", NEW."taken_by_id", NEW."understood", NEW."until_at", NEW."version", NEW."witness", NEW."wording_id"); RETURN NULL;',
                    hash="1167040867b8070bd735ecc05d9b347c82c95ab4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_daa57",
                    table="consent_agreement",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("reach__in", [1, 2, 3])), name="a_yes_reaches_what_there_is"
            ),
        ),
        migrations.AddField(
            model_name="refusal",
            name="agency",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
            ),
        ),
        migrations.AddField(
            model_name="refusal",
            name="family",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.family",
            ),
        ),
        migrations.AddField(
            model_name="refusal",
            name="recorded_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.practitioner",
            ),
        ),
        migrations.AddField(
            model_name="refusal",
            name="said_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.person",
            ),
        ),
        migrations.AddField(
            model_name="refusalhistoryrow",
            name="agency",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agencies.agency",
            ),
        ),
        migrations.AddField(
            model_name="refusalhistoryrow",
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
            model_name="refusalhistoryrow",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history_rows",
                to="consent.refusal",
            ),
        ),
        migrations.AddField(
            model_name="refusalhistoryrow",
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
            model_name="refusalhistoryrow",
            name="said_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.person",
            ),
        ),
        migrations.AddConstraint(
            model_name="helpedwithoutrecord",
            constraint=models.UniqueConstraint(
                fields=("locality", "month"), name="one_number_a_hub_and_month"
            ),
        ),
        migrations.AddIndex(
            model_name="refusal",
            index=models.Index(fields=["family", "agency"], name="refusals_in_a_family"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="refusal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "consent_refusalhistoryrow" ("agency_id", "family_id", "id", "looked_at", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "said_at", "said_by_id", "version", "words") VALUES (NEW."agency_id", NEW."family_id", NEW."id", NEW."looked_at", NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."said_at", NEW."said_by_id", NEW."version", NEW."words"); RETURN NULL;',
                    hash="0351a61e95c05a0727b84b8d615bfbae014e683d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_966a8",
                    table="consent_refusal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="refusal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "consent_refusalhistoryrow" ("agency_id", "family_id", "id", "looked_at", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "said_at", "said_by_id", "version", "words") VALUES (NEW."agency_id", NEW."family_id", NEW."id", NEW."looked_at", NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."said_at", NEW."said_by_id", NEW."version", NEW."words"); RETURN NULL;',
                    hash="6bd877569d3d3eaa408138c6d677daf0488bf5f9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8b82f",
                    table="consent_refusal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="refusalhistoryrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="70f8b750a79a8cec3863ed22ed8aaa655cc6298d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bd549",
                    table="consent_refusalhistoryrow",
                    when="BEFORE",
                ),
            ),
        ),
        exempt(
            "consent_purpose",
            "the authority's own list, the same for every family",
            write=False,
        ),
        exempt(
            "consent_helpedwithoutrecord",
            "a number for each hub and month, of nobody",
            delete=False,
        ),
        wall(
            "consent_refusal",
            "record",
            held_back=True,
            people=["said_by_id"],
            write_level="summary",
        ),
        *walled_history(
            "consent_refusalhistoryrow",
            "record",
            held_back=True,
            people=["said_by_id"],
            write_level="summary",
        ),
        apart("consent_refusal", ["said_by_id"]),
        apart("consent_refusalhistoryrow", ["said_by_id"]),
        # How to reach them goes with where they are: a number rung or traced finds them too.
        definer("hub.own_places() returns bigint[]", (SQL / "own_places.sql").read_text()),
        again(
            wall(
                "families_contact",
                "summary",
                held_back=True,
                people=PEOPLE,
                place=f"id = {OWN}",
            ),
            "families_contact",
        ),
        again(
            walled_history(
                "families_contacthistoryrow",
                "summary",
                held_back=True,
                people=PEOPLE,
                place=f"pgh_obj_id = {OWN}",
            )[0],
            "families_contacthistoryrow",
        ),
        migrations.RunPython(write, migrations.RunPython.noop),
    ]
