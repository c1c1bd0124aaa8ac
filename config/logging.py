"""Logs as data, one JSON line each, that hold nothing of anybody: no value, no address, no text.

Of an error: its kind and the places it came through, never its message or a variable: PostgreSQL's
messages name what was typed. Of a request: the name of its route, never its path, which holds a
family's reference.
"""

import logging
import traceback
from typing import Any, Final

import structlog
from gunicorn.glogging import Logger  # type: ignore[import-untyped]

LEFT_OUT: Final = "…"
# Their messages are whole sentences about a request, made before we see them.
SENTENCES: Final = ("django.security", "gunicorn", "py.warnings")

_as_json = structlog.processors.JSONRenderer(ensure_ascii=False)
_stamp = structlog.processors.TimeStamper(fmt="iso", utc=True)


class Scrubbed(logging.Formatter):
    """A record as a JSON line without anything that somebody typed."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, Any] = {
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _words(record),
        }
        status = getattr(record, "status_code", None)
        if isinstance(status, int):
            line["status"] = status
        match = getattr(getattr(record, "request", None), "resolver_match", None)
        if match is not None:
            line["route"] = match.view_name
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = _chain(record.exc_info[1])
        return str(_as_json(None, "", _stamp(None, "", line)))


class Gunicorn(Logger):  # type: ignore[misc]
    """gunicorn's own log, in the same lines. There is no access log."""

    def setup(self, cfg: Any) -> None:
        """As gunicorn does, then with our lines."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(Scrubbed())


def _words(record: logging.LogRecord) -> str:
    """The message with numbers filled in and everything else left out."""
    if record.name.startswith(SENTENCES) and not record.args:
        return "left out" if record.levelno >= logging.WARNING else str(record.msg)
    given = record.args
    if not isinstance(given, tuple):
        return str(record.msg)
    try:
        return str(record.msg) % tuple(_number_or_nothing(value) for value in given)
    except (TypeError, ValueError):
        return str(record.msg)


def _number_or_nothing(value: object) -> object:
    return value if isinstance(value, int | float) else LEFT_OUT


def _chain(error: BaseException) -> list[dict[str, Any]]:
    """The error and what led to it: kinds and places."""
    found: list[dict[str, Any]] = []
    current: BaseException | None = error
    while current is not None and len(found) < 5:
        frames = traceback.extract_tb(current.__traceback__)
        found.append(
            {
                "kind": f"{type(current).__module__}.{type(current).__qualname__}",
                "at": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-20:]],
            }
        )
        current = current.__cause__ or current.__context__
    return found


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"scrubbed": {"()": Scrubbed}},
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "scrubbed"}},
    "root": {"handlers": ["lines"], "level": "WARNING"},
    "loggers": {
        # In place of Django's own, which would mail errors with every variable in them.
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        # A page that is not there is no event for a log; the journal has the refusals.
        "django.request": {"level": "ERROR", "propagate": True},
        "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
        "hub": {"level": "INFO", "propagate": True},
    },
}
