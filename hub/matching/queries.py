"""Who is probably already known: candidates by their keys, then odds, then probabilities."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log2
from typing import Any, Final

from django.db import connection

from hub.matching.rules import Description
from hub.matching.rules.deciding import Candidate, Chance, Limits, Shown, calibrated, chances, shown
from hub.matching.rules.keys import asked_keys
from hub.matching.rules.known import Known, ready
from hub.matching.rules.odds import Frequencies, odds, weights
from hub.matching.rules.prepared import from_text
from hub.matching.rules.reasons import reasons

__all__ = ["Hit", "Shown", "search"]

EACH: Final = 150  # entries of one key that are looked at
MOST: Final = 40  # entries for one person asked that are compared
FAMILIES: Final = 8  # groups of which everybody is compared when nobody comes out surely
SURE: Final = 0.97
MOST_FAMILIES: Final = 3 * FAMILIES  # in any case
ALIKE: Final = 2  # groups that a look-up finds, or as many drawn ones in their place
MORE_WHOLE: Final = 10  # how much more a group may weigh when everybody in it is weighed
FRESH_S: Final = 3600.0
LIKELY: Final = "select * from hub.matching_likely(%s::int[], %s::int[], %s, %s)"
SOME: Final = "select hub.matching_some(%s)"
HOMES: Final = "select * from hub.matching_homes(%s::bigint[])"


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that may be who was asked for, and its group.

    `probability` is that it is this very person, None where only the group is meant;
    `group_probability` that the group is theirs, and `shown` what may be said of it. `asked` is
    the index of who was asked for. `agrees` is only for those who may see the group.

    `weight` is the group's against nobody's being here, `part` the person's share of it, and `rest`
    the weights of all groups that none of the hits is of: what it takes to say how probable a group
    is if another were not there, which no difference of probabilities says (near 1 they have no
    digits left). `weighed` are all entries by which the group came to weigh what it does.
    """

    entry: int
    person: int
    group: int
    probability: float | None
    group_probability: float
    shown: Shown
    asked: int
    agrees: tuple[str, ...]
    weight: float
    part: float
    rest: float
    weighed: frozenset[int]


def search(
    asked: Sequence[Description],
    *,
    limit: int = 5,
    least: float | None = None,
    always_homes: bool = False,
) -> list[Hit]:
    """Who the people asked for, all of one family, may already be; the likeliest first.

    At most `limit` hits for each of them; or, where `least` is given, everybody of each group that
    weighs at least so much against nobody's being here, so that none of them pushes another out.
    Nothing typed finds nothing. `always_homes` weighs the likeliest families by everybody in them
    also when somebody comes out surely, and when there are few, others that were drawn and are no
    hits: how much is asked and weighed then tells nothing of what was found.
    """
    people = [ready(one) for one in asked]
    frequencies, entries = common_names()
    found: dict[int, Candidate] = {}
    _score(likely(people), people, found, frequencies)
    result = chances(list(found.values()), asked=len(people), entries=entries)
    if always_homes or (result and (len(people) > 1 or result[0].group < SURE)):
        # Nobody comes out surely: the families of the likeliest may tell.
        groups = _likeliest(result, least)
        others = [one for one in drawn() if one not in groups] if always_homes and people else []
        rows = homes([*groups, *others[: max(FAMILIES - len(groups), 0)]])
        _score([row for row in rows if row[3] in groups], people, found, frequencies)
        _weigh_and_forget([row for row in rows if row[3] not in groups], people, len(groups))
        result = chances(list(found.values()), asked=len(people), entries=entries)
    if least is None:
        return _hits(result, result, len(people), limit)
    told = set(_likeliest(result, least))
    enough = [one for one in result if one.weight >= least and one.candidate.group in told]
    return _hits(enough, result, len(people), len(enough))


def _weigh_and_forget(rows: Sequence[Any], people: Sequence[Known], found: int) -> None:
    """What is done for groups that were found, done for those that were drawn, for the time it
    takes: all are compared, and as many come out as if one or two had been found."""
    frequencies, entries = common_names()
    drawn: dict[int, Candidate] = {}
    _score(rows, people, drawn, frequencies)
    some = list(dict.fromkeys(one.group for one in drawn.values()))[: max(ALIKE - found, 0)]
    several = [one for one in drawn.values() if one.group in some]
    for _ in range(2):  # as for those found: before and after everybody in them is weighed
        result = chances(several, asked=len(people), entries=entries)
    _hits(result, result, len(people), len(result))


def _likeliest(found: Sequence[Chance], least: float | None) -> list[int]:
    """The groups of which everybody is weighed: the likeliest; or, where `least` is given, those
    that may come to weigh so much, whoever else is there: the likeliest may be such as nothing is
    told of, and must not stand in another's place."""
    weights = {one.candidate.group: one.weight for one in found}
    if least is None:
        return list(weights)[:FAMILIES]
    return [group for group, weight in weights.items() if weight >= least / MORE_WHOLE][
        :MOST_FAMILIES
    ]


