"""The keys with which agencies' own systems ask; before the wall, since they hold no family's fact."""

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

import hub.kernel.ids
from hub.database.wall import exempt


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0010_telling_until_looked_at"),
        ("database", "0001_settings"),
    ]

    operations = [
        migrations.CreateModel(
            name="SystemKey",
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
                ("name", models.CharField(max_length=80)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("used_on", models.DateField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="system_keys",
                        to="agencies.agency",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.practitioner",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("agency"),
                        django.db.models.functions.text.Lower("name"),
                        condition=models.Q(("ended_at", None)),
                        name="system_keys_of_an_agency_differ",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("made_at"))),
                        name="system_key_expires_after_it_was_made",
                    ),
                ],
            },
        ),
        exempt(
            "agencies_systemkey",
            "which systems have a key is open to those who look after their agency; a key is kept"
            " as a digest that gives nothing back",
            delete=False,
        ),
    ]
