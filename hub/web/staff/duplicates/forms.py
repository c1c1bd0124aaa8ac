"""What is asked of two files that may be one family's."""

from typing import Final

from hub.ui import forms
from hub.ui.forms import Choice

NOT_SAME: Final = "not_same"
FIRST: Final = "first"
SECOND: Final = "second"


class Decide(forms.Form):
    """Whether two files are one family's, and which of them goes on."""

    what = forms.Radios(
        label="Are they one family?",
        choices=(
            Choice(NOT_SAME, "No, they are two families", hint="They are not shown here again."),
            Choice(FIRST, "Yes, and the first file goes on", hint="Both leads ask the family."),
            Choice(SECOND, "Yes, and the second file goes on", hint="Both leads ask the family."),
        ),
        required="Choose whether they are one family",
    )
    because = forms.Text(
        label="Why do you think so?",
        hint="Only who sees both files reads it.",
        required="Enter why you think so",
        longest=500,
    )


class Answer(forms.Form):
    """What an adult said, asked alone."""

    said_yes = forms.YesNo(label="May the two files become one?", required="Choose what they said")
    asked_on = forms.DateParts(
        label="When did you ask?",
        called="The day you asked",
        when="today or past",
        required="Enter the day you asked",
    )
    alone = forms.Tick(
        label="Alone",
        says="I asked them alone. Nobody else of the family was there.",
        required="Ask each adult alone, then tick the box",
    )


class End(forms.Form):
    """Why a merge is undone or given up."""

    because = forms.Text(
        label="Why?",
        hint="Only who sees both files reads it.",
        required="Enter why",
        longest=500,
    )


class Button(forms.Form):
    """A button."""
