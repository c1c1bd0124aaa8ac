"""Who asked whether a family is known, and what a coordinator looks at behind (S19, S22)."""

from django.db import migrations, models

import hub.kernel.ids


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0016_listed_at_once"),
    ]

    operations = [
        migrations.CreateModel(
            name="HiddenMatch",
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
                ("family", models.BigIntegerField()),
                ("practitioner", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("purpose", models.CharField(max_length=60)),
                ("surely", models.BooleanField()),
                ("dealt_at", models.DateTimeField(blank=True, null=True)),
                ("dealt_by", models.BigIntegerField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "hidden matches",
                "indexes": [
                    models.Index(fields=["family", "dealt_at"], name="hidden_matches_of_a_family")
                ],
            },
        ),
        migrations.CreateModel(
            name="LookupCheck",
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
                ("practitioner", models.BigIntegerField()),
                ("account", models.BigIntegerField()),
                ("agency", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("purpose", models.CharField(max_length=60)),
                ("people", models.PositiveSmallIntegerField()),
                ("surname", models.CharField(blank=True, max_length=32)),
                ("born", models.CharField(blank=True, max_length=32)),
                ("place", models.CharField(blank=True, max_length=32)),
                ("says", models.CharField(max_length=20)),
                ("stopped", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["account", "at"], name="lookups_of_somebody"),
                    models.Index(fields=["agency", "at"], name="lookups_of_an_agency"),
                ],
            },
        ),
    ]
