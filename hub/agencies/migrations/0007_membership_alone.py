"""Whether an agency signed is told by its sharing agreements and acceptances alone."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("agencies", "0006_carry_over")]
    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="localitymembership",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="localitymembership",
            name="update_update",
        ),
        migrations.RemoveConstraint(
            model_name="localitymembership",
            name="leadership_team_has_signed",
        ),
        migrations.RemoveField(
            model_name="localitymembership",
            name="leadership_team",
        ),
        migrations.RemoveField(
            model_name="localitymembership",
            name="signed_on",
        ),
        migrations.RemoveField(
            model_name="localitymembershiphistoryrow",
            name="leadership_team",
        ),
        migrations.RemoveField(
            model_name="localitymembershiphistoryrow",
            name="signed_on",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="localitymembership",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agencies_localitymembershiphistoryrow" ("agency_id", "id", "locality_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "version") VALUES (NEW."agency_id", NEW."id", NEW."locality_id", NOW(), \'insert\', NEW."id", NEW."since", NEW."until", NEW."version"); RETURN NULL;',
                    hash="e4be430f9871c2b874c959e7064b611982bbda57",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6dfe3",
                    table="agencies_localitymembership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="localitymembership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agencies_localitymembershiphistoryrow" ("agency_id", "id", "locality_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "version") VALUES (NEW."agency_id", NEW."id", NEW."locality_id", NOW(), \'update\', NEW."id", NEW."since", NEW."until", NEW."version"); RETURN NULL;',
                    hash="9fdce6697882c40e012eac354ff429d0ee990c25",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_de71e",
                    table="agencies_localitymembership",
                    when="AFTER",
                ),
            ),
        ),
    ]
