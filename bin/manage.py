"""Django's command line for `bin/hub`, with the hub's own PostgreSQL running meanwhile."""

import os
import signal
import sys
from pathlib import Path
from types import FrameType

from django.core.exceptions import ImproperlyConfigured

from hub.database import cluster
from hub.database.trouble import DatabaseTrouble
from hub.database.urls import settings_for


def main() -> int:
    """Run one management command; gives the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)
    arguments = [*sys.argv[1:]]
    if arguments[:1] == ["migrate"] and not any(a.startswith("--database") for a in arguments):
        arguments.append("--database=owner")  # no other role owns tables
    default = Path(__file__).resolve().parents[1] / "var"
    try:
        if "--database=owner" in arguments and settings_for("owner", Path()).get("HOST") is None:
            raise DatabaseTrouble("Set OWNER_DATABASE_URL: only the role hub_owner can migrate.")
        with cluster.in_use(Path(os.environ.get("HUB_DATA") or default).absolute()):
            from django.core.management import execute_from_command_line

            execute_from_command_line(["bin/hub", *arguments])
    except (DatabaseTrouble, ImproperlyConfigured) as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _leave(number: int, frame: FrameType | None) -> None:
    """End as if by Ctrl-C, so that PostgreSQL is stopped when nobody else uses it."""
    raise SystemExit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
