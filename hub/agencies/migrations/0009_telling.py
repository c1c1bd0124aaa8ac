"""Agencies whose name tells something of a family known to them (S18)."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0008_access_team"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="agency",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agency",
            name="update_update",
        ),
        migrations.AddField(
            model_name="agency",
            name="telling",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="agencyhistoryrow",
            name="telling",
            field=models.BooleanField(db_default=False, default=False),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agencies_agencyhistoryrow" ("closed_at", "email", "id", "information_lead", "name", "opened_at", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "safeguarding_lead", "sector_id", "telling", "version") VALUES (NEW."closed_at", NEW."email", NEW."id", NEW."information_lead", NEW."name", NEW."opened_at", NOW(), \'insert\', NEW."id", NEW."phone", NEW."safeguarding_lead", NEW."sector_id", NEW."telling", NEW."version"); RETURN NULL;',
                    hash="b53194ce64a787df3a9fa61e72f8b48ab42355c7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_064bb",
                    table="agencies_agency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agencies_agencyhistoryrow" ("closed_at", "email", "id", "information_lead", "name", "opened_at", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "safeguarding_lead", "sector_id", "telling", "version") VALUES (NEW."closed_at", NEW."email", NEW."id", NEW."information_lead", NEW."name", NEW."opened_at", NOW(), \'update\', NEW."id", NEW."phone", NEW."safeguarding_lead", NEW."sector_id", NEW."telling", NEW."version"); RETURN NULL;',
                    hash="7114fdbd01eec3d93acec413af83b19181fd00dd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_187e7",
                    table="agencies_agency",
                    when="AFTER",
                ),
            ),
        ),
    ]
