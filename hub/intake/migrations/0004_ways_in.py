"""A draft may be practice; and the table of what waits in a hub's queue."""

import django.db.models.deletion
from django.db import migrations, models

import hub.kernel.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0008_access_team"),
        ("intake", "0003_expire_drafts"),
    ]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="practice",
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name="Arrival",
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
                ("reference", models.CharField(max_length=16)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("self", "Asked for help"),
                            ("behalf", "Asked for by somebody at work"),
                            ("passed_down", "Passed down by the access team"),
                        ],
                        max_length=12,
                    ),
                ),
                ("arrived_at", models.DateTimeField()),
                ("name", models.CharField(max_length=200)),
                ("relation", models.CharField(blank=True, max_length=20)),
                ("child_name", models.CharField(blank=True, max_length=200)),
                ("child_age", models.PositiveSmallIntegerField(null=True)),
                ("contact", models.CharField(blank=True, max_length=254)),
                ("contact_words", models.CharField(blank=True, max_length=300)),
                ("may_say_who", models.BooleanField(default=False)),
                ("words", models.TextField(max_length=4000)),
                ("outcome_words", models.TextField(blank=True, max_length=4000)),
                ("agreed", models.TextField(blank=True, max_length=2000)),
                ("agreed_on", models.DateField(null=True)),
                ("not_to_say", models.TextField(blank=True, max_length=2000)),
                ("taken_at", models.DateTimeField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("registered", "Registered"),
                            ("advice", "Advice was given"),
                            ("not_wanted", "They did not want it"),
                            ("not_reached", "They could not be reached"),
                            ("already", "They already have somebody"),
                        ],
                        max_length=12,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500)),
                ("ended_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "locality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.locality",
                    ),
                ),
                (
                    "passed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.practitioner",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.practitioner",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["locality", "arrived_at"], name="arrivals_of_a_locality")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_at", None), ("taken_by", None)),
                            models.Q(("taken_at__isnull", False), ("taken_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_arrival_is_taken_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("outcome", "")),
                            models.Q(
                                models.Q(("outcome", ""), _negated=True),
                                ("ended_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_arrival_ends_with_its_outcome",
                    ),
                ],
            },
        ),
    ]
