"""Walking along chains line by line: does each follow the one before, under the key?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from hub.audit.encoding import HASH_HEX, hasher

Hash = Callable[[bytes], bytes]  # a text's keyed hash, in hex
_TAIL: Final = HASH_HEX + 2  # the `|` before a row's hash, the hash, the end of the line


class End(NamedTuple):
    """Where a chain ends, or was sealed: number, and hash in hex."""

    number: int
    hash: bytes


Ends = Mapping[bytes, End]  # by the chain's name, such as b"family|77"
NOWHERE: Final = End(0, b"")


@dataclass(frozen=True)
class Fault:
    """Something wrong: in which chain, at which line, and what, in plain words."""

    chain: str
    number: int
    wrong: str

    def __str__(self) -> str:
        return f"{self.chain}, line {self.number}: {self.wrong}"


class Walker:
    """Goes along one chain. After its first fault it looks at nothing more."""

    __slots__ = ("_last", "_prefix", "fault", "name", "number", "sealed", "started")

    def __init__(self, name: bytes, *, sealed: End = NOWHERE, start: End = NOWHERE) -> None:
        self.name = name
        self.sealed = sealed
        self.number = self.started = start.number
        self.fault: Fault | None = None
        self._prefix = name + b"|"
        self._last = b"|" + start.hash

    @property
    def end(self) -> End:
        """How far it went."""
        return End(self.number, self._last[1:])

    def owns(self, row: bytes) -> bool:
        """Whether a row says that it is of this chain."""
        return row.startswith(self._prefix)

    def take(self, row: bytes, hashed: Hash) -> None:
        """Look at the next row, `canonical|hash` with its end of line."""
        if self.fault:
            return
        number, text, digest = self.number + 1, row[:-_TAIL], row[-_TAIL + 1 : -1]
        if (
            row.startswith(b"%b%d|" % (self._prefix, number))
            and text.endswith(self._last)
            and hashed(text) == digest
        ):
            self.number = number
            self._last = b"|" + digest
            if number == self.sealed.number and digest != self.sealed.hash:
                self.say(number, "is another line than the one that was sealed under this number.")
        else:
            self._explain(row, hashed)

    def finish(self, head: End | None) -> None:
        """There are no more rows: compare with the seal, and with the chain's head."""
        if self.fault:
            return
        if self.number < self.sealed.number:
            self.say(
                self.number + 1,
                f"is missing, and all after it: the chain was sealed up to {self.sealed.number}.",
            )
        elif head is None:
            self.say(self.number, "is there, but the head of its chain is gone.")
        elif head.number > self.number:
            self.say(
                self.number + 1,
                f"is missing, and all after it: the head of the chain says {head.number}.",
            )
        elif head != self.end:
            self.say(self.number, f"ends the chain, but its head was changed to {head.number}.")

    def reach(self, head: End) -> None:
        """There are no more new rows: it has to have come to the head that was read before."""
        if self.fault:
            return
        if self.number < head.number:
            self.say(
                self.number + 1,
                f"is missing, and all after it: the head of the chain says {head.number}.",
            )
        elif head.number < self.started or (head.number == self.number and head != self.end):
            self.say(self.number, f"is there, but the head of its chain says {head.number}.")

    def say(self, number: int, wrong: str) -> None:
        """Note the fault of this chain."""
        self.fault = Fault(self.name.decode().replace("|", " "), number, wrong)

    def _explain(self, row: bytes, hashed: Hash) -> None:
        expected, text, digest = self.number + 1, row[:-_TAIL], row[-_TAIL + 1 : -1]
        said = row.split(b"|", 3)[2]
        number = int(said) if said.isdigit() else expected
        if number > expected:
            self.say(expected, f"is missing: the next one there is {number}.")
        elif number < expected:
            self.say(number, "is there twice.")
        elif hashed(text) != digest:
            self.say(number, "was changed, moved here, or never written by the hub.")
        else:
            self.say(number, "does not follow the line before it: that one was put in its place.")


def walk(
    rows: Iterable[bytes | bytearray | memoryview], *, key: bytes, seals: Ends, heads: Ends
) -> Iterator[Fault]:
    """Go along every chain; give the first fault of each, in the order of the rows.

    Takes rows as `canonical|hash`, each chain's together and by number, what was sealed of each
    chain, and each chain's head.
    """
    hashed = hasher(key)
    missing = set(heads) | set(seals)
    walker: Walker | None = None
    for raw in rows:
        row = bytes(raw)
        if walker is None or not walker.owns(row):
            if walker:
                yield from _close(walker, heads)
            name = b"|".join(row.split(b"|", 2)[:2])
            missing.discard(name)
            walker = Walker(name, sealed=seals.get(name, NOWHERE))
        walker.take(row, hashed)
    if walker:
        yield from _close(walker, heads)
    for name in sorted(missing):
        gone = Walker(name, sealed=seals.get(name, NOWHERE))
        gone.finish(heads.get(name))
        if gone.fault:
            yield gone.fault


def _close(walker: Walker, heads: Ends) -> Iterator[Fault]:
    walker.finish(heads.get(walker.name))
    if walker.fault:
        yield walker.fault
