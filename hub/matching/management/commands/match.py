"""`bin/hub match evaluate`: try the search on any people, in a database that goes away."""

from argparse import ArgumentParser
from pathlib import Path
from statistics import quantiles
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from hub.database.trouble import DatabaseTrouble
from hub.matching.trying.evaluate import evaluate
from hub.matching.trying.files import BadFile


class Command(BaseCommand):
    """Answer questions about people from a file, as the pages would."""

    help = "Try the search for who is already known on people from a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The words and what follows them."""
        words = parser.add_subparsers(dest="word", required=True)
        trying = words.add_parser("evaluate", help="answer a file of questions")
        trying.add_argument("--people", required=True, type=Path, help="CSV: who is known")
        trying.add_argument("--queries", required=True, type=Path, help="CSV: who is asked for")
        trying.add_argument("--out", required=True, type=Path, help="CSV: the hits, written anew")
        trying.add_argument("--limit", type=_positive, default=5, help="hits for a question")
        trying.add_argument(
            "--together", action="store_true", help="ask at once for those with one group_id"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what the word says; trouble is one sentence."""
        try:
            times = evaluate(
                options["people"],
                options["queries"],
                options["out"],
                limit=options["limit"],
                together=options["together"],
                say=self.stdout.write,
            )
        except (BadFile, DatabaseTrouble) as trouble:
            raise CommandError(str(trouble)) from trouble
        except (DatabaseError, psycopg.Error) as error:
            raise CommandError(f"The database did not do it: {error}") from error
        self.stdout.write(f"{len(times):,} questions answered.{_times(times)}")


def _times(times: list[float]) -> str:
    if len(times) < 2:
        return ""
    cut = quantiles(times, n=20, method="inclusive")
    return f" Half of them within {cut[9]:.1f} ms, 95 of 100 within {cut[18]:.1f} ms."


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number
