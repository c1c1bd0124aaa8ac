"""Yeses in force lie together in an index, whatever a family stopped before: a page costs the same
with hundreds of old ones."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0008_access_team"),
        ("consent", "0012_words"),
        ("families", "0008_relations"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="agreement",
            name="agreements_of_a_family",
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(
                models.F("family"),
                models.Func(
                    models.F("until_at"),
                    output_field=models.DateTimeField(),
                    template="COALESCE(%(expressions)s, 'infinity'::timestamptz)",
                ),
                name="yeses_in_force_of_a_family",
            ),
        ),
    ]
