"""`bin/hub journal verify | seal | show`: for whoever runs the hub."""

import time
from argparse import ArgumentParser
from datetime import UTC, datetime
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from hub.audit import seals
from hub.audit.reading import lines_of
from hub.audit.sealfile import SealsChanged
from hub.audit.verify import Verified, verify
from hub.kernel import clock

_STALE_MINUTES = 15


class Command(BaseCommand):
    """Verify the journal, seal it, or show one chain's lines."""

    help = "Verify the journal, seal it now, or show the lines of one chain."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The three words and what follows them."""
        words = parser.add_subparsers(dest="word", required=True)
        words.add_parser("verify", help="work out every hash again and compare with the seals")
        sealing = words.add_parser("seal", help="seal what has grown since the last seal")
        sealing.add_argument(
            "--after-restore",
            action="store_true",
            help="believe the database as it stands: only after a restore that lost lines",
        )
        show = words.add_parser("show", help="print the lines of one chain")
        which = show.add_mutually_exclusive_group(required=True)
        which.add_argument("--family", type=int, help="the family's internal number")
        which.add_argument("--actor", help="kind:number, such as practitioner:17 or job:0")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what the word says; a journal that was changed ends with exit code 1."""
        try:
            match options["word"]:
                case "verify":
                    self._verify()
                case "seal":
                    self._seal(afresh=options["after_restore"])
                case _:
                    self._show(options["family"], options["actor"])
        except SealsChanged as changed:
            raise CommandError(f"The seals cannot be believed. {changed}") from changed
        except (DatabaseError, psycopg.Error) as error:
            raise CommandError(f"The journal's tables cannot be read: {error}") from error

    def _verify(self) -> None:
        began = time.monotonic()
        found = verify()
        seconds = time.monotonic() - began
        self.stdout.write(
            f"{found.lines:,} lines in {found.chains:,} chains looked at in {seconds:.1f} s. "
            f"{_last_seal(found)}"
        )
        if not found.faults:
            self.stdout.write("Every line follows the one before it. Nothing was changed.")
            return
        for fault in found.faults[1:20]:
            self.stdout.write(f"also: {fault}")
        raise CommandError(
            f"The journal was changed, in {len(found.faults):,} of its chains. "
            f"The first bad line: {found.faults[0]}"
        )

    def _seal(self, *, afresh: bool) -> None:
        done = seals.seal(clock.now(), using="owner", afresh=afresh)
        self.stdout.write(f"Seal {done.number}: {done.chains:,} chains.")
        if done.faults:
            raise CommandError(
                f"{len(done.faults):,} chains do not follow their last seal and keep it. "
                f"The first: {done.faults[0]}"
            )

    def _show(self, family: int | None, actor: str | None) -> None:
        kind, _, number = (f"family:{family}" if actor is None else actor).partition(":")
        if not number.isdecimal():
            raise CommandError("Say whose lines: --actor practitioner:17, member:4 or job:0.")
        for line in lines_of(kind, int(number)):
            self.stdout.write(line)


def _last_seal(found: Verified) -> str:
    mark = found.seals.mark
    if not mark.number:
        return "Nothing was ever sealed, so a tail that was cut off cannot be found."
    at = datetime.fromtimestamp(mark.at / 1_000_000, UTC)
    minutes = int((clock.now() - at).total_seconds() // 60)
    late = " Sealing has stopped: is the worker running?" if minutes > _STALE_MINUTES else ""
    return f"The last seal is {mark.number}, {minutes} minutes old.{late}"
