"""`bin/hub worker`: works jobs until it is stopped."""

from typing import Any, cast

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector


class Command(BaseCommand):
    """Works the jobs that pages and the clock put into the queue, as the role worker."""

    help = "Works queued jobs until it is stopped. --once works what is there and ends."

    def add_arguments(self, parser: CommandParser) -> None:
        """The command's options."""
        parser.add_argument("--once", action="store_true", help="end when nothing is left to do")
        parser.add_argument("--threads", type=int, default=2, help="jobs worked at the same time")

    def handle(self, *args: Any, once: bool, threads: int, **options: Any) -> None:
        """Work. Ends with one sentence when it is not the role worker."""
        if not _is_worker():
            raise CommandError(
                "The worker has to run as the database's role worker: "
                "set HUB_DATABASE_ROLE=worker (bin/hub worker does)."
            )
        connector = cast(DjangoConnector, app.connector).get_worker_connector()
        with app.replace_connector(connector) as working:
            working.run_worker(
                wait=not once,
                concurrency=threads,
                delete_jobs="successful",
                listen_notify=not once,
                shutdown_graceful_timeout=20,
            )


def _is_worker() -> bool:
    """Whether the connection's user, whatever it is called, has the worker's rights only."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_has_role(current_user, 'hub_worker', 'member')")
        return bool(cursor.fetchone()[0])
