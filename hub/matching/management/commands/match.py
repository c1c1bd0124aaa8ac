"""`bin/hub match`: try the search, find duplicates and learn weights, on any people in a file."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from typing import Any

import psycopg
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from hub.database.trouble import DatabaseTrouble
from hub.matching.batch import session
from hub.matching.batch.session import SparkTrouble
from hub.matching.rules.odds import BadWeights
from hub.matching.trying.evaluate import evaluate
from hub.matching.trying.files import BadFile


class Command(BaseCommand):
    """Answer questions about people from a file, find who is in it twice, learn weights of it."""

    help = "Try the search for who is already known, and find duplicates, on people from a file."

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

        pairs = words.add_parser("duplicates", help="find who is in a file twice")
        pairs.add_argument("--people", required=True, type=Path, help="CSV: who is known")
        pairs.add_argument("--out", required=True, type=Path, help="CSV: the pairs, written anew")
        learning = words.add_parser("train", help="learn weights from people")
        learning.add_argument("--people", required=True, type=Path, help="CSV: who is known")
        learning.add_argument("--out", type=Path, help="the weights, for HUB_MATCHING_WEIGHTS")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what the word says; trouble is one sentence."""
        try:
            {"evaluate": self._evaluate, "duplicates": self._duplicates, "train": self._train}[
                options["word"]
            ](options)
        except (BadFile, BadWeights, DatabaseTrouble, SparkTrouble) as trouble:
            raise CommandError(str(trouble)) from trouble
        except (DatabaseError, psycopg.Error) as error:
            raise CommandError(f"The database did not do it: {error}") from error
        except ModuleNotFoundError as missing:
            raise CommandError(
                f"{missing.name} is not installed: bin/hub match installs requirements/linkage.txt,"
                " or pip install -r requirements/linkage.txt does."
            ) from missing

    def _evaluate(self, options: dict[str, Any]) -> None:
        times = evaluate(
            options["people"],
            options["queries"],
            options["out"],
            limit=options["limit"],
            together=options["together"],
            say=self.stdout.write,
        )
        self.stdout.write(f"{len(times):,} questions answered.{_times(times)}")

    def _duplicates(self, options: dict[str, Any]) -> None:
        many = _find(options["people"], options["out"], say=self.stdout.write)
        self.stdout.write(f"{many:,} pairs are perhaps one person.")

    def _train(self, options: dict[str, Any]) -> None:
        from hub.matching.batch.training import train

        for line in train(options["people"], options["out"], say=self.stdout.write):
            self.stdout.write(line)


def _find(people: Path, out: Path, *, say: Callable[[str], None]) -> int:
    """Here, or on Spark where that is set."""
    if not settings.HUB_MATCHING_SPARK:
        from hub.matching.batch.find import duplicates

        return duplicates(people, out, say=say)
    master = settings.HUB_MATCHING_SPARK
    session.possible(master)
    folder = session.where(master, settings.HUB_MATCHING_SPARK_FOLDER, settings.DATA_DIR)
    from hub.matching.batch import spark

    return spark.duplicates(people, out, master=master, folder=folder, say=say)


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
