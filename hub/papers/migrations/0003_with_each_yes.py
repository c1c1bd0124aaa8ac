"""What was signed is hidden with each yes on it that its reader does not see: also with a yes that
is out of sight because the agency it names tells a place (S3)."""

from django.db import migrations

TABLES = [
    f"papers_{table}{history}" for table in ("paper", "signature") for history in ("", "historyrow")
]


def with_each_yes(table):
    """On top of the wall: every yes on it is one that the reader sees through the wall of yeses."""
    seen = f'array(select a.id from consent_agreement a where a.family_id = "{table}".family_id)'
    return migrations.RunSQL(
        f'create policy yeses_read on "{table}" as restrictive for select'
        f" to hub_web, hub_worker using (agreements = '{{}}' or agreements <@ {seen})",
        reverse_sql=f'drop policy if exists yeses_read on "{table}"',
    )


class Migration(migrations.Migration):
    dependencies = [
        ("papers", "0002_wall"),
        ("access", "0012_inside"),
    ]
    operations = [with_each_yes(table) for table in TABLES]
