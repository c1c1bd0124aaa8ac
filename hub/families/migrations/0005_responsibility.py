"""Parental responsibility has a day, a reason it ended, and may be an authority's (S9)."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("families", "0004_loss"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="responsibility",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="responsibility",
            name="update_update",
        ),
        migrations.AddField(
            model_name="responsibility",
            name="authority",
            field=models.CharField(blank=True, db_default="", default="", max_length=200),
        ),
        migrations.AddField(
            model_name="responsibility",
            name="ended_because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("order", "A court ended it"),
                    ("adopted", "The child was adopted"),
                    ("grown_up", "The child turned 18"),
                    ("died", "Somebody died"),
                    ("left", "They are not in this family any more"),
                    ("mistake", "It was written down by mistake"),
                    ("replaced", "What is known of it changed"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="responsibility",
            name="since_accuracy",
            field=models.CharField(blank=True, db_default="", default="", max_length=10),
        ),
        migrations.AddField(
            model_name="responsibility",
            name="since_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="responsibilityhistoryrow",
            name="authority",
            field=models.CharField(blank=True, db_default="", default="", max_length=200),
        ),
        migrations.AddField(
            model_name="responsibilityhistoryrow",
            name="ended_because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("order", "A court ended it"),
                    ("adopted", "The child was adopted"),
                    ("grown_up", "The child turned 18"),
                    ("died", "Somebody died"),
                    ("left", "They are not in this family any more"),
                    ("mistake", "It was written down by mistake"),
                    ("replaced", "What is known of it changed"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="responsibilityhistoryrow",
            name="since_accuracy",
            field=models.CharField(blank=True, db_default="", default="", max_length=10),
        ),
        migrations.AddField(
            model_name="responsibilityhistoryrow",
            name="since_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="responsibility",
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
        migrations.AlterField(
            model_name="responsibility",
            name="source",
            field=models.CharField(
                choices=[
                    ("mother", "Is the mother"),
                    ("birth_record", "Named on a birth record since 1 December 2003"),
                    ("marriage", "Was married to the mother"),
                    ("agreement", "By an agreement with the mother"),
                    ("order", "By a court order"),
                    ("guardian", "Guardian, named by a parent who died or by a court"),
                    ("special_guardian", "Special guardian, by a court order"),
                    ("adopted", "Adopted the child"),
                    ("authority", "A local authority, by a care order"),
                    ("says_so", "Says so; not checked yet"),
                    ("unknown", "Not known"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="responsibilityhistoryrow",
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
        migrations.AlterField(
            model_name="responsibilityhistoryrow",
            name="source",
            field=models.CharField(
                choices=[
                    ("mother", "Is the mother"),
                    ("birth_record", "Named on a birth record since 1 December 2003"),
                    ("marriage", "Was married to the mother"),
                    ("agreement", "By an agreement with the mother"),
                    ("order", "By a court order"),
                    ("guardian", "Guardian, named by a parent who died or by a court"),
                    ("special_guardian", "Special guardian, by a court order"),
                    ("adopted", "Adopted the child"),
                    ("authority", "A local authority, by a care order"),
                    ("says_so", "Says so; not checked yet"),
                    ("unknown", "Not known"),
                ],
                max_length=20,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="responsibility",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_responsibilityhistoryrow" ("authority", "child_id", "ended_because", "family_id", "from_at", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_accuracy", "since_on", "source", "until_at", "version") VALUES (NEW."authority", NEW."child_id", NEW."ended_because", NEW."family_id", NEW."from_at", NEW."id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."since_accuracy", NEW."since_on", NEW."source", NEW."until_at", NEW."version"); RETURN NULL;',
                    hash="3a48379a765e63662570f1a4c889d97072241416",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0f131",
                    table="families_responsibility",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="responsibility",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_responsibilityhistoryrow" ("authority", "child_id", "ended_because", "family_id", "from_at", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_accuracy", "since_on", "source", "until_at", "version") VALUES (NEW."authority", NEW."child_id", NEW."ended_because", NEW."family_id", NEW."from_at", NEW."id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."since_accuracy", NEW."since_on", NEW."source", NEW."until_at", NEW."version"); RETURN NULL;',
                    hash="4bdca8a8c04dd63c387df588a222dc1816b04f37",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f3f88",
                    table="families_responsibility",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="responsibility",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("authority", ""), ("person__isnull", False)),
                    models.Q(
                        ("person", None),
                        ("source", "authority"),
                        models.Q(("authority", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_person_is_responsible_or_an_authority",
            ),
        ),
    ]
