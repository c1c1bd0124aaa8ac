"""The nightly review: whoever changed since the last one, beside everybody, a few at a time.

Each portion is a transaction of its own that says what it has done, so that a review that was cut
off goes on where it was. It reads without locks and writes in one short statement; between two
portions it rests as long as it worked, so that pages have the machine.
"""

import time
from collections.abc import Mapping, Sequence
from typing import Final

from django.db import connection, transaction

from hub.matching import queries
from hub.matching.batch.judging import Priors, judged, told
from hub.matching.rules.known import Known
from hub.matching.rules.odds import odds, weights
from hub.matching.rules.prepared import from_text

KEPT: Final = 0.2  # from which probability a pair is kept
PORTION: Final = 20
LONGEST_S: Final = 5 * 3600
EACH: Final = 60  # entries of one key that are looked at
MOST: Final = 15  # entries that are compared, with their families
_STRONG: Final = 3.0  # bits for one person or one family from which the files are compared whole
_PEOPLE_A_FILE: Final = 3
Found = dict[tuple[int, int], float]
Family = list[tuple[int, Known]]  # entries of one group


def review(*, pause: float = 1.0, longest_s: float = LONGEST_S) -> int:
    """Look at everybody who waits, at most so many seconds; say how many were looked at.

    `pause` is how long to rest after a portion, in times of what the portion took. May be cut off
    at any moment, and run beside another.
    """
    ends = time.monotonic() + longest_s
    done = 0
    while time.monotonic() < ends:
        began = time.monotonic()
        some = portion()
        if not some:
            break
        done += some
        time.sleep((time.monotonic() - began) * pause)
    return done


def portion(size: int = PORTION) -> int:
    """Look at the next few who wait; say how many."""
    with connection.cursor() as cursor:
        cursor.execute("select entry, mark, its_group from hub.matching_waiting(%s)", [size])
        waiting = cursor.fetchall()
    if not waiting:
        return 0
    marks = {entry: mark for entry, mark, _ in waiting}
    groups = sorted({group for _, _, group in waiting})
    families = _families(groups)
    found: Found = {}
    for group in groups:
        found |= _of_family(group, families)
    # With whoever changed the whole family is looked at: each speaks for the others.
    looked = marks | {
        entry: marks.get(entry, 0) for group in groups for entry, _ in families.get(group, [])
    }
    _write(looked, found)
    return len(waiting)


def _of_family(group: int, families: dict[int, Family]) -> Found:
    """The pairs of one group's entries with those of other groups."""
    frequencies, people = queries.common_names()
    by = weights()
    own = families.get(group, [])
    near = _near([known for _, known in own], group)
    families |= _families(sorted(near - families.keys()))
    found: Found = {}
    for other in sorted(near):
        theirs = families.get(other, [])
        pairs = {
            (i, j): told(odds(one, its, by, frequencies))
            for i, (_, one) in enumerate(own)
            for j, (_, its) in enumerate(theirs)
        }
        groups = max(people // _PEOPLE_A_FILE, 300)
        _, chances = judged(pairs, left=len(own), right=len(theirs), groups=groups, priors=Priors())
        for (i, j), chance in chances.items():
            if chance >= KEPT:
                found[_ordered(own[i][0], theirs[j][0])] = chance
    return found


def _near(asked: Sequence[Known], group: int) -> set[int]:
    """The other groups in which somebody has a key of theirs."""
    if not asked:
        return set()
    frequencies, _ = queries.common_names()
    by = weights()
    near = set()
    for line, _, _, other, prepared in queries.likely(asked, each=EACH, most=MOST):
        if other != group and other not in near:
            its = odds(asked[line], from_text(prepared), by, frequencies)
            if max(sum(its.person.values()), sum(its.family.values())) > _STRONG:
                near.add(other)
    return near


def _families(groups: Sequence[int]) -> dict[int, Family]:
    found: dict[int, Family] = {}
    for _, entry, _, group, prepared in sorted(queries.homes(groups)) if groups else ():
        found.setdefault(group, []).append((entry, from_text(prepared)))
    return found


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _write(looked: Mapping[int, int], found: Found) -> None:
    """`looked` are the entries with the mark they waited under."""
    pairs = sorted(found)
    lefts, rights = [left for left, _ in pairs], [right for _, right in pairs]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "select hub.matching_reviewed(%s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[],"
            " %s::double precision[])",
            [list(looked), list(looked.values()), lefts, rights, [found[pair] for pair in pairs]],
        )
