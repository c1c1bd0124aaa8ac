"""`bin/bench enumeration`: 10,000 look-ups by an enemy with one good account, to tell hidden
families from such as are not there: by words, by bytes, by times. Exits with 1 when something was
learned, or when the limits did not stop it.
"""

import argparse
import re
import sys
import time
from collections import Counter
from random import Random
from statistics import fmean
from typing import Any, Final

import django

WAYS_OF_ASKING: Final = ("name", "number", "reference")
CHANGING: Final = re.compile(
    rb'name="(csrfmiddlewaretoken|once|writer)" value="[^"]*"|\?after=[^"&]*'
)
FREE: Final = {"person_hour": 10**6, "person_day": 10**6, "agency_hour": 10**6, "agency_day": 10**6}


def main() -> int:
    """Ask, compare and print; gives the exit code."""
    asked = _options()
    django.setup()
    from django.conf import settings

    from benchmarks import machine
    from benchmarks.enumeration import world

    settings.ALLOWED_HOSTS = ["testserver"]
    measured = "benchmarks.inside.Measured"  # says in a header how long it took
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != measured]
    with world.database(asked.people, seed=asked.seed) as staff:
        print(machine.described(), flush=True)
        settings.HUB_LOOKUP_LIMITS = FREE
        known, absent = world.families(staff, asked.each, seed=asked.seed)
        told = known.pop("")
        hidden = [(way, kin) for way, some in known.items() for kin in some]
        learned = 0
        for by in WAYS_OF_ASKING:
            tries = asked.lookups // (1 if by == "name" else 10)
            learned += _asked(staff, by, hidden, absent, tries, asked.seed)
        learned += _repeated(staff, hidden[0][1], absent[0], asked.again)
        settings.HUB_LOOKUP_LIMITS = {}
        learned += not _stopped(staff, [kin for _, kin in hidden] + absent + told)
    print("\nNothing was learned." if not learned else f"\n{learned} ways of learning something.")
    return 1 if learned else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench enumeration", description=__doc__)
    parser.add_argument("--lookups", type=int, default=10_000, help="by name; a tenth otherwise")
    parser.add_argument("--people", type=int, default=20_000, help="who live around them")
    parser.add_argument("--each", type=int, default=20, help="families hidden in each way")
    parser.add_argument("--again", type=int, default=100, help="times one question is repeated")
    parser.add_argument("--seed", type=int, default=2)
    return parser.parse_args()


