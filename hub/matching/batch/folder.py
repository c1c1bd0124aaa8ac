"""What a run on Spark has finished, kept so that one that was killed goes on behind it.

There is a family's every fact in it: the folder is for its owner alone, one run uses it at a time,
and it is deleted when the run is done or its people are others.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from hub.matching.batch.session import SparkTrouble
from hub.matching.rules.odds import Weights
from hub.matching.trying.files import BadFile

NAME: Final = "duplicates"
_OF: Final = "of"  # the file that says of what
_CODE: Final = Path(__file__).resolve().parents[1]
Say = Callable[[str], None]


def mark(people: Path, by: Weights) -> str:
    """What tells one run from another: the people, the weights, and the rules as they are here.
    Raises BadFile."""
    found = hashlib.sha256(repr(by).encode())
    for path in sorted(_CODE.rglob("*.py")):
        found.update(path.read_bytes())
    try:
        with people.open("rb") as file:
            found.update(hashlib.file_digest(file, "sha256").digest())
    except OSError as error:
        raise BadFile(f"{people} cannot be read: {error.strerror}.") from error
    return found.hexdigest()


@contextmanager
def kept(folder: Path, of: str, *, say: Say) -> Iterator[Path]:
    """A folder of our own in this one, with what a run of the same mark has finished. Deleted at
    the end, unless something stopped the run that a second try may not meet. Raises SparkTrouble.
    """
    own = folder / NAME
    with _alone(folder) as lock:
        _begin(own, of, lock)
        try:
            yield own
        except BadFile:
            shutil.rmtree(own)
            raise
        except BaseException:
            say(f"What is finished is kept in {own}: start again to go on, or delete it.")
            raise
        shutil.rmtree(own)


@contextmanager
def _alone(folder: Path) -> Iterator[IO[str]]:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(folder / f"{NAME}.lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise SparkTrouble(f"{folder} cannot be used: {error.strerror}.") from error
    with os.fdopen(handle, "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise SparkTrouble(f"{folder} is in use by another search for duplicates.") from error
        yield lock


def _begin(own: Path, of: str, lock: IO[str]) -> None:
    """Take what is there when it is of the same run; else delete it and begin anew."""
    if own.is_symlink() or (own.exists() and own.stat().st_uid != os.fstat(lock.fileno()).st_uid):
        raise SparkTrouble(f"{own} is somebody else's: take it away, or set another folder.")
    try:
        if own.exists() and not ((own / _OF).exists() and (own / _OF).read_text() == of):
            shutil.rmtree(own)
        own.mkdir(mode=0o700, exist_ok=True)
        own.chmod(0o700)
        shutil.rmtree(own / "scratch", ignore_errors=True)  # of one that was killed
        (own / _OF).touch(mode=0o600)
        (own / _OF).write_text(of)
    except OSError as error:
        raise SparkTrouble(f"{own} cannot be used: {error.strerror}.") from error
