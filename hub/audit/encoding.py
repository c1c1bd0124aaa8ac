"""A line as the bytes that are hashed, made alike by Python when it is written and by PostgreSQL
when it is verified.

The bytes are the line's fields in order, parted by `|`. No field of a genuine line can hold a
`|`, so a genuine text has exactly thirteen; a forged row whose text is the same has as many, hence
none inside a field, hence the same fields. Nothing can be moved from one field into the next.
"""

import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import Final, NamedTuple

from django.conf import settings

from hub.database.urls import secret

RefValue = int | str | bool | None

# The same text in SQL. `concat` writes a null as nothing.
CANONICAL_SQL: Final = """concat(chain_kind, '|', chain_id, '|', number, '|',
    extract(epoch from at), '|', event, '|', actor_kind, '|', actor_id, '|',
    job, '|', agency_id, '|', family_id, '|', families, '|', purpose, '|', refs, '|',
    encode(prev_hash, 'hex'))"""
HASH_HEX: Final = 64
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


class ChainKey(NamedTuple):
    """Which chain: its kind and the id of the family or actor. Sorts as chains are locked."""

    kind: str
    id: int


class Head(NamedTuple):
    """Where a chain ends: its last number and hash."""

    number: int
    hash: bytes


EMPTY: Final = Head(0, b"")


@dataclass(frozen=True, slots=True)
class Line:
    """One line before it has its number: codes and ids, no names, no text (S33)."""

    chain: ChainKey
    at: datetime
    event: str
    actor_kind: str
    actor_id: int
    job: str
    agency: int | None
    family: int | None
    families: tuple[int, ...]
    purpose: str
    refs: str  # already as PostgreSQL writes jsonb


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that has its place in its chain."""

    line: Line
    number: int
    prev_hash: bytes
    hash: bytes


@cache
def key_for(use: str) -> bytes:
    """The secret key for one use ("lines" or "seals"), drawn from HUB_JOURNAL_KEY.

    It is never in the database, so that whoever owns the database cannot make a hash.
    """
    held = secret(settings.DATA_DIR, "HUB_JOURNAL_KEY")
    return hmac.digest(held.encode(), f"hub journal {use}".encode(), "sha256")


def mac(key: bytes, text: bytes) -> bytes:
    """The keyed hash of some bytes: HMAC with SHA-256."""
    return hmac.digest(key, text, "sha256")


def hasher(key: bytes) -> Callable[[bytes], bytes]:
    """`mac` under one key, in hex, for a great many texts: HMAC spelled out.

    The library's own sets itself up anew for each text, which is most of the work for short
    ones: verifying would take half as long again. A test holds the two equal.
    """
    block = key.ljust(64, b"\0")
    inner, outer = bytes(b ^ 0x36 for b in block), bytes(b ^ 0x5C for b in block)

    def hashed(text: bytes) -> bytes:
        return sha256(outer + sha256(inner + text).digest()).hexdigest().encode()

    return hashed


def follow(head: Head, line: Line, key: bytes) -> Entry:
    """The entry that this line becomes after a chain's head."""
    number = head.number + 1
    return Entry(line, number, head.hash, mac(key, canonical(line, number, head.hash)))


def canonical(line: Line, number: int, prev_hash: bytes) -> bytes:
    """The bytes of a line that are hashed; CANONICAL_SQL makes the same of the row."""
    families = ",".join(map(str, line.families))
    agency = "" if line.agency is None else line.agency
    family = "" if line.family is None else line.family
    return (
        f"{line.chain.kind}|{line.chain.id}|{number}|{since_1970(line.at)}|{line.event}|"
        f"{line.actor_kind}|{line.actor_id}|{line.job}|{agency}|{family}|{{{families}}}|"
        f"{line.purpose}|{line.refs}|{prev_hash.hex()}"
    ).encode()


def microseconds(moment: datetime) -> int:
    """A moment as whole microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def since_1970(moment: datetime) -> str:
    """A moment as PostgreSQL's `extract(epoch from …)` writes it: seconds with six decimals."""
    seconds, rest = divmod(microseconds(moment), 1_000_000)
    return f"{seconds}.{rest:06}"


def refs_text(refs: Mapping[str, RefValue]) -> str:
    """References as PostgreSQL writes a jsonb: short names first, then by their letters."""
    names = sorted(refs, key=lambda name: (len(name), name))
    return json.dumps({name: refs[name] for name in names})
