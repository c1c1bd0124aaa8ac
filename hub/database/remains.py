"""What a killed server leaves behind: who still works in its folder, and files of the dead."""

import os
from pathlib import Path
from typing import Final

_PROCESSES: Final = Path("/proc")


def is_server(pid: int, cluster: Path) -> bool:
    """Whether this process is a living server of this cluster, and not a later namesake."""
    if _known():
        return _works_in(_PROCESSES / str(pid), cluster)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def forget_the_dead(cluster: Path, lock: Path) -> None:
    """Remove the cluster's pid file and its socket's lock when nobody can be their owner.

    PostgreSQL keeps them when their process is dead but not yet buried, or its number is another
    program's by now. Only where the system shows that no process works in the cluster's folder.
    """
    if not _known():
        return
    if not any(_works_in(entry, cluster) for entry in _PROCESSES.glob("[0-9]*")):
        (cluster / "postmaster.pid").unlink(missing_ok=True)
        lock.unlink(missing_ok=True)


def _known() -> bool:
    return (_PROCESSES / str(os.getpid()) / "cwd").exists()


def _works_in(process: Path, cluster: Path) -> bool:
    try:
        return (process / "cwd").readlink() == cluster.resolve()
    except OSError:  # gone, dead, or somebody else's, who cannot work in our closed folder
        return False
