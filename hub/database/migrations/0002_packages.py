"""The tables that packages bring, each on one side of the wall or the other by decision.

An upgrade of a package that brings a table or a function needs a line in a new migration here; the
architecture test of tables without a wall finds it.
"""

from django.db import migrations

from hub.database.functions import callable_by_pages
from hub.database.wall import closed, exempt

SIGN_IN = "read to sign somebody in, before there is an actor; holds no fact of a family"
JOBS = "jobs carry ids only and are deleted when done; a job opens a file before it loads anything"
FRAMEWORK = "the framework's own lists; nothing about a person"


class Migration(migrations.Migration):
    dependencies = [
        ("database", "0001_settings"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("procrastinate", "0041_post_retry_failed_job"),
        ("sessions", "0001_initial"),
        ("usersessions", "0001_initial"),
    ]
    operations = [
        exempt("django_session", SIGN_IN),
        exempt("usersessions_usersession", SIGN_IN),
        exempt("account_emailaddress", SIGN_IN),
        exempt("account_emailconfirmation", SIGN_IN),
        exempt("django_migrations", FRAMEWORK, write=False),
        exempt("django_content_type", FRAMEWORK, write=False),
        exempt("auth_permission", FRAMEWORK, write=False),
        exempt("auth_group", FRAMEWORK, write=False),
        exempt("auth_group_permissions", FRAMEWORK, write=False),
        exempt("procrastinate_jobs", JOBS),
        exempt("procrastinate_events", JOBS),
        exempt("procrastinate_periodic_defers", JOBS),
        exempt("procrastinate_workers", JOBS),
        callable_by_pages("procrastinate%", "jobs are queued and fetched by its functions"),
        # Who looked after whom would stand in it; the history rows carry what is needed instead.
        closed("pghistory_context"),
    ]
