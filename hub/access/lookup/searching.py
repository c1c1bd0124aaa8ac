"""The one place that asks the index. What it finds are ids; they go no further than the door."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from hub.access.lookup.rules import Surely
from hub.matching.queries import FAMILIES, Hit, drawn, search
from hub.matching.rules import Description
from hub.matching.rules.deciding import Limits, calibrated, shown

# What a family has to weigh against nobody's being here: a tenth of what it takes to be told of
# when nothing else is found. What is found is told by weight and not by rank, so that none that is
# hidden takes another's place (S19).
LEAST: Final = 0.01
BY_REFERENCE: Final = "the reference"
SURELY: Final = {"family": Surely.FAMILY, "ask": Surely.ASK}


@dataclass(frozen=True)
class Candidate:
    """A family that was found: by whose entries, all that were weighed, what it weighs against
    nobody's being here, and what agrees."""

    family: int
    entries: frozenset[int]
    weight: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Search:
    """What was found for what was typed, and for each person alone with no place to help. `rest` is
    what all other families together weigh."""

    found: tuple[Candidate, ...]
    alone: tuple[tuple[Hit, ...], ...] = ()
    called: int | None = None
    rest: float = 0.0

    def surely(self, hidden: Collection[int]) -> dict[int, Surely]:
        """How surely each family is the one that was typed, as if those hidden were not there.

        All that is found competes: of two that fit alike neither is sure. One that is hidden must
        not make another less sure, since that would tell that there is one (S19).
        """
        weights = {one.family: one.weight for one in self.found}
        surely = {
            one: _how_surely(weights, one, () if one in hidden else hidden, self.rest)
            for one in weights
        }
        return surely | ({self.called: Surely.FAMILY} if self.called is not None else {})

    def joined(self, ways: Mapping[int, int]) -> "Search":
        """The same with each family that has a way counted as the one it leads to."""
        if not ways:
            return self
        found: dict[int, Candidate] = {}
        for one in self.found:
            family = ways.get(one.family, one.family)
            first = found.get(family)
            found[family] = Candidate(
                family,
                one.entries | (first.entries if first else frozenset()),
                one.weight + (first.weight if first else 0.0),
                tuple(dict.fromkeys((*(first.reasons if first else ()), *one.reasons))),
            )
        alone = tuple(
            tuple(replace(hit, group=ways.get(hit.group, hit.group)) for hit in hits)
            for hits in self.alone
        )
        called = self.called if self.called is None else ways.get(self.called, self.called)
        return Search(tuple(found.values()), alone, called, self.rest)

    def surely_without(
        self, family: int, held_back: frozenset[int], hidden: Collection[int]
    ) -> Surely:
        """The same by people none of whom is held back, and by no place: by how probably somebody
        typed is that very person, since what a family as a whole tells is also told by others."""
        found = [Surely.FAMILY if family == self.called else Surely.NO]
        for hits in self.alone:
            weights = {hit.group: hit.weight for hit in hits}
            mine = [h for h in hits if h.group == family and h.entry not in held_back]
            found += [
                _how_surely(weights, family, hidden, hit.rest, hit.part)
                for hit in mine
                if hit.probability is not None
            ]
        return max(found)


def look_for(people: Sequence[Description], *, careful: bool, called: int | None = None) -> Search:
    """The families that were found for what was typed, the likeliest first. `called` is the one
    whose reference was typed.

    `careful` also asks for each person alone and without places: for families that keep somebody,
    or where they are, from whoever asks. It depends on who asks and never on what is found, so that
    it takes the same time for a family that is there and one that is not. For the same reason each
    search asks all that any search asks.
    """
    hits = _search(people)
    alone = _each_alone(people, hits) if careful else []
    found = _by_family(hits)
    if called is not None and not any(one.family == called for one in found):
        found.append(Candidate(called, frozenset(), 0.0, (BY_REFERENCE,)))
    return Search(tuple(found), tuple(alone), called, hits[0].rest if hits else 0.0)


def as_many(families: Sequence[int]) -> list[int]:
    """These families, and where they are few others that were drawn: as much is then asked of them
    whatever was found. Nothing is told of those that were drawn."""
    return list(dict.fromkeys([*families, *drawn()]))[: max(len(families), FAMILIES)]


def _each_alone(people: Sequence[Description], hits: Sequence[Hit]) -> list[tuple[Hit, ...]]:
    """The hits for each person alone and without places; one person without any was just that."""
    without = [_placeless(one) for one in people]
    if without == list(people) and len(without) == 1:
        return [tuple(hits)]
    return [tuple(_search([one])) for one in without]


def _search(people: Sequence[Description]) -> list[Hit]:
    return search(people, least=LEAST, always_homes=True)


def _by_family(hits: Sequence[Hit]) -> list[Candidate]:
    found: dict[int, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.group, []).append(hit)
    return [
        Candidate(
            family,
            mine[0].weighed,
            mine[0].weight,
            tuple(dict.fromkeys(words for hit in mine for words in hit.agrees)),
        )
        for family, mine in found.items()
    ]


def _how_surely(
    weights: Mapping[int, float],
    family: int,
    gone: Collection[int],
    rest: float,
    part: float = 1.0,
) -> Surely:
    """How surely it is this family, or this part of it, were those `gone` not there: by what each
    weighs against nobody's being here."""
    others = sum(w for one, w in weights.items() if one != family and one not in gone)
    mine = weights[family]
    limits = Limits()
    probability = calibrated(mine * part / (1.0 + rest + others + mine), limits)
    return SURELY.get(shown(probability, limits).value, Surely.NO)


def _placeless(one: Description) -> Description:
    return replace(one, address="", town="", postcode="", former_postcodes=(), phones=())
