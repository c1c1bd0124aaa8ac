"""Every staff page on the county, from a real server, beside a bare page of the same run.

`python -m benchmarks pages [--people 1000000] [--quick] [--only WORD]`. Exits with 1 when a bound
of the table in docs/reference/benchmarks.md is not kept.
"""

import argparse
import gzip
import re
import sys
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import TYPE_CHECKING, Final

import django

from benchmarks.client import Answer, Ask, Client, alone, together

if TYPE_CHECKING:
    from benchmarks.people import Person

AT_ONCE: Final = 8
CORES: Final = 2
BOUNDS: Final = {
    "p50": 25.0, "p95": 80.0, "p95 at 8": 300.0, "a second": 100.0, "own queries": 10,
    "kB first": 120.0, "kB later": 20.0, "apart ms": 5.0,
}  # fmt: skip
_FILES: Final = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|js|woff2?|svg|png|ico))"')


@dataclass
class Measured:
    """One page's figures, and which of them break a bound."""

    words: str
    ground: int
    own: int
    inside: float
    p50: float
    p95: float
    loaded_p95: float
    a_second: float
    first: float
    later: float
    broken: list[str] = field(default_factory=list)


def main() -> int:
    """Measure and print; gives the exit code."""
    asked = _options()
    django.setup()
    from django.core.management import call_command

    from benchmarks import county, machine, server

    county.ready(asked.people)
    call_command("collectstatic", interactive=False, verbosity=0)
    print(machine.described())
    with server.running() as port:
        return _measure(port, asked)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench pages")
    parser.add_argument("--people", type=int, default=1_000_000, help="of a county to be made")
    parser.add_argument("--quick", action="store_true", help="a tenth of the tries")
    parser.add_argument("--only", default="", help="pages whose name has this word")
    return parser.parse_args()


def _measure(port: int, asked: argparse.Namespace) -> int:
    from benchmarks import people, routes

    tries, seconds = (60, 1.5) if asked.quick else (400, 8.0)
    signed_in = {name: people.signed_in(name) for name in ("busy", "coordinator", "nobody")}
    floor = bare(port, tries, seconds)
    head(floor)
    failed = 0
    for page in routes.PAGES:
        if asked.only.casefold() not in page.words.casefold():
            continue
        if not page.is_there():
            print(f"{page.words:24} NOT MEASURED: no page is named “{page.route}”")
            continue
        person = signed_in[page.who]
        client = Client(port, person.cookies)
        asks = page.asks(page, person, client)
        if not asks:
            print(f"{page.words:24} NOT MEASURED: the county has no such family for them")
            continue
        failed += _one(page.words, client, asks, page.status, tries, seconds, floor)
    failed += _refusals(port, signed_in["busy"], 200 if asked.quick else 1_000)
    print("\nEvery bound is kept." if not failed else f"\n{failed} pages break a bound.")
    return 1 if failed else 0


def bare(port: int, tries: int, seconds: float) -> Measured:
    """The floor of this run."""
    from hub.agencies.models import Locality

    asks = [Ask(f"/bench/{Locality.objects.values_list('pk', flat=True)[0]}/")]
    return figures("Bare page, one query", Client(port, {}), asks, tries, seconds)


def _one(
    words: str, client: Client, asks: list[Ask], status: int, tries: int, seconds: float,
    floor: Measured,
) -> int:  # fmt: skip
    """Measure a page and print its line; gives 1 when it breaks a bound."""
    first = client.send(asks[0])
    if first.status != status:
        print(f"{words:24} WRONG: answered {first.status}, not {status}")
        return 1
    found = figures(words, client, asks, tries, seconds)
    judge(found)
    line(found, floor)
    return 1 if found.broken else 0


def figures(words: str, client: Client, asks: list[Ask], tries: int, seconds: float) -> Measured:
    """A page's figures: so many asks one after another, then eight clients for so long."""
    alone(client, asks, max(20, len(asks)))  # the first asks fill the server's own memory
    one = alone(client, asks, tries)
    eight = [Client(client.port, client.cookies) for _ in range(AT_ONCE)]
    together(eight, asks, 0.5)
    many = together(eight, asks, seconds)
    ground, own = zip(*(_queries(answer) for answer in one), strict=True)
    took = [answer.took for answer in one]
    page = one[-1]
    later = len(gzip.compress(page.body, 6)) / 1000
    return Measured(
        words=words,
        ground=max(ground),
        own=max(own),
        inside=median(_inside(answer) for answer in one),
        p50=median(took),
        p95=p95(took),
        loaded_p95=p95([answer.took for answer in many]),
        a_second=len(many) / seconds,
        first=later + _files(client, page),
        later=later,
    )


