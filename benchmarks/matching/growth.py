"""How the search grows: the index's seconds and bytes, a search's time, what one save costs."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.matching import files, tables
from benchmarks.matching.score import at_share

if TYPE_CHECKING:
    from hub.matching.loading import Row

SIZES: Final = (10_000, 100_000, 1_000_000)
SAVED: Final = 300  # people saved one by one into the full index
ASKED: Final = 3_000
SAVE_BOUND: Final = 5.0  # ms
_ROOT: Final = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Grown:
    """What was measured at one size: milliseconds, seconds, bytes."""

    people: int
    p50: float
    p95: float
    save: float
    save_p95: float
    index_s: float
    index_bytes: int
    python_bytes: int

    def row(self) -> list[str]:
        """A line of the table."""
        return [
            f"{self.people:,}", f"{self.p50:.1f} · {self.p95:.1f} ms",
            f"{self.save:.1f} · {self.save_p95:.1f} ms", f"{self.index_s:.1f} s",
            f"{self.index_bytes / 1e6:,.0f} MB", f"{self.index_bytes / self.people:,.0f}",
            f"{self.python_bytes / 1e6:,.0f} MB",
        ]  # fmt: skip


HEAD: Final = [
    "people", "search p50 · p95", "one saved p50 · p95", "index", "bytes", "a person",
    "memory of the process that searches",
]  # fmt: skip


def run(folder: Path, *, seed: int, sizes: Sequence[int]) -> int:
    """Measure each size, each in a process of its own; 1 when saving costs too much."""
    grown = []
    for size in sizes:
        own = folder / f"growth-{size}"
        files.write_people(own, seed=seed, many=size)
        files.write_queries(own, seed=seed, many=size, asked=min(ASKED, size // 5))
        words = [sys.executable, "-m", "benchmarks.matching.growth", str(own)]
        environment = {"DJANGO_SETTINGS_MODULE": "config.settings"} | os.environ
        said = subprocess.run(
            words, cwd=_ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
        ).stdout
        numbers = said.splitlines()[-1].split()
        grown.append(Grown(*map(int, numbers[:1]), *map(float, numbers[1:6]),
                           *map(int, numbers[6:])))  # fmt: skip
        print(f"grown to {size:,}", flush=True)
    print(f"\n{tables.markdown([HEAD, *(one.row() for one in grown)])}\n", flush=True)
    return int(any(one.save > SAVE_BOUND for one in grown))


def measured(folder: Path) -> Grown:
    """Index the people of a folder in a database that goes away, ask, and save some anew."""
    from django.db import connections

    from hub.matching import loading, queries
    from hub.matching.trying import files as given
    from hub.matching.trying import scratch
    from hub.matching.trying.evaluate import Names, rows

    people = folder / "people.csv"
    with scratch.database():
        began = time.monotonic()
        count = loading.load(rows(people, Names(), Names()))
        index_s = time.monotonic() - began
        with connections[loading.ALIAS].cursor() as cursor:
            cursor.execute(
                "select sum(pg_total_relation_size(t::regclass))::bigint from unnest(%s::text[]) t",
                [list(loading.TABLES)],
            )
            size: int = cursor.fetchone()[0]
        asked = [one.description for one in given.questions(folder / "queries.csv")]
        for one in asked[:100]:  # names read, plans made
            queries.search([one])
        searched = sorted(_ms(partial(queries.search, [one])) for one in asked)
        anew = islice(rows(people, Names(), Names()), SAVED)
        saved = sorted(_ms(partial(_save, count + row[0], row)) for row in anew)
    return Grown(
        count, at_share(searched, 0.5), at_share(searched, 0.95), at_share(saved, 0.5),
        at_share(saved, 0.95), index_s, size, _most_memory(),
    )  # fmt: skip


def _most_memory() -> int:
    """Bytes of this process at its largest; not of the one that started it, which `getrusage`
    counts too."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


def _save(entry: int, row: "Row") -> None:
    from django.db import transaction

    from hub.matching import changes

    with transaction.atomic():
        changes.keep(entry, person=row[2], group=row[3], description=row[4])


def _ms(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Measure the folder that was named and print the numbers on one line."""
    import django

    django.setup()
    one = measured(Path(sys.argv[1]))
    print(*(getattr(one, name) for name in one.__dataclass_fields__))


if __name__ == "__main__":
    main()
