"""Which row somebody stands in: below their parents, beside their partner, never in a circle."""

from dataclasses import dataclass, field


@dataclass
class Ground:
    """What is known of who stands above whom, and beside whom; refuses what would be a circle."""

    size: int
    steps: dict[tuple[int, int], int] = field(default_factory=dict)
    group: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.group = list(range(self.size))

    def below(self, upper: int, lower: int, steps: int) -> bool:
        """Let one stand some rows below another. False, and nothing done, when that is a circle."""
        if self._reaches(self.group[lower], self.group[upper]):
            return False
        pair = self.group[upper], self.group[lower]
        self.steps[pair] = max(steps, self.steps.get(pair, 0))
        return True

    def beside(self, one: int, other: int) -> bool:
        """Let two stand in one row. False, and nothing done, when one is above the other."""
        a, b = sorted((self.group[one], self.group[other]))
        if a == b:
            return True
        if self._reaches(a, b) or self._reaches(b, a):
            return False
        self.group = [a if group == b else group for group in self.group]
        joined: dict[tuple[int, int], int] = {}
        for (upper, lower), steps in self.steps.items():
            pair = (a if upper == b else upper, a if lower == b else lower)
            joined[pair] = max(steps, joined.get(pair, 0))
        self.steps = joined
        return True

    def rows(self, child: list[bool]) -> list[int]:
        """The row of everybody, from 0: ancestors as near to their descendants as they can be, and
        the children of families that nothing joins in one row."""
        level = dict.fromkeys(sorted(set(self.group)), 0)
        order = self._from_the_top()
        for group in order:
            for (upper, lower), steps in self.steps.items():
                if upper == group:
                    level[lower] = max(level[lower], level[upper] + steps)
        headed = {lower for _, lower in self.steps}
        for group in reversed(order):
            under = [level[low] - steps for (up, low), steps in self.steps.items() if up == group]
            if under and group not in headed:
                level[group] = min(under)
        rows = [level[group] for group in self.group]
        for component in self._components():
            young = [rows[person] for person in component if child[person]]
            lowest = min(young) if young else max(rows[person] for person in component) + 1
            for person in component:
                rows[person] -= lowest
        used = {row: place for place, row in enumerate(sorted(set(rows)))}
        return [used[row] for row in rows]

    def _reaches(self, upper: int, lower: int) -> bool:
        """Whether one group is the other, or above it."""
        seen, ahead = {upper}, [upper]
        while ahead:
            here = ahead.pop()
            if here == lower:
                return True
            for up, low in self.steps:
                if up == here and low not in seen:
                    seen.add(low)
                    ahead.append(low)
        return False

    def _from_the_top(self) -> list[int]:
        """The groups, each after all that stand above it."""
        left, found = sorted(set(self.group)), list[int]()
        while left:
            waiting = {low for up, low in self.steps if up in left}
            free = [group for group in left if group not in waiting]
            found += free
            left = [group for group in left if group in waiting]
        return found

    def _components(self) -> list[list[int]]:
        """People whom anything joins, together."""
        part = {group: group for group in self.group}
        for upper, lower in self.steps:
            a, b = part[upper], part[lower]
            part = {group: a if within == b else within for group, within in part.items()}
        found: dict[int, list[int]] = {}
        for person, group in enumerate(self.group):
            found.setdefault(part[group], []).append(person)
        return list(found.values())
