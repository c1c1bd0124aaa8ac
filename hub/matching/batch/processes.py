"""Work in several processes at once, this one among them; what they read is there before."""

import gc
import multiprocessing
import os
from collections.abc import Callable
from typing import Any, Final, TypeVar

Result = TypeVar("Result")
MANY: Final = min(2, os.cpu_count() or 1)


def each(work: Callable[[int, int], Result], *, many: int = MANY) -> list[Result]:
    """What `work(part, many)` gives for each part, in order. The last part is this process's own.

    The others are copies of it that know all it knows; what they give is sent back.
    """
    gc.freeze()  # so that the copies share what is there
    context = multiprocessing.get_context("fork")
    others = []
    try:
        for part in range(many - 1):
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=_send, args=(theirs, work, part, many), daemon=True)
            process.start()
            theirs.close()
            others.append((process, ours))
        own = work(many - 1, many)
        return [*(_received(ours) for _, ours in others), own]
    finally:
        for process, ours in others:
            ours.close()
            process.terminate()
            process.join()


def _send(theirs: Any, work: Callable[[int, int], Any], part: int, many: int) -> None:
    try:
        theirs.send((work(part, many), ""))
    except Exception as error:  # said by the process that started this one
        theirs.send((None, f"{type(error).__name__}: {error}"))


def _received(ours: Any) -> Any:
    try:
        result, failed = ours.recv()
    except EOFError:
        failed = "a process that helped was ended"
    if failed:
        raise RuntimeError(failed)
    return result
