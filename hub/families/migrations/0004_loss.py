"""A loss is a fact of a membership (S17)."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("families", "0003_indexes"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="membership",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="membership",
            name="update_update",
        ),
        migrations.AddField(
            model_name="membership",
            name="loss",
            field=models.CharField(
                blank=True,
                choices=[("died", "Died"), ("pregnancy_ended", "The pregnancy ended")],
                db_default="",
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="loss_accuracy",
            field=models.CharField(blank=True, db_default="", default="", max_length=10),
        ),
        migrations.AddField(
            model_name="membership",
            name="loss_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="membership",
            name="loss_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="membershiphistoryrow",
            name="loss",
            field=models.CharField(
                blank=True,
                choices=[("died", "Died"), ("pregnancy_ended", "The pregnancy ended")],
                db_default="",
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="membershiphistoryrow",
            name="loss_accuracy",
            field=models.CharField(blank=True, db_default="", default="", max_length=10),
        ),
        migrations.AddField(
            model_name="membershiphistoryrow",
            name="loss_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="membershiphistoryrow",
            name="loss_on",
            field=models.DateField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_membershiphistoryrow" ("family_id", "from_at", "id", "loss", "loss_accuracy", "loss_at", "loss_on", "part", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_at", "version") VALUES (NEW."family_id", NEW."from_at", NEW."id", NEW."loss", NEW."loss_accuracy", NEW."loss_at", NEW."loss_on", NEW."part", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."until_at", NEW."version"); RETURN NULL;',
                    hash="c2027e9d1e5e8e28ce716b17ed0d9d12d0182f61",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b8be7",
                    table="families_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_membershiphistoryrow" ("family_id", "from_at", "id", "loss", "loss_accuracy", "loss_at", "loss_on", "part", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_at", "version") VALUES (NEW."family_id", NEW."from_at", NEW."id", NEW."loss", NEW."loss_accuracy", NEW."loss_at", NEW."loss_on", NEW."part", NEW."person_id", NOW(), \'update\', NEW."id", NEW."until_at", NEW."version"); RETURN NULL;',
                    hash="a3861c356bf2f22ba0d2e45df8e6cd671932b6d9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ed7ba",
                    table="families_membership",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("loss", "pregnancy_ended"), _negated=True),
                    ("part", "unborn"),
                    _connector="OR",
                ),
                name="only_a_pregnancy_ends_as_one",
            ),
        ),
    ]
