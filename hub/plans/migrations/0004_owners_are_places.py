"""Who does an action tells an agency, and so a place (S3): from whom the place is kept, actions of
practitioners of other agencies go with it. Those of the family and of their own agency stay."""

from django.db import migrations

from hub.database.wall import again, wall, walled_history

OWN = (
    "(owner_practitioner_id is null"
    " or owner_practitioner_id = any ((select hub.colleagues())::bigint[]))"
)
ACTION = {
    "held_back": True,
    "hidden_with": ("goal_id",),
    "people": ("owner_member_id",),
    "place": OWN,
}


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_members_apart"), ("access", "0010_agencies_are_places")]
    operations = [
        again(wall("plans_action", "plan", **ACTION), "plans_action"),
        again(
            walled_history("plans_actionhistoryrow", "plan", **ACTION)[0], "plans_actionhistoryrow"
        ),
    ]
