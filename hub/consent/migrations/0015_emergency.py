"""Rules for emergencies with both their days, and the yeses that rest on one (4.2)."""

import datetime

import django.db.models.deletion
import django.db.models.expressions
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import hub.kernel.ids
from hub.database.statements import PAGES
from hub.database.wall import exempt


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0008_access_team"),
        ("consent", "0014_orders_computed"),
        ("families", "0008_relations"),
    ]

    operations = [
        migrations.CreateModel(
            name="EmergencyRule",
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
                ("reason", models.CharField(max_length=500)),
                ("from_on", models.DateField()),
                ("until_on", models.DateField()),
                ("sign_days", models.PositiveSmallIntegerField()),
                ("set_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
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
            name="sign_by",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="agreementhistoryrow",
            name="sign_by",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="agreement",
            name="how",
            field=models.CharField(
                choices=[
                    ("on_screen", "Signed on screen"),
                    ("paper", "Signed on paper"),
                    ("spoken", "Spoken, with a witness"),
                    ("remote", "Spoken by telephone or video, while an emergency rule ran"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="agreementhistoryrow",
            name="how",
            field=models.CharField(
                choices=[
                    ("on_screen", "Signed on screen"),
                    ("paper", "Signed on paper"),
                    ("spoken", "Spoken, with a witness"),
                    ("remote", "Spoken by telephone or video, while an emergency rule ran"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="emergencyrule",
            name="ended_by",
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
            model_name="emergencyrule",
            name="set_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.practitioner",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="emergency",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="consent.emergencyrule",
            ),
        ),
        migrations.AddField(
            model_name="agreementhistoryrow",
            name="emergency",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="consent.emergencyrule",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("how", "remote"), _negated=True),
                    ("emergency__isnull", False),
                    _connector="OR",
                ),
                name="a_yes_by_telephone_alone_rests_on_an_emergency_rule",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("emergency", None), ("sign_by", None)),
                    models.Q(("emergency__isnull", False), ("sign_by__isnull", False)),
                    _connector="OR",
                ),
                name="an_emergency_rule_says_when_a_yes_is_signed",
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until_on__gte", models.F("from_on")),
                    (
                        "until_on__lte",
                        django.db.models.expressions.CombinedExpression(
                            models.F("from_on"), "+", models.Value(datetime.timedelta(days=183))
                        ),
                    ),
                ),
                name="an_emergency_rule_has_an_end_in_half_a_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="who_ended_an_emergency_rule_is_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="emergencyrule",
            trigger=pgtrigger.compiler.Trigger(
                name="made_by_administrators",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nif coalesce(current_setting('hub.actor_kind', true), '') not in ('', 'job') and not exists (\n    select 1 from agencies_rolegrant\n    where practitioner_id = nullif(current_setting('hub.actor_id', true), '')::bigint\n      and code = 'administrator' and until is null\n) then\n    raise insufficient_privilege\n        using message = 'Only an administrator keeps the words families are asked with.';\nend if;\nreturn coalesce(new, old);\n",
                    hash="9167d87fc0a948ba17b251ffc0715f5d32e21ba1",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_made_by_administrators_3c609",
                    table="consent_emergencyrule",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="emergencyrule",
            trigger=pgtrigger.compiler.Trigger(
                name="an_emergency_rule_is_never_widened",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."from_on" IS DISTINCT FROM (NEW."from_on") OR OLD."until_on" IS DISTINCT FROM (NEW."until_on") OR OLD."sign_days" IS DISTINCT FROM (NEW."sign_days") OR OLD."set_by_id" IS DISTINCT FROM (NEW."set_by_id") OR OLD."set_at" IS DISTINCT FROM (NEW."set_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="22a5ce8ffd91c168b98846d2069247624d371a68",
                    operation="UPDATE",
                    pgid="pgtrigger_an_emergency_rule_is_never_widened_329ce",
                    table="consent_emergencyrule",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="a_yes_is_never_rewritten",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."family_id" IS DISTINCT FROM (NEW."family_id") OR OLD."given_by_id" IS DISTINCT FROM (NEW."given_by_id") OR OLD."scope" IS DISTINCT FROM (NEW."scope") OR OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."wording_id" IS DISTINCT FROM (NEW."wording_id") OR OLD."basis" IS DISTINCT FROM (NEW."basis") OR OLD."from_at" IS DISTINCT FROM (NEW."from_at") OR OLD."reach" IS DISTINCT FROM (NEW."reach") OR OLD."purpose_id" IS DISTINCT FROM (NEW."purpose_id") OR OLD."purpose_words" IS DISTINCT FROM (NEW."purpose_words") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."read_by" IS DISTINCT FROM (NEW."read_by") OR OLD."interpreter" IS DISTINCT FROM (NEW."interpreter") OR OLD."understood" IS DISTINCT FROM (NEW."understood") OR OLD."emergency_id" IS DISTINCT FROM (NEW."emergency_id") OR OLD."sign_by" IS DISTINCT FROM (NEW."sign_by"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="55a2a2c0e49915b3b2e46fdcf813accb5259c347",
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
                    func='INSERT INTO "consent_agreementhistoryrow" ("agency_id", "basis", "emergency_id", "ended_because", "ended_by_id", "family_id", "from_at", "given_by_id", "how", "id", "interpreter", "judgement_id", "language", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose_id", "purpose_words", "reach", "read_by", "recorded_at", "scope", "sign_by", "taken_by_id", "understood", "until_at", "version", "witness", "wording_id") VALUES (NEW."agency_id", NEW."basis", NEW."emergency_id", NEW."ended_because", NEW."ended_by_id", NEW."family_id", NEW."from_at", NEW."given_by_id", NEW."how", NEW."id", NEW."interpreter", NEW."judgement_id", NEW."language", NOW(), \'insert\', NEW."id", NEW."purpose_id", NEW."purpose_words", NEW."reach", NEW."read_by", NEW."recorded_at", NEW."scope", NEW."sign_by", NEW."taken_by_id", NEW."understood", NEW."until_at", NEW."version", NEW."witness", NEW."wording_id"); RETURN NULL;',
                    hash="c662f00977d3e3cb466024e0c5655cefbf4cd544",
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
                    func='INSERT INTO "consent_agreementhistoryrow" ("agency_id", "basis", "emergency_id", "ended_because", "ended_by_id", "family_id", "from_at", "given_by_id", "how", "id", "interpreter", "judgement_id", "language", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose_id", "purpose_words", "reach", "read_by", "recorded_at", "scope", "sign_by", "taken_by_id", "understood", "until_at", "version", "witness", "wording_id") VALUES (NEW."agency_id", NEW."basis", NEW."emergency_id", NEW."ended_because", NEW."ended_by_id", NEW."family_id", NEW."from_at", NEW."given_by_id", NEW."how", NEW."id", NEW."interpreter", NEW."judgement_id", NEW."language", NOW(), \'update\', NEW."id", NEW."purpose_id", NEW."purpose_words", NEW."reach", NEW."read_by", NEW."recorded_at", NEW."scope", NEW."sign_by", NEW."taken_by_id", NEW."understood", NEW."until_at", NEW."version", NEW."witness", NEW."wording_id"); RETURN NULL;',
                    hash="97e59cb161142fbc07685f1f3a4def3cfc7df7a4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_daa57",
                    table="consent_agreement",
                    when="AFTER",
                ),
            ),
        ),
        exempt(
            "consent_emergencyrule",
            "the rules made for emergencies, the same for everybody",
            write=False,
        ),
        migrations.RunSQL(
            "grant insert, update (ended_at, ended_by_id, version) on consent_emergencyrule"
            f" to {PAGES}",
            f"revoke insert, update on consent_emergencyrule from {PAGES}",
        ),
    ]
