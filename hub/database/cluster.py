"""The hub's own PostgreSQL cluster, for trying things out: make, start, share, stop.

Whoever uses it holds a shared lock; the last to leave stops the server. A lock ends with its
process however that ends, so nothing has to be cleaned up after a kill.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import psycopg

from hub.database import bootstrap, configuration, runas
from hub.database.programs import Programs, find
from hub.database.remains import forget_the_dead, is_server
from hub.database.trouble import DatabaseTrouble
from hub.database.urls import PORT, env, has_administered_database, postgres_home, socket_folder

ROOM_NEEDED_MB: Final = 300
PATIENCE_S: Final = 30.0  # after a crash the old back ends hold memory for about two seconds
SUPERUSER: Final = "postgres"


@contextmanager
def in_use(data_dir: Path) -> Iterator[None]:
    """Hold the cluster: start it when it does not run, stop it on leaving when nobody else does.

    Does nothing when an administered database is configured. Raises DatabaseTrouble.
    """
    if has_administered_database():
        yield
        return
    _ready_folder(data_dir)
    with (data_dir / "postgres.users").open("a") as users:
        with _one_at_a_time(data_dir):
            fcntl.flock(users, fcntl.LOCK_SH)
            _start(data_dir)
        try:
            yield
        finally:
            with _one_at_a_time(data_dir):
                _leave(data_dir, users.fileno())


def start(data_dir: Path) -> None:
    """Start the cluster and leave it running until `stop`."""
    _ready_folder(data_dir)
    with _one_at_a_time(data_dir):
        _start(data_dir)
        (data_dir / "postgres.kept").write_text(_running_as(data_dir), encoding="ascii")


def stop(data_dir: Path) -> None:
    """Stop the cluster, whoever uses it; open transactions are rolled back."""
    if not data_dir.is_dir():
        return
    with _one_at_a_time(data_dir):
        (data_dir / "postgres.kept").unlink(missing_ok=True)
        _stop(data_dir)


def is_running(data_dir: Path) -> bool:
    """Whether the server answers."""
    try:
        connect(data_dir).close()
    except psycopg.OperationalError:
        return False
    return True


def connect(data_dir: Path, name: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
    """A connection as the cluster's administrator, each statement by itself."""
    return psycopg.connect(
        host=str(socket_folder(data_dir)),
        port=PORT,
        user=SUPERUSER,
        dbname=name,
        connect_timeout=5,
        autocommit=True,
    )


def pid_of(data_dir: Path) -> int | None:
    """The server's process; None when there is none, whatever a left-over file says."""
    first = _running_as(data_dir).partition("\n")[0]
    alive = first.isdigit() and is_server(int(first), postgres_home(data_dir) / "postgres")
    return int(first) if alive else None


def _start(data_dir: Path) -> None:
    if is_running(data_dir):
        return
    how = runas.choose(data_dir)
    made_by = version(data_dir)
    programs = runas.make_reachable(data_dir, how, find(made_by))
    check_room(postgres_home(data_dir))
    if made_by is None:
        _initialise(data_dir, how, programs)
    _ready_sockets(data_dir, how)
    configuration.write(postgres_home(data_dir) / "postgres", socket_folder(data_dir))
    how.take(postgres_home(data_dir) / "postgres")
    _launch(data_dir, how, programs)
    with connect(data_dir) as admin:
        bootstrap.prepare(admin, env.str("HUB_DATABASE_NAME", default="") or "hub")


def _launch(data_dir: Path, how: runas.RunAs, programs: Programs) -> None:
    home = postgres_home(data_dir)
    log = home / "run" / "postgres.log"
    command = [programs.path("pg_ctl"), "start", "-w", "-t", "60", "-s"]
    command += ["-D", str(home / "postgres"), "-l", str(log)]
    give_up = time.monotonic() + PATIENCE_S
    while True:
        log.write_text("")
        how.take(log.parent)
        if how.run(command, timeout=90).returncode == 0 and is_running(data_dir):
            return
        said = log.read_text(encoding="utf-8", errors="replace")
        held = "lock file" in said or "shared memory" in said
        if not held or time.monotonic() > give_up:
            raise _explain(said, log)
        forget_the_dead(home / "postgres", socket_folder(data_dir) / f".s.PGSQL.{PORT}.lock")
        time.sleep(0.3)


