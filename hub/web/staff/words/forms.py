"""Forms of the words families are asked with."""

from collections.abc import Mapping
from typing import Any, Final

from hub.consent.words import rules
from hub.consent.words.queries import Language
from hub.kernel.conflicts import Conflict
from hub.ui import forms
from hub.web.staff.agencies.saving import Saved

CHANGED: Final = "Somebody else changed this list meanwhile. Look at it again before you go on."


class NewPurpose(Saved):
    """What a yes can be for."""

    words = forms.Text(
        label="What can a yes be for?",
        hint="As it is said to a family. For example, “So that you do not have to tell it again”.",
        required="Enter what a yes can be for",
        longest=160,
    )


class End(Saved):
    """Nothing but the button, and which version of the list it was pressed on."""


class Place(forms.Form):
    """A button: up or down."""

    up = forms.YesNo(label="Up?", required="Choose up or down")


class Same(forms.Checkboxes):
    """The English version a translation was checked against; a newer one is to be checked anew."""

    NOT_LISTED = rules.AGAIN


class NewWording(Saved):
    """The next version of the words in one language."""

    text = forms.TextArea(
        label="The words", required="Write the words", longest=10_000, rows=14,
        hint="As a family reads them. Leave an empty line between paragraphs.",
    )  # fmt: skip
    checker = forms.Text(
        label="Who checked them?", required="Enter who checked the words", longest=60,
        hint="The name of a person who read every word",
    )  # fmt: skip
    checker_is = forms.Text(
        label="What are they?", required="Enter what they are", longest=58,
        hint="For example, “registered translator” or “data protection officer”",
    )  # fmt: skip
    same = Same(
        label="Do they say the same as the English words?", coerce=int,
        required="Tick this once a person has checked that they say the same",
    )  # fmt: skip

    def answers(self) -> dict[str, Any]:
        """With the English version it was checked against."""
        said = super().answers()
        same = said.pop("same", [])
        return said | {"same_as": same[0] if same else None}

    def carried(self) -> list[tuple[str, str]]:
        """What was typed, to travel unseen while it is looked at as a family reads it."""
        return [
            (name, answer)
            for name, field in self.fields.items()
            for answer in (
                field.answers(self[name].value())
                if isinstance(field, forms.Checkboxes)
                else [str(self.cleaned_data[name])]
            )
        ]


def wording(data: Mapping[str, Any] | None, held: Language) -> NewWording:
    """The form for the next version in a language: it begins with the newest words."""
    newest = held.newest
    form = NewWording(
        data, version=len(held.versions), initial={"text": newest.text if newest else ""}
    )
    if not held.translated:
        del form.fields["same"]
        return form
    english = held.english
    says = "Who checked them says: they say the same as the newest English words."
    same = form.fields["same"]
    assert isinstance(same, Same)  # noqa: S101 - it stands above
    same.choices = [(english.pk, says)] if english else []
    return form


def reason(refusal: Exception) -> str:
    """Why a button did nothing, in a sentence."""
    return CHANGED if isinstance(refusal, Conflict) else str(refusal)
