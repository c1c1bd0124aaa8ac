"""Forms of sealed identities."""

from collections.abc import Sequence
from typing import Any, Final

from hub.ui import forms
from hub.ui.forms import Choice

PROTECTED: Final = "protected"
GROUNDS: Final = (
    Choice("adoption", "An adoption", hint="Who they were before is sealed."),
    Choice("transition", "A change of gender", hint="Who they were before is sealed."),
    Choice(
        PROTECTED,
        "A protected person",
        hint="That they are in this family at all is sealed, with everything about them.",
    ),
)


class Seal(forms.Form):
    """What is sealed, why, and who they are from now on."""

    ground = forms.Radios(
        label="What is it about?", choices=GROUNDS, required="Choose what it is about"
    )
    given_names = forms.Text(
        label="Given names from now on",
        hint="Not needed for a protected person.",
        required=None,
    )
    family_name = forms.Text(label="Family name from now on")
    known_as = forms.Text(label="Known as from now on")
    born = forms.PartialDate(
        label="Date of birth from now on",
        hint="The same as before, unless that is sealed too.",
        called="The date",
    )
    relations = forms.Checkboxes(
        label="Which relations are sealed with it?",
        hint="Of a protected person all are.",
        coerce=int,
        required=None,
    )
    because = forms.TextArea(
        label="Why is it sealed?",
        hint="Only the two people who will be named read this.",
        required="Write down why it is sealed",
        longest=1000,
    )
    certain = forms.Tick(
        label="What this means",
        says="From now on I do not see it either. Only two named people can open it, and only both "
        "of them together can end it.",
        required="Tick the box when this is so",
    )

    def __init__(self, *args: Any, known: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.choose(self, "relations", known)
        if not known:
            del self.fields["relations"]

    def given(self) -> dict[str, Any]:
        """What the change takes. Only after `is_valid`."""
        return {name: said for name, said in self.cleaned_data.items() if name != "certain"}


class Keepers(forms.Form):
    """The two people who may open it."""

    first = forms.Email(
        label="Work email address of the first person",
        required="Enter the first person's work email address",
        autocomplete="off",
    )
    second = forms.Email(
        label="Work email address of the second person",
        required="Enter the second person's work email address",
        autocomplete="off",
    )


class Opening(forms.Form):
    """Why it is opened this time."""

    because = forms.TextArea(
        label="Why do you open it now?",
        hint="It is written down and both of you see it.",
        required="Write down why you open it",
        longest=500,
        rows=3,
    )


class HandOver(forms.Form):
    """Who takes one's place."""

    email = forms.Email(
        label="Their work email address",
        required="Enter their work email address",
        autocomplete="off",
    )


class Sure(forms.Form):
    """A button that does what the page says."""