def _explain(said: str, log: Path) -> DatabaseTrouble:
    if "No space left" in said:
        return DatabaseTrouble(f"PostgreSQL did not start: the disk with {log.parent} is full.")
    if "lock file" in said or "shared memory" in said:
        return DatabaseTrouble(
            f"PostgreSQL did not start: processes of an earlier one still hold {log.parents[1]}. "
            "Stop them, then start again."
        )
    lines = [line for line in said.splitlines() if "FATAL" in line or "PANIC" in line]
    last = lines[-1] if lines else (said.splitlines() or ["nothing"])[-1]
    return DatabaseTrouble(f"PostgreSQL did not start. It said: {last} (more in {log})")


def _stop(data_dir: Path) -> None:
    pid = pid_of(data_dir)
    if pid is None:
        return
    # Fast, then at once: both lose nothing, the second only makes the next start longer.
    for sign, patience in ((signal.SIGINT, 20.0), (signal.SIGQUIT, 10.0)):
        with suppress(ProcessLookupError):
            os.kill(pid, sign)
        give_up = time.monotonic() + patience
        while time.monotonic() < give_up:
            if pid_of(data_dir) is None:
                return
            time.sleep(0.05)


def _leave(data_dir: Path, users: int) -> None:
    fcntl.flock(users, fcntl.LOCK_UN)
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    kept = data_dir / "postgres.kept"
    if not kept.exists() or kept.read_text(encoding="ascii") != _running_as(data_dir):
        _stop(data_dir)


def _running_as(data_dir: Path) -> str:
    """Process and start time as the server wrote them; nothing when it does not run."""
    try:
        lines = (postgres_home(data_dir) / "postgres" / "postmaster.pid").read_text().splitlines()
    except OSError:
        return ""
    return f"{lines[0]}\n{lines[2]}" if len(lines) > 2 else ""


def version(data_dir: Path) -> int | None:
    """Which PostgreSQL made the cluster; None when there is no cluster yet."""
    try:
        return int((postgres_home(data_dir) / "postgres" / "PG_VERSION").read_text())
    except (OSError, ValueError):
        return None


def _initialise(data_dir: Path, how: runas.RunAs, programs: Programs) -> None:
    """Make a new cluster beside its place and move it there when it is whole."""
    home = postgres_home(data_dir)
    half, whole = home / "postgres.half", home / "postgres"
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(mode=0o700)
    how.take(half)
    command = [programs.path("initdb"), "-D", str(half), "-U", SUPERUSER, "-E", "UTF8"]
    command += ["--locale=C.UTF-8", "--auth-local=trust", "--auth-host=reject"]
    done = how.run(command, timeout=300)
    if done.returncode:
        shutil.rmtree(half, ignore_errors=True)
        last = (done.stderr.strip().splitlines() or ["it did not say why"])[-1]
        raise DatabaseTrouble(f"PostgreSQL could not make its data folder {whole}: {last}")
    if whole.exists():
        raise DatabaseTrouble(
            f"{whole} is there but holds no PostgreSQL data. Move it away, then start again."
        )
    half.rename(whole)


def _ready_folder(data_dir: Path) -> None:
    if env.bool("HUB_PRODUCTION", default=False):
        raise DatabaseTrouble(
            "HUB_PRODUCTION is set: the hub's own PostgreSQL is for evaluation only. "
            "Set DATABASE_URL to an administered database."
        )
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        (data_dir / "postgres.lock").touch(mode=0o600)
    except OSError as error:
        raise DatabaseTrouble(
            f"The hub cannot write to its data folder {data_dir} ({error.strerror}). "
            "Set HUB_DATA to a folder that you can write to."
        ) from error


def _ready_sockets(data_dir: Path, how: runas.RunAs) -> None:
    for folder in (postgres_home(data_dir) / "run", socket_folder(data_dir)):
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
        ours = {os.geteuid(), how.user.pw_uid if how.user else os.geteuid()}
        if folder.is_symlink() or found.st_uid not in ours:
            raise DatabaseTrouble(
                f"{folder} belongs to somebody else; the database's socket cannot go there."
            )
        folder.chmod(0o700)
        how.take(folder)


def check_room(folder: Path, needed_mb: int = ROOM_NEEDED_MB) -> None:
    """Raises DatabaseTrouble when the disk is so full that starting could do harm."""
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < needed_mb:
        raise DatabaseTrouble(
            f"The disk with {folder} has {free} MB left; the hub needs {needed_mb} MB to start."
        )


@contextmanager
def _one_at_a_time(data_dir: Path) -> Iterator[None]:
    with (data_dir / "postgres.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def psql(data_dir: Path, arguments: list[str]) -> int:
    """A psql session as administrator; gives its exit code."""
    program = find(version(data_dir)).path("psql")
    where = ["-h", str(socket_folder(data_dir)), "-p", str(PORT), "-U", SUPERUSER]
    return subprocess.run([program, *where, "-d", "hub", *arguments], check=False).returncode  # noqa: S603
