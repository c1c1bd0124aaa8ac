"""`bin/hub demo`: the story, or with `--people` a county for measuring."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from hub.kernel import clock
from hub.story import tell
from hub.story.county import load
from hub.story.county import who as people_there


class Command(BaseCommand):
    """Fills the hub with made-up people."""

    help = "Fill the hub with a dozen made-up families, or with a whole county for measuring."

    def add_arguments(self, parser: CommandParser) -> None:
        """The options."""
        parser.add_argument("--people", type=int, help="load a county of so many people")
        parser.add_argument("--seed", type=int, default=1, help="another seed, other people")
        parser.add_argument("--who", action="store_true", help="say who to sign in as")

    def handle(self, *args: Any, people: int | None, seed: int, who: bool, **options: Any) -> None:
        """Load what was asked for; trouble is one sentence."""
        if who:
            self._say(people_there.lines() or tell.who_to_sign_in_as())
        elif people is None:
            tell.tell(now=clock.now())
        else:
            try:
                load.build(people, seed=seed, now=clock.now(), say=self.stdout.write)
            except load.CannotLoad as reason:
                raise CommandError(str(reason)) from reason
            self._say(people_there.lines())

    def _say(self, lines: list[str]) -> None:
        for line in lines:
            self.stdout.write(line)
