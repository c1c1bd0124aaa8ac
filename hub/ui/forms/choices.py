"""Fields with answers to choose from: a list, radios, checkboxes. An answer may ask for more."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from hub.ui.forms.bound import Bound
from hub.ui.forms.fields import HubField


@dataclass(frozen=True)
class Choice:
    """One answer. `shows` names a field of the same form asked only under this answer; a choice
    that is `alone` (none of these) goes with no other and stands below the rest."""

    value: str
    text: str
    hint: str = ""
    shows: str = ""
    alone: bool = False


Choices = Iterable[Choice | tuple[Any, str]]


class Choosing(HubField):
    """What the three share. `coerce` makes of the answer's text what the view wants."""

    NOT_LISTED = "Choose one of the answers listed"

    def __init__(
        self, *, choices: Choices = (), coerce: Callable[[str], Any] = str, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.coerce = coerce
        self.choices = choices

    @property
    def choices(self) -> list[Choice]:
        """The answers there are. May be set in a form's `__init__`."""
        return self._choices

    @choices.setter
    def choices(self, given: Choices) -> None:
        self._choices = [c if isinstance(c, Choice) else Choice(str(c[0]), c[1]) for c in given]

    def reveals(self) -> dict[str, str]:
        """Answers that show another field."""
        return {c.value: c.shows for c in self.choices if c.shows}

    def answers(self, raw: Any) -> list[str]:
        """The answers chosen."""
        given = raw if isinstance(raw, list | tuple | set | frozenset) else [raw]
        return [str(getattr(a, "value", a)) for a in given if a not in (None, "")]

    def one_of(self, answer: str) -> Any:
        """The answer as the view wants it. Raises ValidationError when it is not listed."""
        if answer not in {c.value for c in self.choices}:
            raise ValidationError(self.NOT_LISTED, code="listed")
        return self.coerce(answer)

    def to_python(self, value: Any) -> Any:
        """The one answer chosen, or None."""
        chosen = self.answers(value)
        return self.one_of(chosen[0]) if chosen else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another answer was chosen."""
        return set(self.answers(initial)) != set(self.answers(data))

    def items(self, bound: Bound) -> list[dict[str, Any]]:
        """The answers as the component lists them."""
        chosen = set(self.answers(bound.value()))
        return [self._item(choice, bound, chosen) for choice in self.choices]

    def _item(self, choice: Choice, bound: Bound, chosen: set[str]) -> dict[str, Any]:
        item: dict[str, Any] = {"value": choice.value, "text": choice.text}
        item["checked"] = choice.value in chosen
        if choice.hint:
            item["hint"] = {"text": choice.hint}
        if choice.shows:
            item["conditional"] = {"html": bound.form[choice.shows].draw()}  # type: ignore[attr-defined]
        if choice.alone:
            item["behaviour"] = "exclusive"
        return item


def choose(form: forms.Form, name: str, answers: Choices) -> None:
    """Give a question of a form its answers where they are known only when it is asked: the people
    of a family, mostly. For a form's `__init__`."""
    asked = form.fields[name]
    assert isinstance(asked, Choosing)  # noqa: S101 - the form declares it
    asked.choices = answers


class Select(Choosing):
    """A drop-down list, for long lists only. `first` is what stands there before a choice."""

    widget = forms.TextInput
    component = "select"

    def __init__(self, *, first: str = "Choose", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.first = first

    def options(self, bound: Bound) -> dict[str, Any]:
        """What the list is told."""
        chosen = set(self.answers(bound.value()))
        items: list[dict[str, Any]] = [{"value": "", "text": self.first}]
        items += [
            {"value": c.value, "text": c.text, "selected": c.value in chosen} for c in self.choices
        ]
        return bound.common() | {"items": items}


class Radios(Choosing):
    """One of a few answers. `inline` for two short ones, `small` where there is little room."""

    widget = forms.TextInput
    component = "radios"

    def __init__(self, *, inline: bool = False, small: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.classes = " ".join(
            f"govuk-radios--{name}" for name, on in (("inline", inline), ("small", small)) if on
        )

    def options(self, bound: Bound) -> dict[str, Any]:
        """What the radios are told."""
        return bound.common(fieldset=True) | {
            "idPrefix": bound.auto_id,
            "classes": self.classes,
            "items": self.items(bound),
        }


class YesNo(Radios):
    """Yes or no, as True or False; None when it is optional and not answered."""

    def __init__(self, *, yes_shows: str = "", no_shows: str = "", **kwargs: Any) -> None:
        answers = [Choice("yes", "Yes", shows=yes_shows), Choice("no", "No", shows=no_shows)]
        plain = not (yes_shows or no_shows)
        given: dict[str, Any] = {
            "choices": answers,
            "coerce": lambda answer: answer == "yes",
            "inline": plain,
        }
        super().__init__(**(given | kwargs))

    def answers(self, raw: Any) -> list[str]:
        """The answer chosen; True and False may be given to begin with."""
        return super().answers(("no", "yes")[raw] if isinstance(raw, bool) else raw)


class Checkboxes(Choosing):
    """Any of a few answers, as a list in the answers' own order."""

    widget = forms.CheckboxSelectMultiple
    component = "checkboxes"

    def __init__(self, *, small: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.small = small

    @property
    def nothing(self) -> Any:
        """No answer is an empty list."""
        return []

    def to_python(self, value: Any) -> Any:
        """The answers chosen. Raises ValidationError when one is not listed, or goes alone."""
        chosen = self.answers(value)
        found = {answer: self.one_of(answer) for answer in chosen}
        alone = [c.text for c in self.choices if c.alone and c.value in found]
        if alone and len(found) > 1:
            raise ValidationError(
                f"Choose “{alone[0]}” or the other answers, not both", code="alone"
            )
        return [found[c.value] for c in self.choices if c.value in found]

    def blank(self, raw: Any) -> bool:
        """Whether nothing is ticked."""
        return not self.answers(raw)

    def options(self, bound: Bound) -> dict[str, Any]:
        """What the checkboxes are told."""
        items = self.items(bound)
        if any(c.alone for c in self.choices):
            first_alone = next(i for i, c in enumerate(self.choices) if c.alone)
            items.insert(first_alone, {"divider": "or"})
        return bound.common(fieldset=True) | {
            "idPrefix": bound.auto_id,
            "classes": "govuk-checkboxes--small" if self.small else "",
            "items": items,
        }


class Tick(Checkboxes):
    """A single box, as True or False. `label` stands above it, `says` beside it."""

    def __init__(self, *, says: str, **kwargs: Any) -> None:
        super().__init__(choices=[("yes", says)], **({"note_optional": False} | kwargs))

    @property
    def nothing(self) -> Any:
        """Not ticked."""
        return False

    def answers(self, raw: Any) -> list[str]:
        """Whether it is ticked; True and False may be given to begin with."""
        if isinstance(raw, bool):
            return ["yes"] if raw else []
        return super().answers(raw)

    def to_python(self, value: Any) -> Any:
        """True or False."""
        return bool(super().to_python(value))

    def validate(self, value: Any) -> None:
        """A required box must be ticked. Raises ValidationError with the `required` sentence."""
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")
