"""One whole run: the population, the hub's own search, its rivals, and the tables of all."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from benchmarks.matching import files, tables
from benchmarks.matching.hits import Hit, Question, by_query, read, read_hits, read_questions
from benchmarks.matching.rivals import by_splink, exact, trigram
from benchmarks.matching.score import Hits, scored

ROOT: Final = Path(__file__).resolve().parents[2]
RIVALS: Final = ("exact", "trigram", "splink")
Line = dict[str, str]


def run(
    folder: Path, *, seed: int, people: int, asked: int, rivals: Sequence[str], few: int
) -> int:
    """Draw, ask and print; 1 when a bound is not kept. The slow rivals are asked `few`."""
    began = time.perf_counter()
    files.write_people(folder, seed=seed, many=people)
    files.write_queries(folder, seed=seed, many=people, asked=asked)
    print(f"{people:,} people and {asked:,} queries drawn in {time.perf_counter() - began:.0f} s")
    ours = search(folder)
    others = {name: _rival(name, folder, few) for name in rivals}
    return report(folder / "queries.csv", ours, others)


def search(folder: Path) -> Hits:
    """The hub's own answers: each query by itself, and those of a group together."""
    lines = read(folder / "queries.csv")
    found: Hits = {}
    for together in (False, True):
        some = [line for line in lines if bool(line["group_id"]) == together]
        if some:
            name = "together" if together else "single"
            part = files.write_lines(folder / f"queries-{name}.csv", some)
            out = folder / f"hits-{name}.csv"
            evaluate(folder / "people.csv", part, out, together=together)
            found |= read_hits(out)
    return found


def evaluate(people: Path, asked: Path, out: Path, *, together: bool = False) -> None:
    """`bin/hub match evaluate` on files, without preparing Python again."""
    words = ["match", "evaluate", "--people", people, "--queries", asked, "--out", out]
    more = ["--limit", "5", *(["--together"] if together else [])]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    environment.setdefault("PYTHONPATH", str(ROOT))
    command = [sys.executable, str(ROOT / "bin" / "manage.py"), *map(str, words), *more]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def report(asked: Path, ours: Hits, others: dict[str, tuple[Hits, set[str]]]) -> int:
    """Print every table; 1 when a bound of ours is not kept."""
    questions = read_questions(asked)
    found = tables.lines_of(scored(questions, ours), tables.groups_of(questions, ours))
    found.append(tables.worst_custom(questions, ours))
    beside = {
        name: tables.lines_of(scored(_those(questions, few), hits), None)
        for name, (hits, few) in others.items()
    }
    print(f"\n{tables.figures(found, beside)}\n")
    ways: dict[str, Callable[[Question], str]] = {
        "custom": lambda one: one.custom,
        "kind": lambda one: one.kind,
    }
    whole = {name: hits for name, (hits, few) in others.items() if not few}
    for head, of in ways.items():
        print(tables.split(questions, ours, whole, of, head), end="\n\n")
    print(tables.absent(questions, ours))
    return int(any(not line.kept for line in found))


def rivals_alone(folder: Path, rivals: Sequence[str], few: int) -> None:
    """How hard a population is: only the rivals' figures."""
    questions = read_questions(folder / "queries.csv")
    for name in rivals:
        hits, some = _rival(name, folder, few)
        asked = _those(questions, some)
        print(f"\n{name}, {len(asked):,} lines asked\n")
        found = tables.lines_of(scored(asked, hits), tables.groups_of(asked, hits))
        print(tables.alone(found))
        for head, of in (("custom", _custom), ("kind", _kind)):
            print(f"\n{tables.split(asked, hits, {}, of, head)}", flush=True)


def _custom(one: Question) -> str:
    return one.custom


def _kind(one: Question) -> str:
    return one.kind


def _rival(name: str, folder: Path, few: int) -> tuple[Hits, set[str]]:
    """A rival's hits, and which queries it was asked where not all of them."""
    people, lines = read(folder / "people.csv"), read(folder / "queries.csv")
    slow = name == "trigram" and 0 < few < len(lines)
    step = max(1, len(lines) // few) if slow else 1
    some = lines[::step]
    hits: Iterable[Hit]
    if name == "exact":
        hits = exact.search(people, some)
    elif name == "trigram":
        home = Path(os.environ.get("HUB_DATA") or ROOT / "var").absolute()
        hits = trigram.search(home, people, some)
    else:
        hits, times = by_splink.search(people, some)
        print(
            f"Splink: trained in {times['train']:.0f} s, all {len(some):,} at once in"
            f" {times['all']:.0f} s, one by itself {times['one']:,.0f} ms"
        )
    found = by_query(hits)
    return found, {line["query_id"] for line in some} if step > 1 else set()


def _those(questions: Sequence[Question], some: set[str]) -> list[Question]:
    return [one for one in questions if not some or one.query in some]
