"""What `bin/start` runs: PostgreSQL, the site and a worker in one terminal, all stopped together.

Children have process groups of their own and are told to end when this process dies. Signals only
set a mark, so that no ending is half done; PostgreSQL is stopped last.
"""

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[1]
PORT_TEXT = os.environ.get("HUB_PORT") or "8000"
GRACE_S = 10.0
TOLD = 3  # what `bin/ready.py` ends with when it has said in a sentence what is wrong
TRIES = 5  # a child that dies more often than this within a minute is not started again

asked_to_stop: list[int] = []


class Trouble(Exception):
    """One sentence for whoever started the hub."""


def main(arguments: list[str]) -> int:
    """Serve until told to stop; gives the exit code. `--may-start` only looks whether it could."""
    try:
        _look_first()
        if arguments == ["--may-start"]:
            return 0
        return _serve()
    except Trouble as trouble:
        _say(str(trouble))
        return 1


def _look_first() -> None:
    """What can be known before anything is installed. Needs only Python itself."""
    if not PORT_TEXT.isdigit() or not 0 < int(PORT_TEXT) < 65536:
        raise Trouble(f"HUB_PORT is “{PORT_TEXT}”; it has to be a number from 1 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(PORT_TEXT)))
        except PermissionError as error:
            raise Trouble(
                f"You may not use port {PORT_TEXT}. Try: HUB_PORT=8001 bin/start"
            ) from error
        except OSError as error:
            raise Trouble(
                f"Port {PORT_TEXT} is taken, perhaps by a hub that is already running. "
                f"To use another: HUB_PORT={int(PORT_TEXT) % 65535 + 1} bin/start"
            ) from error
    above = _data_dir()
    with contextlib.suppress(OSError):  # a folder we may not even look into
        while not above.exists():
            above = above.parent
    if not os.access(above, os.W_OK | os.X_OK) or not above.is_dir():
        raise Trouble(
            f"The hub cannot write to its data folder {_data_dir()}. "
            "Set HUB_DATA to a folder that you can write to."
        )


def _serve() -> int:
    from hub.database import cluster
    from hub.database.trouble import DatabaseTrouble

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop_soon)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ["HUB_DATA"] = str(_data_dir())
    if not os.environ.get("HUB_PRODUCTION"):
        os.environ.setdefault("HUB_DEMONSTRATION", "1")
    try:
        with cluster.in_use(_data_dir()):
            return _prepare_and_run()
    except DatabaseTrouble as trouble:
        raise Trouble(str(trouble)) from trouble


def _prepare_and_run() -> int:
    who = ""
    ready = _child([sys.executable, "bin/ready.py"], stdout=subprocess.PIPE)
    try:
        while ready.poll() is None and not asked_to_stop:
            with contextlib.suppress(subprocess.TimeoutExpired):
                who = ready.communicate(timeout=0.2)[0]
    finally:
        _end([ready])
    if asked_to_stop:
        return _exit_code()
    if ready.returncode == TOLD:
        return 1
    if ready.returncode:
        raise Trouble("The hub could not be made ready; the reason stands above.")
    return _run(who)


def _run(who: str) -> int:
    """Start the site and the worker, keep them running, stop both."""
    makers = [_site, _worker] if _has_worker() else [_site]
    deaths: list[float] = []
    children = [make() for make in makers]
    try:
        _wait_until_served(children[0])
        _greet(who)
        while not asked_to_stop:
            time.sleep(0.2)
            for place, make in enumerate(makers):
                if children[place].poll() is not None and not asked_to_stop:
                    _count_death(deaths)
                    _signal_group(children[place], signal.SIGKILL)
                    children[place] = make()
    finally:
        _end(children)
    _say("Stopped.")
    return _exit_code()


def _site() -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{PORT_TEXT}"]
    command += ["--workers", "2", "--worker-class", "gthread", "--threads", "2"]
    command += ["--log-level", "warning", "--graceful-timeout", "5", "--no-control-socket"]
    command += ["--logger-class", "config.logging.Gunicorn"]
    return _child(command)


def _worker() -> "subprocess.Popen[str]":
    return _child([sys.executable, "-m", "django", "worker"], role="worker")


def _has_worker() -> bool:
    return any(ROOT.glob("hub/*/management/commands/worker.py"))


def _child(
    command: list[str], *, role: str = "web", stdout: int | None = None
) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 - our own programs
        command,
        cwd=ROOT,
        env=os.environ | {"HUB_DATABASE_ROLE": role},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        text=True,
        process_group=0,
        preexec_fn=_die_with_parent(),
    )


def _die_with_parent() -> Callable[[], None] | None:
    """Linux only: have the child sent SIGTERM should this process be killed."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(1, signal.SIGTERM)


def _end(children: "list[subprocess.Popen[str]]") -> None:
    """Ask every child's group to end, then make it; a second Ctrl-C does not wait."""
    for child in children:
        _signal_group(child, signal.SIGTERM)
    give_up, asked = time.monotonic() + GRACE_S, len(asked_to_stop)
    while any(child.poll() is None for child in children):
        if time.monotonic() > give_up or len(asked_to_stop) > max(asked, 1):
            break
        time.sleep(0.05)
    for child in children:
        _signal_group(child, signal.SIGKILL)
        child.wait()


def _signal_group(child: "subprocess.Popen[str]", number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, number)


def _wait_until_served(site: "subprocess.Popen[str]") -> None:
    give_up = time.monotonic() + 60
    while time.monotonic() < give_up and not asked_to_stop:
        if site.poll() is not None:
            raise Trouble("The web server did not start; the reason stands above.")
        with (
            contextlib.suppress(OSError),
            socket.create_connection(("127.0.0.1", int(PORT_TEXT)), timeout=1),
        ):
            return
        time.sleep(0.1)


def _count_death(deaths: list[float]) -> None:
    now = time.monotonic()
    deaths[:] = [*(then for then in deaths if now - then < 60), now]
    if len(deaths) > TRIES:
        raise Trouble("The site or its worker keeps ending; the reason stands above.")
    _say("A process of the hub ended unexpectedly; starting it again.")


def _greet(who: str) -> None:
    if asked_to_stop:
        return
    kind = (
        "" if os.environ.get("HUB_PRODUCTION") else "Evaluation only: keep no real family in it.\n"
    )
    _say(f"\n{who}\nThe hub is at http://localhost:{PORT_TEXT}\n{kind}Ctrl-C stops it.")


def _exit_code() -> int:
    """Stopping by Ctrl-C or by a signal is what was asked for, not a failure."""
    return 0 if asked_to_stop else 1


def _stop_soon(number: int, frame: FrameType | None) -> None:
    asked_to_stop.append(number)


def _data_dir() -> Path:
    return Path(os.environ.get("HUB_DATA") or ROOT / "var").absolute()


def _say(text: str) -> None:
    with contextlib.suppress(OSError):  # the terminal may be gone
        print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
