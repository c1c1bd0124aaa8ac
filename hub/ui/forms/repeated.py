"""As many of a kind as there are, such as the members of a family, without a script.

"Add another" and "Remove" are buttons of the same form: the page is drawn again with one set more
or less, everything typed still in place, and nothing is judged until the form itself is sent.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from markupsafe import Markup

from hub.ui.forms.parts import HIDDEN, Part

P = TypeVar("P", bound=Part)


class Repeated(Generic[P]):
    """Many parts of one kind. Takes the form's data (None at first) or `initial` values.

    In the view: `if people.pressed: draw the page again` before `is_valid()`. Sets left quite
    empty beyond the `least` are left out. A template loops over `people` (each has `.part`,
    `.number` and `.remove()`), then draws `people.add()`.
    """

    def __init__(
        self,
        part: type[P],
        data: Any = None,
        *,
        name: str,
        noun: str,
        least: int = 1,
        most: int = 20,
        initial: Sequence[Mapping[str, Any]] = (),
        **kwargs: Any,
    ) -> None:
        self.name, self.noun, self.least, self.most = name, noun, least, most
        self.is_bound = data is not None
        self.added: int | None = None
        if data is None:
            count = max(least, len(initial))
            numbers = list(range(min(count, most)))
        else:
            numbers = self._pressed(data, self._numbers(data))
        self.pressed = data is not None and any(f"{name}-{b}" in data for b in ("add", "remove"))
        self.sets = [
            Set(self, n, place, self._part(part, data, n, initial, kwargs))
            for place, n in enumerate(numbers, start=1)
        ]
        counted = self.counted
        for one in self.sets:
            one.part.quiet = self.pressed or one.part not in counted

    def __iter__(self) -> Iterator["Set[P]"]:
        return iter(self.sets)

    def __len__(self) -> int:
        return len(self.sets)

    def is_valid(self) -> bool:
        """Whether every set that counts is right. False while a button was pressed."""
        return self.is_bound and not self.pressed and all(p.is_valid() for p in self.counted)

    @property
    def counted(self) -> list[P]:
        """The parts that count: the first `least`, and the others unless quite empty."""
        parts = [s.part for s in self.sets]
        return [p for i, p in enumerate(parts) if i < self.least or not _blank(p)]

    @property
    def cleaned(self) -> list[dict[str, Any]]:
        """What was said in each, in order. Only after `is_valid`."""
        return [part.cleaned_data for part in self.counted]

    @property
    def in_error(self) -> bool:
        """Whether something was sent and is wrong."""
        return self.is_bound and not self.pressed and any(p.in_error for p in self.counted)

    def wrong(self) -> Iterator[tuple[str, str]]:
        """Each error with its address, saying which set it is in when there are several."""
        for one in self.sets:
            if one.part in self.counted:
                for sentence, at in one.part.wrong():
                    many = len(self.sets) > 1
                    yield (
                        f"{self.noun.capitalize()} {one.number}: {sentence}" if many else sentence,
                        at,
                    )

    def add(self) -> Markup:
        """The button that adds a set, unless there are as many as there may be."""
        if len(self.sets) >= self.most:
            return Markup("")
        return BUTTON.format(f"{self.name}-add", "1", f"Add another {self.noun}", "")

    def _numbers(self, data: Any) -> list[int]:
        """The sets that are on the page, each by the number its boxes are named with."""
        given = (
            data.getlist(f"{self.name}-set")
            if hasattr(data, "getlist")
            else data.get(f"{self.name}-set", [])
        )
        numbers = [int(n) for n in given if re.fullmatch(r"[0-9]{1,4}", str(n))]
        found = list(dict.fromkeys(numbers))[: self.most]
        return found or list(range(self.least))

    def _pressed(self, data: Any, numbers: list[int]) -> list[int]:
        removed = str(data.get(f"{self.name}-remove", ""))
        left = [n for n in numbers if str(n) != removed]
        if len(left) >= self.least:
            numbers = left
        if f"{self.name}-add" in data and len(numbers) < self.most:
            self.added = max(numbers, default=-1) + 1
            numbers = [*numbers, self.added]
        return numbers

    def _part(
        self, part: type[P], data: Any, n: int, initial: Sequence[Mapping[str, Any]], kwargs: Any
    ) -> P:
        given = dict(initial[n]) if data is None and n < len(initial) else None
        return part(data, prefix=f"{self.name}-{n}", initial=given, **kwargs)


class Set(Generic[P]):
    """One of the repeated parts, in its place on the page."""

    def __init__(self, among: "Repeated[P]", key: int, number: int, part: P) -> None:
        self.among, self.key, self.number, self.part = among, key, number, part

    def draw(self) -> Markup:
        """Its fields, and the hidden mark that it is there."""
        first = DEFAULT if self is self.among.sets[0] else Markup("")
        return first + HIDDEN.format(f"{self.among.name}-set", self.key) + self.part.draw_fields()

    def remove(self) -> Markup:
        """The button that takes it away, when there are more than the least."""
        if len(self.among) <= self.among.least:
            return Markup("")
        hidden = Markup(' <span class="govuk-visually-hidden">{} {}</span>').format(
            self.among.noun, self.number
        )
        return BUTTON.format(f"{self.among.name}-remove", self.key, "Remove", hidden)


# The Enter key presses a form's first button: without this one that would be "Remove".
DEFAULT = Markup(
    '<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">'
    "Send</button>"
)
BUTTON = Markup(
    '<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" '
    'formnovalidate name="{}" value="{}">{}{}</button>'
)


def _blank(part: Part) -> bool:
    return all(bound.asked.blank(bound.data) for bound in map(part.__getitem__, part.fields))
