"""Agencies that were there before: those whose sector may tell something of a family count as
telling until somebody has looked at them. Schools, housing and the authority itself do not."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("agencies", "0009_telling")]
    operations = [
        migrations.RunSQL(
            "update agencies_agency set telling = true"
            " where sector_id not in ('council', 'education', 'housing')",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
