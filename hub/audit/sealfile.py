"""The file of seals: plain lines, each seal closed by a keyed hash that also covers the one before.

    seal|12|moved|<hash of seal 11>
    family|77|9|<hash of line 9>
    end|12|<microseconds>|<transaction>|<database>|<hash of this seal>

A file begins with a seal of every chain and gets seals of what grew. Once it has grown past twice
its beginning, a new file begins; the newest file alone says how far every chain was sealed.
"""

import fcntl
import hmac
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final

from hub.audit.encoding import key_for, mac
from hub.audit.walk import End, Ends

_SMALL: Final = 1_000_000  # bytes; a file below this is not worth ending


class SealsChanged(Exception):
    """A seal is not as it was written. Its text says which file and which seal."""


@dataclass(frozen=True)
class Mark:
    """The end of a seal: its number, when, how far the database had come, and its hash."""

    number: int = 0
    at: int = 0  # microseconds since 1970
    until: int = 0  # transactions from this one on may move heads after this seal
    database: str = ""
    hash: bytes = b""


@dataclass
class Seals:
    """What the newest file says: where each chain was sealed, and the mark of the last seal."""

    ends: dict[bytes, End] = field(default_factory=dict)
    mark: Mark = field(default_factory=Mark)
    path: Path | None = None
    whole: int = 0  # bytes up to the end of the last whole seal
    first: int = 0  # bytes of the first seal

    @property
    def has_grown(self) -> bool:
        """Whether it is time for a new file."""
        return self.whole > _SMALL + 3 * self.first


def read(folder: Path) -> Seals:
    """What is sealed. Raises SealsChanged when a seal is not as it was written.

    A seal that was being written when the machine stopped has no end: it counts for nothing, and
    the next one is written in its place.
    """
    files = _files(folder)
    for older, newer in pairwise(files):
        with newer.open("rb") as file:
            began = file.readline().rstrip(b"\n").rpartition(b"|")[2]
        if _number(newer) != _number(older) + 1 or began != _last_hash(older):
            raise SealsChanged(f"{newer.name} does not follow {older.name}: a file was changed.")
    if not files:
        return Seals()
    found = Seals(path=files[-1])
    try:
        _read_into(found, files[-1])
    except ValueError:
        raise _changed(found) from None
    return found


def write(folder: Path, past: Seals, mark: Mark, ends: Ends, *, kind: str = "moved") -> None:
    """Add a seal after the last whole one, or begin a new file when `kind` is not "moved".

    On return it is on the disk.
    """
    lines = [b"seal|%d|%b|%b\n" % (mark.number, kind.encode(), past.mark.hash)]
    lines += (b"%b|%d|%b\n" % (name, *ends[name]) for name in sorted(ends))
    closing = b"end|%d|%d|%d|%b|" % (mark.number, mark.at, mark.until, mark.database.encode())
    text = b"".join(lines) + closing
    text += mac(key_for("seals"), text).hex().encode() + b"\n"
    if kind == "moved" and past.path:
        with past.path.open("r+b") as file:
            file.truncate(past.whole)
            file.seek(past.whole)
            _put(file.fileno(), text)
        return
    # A file appears whole or not at all.
    name = f"seals-{_number(past.path) + 1 if past.path else 1:06}.txt"
    coming = folder / f".{name}.coming"
    with os.fdopen(os.open(coming, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        _put(file.fileno(), text)
    coming.rename(folder / name)
    _sync_folder(folder)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Only one process at a time seals; the folder is made when it is not there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _read_into(found: Seals, path: Path) -> None:
    fresh = hmac.new(key_for("seals"), digestmod="sha256")
    digest, ends, size = fresh.copy(), dict[bytes, End](), 0
    with path.open("rb") as file:
        for line in file:
            size += len(line)
            if not line.endswith(b"\n"):
                return  # torn: the seal was never finished
            if line.startswith(b"end|"):
                found.mark = _mark(found, line, digest)
                found.ends |= ends
                found.whole, found.first = size, found.first or size
                digest, ends = fresh.copy(), {}
                continue
            digest.update(line)
            if line.startswith(b"seal|"):
                _, number, _, before = line.rstrip(b"\n").split(b"|")
                if found.whole and (int(number), before) != (
                    found.mark.number + 1,
                    found.mark.hash,
                ):
                    raise _changed(found)
            else:
                name, number, last = line.rstrip(b"\n").rsplit(b"|", 2)
                ends[name] = End(int(number), last)


def _mark(found: Seals, line: bytes, digest: "hmac.HMAC") -> Mark:
    said, _, last = line.rstrip(b"\n").rpartition(b"|")
    digest.update(said + b"|")
    if not hmac.compare_digest(digest.hexdigest().encode(), last):
        raise _changed(found)
    _, number, at, until, database = said.split(b"|")
    return Mark(int(number), int(at), int(until), database.decode(), last)


def _changed(found: Seals) -> SealsChanged:
    after = f"after seal {found.mark.number}" if found.mark.number else "at its beginning"
    name = found.path.name if found.path else "The file of seals"
    return SealsChanged(f"{name} was changed {after}.")


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("seals-*.txt"), key=_number)


def _number(path: Path) -> int:
    return int(path.stem.removeprefix("seals-"))


def _last_hash(path: Path) -> bytes:
    """The hash of a file's last whole seal, without reading all of it."""
    with path.open("rb") as file:
        size, step = file.seek(0, os.SEEK_END), 65_536
        tail = b""
        while size and b"\nend|" not in tail.rpartition(b"\n")[0]:
            start = max(0, size - step)
            file.seek(start)
            tail, size = file.read(size - start) + tail, start
    ends = [line for line in tail.split(b"\n")[:-1] if line.startswith(b"end|")]
    return ends[-1].rpartition(b"|")[2] if ends else b"none"


def _put(descriptor: int, text: bytes) -> None:
    left = memoryview(text)
    while left:
        left = left[os.write(descriptor, left) :]
    os.fsync(descriptor)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
