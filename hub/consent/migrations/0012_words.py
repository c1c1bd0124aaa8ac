"""Administrators keep the words families are asked with: purposes are ended and moved, never
reworded; published wording is neither changed nor deleted. The database holds both.
"""

import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from hub.database.statements import PAGES


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0008_access_team"),
        ("consent", "0011_told"),
    ]

    operations = [
        migrations.AddField(
            model_name="purpose",
            name="version",
            field=models.PositiveIntegerField(db_default=1, default=1),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="purpose",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_by_administrators",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nif coalesce(current_setting('hub.actor_kind', true), '') not in ('', 'job') and not exists (\n    select 1 from agencies_rolegrant\n    where practitioner_id = nullif(current_setting('hub.actor_id', true), '')::bigint\n      and code = 'administrator' and until is null\n) then\n    raise insufficient_privilege\n        using message = 'Only an administrator keeps the words families are asked with.';\nend if;\nreturn coalesce(new, old);\n",
                    hash="63efdf3aef4bf4482dfcccf0828e3dbb2a1a02cd",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_kept_by_administrators_d8e2a",
                    table="consent_purpose",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wording",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_by_administrators",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nif coalesce(current_setting('hub.actor_kind', true), '') not in ('', 'job') and not exists (\n    select 1 from agencies_rolegrant\n    where practitioner_id = nullif(current_setting('hub.actor_id', true), '')::bigint\n      and code = 'administrator' and until is null\n) then\n    raise insufficient_privilege\n        using message = 'Only an administrator keeps the words families are asked with.';\nend if;\nreturn coalesce(new, old);\n",
                    hash="252471cd82b33fcec395eaa1f95710200ccd149d",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_kept_by_administrators_6ccf0",
                    table="consent_wording",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="purpose",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("words"),
                condition=models.Q(("until_at", None)),
                name="one_purpose_with_these_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="purpose",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until_at", None), ("until_at__gte", models.F("from_at")), _connector="OR"
                ),
                name="purpose_ends_after_it_begins",
            ),
        ),
        migrations.RunSQL(
            [
                f"grant insert, update (position, until_at, version) on consent_purpose to {PAGES}",
                f"revoke update, delete on consent_wording from {PAGES}",
            ],
            [
                f"revoke insert, update on consent_purpose from {PAGES}",
                f"grant update, delete on consent_wording to {PAGES}",
            ],
        ),
    ]
