"""The search for duplicates on Spark beside the search in two processes, on the same people."""

import csv
import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.matching import duplicates
from benchmarks.matching.measuring import ROOT

MASTER: Final = "local[2]"
NEAR: Final = 1e-5  # what two probabilities may differ by
_EVERY_S: Final = 1.0
Pairs = dict[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Run:
    """One search: its pairs, seconds, and the most memory that its processes had together."""

    pairs: Path
    seconds: float
    bytes: int


def run(folder: Path, *, seed: int, people: int) -> int:
    """Draw people, search both ways, and print times, memory and how well; 1 where the pairs are
    not the same, or a bound is not kept."""
    if not (folder / "people.csv").exists():
        duplicates.write_people(folder, seed=seed, many=people)
    master = os.environ.get("HUB_MATCHING_SPARK") or MASTER
    runs = {"two processes": _search(folder, "here", ""), master: _search(folder, "there", master)}
    for name, one in runs.items():
        print(f"{name}: {one.seconds:.0f} s, at most {one.bytes / 1e9:.2f} GB")
    here, there = (read(one.pairs) for one in runs.values())
    apart, furthest = differences(here, there)
    print(f"{len(here):,} and {len(there):,} pairs; {len(apart):,} only in one, probabilities at")
    print(f"most {furthest:.1e} apart: {'not ' if apart or furthest > NEAR else ''}the same")
    codes = [duplicates.report(folder / "people.csv", one.pairs) for one in runs.values()]
    return max(*codes, int(bool(apart) or furthest > NEAR))


def _search(folder: Path, name: str, master: str) -> Run:
    """Search in processes of its own. Raises CalledProcessError."""
    out = folder / f"{name}.csv"
    began = time.perf_counter()
    command, environment = duplicates.command(folder / "people.csv", out)
    environment |= {
        "HUB_MATCHING_SPARK": master,
        "HUB_MATCHING_SPARK_FOLDER": str(folder / "kept"),
    }
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    most = 0
    while process.poll() is None:
        most = max(most, _memory(process.pid))
        time.sleep(_EVERY_S)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(out, time.perf_counter() - began, most)


def _memory(first: int) -> int:
    """Bytes that a process and those it started have, shared ones shared out between them."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        words = _text(path).rpartition(")")[2].split()
        if words:
            children.setdefault(int(words[1]), []).append(int(path.parent.name))
    found, some = 0, [first]
    while some:
        one = some.pop()
        some += children.get(one, [])
        for line in _text(Path(f"/proc/{one}/smaps_rollup")).splitlines():
            if line.startswith("Pss:"):
                found += int(line.split()[1]) * 1024
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it has ended
        return ""


def read(path: Path) -> Pairs:
    """The pairs of a file with their probabilities."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (line["left_rec_id"], line["right_rec_id"]): float(line["probability"])
            for line in csv.DictReader(file)
        }


def differences(one: Pairs, other: Pairs) -> tuple[set[tuple[str, str]], float]:
    """The pairs that only one has, and how far apart the probabilities of the others are."""
    both = one.keys() & other.keys()
    furthest = max((abs(one[pair] - other[pair]) for pair in both), default=0.0)
    return set(one.keys() ^ other.keys()), furthest
