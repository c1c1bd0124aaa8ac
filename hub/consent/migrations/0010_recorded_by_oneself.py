"""Whoever wrote down that something is private sees that they did, and can end it when they are
asked to: what is kept from who leads nobody else could end (S5)."""

from django.db import migrations

from hub.database.statements import PAGES

OWN = (
    "family_id = any ((select hub.open_families('summary'))::bigint[])"
    " and set_by_id = (select hub.actor_id())"
    " and (select hub.actor_kind()) = 'practitioner'"
)
ON = "on consent_restriction for"
CHANGE = f"create policy recorded_change {ON} update to {PAGES} using ({OWN}) with check ({OWN})"


class Migration(migrations.Migration):
    dependencies = [("consent", "0009_who_agrees_wall")]
    operations = [
        migrations.RunSQL(
            [
                f"create policy recorded_read {ON} select to {PAGES} using ({OWN})",
                CHANGE,
            ],
            reverse_sql=[
                f"drop policy if exists {policy} on consent_restriction"
                for policy in ("recorded_read", "recorded_change")
            ],
        )
    ]
