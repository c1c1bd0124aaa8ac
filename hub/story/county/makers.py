"""Other processes that make portions while this one loads them; a few ahead, never more."""

import os
import pickle
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # a new process imports this module before it has Django's settings
    from hub.story.county.portion import County

_AHEAD: Final = 6
_FEW: Final = 8  # portions; so few are made sooner than a process has started
_county: "list[County]" = []


def portions(county: "County") -> Iterator[dict[str, bytes]]:
    """Every portion of a county in order, as rows by table."""
    if county.portions < _FEW:
        from hub.story.county.portion import draw_portion

        yield from (draw_portion(county, number) for number in range(county.portions))
        return
    processes = ProcessPoolExecutor(
        max_workers=min(4, os.cpu_count() or 1),
        mp_context=get_context("spawn"),  # a fork would share the connection to the database
        initializer=_begin,
        initargs=(pickle.dumps(county),),
    )
    waiting: deque[Future[dict[str, bytes]]] = deque()
    try:
        for number in range(county.portions):
            waiting.append(processes.submit(_make, number))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        processes.shutdown(wait=False, cancel_futures=True)


def _begin(county: bytes) -> None:
    import django

    django.setup()  # the journal's key is where the settings say
    _county[:] = [pickle.loads(county)]  # noqa: S301 - our own bytes, from our own process


def _make(number: int) -> dict[str, bytes]:
    from hub.story.county.portion import draw_portion

    return draw_portion(_county[0], number)
