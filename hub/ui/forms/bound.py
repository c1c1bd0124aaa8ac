"""A field in a form: it knows what was typed and what is wrong, and draws itself."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from markupsafe import Markup

if TYPE_CHECKING:
    from hub.ui.forms.fields import HubField


class Bound(forms.BoundField):
    """What templates hold: `{{ form.given_name.draw() }}`, or simply `{{ form.given_name }}`."""

    @property
    def asked(self) -> "HubField":
        """The field itself."""
        return cast("HubField", self.field)

    @property
    def error(self) -> ValidationError | None:
        """The first thing wrong with it, if it was posted and judged."""
        if getattr(self.form, "quiet", False) or not self.form.is_bound:
            return None
        errors = self.form.errors.as_data().get(self.name, [])
        return errors[0] if errors else None

    @property
    def error_id(self) -> str:
        """The id of the input an error leads to."""
        return self.asked.first_input(self)

    def draw(self) -> Markup:
        """Label, hint, error and input, as the GOV.UK component."""
        return self.asked.draw(self)

    def common(self, *, fieldset: bool = False) -> dict[str, Any]:
        """The options every component takes: label or legend, hint, error, id and name."""
        asked = self.asked
        words: dict[str, Any] = {"text": asked.words, "isPageHeading": asked.heading}
        size = asked.size or ("l" if asked.heading else "s" if fieldset else "")
        if size:
            words["classes"] = f"govuk-{'fieldset__legend' if fieldset else 'label'}--{size}"
        options: dict[str, Any] = {"id": self.auto_id, "name": self.html_name}
        options |= {"fieldset": {"legend": words}} if fieldset else {"label": words}
        if asked.hint:
            options["hint"] = {"text": asked.hint}
        if self.error is not None:
            options["errorMessage"] = {"text": str(self.error.messages[0])}
        return options

    def render(self, *args: Any, **kwargs: Any) -> SafeString:
        return SafeString(self.draw())

    __str__ = __html__ = render
