"""What is asked of two files that may be one family's."""

from collections.abc import Sequence
from typing import Any, Final

from hub.ui import forms
from hub.ui.forms import Choice

NOT_SAME: Final = "not_same"
SHARED: Final = "shared"
FIRST: Final = "first"
SECOND: Final = "second"

TWO_FAMILIES: Final = Choice(
    NOT_SAME, "No, they are two families", hint="They are not shown here again."
)
TWO_HOMES: Final = Choice(
    SHARED,
    "No, they are two families, and a child has a home in both",
    hint="Who sees the child in both files is shown the way from one to the other. Nothing else "
    "changes.",
    shows="children",
)
GOES_ON: Final = (
    Choice(FIRST, "Yes, and the first file goes on", hint="Both leads ask the family."),
    Choice(SECOND, "Yes, and the second file goes on", hint="Both leads ask the family."),
)


class Propose(forms.Form):
    """That two files are one family's, and which of them goes on: for who leads one of them."""

    what = forms.Radios(
        label="Are they one family?",
        hint="If they are two families, there is nothing to do.",
        choices=GOES_ON,
        required="Choose which of the two files goes on",
    )
    because = forms.Text(
        label="Why do you think so?",
        hint="Only who sees both files reads it.",
        required="Enter why you think so",
        longest=500,
    )


class Decide(Propose):
    """The same for a coordinator, who also says that they are two families. Takes the children who
    are alike, each by their row in either file and their name."""

    what = forms.Radios(
        label="Are they one family?",
        choices=(TWO_FAMILIES, TWO_HOMES, *GOES_ON),
        required="Choose whether they are one family",
    )
    children = forms.Checkboxes(
        label="Which child?",
        required="Choose which child has a home in both families",
        small=True,
    )

    def __init__(self, *args: Any, alike: Sequence[tuple[int, int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pairs = {f"{one}-{other}": (one, other) for one, other, _ in alike}
        forms.choose(self, "children", [(f"{one}-{other}", name) for one, other, name in alike])
        self.order_fields(["what", "children", "because"])  # as they are drawn
        if not alike:
            forms.choose(self, "what", (TWO_FAMILIES, *GOES_ON))
            del self.fields["children"]

    @property
    def shared(self) -> list[tuple[int, int]]:
        """The children chosen, by their row in either file. Only after `is_valid`."""
        return [self.pairs[chosen] for chosen in self.cleaned_data["children"]]


class Other(forms.Form):
    """Which file may be of the same family. Posted, so that it stands in no address or log."""

    posted_once = False  # looking changes nothing
    other = forms.Text(
        label="What is the reference of the other file?",
        hint="A reference like FH-K7WQ2XNB. You need to see who is in the other family too.",
        required="Enter the reference of the other file",
        longest=40,
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
