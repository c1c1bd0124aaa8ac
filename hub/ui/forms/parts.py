"""Parts and forms: fields that belong together, their errors, and what travels hidden with them."""

import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError
from markupsafe import Markup

from hub.ui.environment import govuk
from hub.ui.forms.bound import Bound
from hub.ui.forms.fields import HubField

ONCE: Final = "once"
VERSION: Final = "version"
HIDDEN: Final = Markup('<input type="hidden" name="{}" value="{}">')


class Part(forms.Form):
    """Fields that are asked and cleaned together; what was typed stays through any error."""

    template_name_label = ""
    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "%s")  # GOV.UK's ids are the names
        super().__init__(data, **kwargs)
        self.quiet = False  # drawn again before it is judged, as when a person is added

    def __getitem__(self, name: str) -> Bound:
        bound = super().__getitem__(name)
        assert isinstance(bound, Bound)  # noqa: S101 - every field of ours is
        return bound

    @property
    def in_error(self) -> bool:
        """Whether the part was posted and something in it is wrong."""
        return self.is_bound and not self.quiet and bool(self.errors)

    def wrong(self) -> Iterator[tuple[str, str]]:
        """Each error as (sentence, address of its first input; "" when it belongs to none)."""
        if not self.in_error:
            return
        for name, errors in self.errors.as_data().items():
            for error in errors[: 1 if name in self.fields else None]:
                first = self[name].error_id if name in self.fields else ""
                yield str(error.messages[0]), f"#{first}" if first else ""

    def error_summary(self) -> Markup:
        """The summary for the top of the page; nothing when nothing is wrong."""
        return error_summary([self])

    def draw_fields(self, *names: str) -> Markup:
        """The hidden fields and these fields (all, when none is named) in their order."""
        revealed = self._revealed()
        chosen = names or [n for n in self.fields if n not in revealed]
        return Markup("\n").join([self.draw_hidden(), *(self[name].draw() for name in chosen)])

    def draw_hidden(self) -> Markup:
        """What travels unseen with the part; a plain part has nothing."""
        return Markup("")

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        for name, (asker, answer) in self._revealed().items():
            if not self._answered(asker, answer):
                self.errors.pop(name, None)
                self.cleaned_data[name] = self._field(name).nothing

    def _answered(self, asker: str, answer: str) -> bool:
        return answer in self._field(asker).answers(self[asker].data)

    def _revealed(self) -> dict[str, tuple[str, str]]:
        """Fields shown under an answer: name to the asking field and the answer."""
        return {
            shown: (name, answer)
            for name in self.fields
            for answer, shown in self._field(name).reveals().items()
        }

    def _field(self, name: str) -> HubField:
        field = self.fields[name]
        assert isinstance(field, HubField)  # noqa: S101 - every field of ours is
        return field


class Form(Part):
    """A part that is posted on its own.

    `once` is a random token that travels with the form, so that a form posted twice does a thing
    once; a post without a readable one gets a fresh one. `version` is the version of the row that
    was shown, so that two people editing it do not overwrite each other; None when not given.
    Neither is in `cleaned_data`, which therefore fits a change's keywords.
    """

    posted_once: ClassVar[bool] = True

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, version: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        typed = "" if data is None else str(data.get(ONCE, ""))
        readable = re.fullmatch(r"[A-Za-z0-9_-]{16,64}", typed)
        self.once = typed if readable else secrets.token_urlsafe(18)
        shown = "" if data is None else str(data.get(VERSION, ""))
        sent = int(shown) if re.fullmatch(r"[0-9]{1,18}", shown) else None
        # What was posted, never what is current: that would let an old page overwrite a new row.
        self.version = version if data is None else sent

    def draw_hidden(self) -> Markup:
        """The token and, when there is one, the version."""
        once = HIDDEN.format(ONCE, self.once) if self.posted_once else Markup("")
        return once + (Markup("") if self.version is None else HIDDEN.format(VERSION, self.version))

    def refuse(self, sentence: str, field: str | None = None) -> None:
        """Say no for a reason found outside the form, such as a rule's."""
        self.add_error(field, ValidationError(sentence))


def error_summary(parts: Sequence[Any]) -> Markup:
    """One summary for several parts (and repeated parts) of a page, each error linked."""
    items = [
        {"text": sentence, "href": at} if at else {"text": sentence}
        for part in parts
        for sentence, at in part.wrong()
    ]
    if not items:
        return Markup("")
    return govuk("error-summary", {"titleText": "There is a problem", "errorList": items})
