"""`bin/hub reindex`: fill the index of who is known, from the families' files."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hub.access import opening
from hub.access.lookup.index import PORTION, rebuild
from hub.audit import journal
from hub.kernel.files import job_actor
from hub.matching.changes import count

FILLER = job_actor("lookup.reindex")


class Command(BaseCommand):
    """For families that were there before the index, or came past the changes in a bulk load."""

    help = "Fill the index that look-ups search, family by family; it can be stopped and go on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """From where to go on, and how many families at a time."""
        parser.add_argument("--after", type=int, default=0, help="go on after this number")
        parser.add_argument("--portion", type=int, default=PORTION, help="families at a time")

    def handle(self, *args: Any, **options: Any) -> None:
        """Each portion in a transaction of its own, so that the pages go on meanwhile."""
        if options["portion"] < 1 or options["after"] < 0:
            raise CommandError("A portion is at least one family, and a number is not negative.")
        after, done = options["after"], 0
        while True:
            last = _portion(after, options["portion"])
            if last is None:
                break
            after, done = last, done + 1
            if done % 20 == 0:
                self.stdout.write(f"After {done * options['portion']:,} families; go on: {after}")
        with journal.transaction():
            count()
        self.stdout.write("The index is filled.")


def _portion(after: int, size: int) -> int | None:
    with journal.transaction():
        opening.begin(FILLER)
        try:
            return rebuild(after, size=size)
        finally:
            opening.forget()