def _asked(staff: Any, by: str, hidden: list[Any], absent: list[Any], tries: int, seed: int) -> int:
    """Hidden and absent in drawn order, so many times in all; gives how much was learned."""
    rng = Random(f"{by} {seed}")  # noqa: S311 - an order
    from tests.access.hiding import ways_of

    there = [(way, kin) for way, kin in hidden if way in ways_of(by)]
    order = [there[n % len(there)] for n in range(tries // 2)]
    order += [("", absent[n % len(there)]) for n in range(tries // 2)]
    rng.shuffle(order)
    client = _warm(staff, absent[0], by)
    took: dict[bool, list[float]] = {True: [], False: []}
    of_way: dict[str, list[float]] = {}
    said: dict[bool, Counter[Any]] = {True: Counter(), False: Counter()}
    for way, kin in order:
        ms, seen = _once(client, kin, by)
        took[bool(way)].append(ms)
        of_way.setdefault(way, []).append(ms)
        said[bool(way)][seen] += 1
    return _judged(by, took, of_way, said)


def _judged(
    by: str, took: dict[bool, list[float]], of_way: dict[str, list[float]], said: Any
) -> int:
    from benchmarks.enumeration.telling import apart

    kinds = set(said[True]) | set(said[False])
    alike = len(kinds) == 1
    if not alike:
        print(_first_difference(*sorted(kinds)[:2]))
    found = apart(took[True], took[False])
    print(
        f"\nBy {by}: {len(took[True]):,} of hidden families, {len(took[False]):,} of absent ones"
        f"\n  status, headers and bytes: {'one and the same' if alike else 'DIFFER'}"
        f"\n  medians {found.hidden:.2f} and {found.absent:.2f} ms; told apart {found.area:.4f}"
        f" ({found.low:.4f} to {found.high:.4f}; a coin 0.5), by chance in {found.chance:.0%}"
        f"{' LEARNED' if found.learned else ''}"
    )
    for way, times in sorted(of_way.items()):
        print(f"    {way or 'not there':32} mean {fmean(times):6.2f} ms, {len(times):,}")
    return int(not alike) + int(found.learned)


def _first_difference(one: Any, other: Any) -> str:
    """Where two answers part, for whoever looks for the cause."""
    if one[:2] != other[:2]:
        return f"{one[:2]} | {other[:2]}"
    at = next((n for n, (a, b) in enumerate(zip(one[2], other[2], strict=False)) if a != b), 0)
    return f"{one[2][max(at - 80, 0) : at + 80]!r} | {other[2][max(at - 80, 0) : at + 80]!r}"


def _repeated(staff: Any, hidden: Any, absent: Any, times: int) -> int:
    """One hidden family and one that is not there, in turn, so many times each."""
    from benchmarks.enumeration.telling import apart

    client = _warm(staff, absent, "name")
    took: tuple[list[float], list[float]] = ([], [])
    for number in range(times * 2):
        which = (number + number // 2) % 2  # neither is always first
        took[which].append(_once(client, (hidden, absent)[which], "name")[0])
    found = apart(*took)
    print(
        f"\nOne question {times} times: medians {found.hidden:.2f} and {found.absent:.2f} ms,"
        f" told apart {found.area:.3f} ({found.low:.3f} to {found.high:.3f})"
        f"{' LEARNED' if found.learned else ''}"
    )
    return int(found.learned)


def _stopped(staff: Any, families: list[Any]) -> bool:
    """With limits as they are shipped: whether the enemy is stopped, and stands in what oversight
    sees."""
    from datetime import timedelta

    from hub.access.lookup import overseeing, rules
    from hub.agencies.models import RoleGrant
    from hub.kernel import clock
    from tests.families_setup import BEGAN, acting

    most = rules.Limits().person_hour
    client = _warm(staff, families[0], "name")
    answers = [_once(client, families[n % len(families)], "name")[1][2] for n in range(most)]
    RoleGrant(
        practitioner=staff.people["doctor"], code="data_protection_officer", since=BEGAN
    ).save(force_insert=True)
    now = clock.now()
    with acting(staff.actor("doctor")) as officer:
        rows = overseeing.askers(officer, since=now - timedelta(days=1), until=clock.now())
    seen = rows[0].practitioner == staff.people["stranger"].pk and rows[0].patterns
    stopped = sum(b"You have asked as often as" in body for body in answers)
    print(
        f"\nWith the limits as shipped: {stopped} of {most} more look-ups stopped; oversight reads"
        f" {', '.join(rows[0].patterns) if seen else 'NOTHING'}"
    )
    return bool(seen) and stopped == most


def _warm(staff: Any, kin: Any, by: str) -> Any:
    from benchmarks.enumeration import world

    client = world.enemy(staff)
    for _ in range(20):
        _once(client, kin, by)
    return client


def _once(client: Any, kin: Any, by: str) -> tuple[float, Any]:
    """How long one look-up took, in milliseconds, and what was answered but for what was typed and
    what is new with each page."""
    from django.urls import reverse

    from tests.access.hiding import untyped

    typed = kin.asked(by)
    began = time.perf_counter()
    answer = client.post(reverse("lookup"), typed)
    took = (time.perf_counter() - began) * 1000
    body = untyped(CHANGING.sub(b"", answer.content))
    headers = {k: v for k, v in answer.headers.items() if k != "Content-Length"}
    return took, (answer.status_code, tuple(sorted(headers.items())), body)


if __name__ == "__main__":
    sys.exit(main())
