"""Which family the data protection officer looks at as somebody else sees it, and what for."""

from hub.access.inside.rules import WHY
from hub.ui import forms
from hub.web.staff.oversight.forms import Question

NO_FAMILY = "No family has this reference. Check it and try again."


class Asked(Question):
    """The family and the purpose. It changes nothing."""

    reference = forms.Text(
        label="Family reference", hint="For example, FH-K7WQ2XNB",
        required="Enter the family's reference", longest=40, width=20, spellcheck=False,
    )  # fmt: skip
    why = forms.Radios(
        label="What do you need to look for?",
        hint="It is written down with every page you look at",
        choices=list(WHY.items()),
        required="Choose what you need to look for",
    )
