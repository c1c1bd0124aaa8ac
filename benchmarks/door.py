"""The door's functions on the county, asked as the role web does: each beside its bound.

`python -m benchmarks door [--people 1000000]`. Exits with 1 when a bound is not kept.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from statistics import median
from typing import Any, Final

import django

TRIES: Final = 40
BOUNDS: Final = {
    "family_facts": 1.0,
    "families_of": 8.0,
    "families_named": 10.0,
    "families_without_a_lead": 20.0,
}
_CALLS: Final = {
    "family_facts": "select * from hub.family_facts(%s, %s, now())",
    "families_of": "select * from hub.families_of(%s, now(), %s, 0)",
    "families_named": "select * from hub.families_named(%s, %s, now(), 50)",
    "families_without_a_lead": "select * from hub.families_without_a_lead(%s, now(), 50)",
}


def main() -> int:
    """Measure and print; gives the exit code."""
    parser = argparse.ArgumentParser(prog="bin/bench door")
    parser.add_argument("--people", type=int, default=1_000_000, help="of a county to be made")
    asked = parser.parse_args()
    django.setup()
    from django.db import connection

    from benchmarks import county, machine

    county.ready(asked.people)
    print(f"{machine.described()}\n\n{'function':24} {'asked':30} rows    p50    p95  bound, ms")
    broken = 0
    with connection.cursor() as cursor:
        for name, words, values in _questions():
            broken += _one(cursor, name, words, values)
    return 1 if broken else 0


def _questions() -> list[tuple[str, str, Sequence[Sequence[Any]]]]:
    from benchmarks import people

    busy, coordinator = people.practitioner("busy"), people.practitioner("coordinator")
    known = people.signed_in("busy")
    common = [name.casefold().split() for name in people.common_names()]
    return [
        ("family_facts", "one of theirs", [(busy, r) for r in known.references["record"]]),
        ("family_facts", "not theirs", [(busy, r) for r in known.references["refused"]]),
        ("family_facts", "not there", [(busy, r) for r in known.references["absent"]]),
        ("families_of", "a page of 50 of 200", [(busy, 50)]),
        ("families_of", "all 200", [(busy, 200)]),
        ("families_named", "the most common names", [(busy, words) for words in common]),
        ("families_named", "the same, coordinator", [(coordinator, words) for words in common]),
        ("families_named", "part of a name", [(busy, ["smi"]), (busy, ["kha"]), (busy, ["zo"])]),
        ("families_without_a_lead", "a coordinator", [(coordinator,)]),
    ]


def _one(cursor: Any, name: str, words: str, values: Sequence[Sequence[Any]]) -> int:
    times, rows = [], 0
    for number in range(TRIES + 5):  # the first few fill the server's own memory
        began = time.perf_counter()
        cursor.execute(_CALLS[name], values[number % len(values)])
        rows = len(cursor.fetchall())
        times.append((time.perf_counter() - began) * 1000)
    times = sorted(times[5:])
    half, most = median(times), times[int(TRIES * 0.95)]
    fine = half <= BOUNDS[name]
    print(
        f"{name:24} {words:30} {rows:4} {half:6.2f} {most:6.2f}  ≤ {BOUNDS[name]:<4.0f} "
        f"{'ok' if fine else 'BREAKS'}",
        flush=True,
    )
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
