"""`bin/hub replay`: could somebody see a family on a day, and why (S34)."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hub.access import opening
from hub.access.replay import Answer, Replayed, replay
from hub.audit import journal
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Level, job_actor

ASKER = job_actor("replay.command")


class Command(BaseCommand):
    """Decide a past moment again, for whoever runs the hub; the question is journalled."""

    help = "Say what a practitioner could see of a family at a past moment, and why."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who, which family, and when."""
        parser.add_argument("--practitioner", required=True, help="their work email address")
        parser.add_argument("--family", required=True, help="the family's reference: FH-…")
        parser.add_argument("--at", required=True, help="London time, such as 2026-03-01T10:00")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a block for each place the person worked in."""
        at = _moment(options["at"])
        with journal.transaction():
            opening.begin(ASKER)
            try:
                answer = replay(
                    ASKER,
                    email=options["practitioner"],
                    reference=options["family"],
                    at=at,
                    now=clock.now(),
                )
            except NotAllowed as refusal:
                raise CommandError(str(refusal)) from refusal
            finally:
                opening.forget()
        self._print(answer)

    def _print(self, answer: Answer) -> None:
        if not answer.family_found:
            raise CommandError("No family has or had this reference.")
        if not answer.replayed:
            raise CommandError("Nobody works or worked here with this email address.")
        for one in answer.replayed:
            for line in _lines(one):
                self.stdout.write(line)


def _lines(one: Replayed) -> list[str]:
    who, sight = one.practitioner, one.sight
    at = one.at.astimezone(clock.LONDON)
    level = "nothing" if sight.level is Level.NOTHING else f"the {sight.level.word}"
    lines = [f"{who.name}, {who.agency.name}: {level}, on {at:%Y-%m-%d %H:%M} (London)"]
    lines += [f"  {reason}" for reason in sight.reasons]
    if sight.held_back:
        lines.append(f"  Items held back from them: {len(sight.held_back)}")
    return lines


def _moment(text: str) -> datetime:
    """A moment from its ISO spelling; London's clock unless it says another."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise CommandError(f"Write the moment like 2026-03-01T10:00, not {text!r}.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=clock.LONDON)
