"""Which processes belong to a data folder, found by what the system knows of each."""

import os
import signal
from contextlib import suppress
from pathlib import Path


def of(folder: Path) -> dict[int, str]:
    """Living processes with the folder in their words, environment or place; not this one."""
    needle = os.fsencode(folder)
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (entry / "cmdline").read_bytes()
            known = (
                words + (entry / "environ").read_bytes() + os.fsencode((entry / "cwd").readlink())
            )
            if needle in known and int(entry.name) != os.getpid():
                found[int(entry.name)] = words.replace(b"\0", b" ").decode(errors="replace")
    return found


def kill_all(folder: Path) -> int:
    """kill -9 of every one of them; gives how many."""
    found = of(folder)
    for pid in found:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return len(found)
