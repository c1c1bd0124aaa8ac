"""Sorts out who descends from whom: people by age, no circles, children gathered by parents."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations

from hub.ui.pictures.generations import Ground
from hub.ui.pictures.values import Bond, Descent, Family, Kin, Somebody, Tie

RANK = {tie: place for place, tie in enumerate(Tie)}
Fact = tuple[int, int, Tie]
Bonds = dict[tuple[int, int], Bond]


def sort_out(family: Family) -> Kin:
    """The family with everybody once and in a row. A fact that contradicts closer ones (that
    somebody is their own ancestor) is left out and counted."""
    people = sorted({person.id: person for person in family.people}.values(), key=_by_age)
    number = {person.id: place for place, person in enumerate(people)}
    told = _raised(number, family.raised)
    bonds: Bonds = dict(sorted(_pairs(number, family.couples)))
    ground = Ground(len(people))
    kept = [fact for fact in told if ground.below(fact[0], fact[1], _steps(fact[2]))]
    above = _above(_telling(kept, bonds))
    descents = _descents(above, bonds)
    for descent in descents:
        if len(descent.parents) == 2 and descent.children[0][1] in (Tie.BIRTH, Tie.ADOPTED):
            bonds.setdefault((descent.parents[0], descent.parents[1]), Bond.PARENTS)
    drawn = {pair: bond for pair, bond in sorted(bonds.items()) if ground.beside(*pair)}
    descents += _siblings({pair for pair, _ in _pairs(number, family.siblings)}, above)
    for descent in descents:
        for one, other in combinations([child for child, _ in descent.children], 2):
            ground.beside(one, other)
    rows = ground.rows([person.child for person in people])
    return Kin(
        people,
        _level(descents, rows),
        drawn,
        rows,
        _homes(number, family.homes),
        left_out=len(told) - len(kept) + len(bonds) - len(drawn),
    )


def _by_age(person: Somebody) -> tuple[date, bool, str, int]:
    return person.born or date.max, person.child, person.name, person.id


def _steps(tie: Tie) -> int:
    return 2 if tie == Tie.GRANDPARENT else 1


def _raised(number: dict[int, int], told: Iterable[Fact]) -> list[Fact]:
    """Facts about two people of the family, the closest tie of each pair, closest ties first."""
    closest: dict[tuple[int, int], Tie] = {}
    for adult, child, tie in told:
        if adult in number and child in number and adult != child:
            pair = number[adult], number[child]
            closest[pair] = min(tie, closest.get(pair, tie), key=RANK.__getitem__)
    facts = [(adult, child, tie) for (adult, child), tie in closest.items()]
    return sorted(facts, key=lambda fact: (RANK[fact[2]], fact[:2]))


def _pairs(
    number: dict[int, int], told: Iterable[tuple[int, int] | tuple[int, int, Bond]]
) -> list[tuple[tuple[int, int], Bond]]:
    """Pairs of two people of the family, the younger second."""
    found = []
    for one, other, *bond in sorted(told, key=str):
        if one in number and other in number and one != other:
            a, b = sorted((number[one], number[other]))
            found.append(((a, b), bond[0] if bond else Bond.PARTNERS))
    return found


def _telling(kept: list[Fact], bonds: Bonds) -> list[Fact]:
    """The facts that need a line: a parent's parent needs none to the grandchild, nor a
    step-parent who stands beside the parent."""
    parents: dict[int, set[int]] = {}
    for adult, child, tie in kept:
        if tie in (Tie.BIRTH, Tie.ADOPTED):
            parents.setdefault(child, set()).add(adult)

    def needed(adult: int, child: int, tie: Tie) -> bool:
        own = parents.get(child, set())
        if tie == Tie.GRANDPARENT:
            return not any(adult in parents.get(parent, ()) for parent in own)
        beside = any((min(adult, p), max(adult, p)) in bonds for p in own)
        return tie != Tie.STEP or not beside

    return [fact for fact in kept if needed(*fact)]


def _above(facts: list[Fact]) -> dict[int, list[tuple[tuple[int, ...], Tie]]]:
    """For each child the groups of adults it hangs from, the closest tie first: two parents
    together, any others one by one."""
    found: dict[int, list[tuple[tuple[int, ...], Tie]]] = {}
    for child in sorted({child for _, child, _ in facts}):
        for tie in Tie:
            adults = sorted(adult for adult, of, as_ in facts if (of, as_) == (child, tie))
            if len(adults) == 2:
                found.setdefault(child, []).append((tuple(adults), tie))
            else:
                found.setdefault(child, []).extend(((adult,), tie) for adult in adults)
    return found


def _descents(above: dict[int, list[tuple[tuple[int, ...], Tie]]], bonds: Bonds) -> list[Descent]:
    """Children of the same parents together. Two who are no couple raise one by one, but for
    parents by birth or adoption."""
    children: dict[tuple[int, ...], dict[int, Tie]] = {}
    for child, groups in above.items():
        for adults, tie in groups:
            together = tie in (Tie.BIRTH, Tie.ADOPTED) or adults in bonds
            for group in [adults] if together else [(adult,) for adult in adults]:
                children.setdefault(group, {}).setdefault(child, tie)
    return [
        Descent(parents, tuple(sorted(below.items())))
        for parents, below in sorted(children.items())
    ]


def _siblings(
    pairs: set[tuple[int, int]], above: dict[int, list[tuple[tuple[int, ...], Tie]]]
) -> list[Descent]:
    """Brothers and sisters whose common parent is not in the drawing hang from a line alone."""
    groups: list[set[int]] = []
    for pair in sorted(pairs):
        met = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in met] + [set(pair).union(*met)]
    found = []
    for group in groups:
        shown, homes = [], set()
        for child in sorted(group):
            home = above.get(child, [((), Tie.BIRTH)])[0][0]
            if not home or home not in homes:
                shown.append((child, Tie.BIRTH))
            homes.add(home)
        if len(shown) > 1:
            found.append(Descent((), tuple(shown)))
    return sorted(found, key=lambda descent: descent.children)


def _level(descents: list[Descent], rows: list[int]) -> list[Descent]:
    """The same descents, each from one row and to one row."""
    found = []
    for descent in descents:
        levels = sorted({rows[parent] for parent in descent.parents})
        together = [tuple(p for p in descent.parents if rows[p] == level) for level in levels]
        for parents in together or [()]:
            for below in sorted({rows[child] for child, _ in descent.children}):
                children = tuple((c, tie) for c, tie in descent.children if rows[c] == below)
                found.append(Descent(parents, children))
    return [descent for descent in found if descent.parents or len(descent.children) > 1]


def _homes(number: dict[int, int], homes: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    found = {frozenset(number[person] for person in home if person in number) for home in homes}
    return sorted((home for home in found if home), key=sorted)
