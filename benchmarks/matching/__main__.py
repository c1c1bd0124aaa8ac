"""`bin/bench matching`: the search for who is already known, on people made up for it.

Without a word it draws the population, asks the hub and its rivals, and prints the tables.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.matching import duplicates, febrl, files, growth, measuring, nights, spark
from benchmarks.matching.hits import read_hits


def main(arguments: list[str]) -> int:
    """Run what was named; gives the exit code: 1 when a bound is not kept."""
    given = _parser().parse_args(arguments)
    if given.out:
        return _ACTS[given.what](given.out, given)
    with TemporaryDirectory() as own:
        return _ACTS[given.what](Path(own), given)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bin/bench matching", description=__doc__)
    parser.add_argument("what", nargs="?", default="all", choices=tuple(_ACTS))
    parser.add_argument("--people", type=int, default=1_000_000, help="how many")
    parser.add_argument("--queries", type=int, default=12_000, help="how many lines are asked")
    parser.add_argument("--seed", type=int, default=2, help="1 is for tuning, 2 for reporting")
    parser.add_argument("--out", type=Path, help="the folder of the files; else they go away")
    parser.add_argument("--hits", type=Path, nargs="+", help="files of what was found")
    parser.add_argument(
        "--rivals", nargs="*", default=list(measuring.RIVALS), choices=measuring.RIVALS
    )
    parser.add_argument(
        "--few", type=int, default=1000, help="queries for trigrams, which are slow; 0 asks all"
    )
    return parser


def _people(folder: Path, given: argparse.Namespace) -> int:
    print(files.write_people(folder, seed=given.seed, many=given.people))
    return 0


def _queries(folder: Path, given: argparse.Namespace) -> int:
    print(files.write_queries(folder, seed=given.seed, many=given.people, asked=given.queries))
    return 0


def _both(folder: Path, given: argparse.Namespace) -> int:
    return _people(folder, given) or _queries(folder, given)


def _score(folder: Path, given: argparse.Namespace) -> int:
    if not given.hits:
        print("score needs --hits, and in --out the queries.csv that was asked", file=sys.stderr)
        return 2
    found = {query: hits for path in given.hits for query, hits in read_hits(path).items()}
    return measuring.report(folder / "queries.csv", found, {})


def _rivals(folder: Path, given: argparse.Namespace) -> int:
    if not (folder / "queries.csv").exists():
        _both(folder, given)
    measuring.rivals_alone(folder, given.rivals, given.few)
    return 0


def _all(folder: Path, given: argparse.Namespace) -> int:
    found = measuring.run(
        folder, seed=given.seed, people=given.people, asked=given.queries, rivals=given.rivals,
        few=given.few,
    )  # fmt: skip
    return max(found, _febrl(folder / "febrl", given), _growth(folder, given))


def _growth(folder: Path, given: argparse.Namespace) -> int:
    below = [size for size in growth.SIZES if size < given.people]
    return growth.run(folder, seed=given.seed, sizes=[*below, given.people])


def _febrl(folder: Path, given: argparse.Namespace) -> int:
    return febrl.run(folder)


def _duplicates(folder: Path, given: argparse.Namespace) -> int:
    return duplicates.run(folder, seed=given.seed, people=given.people, pairs=given.hits)


def _spark(folder: Path, given: argparse.Namespace) -> int:
    return spark.run(folder, seed=given.seed, people=given.people)


def _night(folder: Path, given: argparse.Namespace) -> int:
    people = folder / "people.csv"
    if not people.exists():
        duplicates.write_people(folder, seed=given.seed, many=given.people)
    return nights.run(people)


_ACTS: dict[str, Callable[[Path, argparse.Namespace], int]] = {
    "all": _all,
    "people": _people,
    "queries": _queries,
    "both": _both,
    "score": _score,
    "rivals": _rivals,
    "febrl": _febrl,
    "duplicates": _duplicates,
    "spark": _spark,
    "night": _night,
    "growth": _growth,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
