"""The journal's figures: loading, sealing and verifying a million lines; appending by eight.

Run as `HUB_DATA=… python -m benchmarks.journal [lines]` against a migrated database that may be
filled: it adds chains of its own under numbers that no family has.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from hub.audit.encoding import Line

AT_ONCE = 8
# Numbers that no family has, behind those of an earlier run.
FREE = (
    "select greatest(2 ^ 59::numeric, max(id) + 7)::bigint from audit_chain where kind = 'family'"
)
SECONDS = 5.0


def main(lines: int) -> None:
    """Measure and print, one line for each figure."""
    from django.db import connections

    from hub.audit import events, seals
    from hub.audit.chains import build_chains
    from hub.audit.verify import verify
    from hub.database.bulk import as_bulk_owner
    from hub.kernel import clock

    events.register("bench.looked", "looked")
    tables = ["audit_entry", "audit_chain"]

    def load() -> None:
        with as_bulk_owner(tables) as cursor:
            cursor.execute(FREE)
            build_chains(made(lines, cursor.fetchone()[0]), cursor)
        with connections["owner"].cursor() as cursor:
            cursor.execute("ANALYZE audit_entry, audit_chain")

    timed(f"load {lines:,} lines as chains", load)
    timed("first seal", lambda: seals.seal(clock.now(), using="owner"))
    timed("seal with nothing new", lambda: seals.seal(clock.now(), using="owner"))
    floor = bare(1_000_000)
    print(f"bare HMACs of a million lines: {floor:.2f} s")
    for turn in (1, 2, 3):
        began = time.perf_counter()
        found = verify()
        each = (time.perf_counter() - began) / found.lines * 1_000_000
        print(f"verify, run {turn}: {found.lines:,} lines, {len(found.faults)} faults", end=", ")
        print(f"{each:.2f} s a million, {each / floor:.1f} times bare HMACs", flush=True)
    for chains in (1, 40):
        print(f"append, {AT_ONCE} at once on {chains} chains: {append(chains):,.0f} a second")


def made(lines: int, first: int) -> "Iterator[Line]":
    """Lines of chains of five, as a county of families has them, of families from this number."""
    from hub.audit.lines import line_for
    from hub.kernel.files import job_actor

    actor = job_actor("bench.journal")
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    for number in range(lines):
        family = first + 7 * (number % max(1, lines // 5))
        yield line_for(
            "bench.looked",
            actor=actor,
            at=noon + timedelta(seconds=number),
            family=family,
            refs={"row": 2**59 + number, "level": "summary"},
        )


def append(chains: int) -> float:
    """Transactions a second in which one line is appended, by eight threads."""
    from django.db import connection

    from hub.audit import journal
    from hub.kernel.files import job_actor

    actor = job_actor("bench.journal")
    done = [0] * AT_ONCE
    until = time.monotonic() + SECONDS

    def work(mine: int) -> None:
        while time.monotonic() < until:
            with journal.transaction():
                family = 2**58 + (done[mine] * AT_ONCE + mine) % chains
                journal.record("bench.looked", actor=actor, family=family)
            done[mine] += 1
        connection.close()

    threads = [threading.Thread(target=work, args=[number]) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done) / SECONDS


def bare(lines: int) -> float:
    """The floor: as many keyed hashes and nothing else."""
    from hub.audit.encoding import mac

    began, key, text = time.perf_counter(), b"k" * 32, b"x" * 250
    for _ in range(lines):
        mac(key, text)
    return time.perf_counter() - began


def timed(what: str, act: "Callable[[], object]") -> None:
    """Do it and say how long it took."""
    began = time.perf_counter()
    act()
    print(f"{what}: {time.perf_counter() - began:.2f} s", flush=True)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    with TemporaryDirectory() as own:
        os.environ["HUB_SEALS"] = str(Path(own) / "seals")
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