def _score(
    rows: Sequence[Any],
    people: Sequence[Known],
    found: dict[int, Candidate],
    frequencies: Frequencies,
) -> None:
    """Add the entries of rows that are not in `found` yet, each beside everybody asked for."""
    by = weights()
    for _, entry, person, group, prepared in rows:
        if entry not in found:
            known = from_text(prepared)
            scores = {line: odds(one, known, by, frequencies) for line, one in enumerate(people)}
            found[entry] = Candidate(entry, person, group, scores)


def homes(groups: Sequence[int]) -> list[Any]:
    """Everybody in some groups as rows: nought, entry, person, group, and what is compared."""
    with connection.cursor() as cursor:
        cursor.execute(HOMES, [list(groups)])
        return list(cursor.fetchall())


def likely(people: Sequence[Known], *, each: int = EACH, most: int = MOST) -> list[Any]:
    """Who shares the rarest keys with the people asked for, as rows: the index of who was asked,
    entry, person, group, and what is compared. Of a key at most `each` entries are looked at; for
    each asked person at most `most` are given."""
    keys: list[int] = []
    lines: list[int] = []
    for line, person in enumerate(people):
        own = asked_keys(person)
        keys += own
        lines += [line] * len(own)
    with connection.cursor() as cursor:
        cursor.execute(LIKELY, [keys, lines, each, most])
        return list(cursor.fetchall())


def _hits(enough: Sequence[Chance], found: Sequence[Chance], asked: int, limit: int) -> list[Hit]:
    """For each asked person the likeliest of the likeliest group, then whoever is likely."""
    chosen: list[Chance] = []
    for index in range(asked):
        own = [one for one in enough if one.asked == index]
        others = sorted(own[1:], key=lambda one: (-one.person, -one.group, one.candidate.entry))
        chosen += [*own[:1], *others][:limit]
    told = {one.candidate.group for one in chosen}
    weights, weighed = dict[int, float](), dict[int, set[int]]()
    for one in found:
        weights[one.candidate.group] = one.weight
        weighed.setdefault(one.candidate.group, set()).add(one.candidate.entry)
    rest = sum(weight for group, weight in weights.items() if group not in told)
    by = {group: frozenset(weighed[group]) for group in told}
    return [_hit(one, rest, by[one.candidate.group]) for one in chosen]


def _hit(one: Chance, rest: float, weighed: frozenset[int]) -> Hit:
    limits = Limits()
    group = calibrated(one.group, limits)
    person = calibrated(one.person, limits)
    only_family = person < limits.person and group >= limits.perhaps
    return Hit(
        entry=one.candidate.entry,
        person=one.candidate.person,
        group=one.candidate.group,
        probability=None if only_family else person,
        group_probability=group,
        shown=shown(group, limits),
        asked=one.asked,
        agrees=reasons(one.candidate.odds[one.asked].levels),
        weight=one.weight,
        part=one.part,
        rest=rest,
        weighed=weighed,
    )


@dataclass
class _Snapshot:
    at: float = -FRESH_S
    frequencies: Frequencies = field(default_factory=Frequencies)
    entries: int = 1000
    drawn: list[int] = field(default_factory=list)


_snapshot: dict[str, _Snapshot] = {}


def common_names() -> tuple[Frequencies, int]:
    """How common names are, and how many entries there are; read once an hour by a process."""
    kept = _kept()
    return kept.frequencies, kept.entries


def drawn() -> list[int]:
    """Some groups of the index, drawn anew once an hour by a process."""
    return _kept().drawn


def _kept() -> _Snapshot:
    name = str(connection.settings_dict["NAME"])
    kept = _snapshot.setdefault(name, _Snapshot())
    if time.monotonic() - kept.at > FRESH_S:
        with connection.cursor() as cursor:
            cursor.execute("select comparison, word, count from hub.matching_frequencies()")
            rows = cursor.fetchall()
            cursor.execute(SOME, [2 * FAMILIES])
            kept.drawn = [group for (group,) in cursor.fetchall()]
        kept.frequencies, kept.entries = counted(rows)
        kept.at = time.monotonic()
    return kept


def forget() -> None:
    """Forget how common names are, so that the next search reads it anew."""
    _snapshot.clear()


AVERAGE: Final = {"given": 0.0035, "surname": 0.0012}


def counted(rows: Iterable[tuple[str, str, int]]) -> tuple[Frequencies, int]:
    counts: dict[str, dict[str, int]] = {}
    for comparison, word, count in rows:
        counts.setdefault(comparison, {})[word] = count
    entries = max(counts.pop("entries", {}).get("", 0), 1000)
    rarity = {
        comparison: {
            word: log2(AVERAGE[comparison] * entries / count) for word, count in some.items()
        }
        for comparison, some in counts.items()
    }
    return Frequencies(rarity, unlisted=3.0 if rarity else 0.0), entries
