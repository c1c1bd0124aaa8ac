"""Who is held back in one family stays so while another family of theirs is open.

It stands here because here all the tables it is about are there.
"""

from django.db import migrations

from hub.database.apart import apart, members_held_back

PEOPLE = {
    "families_relationship": ["person_id", "other_id"],
    "families_responsibility": ["person_id", "child_id"],
    "families_householdmember": ["person_id"],
    "families_contact": ["person_id"],
    "consent_agreement": ["given_by_id"],
    "consent_judgement": ["person_id"],
    "plans_action": ["owner_member_id"],
}


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0002_wall"),
        ("families", "0003_indexes"),
        ("consent", "0002_wall"),
    ]
    operations = [
        members_held_back(),
        *(apart(table, people) for table, people in PEOPLE.items()),
        *(apart(f"{table}historyrow", people) for table, people in PEOPLE.items()),
        apart("families_personhistoryrow", ["pgh_obj_id"], family="through_family"),
    ]
