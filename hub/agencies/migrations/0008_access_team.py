"""The access team, who pass families down to a hub (2.51)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0007_membership_alone"),
    ]

    operations = [
        migrations.AlterField(
            model_name="rolegrant",
            name="code",
            field=models.CharField(
                choices=[
                    ("coordinator", "Hub coordinator"),
                    ("panel_chair", "Panel chair"),
                    ("leadership_manager", "Leadership team manager"),
                    ("safeguarding_lead", "Safeguarding lead"),
                    ("data_protection_officer", "Data protection officer"),
                    ("access_team", "Access team"),
                    ("administrator", "Administrator"),
                ],
                max_length=40,
            ),
        ),
        migrations.AlterField(
            model_name="rolegranthistoryrow",
            name="code",
            field=models.CharField(
                choices=[
                    ("coordinator", "Hub coordinator"),
                    ("panel_chair", "Panel chair"),
                    ("leadership_manager", "Leadership team manager"),
                    ("safeguarding_lead", "Safeguarding lead"),
                    ("data_protection_officer", "Data protection officer"),
                    ("access_team", "Access team"),
                    ("administrator", "Administrator"),
                ],
                max_length=40,
            ),
        ),
    ]
