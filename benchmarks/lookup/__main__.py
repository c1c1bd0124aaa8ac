"""`bin/bench lookup`: "Is this family already known?" as a whole request, through the real server,
on the county: alone, with eight at once, and where its time goes. Exits with 1 when a bound of
docs/reference/matching.md is not kept.
"""

import argparse
import os
import sys
from statistics import median
from typing import Any, Final

import django

ADDRESS: Final = "/families/known/"
AT_ONCE: Final = 8
BOUNDS: Final = {"p50": 20.0, "p95": 50.0, "a second": 50.0}
FREE: Final = "person_hour=1000000,person_day=1000000,agency_hour=1000000,agency_day=1000000"


def main() -> int:
    """Measure and print; gives the exit code."""
    asked = _options()
    os.environ["HUB_LOOKUP_LIMITS"] = FREE  # counted all the same
    if asked.step is not None:
        os.environ["HUB_LOOKUP_STEP_MS"] = str(asked.step)
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from benchmarks import county, machine, server
    from benchmarks.lookup.filling import filled

    county.ready(asked.people)
    print(f"Indexed: {filled():,} people; steps of {settings.HUB_LOOKUP_STEP_MS} ms", flush=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    print(machine.described())
    with server.running() as port:
        return _measured(port, asked)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench lookup", description=__doc__)
    parser.add_argument("--people", type=int, default=1_000_000, help="of a county to be made")
    parser.add_argument("--tries", type=int, default=1000, help="one after another")
    parser.add_argument("--seconds", type=float, default=15.0, help="with eight at once")
    parser.add_argument("--step", type=int, help="HUB_LOOKUP_STEP_MS, if other than shipped")
    return parser.parse_args()


def _measured(port: int, asked: argparse.Namespace) -> int:
    from benchmarks import people, routes
    from benchmarks.client import Ask, Client, alone, together
    from benchmarks.lookup.questions import drawn
    from benchmarks.pages import p95

    who = people.signed_in("busy")
    client = Client(port, who.cookies)
    hidden, _ = routes.form_of(ADDRESS, client)
    asks = [Ask(ADDRESS, hidden | typed) for typed in drawn(200)]
    first = client.send(asks[0])
    if first.status != 200 or b"Look again" not in first.body:
        print(f"WRONG: answered {first.status}")
        return 1
    alone(client, asks, 60)  # the first asks fill the server's own memory
    one = alone(client, asks, asked.tries)
    eight = [Client(port, client.cookies) for _ in range(AT_ONCE)]
    together(eight, asks, 2.0)
    many = together(eight, asks, asked.seconds)
    took = [answer.took for answer in one]
    found = {"p50": median(took), "p95": p95(took), "a second": len(many) / asked.seconds}
    _told(one, found, p95([answer.took for answer in many]))
    return 1 if _broken(found) or any(a.status != 200 for a in (*one, *many)) else 0


def _told(one: list[Any], found: dict[str, float], loaded: float) -> None:
    inside = median(float(answer.headers["x-bench"].split()[2]) for answer in one)
    own = max(int(answer.headers["x-bench"].split()[1]) for answer in one)
    nothing = sum(b">Nothing found</h2>" in answer.body for answer in one) / len(one)
    print(
        f"one after another: p50 {found['p50']:.1f} ms (≤ {BOUNDS['p50']:.0f}),"
        f" p95 {found['p95']:.1f} ms (≤ {BOUNDS['p95']:.0f}); in the server {inside:.1f} ms,"
        f" {own} queries of its own; {nothing:.0%} found nothing"
    )
    print(
        f"{AT_ONCE} at once: {found['a second']:.0f} a second (≥ {BOUNDS['a second']:.0f}),"
        f" p95 {loaded:.0f} ms"
    )
    for name in _broken(found):
        print(f"BREAKS {name}")


def _broken(found: dict[str, float]) -> list[str]:
    return [
        name
        for name, bound in BOUNDS.items()
        if (found[name] < bound if name == "a second" else found[name] > bound)
    ]


if __name__ == "__main__":
    sys.exit(main())
