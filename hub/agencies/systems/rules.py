"""Which keys there may be, what one looks like, and when it counts."""

import hashlib
import re
import secrets
from collections.abc import Collection
from datetime import datetime
from typing import Final

from hub.agencies.rules import CLOSED, NOT_YOURS, looks_after
from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Actor

PREFIX: Final = "fhk_"  # so that a key that leaked is known for one by whoever finds it
KEY: Final = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{43}}")
DAYS: Final = {90: "3 months", 180: "6 months", 365: "12 months"}


def new_key() -> str:
    """A key: 256 random bits, so that a plain digest of it is enough."""
    return PREFIX + secrets.token_urlsafe(32)


def digest_of(key: str) -> str:
    """What is kept of a key; "" for what cannot be one."""
    return hashlib.sha256(key.encode()).hexdigest() if KEY.fullmatch(key) else ""


def may_make_key(actor: Actor, *, localities: Collection[int], closed: bool, days: int) -> Decision:
    """Giving a system of an agency a key, for so many days."""
    if not looks_after(actor, localities):
        return NOT_YOURS
    if closed:
        return CLOSED
    return YES if days in DAYS else no("Choose how long the key is good for.")


def may_end_key(actor: Actor, *, localities: Collection[int]) -> Decision:
    """Ending a key, which can be done to one of a closed agency too."""
    return YES if looks_after(actor, localities) else NOT_YOURS


def counts(*, expires_at: datetime, ended_at: datetime | None, now: datetime) -> bool:
    """Whether a key opens anything at a moment."""
    return now < expires_at and (ended_at is None or now < ended_at)
