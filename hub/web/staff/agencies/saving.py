"""Saving what a form says: a rule's refusal stays in the form, and so does what another saved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hub.access.coordination import saved_by
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.ui import forms


@dataclass(frozen=True)
class Both:
    """What two people wrote, for the conflict component."""

    who: str
    when: datetime | None
    differences: list[dict[str, str]]


class Saved(forms.Form):
    """A form whose change may be refused or come second."""

    both: Both | None = None

    def __init__(self, *args: Any, version: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, version=version, **kwargs)
        self.versioned = version is not None  # what is posted does not decide it

    def saves(self, change: Callable[..., Any], *, kind: str = "", row: int = 0) -> bool:
        """Whether it is valid and the change was made. `kind` and `row` say what was edited."""
        if not self.is_valid():
            return False
        try:
            change(**self.answers())
        except NotAllowed as refusal:
            self.refuse(str(refusal))
        except Conflict as conflict:
            self._come_second(conflict, kind, row)
        else:
            return True
        return False

    def answers(self) -> dict[str, Any]:
        """What the change is given; with the version shown, where the form has one."""
        shown = {"version": self.version or 0} if self.versioned else {}
        return self.cleaned_data | shown

    def _come_second(self, conflict: Conflict, kind: str, row: int) -> None:
        who, when = saved_by(kind, row)
        self.both = Both(
            who,
            when,
            [
                {
                    "label": self._label(name),
                    "yours": self.in_words(name, conflict.yours[name]),
                    "theirs": self.in_words(name, conflict.theirs[name]),
                }
                for name in conflict.yours
            ],
        )
        self.version = conflict.version
        self.refuse("Somebody else changed this while you were writing. Check it and save again")

    def in_words(self, name: str, value: Any) -> str:
        """A value as people read it; the text of an answer rather than its code."""
        field = self.fields.get(name.removesuffix("_id"))
        texts = {choice.value: choice.text for choice in getattr(field, "choices", ())}
        return str(texts.get(str(value), value))

    def _label(self, name: str) -> str:
        field = self.fields.get(name.removesuffix("_id"))
        return str(field.label) if field else "What is shown"
