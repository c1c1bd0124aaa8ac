"""What somebody was told of, sealed, to travel in their own form until they register.

The seal holds a keyed fingerprint for each family they were told of and chance ones up to a fixed
number. It tells nobody how many families there were, nor whether two look-ups found the same (S18):
the fingerprints are other ones for another asker, other words, or another answer. The same look-up
with the same answer gives the same seal, so that a hidden family leaves no trace in it (S19).
"""

import re
from collections.abc import Mapping
from typing import Final

from hub.audit.encoding import key_for, mac

PLACES: Final = 16
_EACH: Final = 10
_FORM: Final = re.compile(rf"s[0-9a-f]{{{_EACH * (PLACES + 1)}}}")
LONGEST: Final = 1 + _EACH * (PLACES + 1)


def seal(asker: int, mark: str, told: Mapping[int, bool]) -> str:
    """A seal of the families somebody was told of, each with whether as surely theirs; `mark` is
    of what they typed. Of more families than have room, the sure ones go first."""
    first = _first(told)
    start = _mac("start", asker, mark, *(f"{one}.{told[one]}" for one in first))
    slots = [_slot(asker, start, one, told[one]) for one in first]
    slots += [_mac("chance", asker, start, place) for place in range(PLACES - len(first))]
    return f"s{start}{''.join(sorted(slots))}"


def covers(sealed: str, asker: int, told: Mapping[int, bool]) -> bool:
    """Whether who asks was told of all these families already, of the sure ones as sure. A text
    that is no seal of theirs covers none."""
    if not told:
        return True
    if not _FORM.fullmatch(sealed):
        return False
    start, rest = sealed[1 : _EACH + 1], sealed[_EACH + 1 :]
    there = {rest[at : at + _EACH] for at in range(0, len(rest), _EACH)}
    return all(
        any(_slot(asker, start, family, as_sure) in there for as_sure in {told[family], True})
        for family in _first(told)
    )


def _first(told: Mapping[int, bool]) -> list[int]:
    return sorted(told, key=lambda family: (not told[family], family))[:PLACES]


def _slot(asker: int, start: str, family: int, sure: bool) -> str:
    return _mac("family", asker, start, family, sure)


def _mac(*said: object) -> str:
    return mac(key_for("lookup-seen"), "|".join(map(str, said)).encode()).hex()[:_EACH]
