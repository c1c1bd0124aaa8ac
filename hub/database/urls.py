"""Where the database is and what is secret, for settings. Needs no Django and no running server."""

import hashlib
import os
import secrets
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from environs import Env

from hub.database.trouble import DatabaseTrouble

# Role -> the setting that holds its address.
ADDRESSES: Final = {
    "owner": "OWNER_DATABASE_URL",
    "web": "DATABASE_URL",
    "worker": "WORKER_DATABASE_URL",
}
DATABASE_NAME: Final = "hub"
PORT: Final = 5432
SOCKET_PATH_LIMIT: Final = 100  # bytes; the system's own limit is 107, on some systems 103
HOME_POINTER: Final = "postgres-home"

env = Env()


def settings_for(role: str, data_dir: Path) -> dict[str, Any]:
    """Django's settings for one database role: `owner`, `web` or `worker`.

    From the environment when addresses are given there, else the hub's own cluster under
    `data_dir`, found by convention. An address that a process was not given (a web process has no
    business with the owner's) becomes a database that refuses to be used.
    """
    if role not in ADDRESSES:
        raise DatabaseTrouble(
            f"HUB_DATABASE_ROLE is “{role}”; it has to be one of {', '.join(ADDRESSES)}."
        )
    address = env.str(ADDRESSES[role], default="")
    if address:
        place = _place(address, ADDRESSES[role])
    elif not has_administered_database():
        _refuse_in_production("DATABASE_URL", "the hub's own PostgreSQL is for evaluation only")
        place = {"HOST": str(socket_folder(data_dir)), "PORT": str(PORT), "USER": f"hub_{role}"}
    elif role == env.str("HUB_DATABASE_ROLE", default="web"):
        raise DatabaseTrouble(
            f"Set {ADDRESSES[role]} to the address of the database for the role {role}."
        )
    else:
        return {"ENGINE": "django.db.backends.dummy"}
    name = env.str("HUB_DATABASE_NAME", default="") or place.pop("NAME", "") or DATABASE_NAME
    options = {"connect_timeout": 5, "application_name": f"hub {role}"} | place.pop("OPTIONS", {})
    # A statement's plan is kept for its connection: planning behind the wall takes longer than
    # most statements do (decision 2026-11-22-prepared-statements). Old poolers cannot do that.
    if not env.bool("HUB_POOLER", default=False):
        options = {"server_side_binding": True, "prepare_threshold": 2} | options
    return place | {
        "ENGINE": "hub.database.backend",
        "NAME": name,
        "CONN_MAX_AGE": 300,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def has_administered_database() -> bool:
    """Whether somebody gave the hub a database, so that it starts none of its own."""
    return any(env.str(name, default="") for name in ADDRESSES.values())


def secret(data_dir: Path, name: str) -> str:
    """A secret from the environment, else from a file made at first use, readable by us alone.

    In production it has to come from the environment (raises DatabaseTrouble). Safe to call from
    several processes at once: the first to link its file wins and all read the same.
    """
    given = env.str(name, default="")
    if given:
        return given
    _refuse_in_production(name, "secrets kept beside the data are for evaluation only")
    path = data_dir / "secrets" / name
    try:
        if not path.exists():
            _write_secret(path)
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise DatabaseTrouble(
            f"The hub cannot keep its secrets in {path.parent} ({error.strerror}). "
            "Set HUB_DATA to a folder that you can write to."
        ) from error


def socket_folder(data_dir: Path) -> Path:
    """The folder with the cluster's socket, short enough for a socket's address.

    Usually `run` in the data folder. When that path is too long, a short one made from its hash;
    when the server had to be put elsewhere (see cluster), a file in the data folder says where.
    """
    home = postgres_home(data_dir) / "run"
    if len(os.fsencode(home / f".s.PGSQL.{PORT}")) < SOCKET_PATH_LIMIT and "," not in str(home):
        return home
    base = Path("/run") if os.geteuid() == 0 and Path("/run").is_dir() else Path("/tmp")  # noqa: S108
    return base / f"family-hub-{os.geteuid()}-{fingerprint(data_dir)}"


def postgres_home(data_dir: Path) -> Path:
    """The folder that holds the cluster's own folders: the data folder, unless a file says else."""
    data_dir = data_dir.absolute()
    try:
        return Path((data_dir / HOME_POINTER).read_text(encoding="utf-8").strip())
    except OSError:
        return data_dir


def fingerprint(data_dir: Path) -> str:
    """A short name for a data folder, used where its path cannot be."""
    return hashlib.sha256(os.fsencode(data_dir.absolute())).hexdigest()[:12]


def _place(address: str, name: str) -> dict[str, Any]:
    """Host, port, user, password and name out of an address such as postgresql://u:p@host/name."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in {"postgres", "postgresql"}:
        raise DatabaseTrouble(
            f"{name} has to look like postgresql://user:password@host:5432/name; it does not."
        )
    options = dict(parse_qsl(parts.query))
    return {
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": options.pop("port", "") or (str(port) if port else ""),
        "USER": unquote(parts.username or "") or options.pop("user", ""),
        "PASSWORD": unquote(parts.password or ""),
        "NAME": unquote(parts.path.lstrip("/")),
        "OPTIONS": options,
    }


def _refuse_in_production(name: str, because: str) -> None:
    if env.bool("HUB_PRODUCTION", default=False):
        raise DatabaseTrouble(f"HUB_PRODUCTION is set, so {name} has to be set too: {because}.")


def _write_secret(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    mine = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
            file.flush()
            os.fsync(file.fileno())
        # Somebody quicker has linked theirs when this fails; then theirs is the secret.
        os.link(mine, path)
    except FileExistsError:
        pass
    finally:
        mine.unlink(missing_ok=True)
