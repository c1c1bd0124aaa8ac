"""Fields of one box. Each draws itself and speaks in sentences about what is wrong.

Every field takes `label`, `hint`, `required` (the sentence when it is left empty, "Enter …";
None makes it optional and the label says so), `called` (what sentences call it, when the label
is a question), `heading` (its label is the page's heading) and `size` (s, m, l or xl).
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from markupsafe import Markup, escape

from hub.ui.environment import govuk
from hub.ui.forms import text
from hub.ui.forms.bound import Bound

OPTIONAL = " (optional)"
UNKEPT = (
    "{} had characters in it that cannot be kept. They have been taken out: check it and send again"
)


class HubField(forms.Field):
    """What all fields share."""

    nothing: Any = None  # what an empty field cleans to
    component = "input"

    def __init__(
        self,
        *,
        label: str,
        hint: str = "",
        required: str | None = None,
        called: str = "",
        heading: bool = False,
        size: str = "",
        note_optional: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            label=label,
            required=required is not None,
            error_messages={"required": required or ""},
            **kwargs,
        )
        self.hint = hint
        self.called = called or label.rstrip("?")
        self.heading = heading
        self.size = size
        self.words = label if self.required or not note_optional else label + OPTIONAL

    def get_bound_field(self, form: Any, field_name: str) -> Bound:
        """The field as it stands in a form."""
        return Bound(form, self, field_name)

    def draw(self, bound: Bound) -> Markup:
        """The component with what was typed."""
        return govuk(self.component, self.options(bound))

    def options(self, bound: Bound) -> dict[str, Any]:
        """What the component is told."""
        raise NotImplementedError

    def first_input(self, bound: Bound) -> str:
        """The id an error in this field leads to."""
        return bound.auto_id

    def reveals(self) -> dict[str, str]:
        """Answers that show another field, by its name."""
        return {}

    def answers(self, raw: Any) -> list[str]:
        """The answers chosen, for fields that have some."""
        return []

    def blank(self, raw: Any) -> bool:
        """Whether nothing at all was typed."""
        return not str(raw or "").strip()


class Text(HubField):
    """One line of text. `width` is a GOV.UK width (2, 3, 4, 5, 10, 20 characters)."""

    nothing: Any = ""
    widget: type[forms.Widget] = forms.TextInput
    kind = "text"
    direction = "auto"  # a name in Arabic stands as it should while it is typed

    def __init__(
        self,
        *,
        longest: int = 200,
        autocomplete: str = "off",
        inputmode: str = "",
        width: int | None = None,
        spellcheck: bool | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.longest = longest
        self.autocomplete = autocomplete
        self.inputmode = inputmode
        self.width = width
        self.spellcheck = spellcheck

    def tidied(self, typed: str) -> str:
        """The text as it is kept."""
        return text.one_line(typed)

    def to_python(self, value: Any) -> Any:
        """The text typed, tidied. Raises ValidationError for what cannot be kept."""
        typed = "" if value is None else str(value)
        if text.has_control(typed):
            raise ValidationError(UNKEPT.format(self.called), code="control")
        tidy = self.tidied(typed)
        if len(tidy) > self.longest:
            raise ValidationError(
                f"{self.called} must be {self.longest:,} characters or fewer", code="long"
            )
        return tidy

    def shown(self, bound: Bound) -> str:
        """What stands in the box."""
        value = bound.value()
        return "" if value is None else text.without_control(str(value))

    def options(self, bound: Bound) -> dict[str, Any]:
        """What the input is told."""
        options = bound.common() | {
            "type": self.kind,
            "value": self.shown(bound),
            "autocomplete": self.autocomplete,
            "attributes": {"dir": self.direction} if self.direction else {},
        }
        if self.inputmode:
            options["inputmode"] = self.inputmode
        if self.width:
            options["classes"] = f"govuk-input--width-{self.width}"
        if self.spellcheck is not None:
            options["spellcheck"] = self.spellcheck
        return options


class Email(Text):
    """An email address."""

    kind = "email"
    direction = "ltr"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**_with(kwargs, longest=254, autocomplete="email", spellcheck=False))

    def to_python(self, value: Any) -> Any:
        """The address typed. Raises ValidationError when it is none."""
        tidy = super().to_python(value)
        try:
            if tidy:
                validate_email(tidy)
        except ValidationError:
            raise ValidationError(
                "Enter an email address in the correct format, like name@example.org", code="email"
            ) from None
        return tidy


class Telephone(Text):
    """A telephone number as people write it; extensions and brackets are fine."""

    kind = "tel"
    direction = "ltr"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**_with(kwargs, longest=40, autocomplete="tel", width=20))

    def to_python(self, value: Any) -> Any:
        """The number typed. Raises ValidationError when it cannot be rung."""
        tidy = super().to_python(value)
        digits = sum(c.isdecimal() for c in tidy)
        odd = [c for c in tidy.lower() if not (c.isdecimal() or c in " +-().#/ext")]
        if tidy and (odd or not 3 <= digits <= 20):
            raise ValidationError("Enter a telephone number, like 020 7946 0123", code="telephone")
        return tidy


class Search(Text):
    """What to look for."""

    kind = "search"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**_with(kwargs, note_optional=False, spellcheck=False))


class WholeNumber(Text):
    """A whole number between two others."""

    nothing = None
    direction = ""

    def __init__(self, *, least: int = 0, most: int = 9999, **kwargs: Any) -> None:
        super().__init__(**_with(kwargs, inputmode="numeric", width=4, longest=20))
        self.least, self.most = least, most

    def to_python(self, value: Any) -> Any:
        """The number typed, or None. Raises ValidationError."""
        digits = super().to_python(value).replace(",", "").replace(" ", "")
        if not digits:
            return None
        if not digits.isdecimal() or not self.least <= int(digits) <= self.most:
            raise ValidationError(
                f"{self.called} must be a whole number between {self.least:,} and {self.most:,}",
                code="number",
            )
        return int(digits)


class Password(Text):
    """A password: kept exactly as typed, never drawn again."""

    component = "password-input"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**_with(kwargs, autocomplete="current-password", longest=1000))

    def tidied(self, typed: str) -> str:
        """Exactly what was typed."""
        return typed

    def options(self, bound: Bound) -> dict[str, Any]:
        """What the input is told."""
        return bound.common() | {"autocomplete": self.autocomplete}


class TextArea(Text):
    """Many lines of text; `rows` high. With `count`, the letters left are counted (by script)."""

    widget = forms.Textarea
    component = "textarea"

    def __init__(self, *, rows: int = 5, count: bool = False, **kwargs: Any) -> None:
        super().__init__(**_with(kwargs, longest=4000))
        self.rows = rows
        self.component = "character-count" if count else "textarea"

    def tidied(self, typed: str) -> str:
        """The text with its lines."""
        return text.many_lines(typed)

    def options(self, bound: Bound) -> dict[str, Any]:
        """What the text area is told."""
        # The parser drops a first empty line, so such a text begins with one more.
        lines = self.shown(bound).replace("\r\n", "\n").replace("\r", "\n")
        lines = f"\n{lines}" if lines.startswith("\n") else lines
        kept = lines_kept(lines)
        options = bound.common() | {"value": kept, "rows": self.rows, "attributes": {"dir": "auto"}}
        if self.component == "character-count":
            options["maxlength"] = self.longest
        return options


def lines_kept(typed: str) -> Markup:
    """Typed text with its lines as entities: a macro around a field may indent what it holds."""
    lines = text.NEW_LINE.sub("\n", typed)
    return Markup(str(escape(lines)).replace("\n", "&#10;"))  # noqa: S704 - escaped here


class Hidden(Text):
    """Text that travels unseen. Its errors stand in the summary only."""

    def __init__(self, *, label: str = "Hidden", **kwargs: Any) -> None:
        super().__init__(label=label, **kwargs)

    def draw(self, bound: Bound) -> Markup:
        """The hidden input."""
        return Markup('<input type="hidden" id="{}" name="{}" value="{}">').format(
            bound.auto_id, bound.html_name, self.shown(bound)
        )

    def first_input(self, bound: Bound) -> str:
        """Nothing to go to."""
        return ""


def _with(kwargs: dict[str, Any], **usual: Any) -> dict[str, Any]:
    return usual | kwargs
