"""What is asked of a family in the queue."""

from typing import Final

from hub.ui import forms

# Each with what to say, and what not: the answer tells no more than was typed (S18).
OUTCOMES: Final = (
    forms.Choice("advice", "Advice was given"),
    forms.Choice("not_wanted", "They did not want it", hint="Saying no is not held against them."),
    forms.Choice("not_reached", "They could not be reached"),
    forms.Choice(
        "already",
        "They already have somebody",
        hint="To whoever asked, say only that the hub has it and will see that they are rung. Who "
        "works with a family is told to the family, by whoever leads.",
    ),
)


class Mark(forms.Form):
    """A button, with the version that was shown."""


class Outcome(forms.Form):
    """What came of it."""

    outcome = forms.Radios(
        label="What came of it?", choices=OUTCOMES, required="Choose what came of it"
    )
    note = forms.Text(label="A few words", hint="For the hub's coordinators only.", longest=500)