def _queries(answer: Answer) -> tuple[int, int]:
    ground, own, _ = answer.headers["x-bench"].split()
    return int(ground), int(own)


def _inside(answer: Answer) -> float:
    return float(answer.headers["x-bench"].split()[2])


def p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _files(client: Client, page: Answer) -> float:
    """The kilobytes of the files that a page brings with it, compressed as a proxy would."""
    names = set(_FILES.findall(page.body.decode()))
    return sum(len(gzip.compress(client.send(Ask(name)).body, 6)) for name in names) / 1000


def judge(found: Measured) -> None:
    """Write down which bounds it breaks."""
    checks = {
        "p50": found.p50, "p95": found.p95, "p95 at 8": found.loaded_p95,
        "own queries": found.own, "kB first": found.first, "kB later": found.later,
    }  # fmt: skip
    found.broken = [name for name, value in checks.items() if value > BOUNDS[name]]
    if found.a_second < BOUNDS["a second"]:
        found.broken.append("a second")


def head(floor: Measured) -> None:
    """Print the heads of the columns, the floor and the bounds."""
    print(f"\n{'':24} queries      one client, ms      {AT_ONCE} clients              kB gzip")
    print(f"{'page':24} own+ground  in   p50   p95   p95   a second a core  floor   first later")
    line(floor, floor)
    print(
        f"{'bound':24} ≤{BOUNDS['own queries']:<2}             ≤{BOUNDS['p50']:.0f}   "
        f"≤{BOUNDS['p95']:.0f}   ≤{BOUNDS['p95 at 8']:.0f}     ≥{BOUNDS['a second']:.0f}"
        f"                   ≤{BOUNDS['kB first']:.0f}  ≤{BOUNDS['kB later']:.0f}"
    )


def line(found: Measured, floor: Measured) -> None:
    """Print a page's line."""
    mark = (
        ""
        if found is floor
        else " ok"
        if not found.broken
        else " BREAKS " + ", ".join(found.broken)
    )
    print(
        f"{found.words:24} {found.own:4}+{found.ground:<4} {found.inside:5.1f} {found.p50:5.1f} "
        f"{found.p95:5.1f} {found.loaded_p95:5.0f} {found.a_second:9.0f} "
        f"{found.a_second / CORES:6.0f}  1/{floor.a_second / found.a_second:<5.1f} "
        f"{found.first:6.1f} {found.later:5.1f}{mark}",
        flush=True,
    )


def _refusals(port: int, person: "Person", tries: int) -> int:
    """Not theirs and not there take the same time: medians of as many tries of each, in turn."""
    from benchmarks import routes

    theirs, absent = (page for page in routes.PAGES if page.status == 404)
    if not theirs.is_there():
        return 0
    client = Client(port, person.cookies)
    pairs = [page.asks(page, person, client) for page in (theirs, absent)]
    times: tuple[list[float], list[float]] = ([], [])
    bodies: tuple[set[int], set[int]] = (set(), set())
    for number in range(tries):
        for side, asks in enumerate(pairs):
            answer = client.send(asks[number % len(asks)])
            times[side].append(answer.took)
            bodies[side].add(len(answer.body))
    refused, missing = (median(some) for some in times)
    apart = abs(refused - missing)
    fine = apart <= BOUNDS["apart ms"]
    print(
        f"\n404, {tries} tries each: not theirs {refused:.2f} ms, not there {missing:.2f} ms, "
        f"{apart:.2f} ms apart (≤ {BOUNDS['apart ms']:.0f}) {'ok' if fine else 'BREAKS'}; "
        f"lengths {'alike' if bodies[0] == bodies[1] else 'DIFFER'}"
    )
    return 0 if fine and bodies[0] == bodies[1] else 1


if __name__ == "__main__":
    sys.exit(main())
