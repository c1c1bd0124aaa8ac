"""Makes the database and the static files ready before `bin/start` serves.

Migrates when there is something to migrate, puts the story into an empty demonstration, and
prints who can sign in. Each step can be cut off and done again.
"""

import io
import sys

import django
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command, get_commands
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor

from hub.database.trouble import DatabaseTrouble

TOLD = 3  # the code where a sentence says all there is to say


def main() -> int:
    """Gives the exit code; progress and trouble go to standard error, people to standard output."""
    try:
        django.setup()
        executor = MigrationExecutor(connections["owner"])
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if plan:
            print("Preparing the database ...", file=sys.stderr)
            call_command("migrate", database="owner", interactive=False, verbosity=0)
        if any(migration.app_label == "matching" for migration, _ in plan):
            # What searches look under may be made otherwise now; a new database has nobody yet.
            call_command("reindex", stdout=sys.stderr)
        connections["owner"].close()
        call_command("collectstatic", interactive=False, verbosity=0)
        if settings.DEMONSTRATION and "demo" in get_commands():
            _story()
    except ImproperlyConfigured as error:
        print(error, file=sys.stderr)
        return TOLD
    except (DatabaseTrouble, DatabaseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _story() -> None:
    if not apps.get_model("agencies", "Agency")._default_manager.exists():
        print("Filling in the demonstration story ...", file=sys.stderr)
        call_command("demo", stdout=sys.stderr)
    who = io.StringIO()
    call_command("demo", "--who", stdout=who)
    print(who.getvalue(), end="")


if __name__ == "__main__":
    sys.exit(main())
