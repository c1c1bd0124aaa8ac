"""The nightly review on a large index: how long a night takes, and whether searches notice."""

import multiprocessing
import random
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

import django
from django.db import connections

from benchmarks.matching.score import at_share
from hub.matching import changes, loading, queries
from hub.matching.batch.review import review
from hub.matching.rules import Description
from hub.matching.trying import evaluate, scratch

ASKED = 300


def run(people: Path, *, changed: int = 1000, pause: float = 1.0) -> int:
    """Load people, change some, and review while somebody searches; prints seconds and ratios."""
    django.setup()
    with scratch.database():
        loading.load(evaluate.rows(people, evaluate.Names(), evaluate.Names()), lasting=False)
        queries.forget()
        known = list(evaluate.rows(people, evaluate.Names(), evaluate.Names()))
        some = random.Random(1).sample(known, changed)  # noqa: S311 - a benchmark
        for number, entry, person, group, one in some:
            other = replace(one, phones=(f"0699 {number:07}",))
            changes.keep(entry, person=person, group=group, description=other)
        asked = [one for *_, one in random.Random(2).sample(known, ASKED)]  # noqa: S311
        _times(asked)  # pages and plans in memory, as in a hub that runs
        alone = _times(asked)
        connections.close_all()
        # As in the hub: the worker that reviews is a process beside those that answer.
        beside_us = multiprocessing.get_context("fork")
        told, tells = beside_us.Pipe(duplex=False)
        night = beside_us.Process(target=_night, args=(tells, pause), daemon=True)
        night.start()
        beside: list[float] = []
        while night.is_alive():
            beside += _times(asked)
        seconds, looked = told.recv()
        print(
            f"{changed:,} changed of {len(known):,}: {looked:,} looked at in {seconds:.0f} s,"
            f" resting {pause:g} times as long as it worked"
        )
        alone += _times(asked)
        print(
            f"a search alone p50 {median(alone):.1f}, p95 {_p95(alone):.1f} ms, beside the review"
            f" {median(beside):.1f}, {_p95(beside):.1f}: {median(beside) / median(alone):.2f} times"
        )
    return 0


def _night(tells: Connection, pause: float) -> None:
    connections.close_all()
    began = time.monotonic()
    looked = review(pause=pause)
    tells.send((time.monotonic() - began, looked))


def _p95(times: list[float]) -> float:
    return at_share(sorted(times), 0.95)


def _times(asked: list[Description]) -> list[float]:
    found = []
    for one in asked:
        start = time.perf_counter()
        queries.search([one])
        found.append((time.perf_counter() - start) * 1000)
    return found
