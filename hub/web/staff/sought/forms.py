"""What is asked of advice that was asked for, and of the decision after it."""

from collections.abc import Callable
from typing import Any, Final

from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.ui import forms

CHANGED: Final = "This changed while you were writing. Read what stands now, then go on."
LONGEST: Final = 4000


class Saving(forms.Form):
    """A form that hands what was typed to a change, and shows what the change refuses."""

    def saves(self, change: Callable[..., Any]) -> Any:
        """What the change gives; None while something is to be put right."""
        if not self.is_valid():
            return None
        try:
            return change(**self.said())
        except NotAllowed as refusal:
            self.refuse(str(refusal))
        except Conflict as told:
            self.version = told.version
            self.refuse(CHANGED)
        return None

    def said(self) -> dict[str, Any]:
        """What was typed, as the change takes it."""
        return self.cleaned_data


class Decision(Saving):
    """What was decided, and why."""

    decided = forms.TextArea(
        label="What did you decide?", required="Enter what you decided", longest=LONGEST, rows=3
    )
    because = forms.TextArea(
        label="Why?", required="Enter why you decided that", longest=LONGEST, rows=3
    )

    def said(self) -> dict[str, Any]:
        """The decision, with the version of what was shown."""
        return self.cleaned_data | {"version": self.version or 0}


class Sought(Saving):
    """Advice that was asked for; the decision may come later."""

    asked_on = forms.DateParts(
        label="When did you ask?",
        called="The day you asked",
        required="Enter the day you asked",
        when="today or past",
    )
    whom = forms.Text(
        label="Who advised you?",
        hint="Their name and role. For example, the duty worker of the access team, or your "
        "agency's safeguarding lead.",
        called="Who advised you",
        required="Enter who advised you",
        longest=200,
    )
    named = forms.Radios(
        label="Did you tell them which family it is?",
        choices=(
            forms.Choice("named", "Yes, they know which family it is"),
            forms.Choice("unnamed", "No, I asked without names"),
        ),
        required="Choose whether you told them which family it is",
    )
    asked = forms.TextArea(
        label="What did you ask?", required="Enter what you asked", longest=LONGEST, rows=4
    )
    advised = forms.TextArea(
        label="What did they advise?", required="Enter what they advised", longest=LONGEST, rows=4
    )
    decided = forms.TextArea(
        label="What did you decide?",
        hint="If you have not decided yet, leave this and the next answer empty. It waits for you "
        "under “Advice you asked for”.",
        longest=LONGEST,
        rows=3,
    )
    because = forms.TextArea(label="Why did you decide that?", longest=LONGEST, rows=3)

    def said(self) -> dict[str, Any]:
        """What was typed, with whether the family was named as a yes or no."""
        return self.cleaned_data | {"named": self.cleaned_data["named"] == "named"}
