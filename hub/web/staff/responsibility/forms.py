"""Forms of parental responsibility, of what was judged, and of what is looked at again."""

from collections.abc import Sequence
from typing import Any, Final

from hub.ui import forms

People = Sequence[tuple[int, str]]
AUTHORITY: Final = "authority"
NOT_KNOWN: Final = "If nobody has seen it in writing and nobody is sure, choose “Not known”."
HOW: Final = (
    forms.Choice("mother", "Gave birth to the child"),
    forms.Choice("birth_record", "Named as a parent on the birth record since 1 December 2003"),
    forms.Choice("marriage", "Married to the mother when the child was born, or since"),
    forms.Choice("agreement", "A parental responsibility agreement with the mother"),
    forms.Choice("order", "A court order"),
    forms.Choice("guardian", "Guardian, named by a parent who died or by a court"),
    forms.Choice("special_guardian", "Special guardian, by a court order"),
    forms.Choice("adopted", "Adopted the child"),
    forms.Choice("says_so", "They say so, and nobody has checked"),
    forms.Choice(
        "unknown", "Not known", hint="A guess is not written down as a yes: nobody agrees by it."
    ),
)


class Since(forms.Form):
    """Through what somebody has parental responsibility, and since when."""

    source = forms.Radios(
        label="How do they have it?", hint=NOT_KNOWN, choices=HOW, small=True,
        required="Choose how they have it",
    )  # fmt: skip
    since = forms.PartialDate(label="Since when?", called="The day", may_be_due=False)


class Holder(Since):
    """Who has parental responsibility for which child."""

    field_order = ("child", "person", "source", "since")
    child = forms.Radios(label="For which child?", coerce=int, required="Choose for which child")
    person = forms.Radios(label="Who has it?", coerce=int, required="Choose who has it")

    def __init__(self, *args: Any, children: People, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.choose(self, "child", children)
        forms.choose(self, "person", people)


class HolderEnds(forms.Form):
    """Why somebody's parental responsibility ended."""

    because = forms.Radios(
        label="Why did it end?",
        choices=[
            forms.Choice("order", "A court ended it"),
            forms.Choice("adopted", "The child was adopted"),
            forms.Choice("grown_up", "The child turned 18"),
            forms.Choice("left", "They are not in this family any more"),
            forms.Choice("mistake", "It was written down by mistake"),
        ],
        required="Choose why it ended",
    )


class Carer(forms.Form):
    """A carer who agrees, since nobody with parental responsibility is reached (S10)."""

    person = forms.Radios(
        label="Which carer agrees?", coerce=int, required="Choose which carer agrees"
    )
    because = forms.TextArea(
        label="Why can nobody with parental responsibility be reached?",
        hint="Whom you tried to reach, how, and when.",
        required="Write down why nobody with parental responsibility can be reached",
        called="Why nobody is reached", longest=1000, rows=3,
    )  # fmt: skip
    advice = forms.TextArea(
        label="Whose advice did you take?",
        hint="For example, your manager's or the legal team's: who, when, and what they said.",
        required="Write down whose advice you took, and what it was",
        called="The advice", longest=1000, rows=3,
    )  # fmt: skip
    again_on = forms.DateParts(
        label="When will you look at it again?", called="The day", when="future",
        hint="It comes back to whoever leads on this day.",
        required="Enter the day on which you will look at it again",
    )  # fmt: skip

    def __init__(self, *args: Any, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.choose(self, "person", people)


class Button(forms.Form):
    """A button that does what the page says."""


class Judged(forms.Form):
    """Whether a young person of 12 to 15 understands one decision (2.84-2.87)."""

    person = forms.Radios(label="Who is it about?", coerce=int, required="Choose who it is about")
    decision = forms.Text(
        label="Which decision is it about?", longest=300,
        hint="One decision. For example, that the school may know of the plan.",
        required="Write down which decision it is about",
    )  # fmt: skip
    understands = forms.YesNo(
        label="Do they understand it?",
        hint="What it is, what follows from it, what else they could do; and it is their own wish.",
        required="Say whether they understand it",
    )
    because = forms.TextArea(
        label="What does your judgement rest on?", longest=1000, rows=3,
        hint="For example, how they said it back to you.",
        required="Write down what your judgement rests on",
    )  # fmt: skip
    encouraged = forms.TextArea(
        label="How did you encourage them to involve a parent or carer?", longest=1000, rows=3,
        hint="What you did and what came of it; or why it was not safe to.",
        called="How you encouraged them",
        required="Write down how you encouraged them to involve a parent, or why it was not safe",
    )  # fmt: skip
    parent_needed = forms.YesNo(
        label="Is a parent needed as well?", required="Say whether a parent is needed as well"
    )
    again_on = forms.DateParts(
        label="When will you look at it again?", called="The day", when="future",
        hint="Understanding grows. Left empty, it comes back in half a year.",
    )  # fmt: skip

    def __init__(self, *args: Any, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.choose(self, "person", people)


class Looked(forms.Form):
    """What was found when something was looked at again."""

    found = forms.TextArea(
        label="What did you find?", longest=1000, rows=3,
        hint="Whom you asked, and what follows from it.",
        required="Write down what you found",
    )  # fmt: skip
    more = forms.YesNo(
        label="Should it be looked at once more?", yes_shows="again_on",
        required="Say whether it should be looked at once more",
    )  # fmt: skip
    again_on = forms.DateParts(
        label="When?", called="The day", when="future",
        required="Enter the day on which it is looked at once more",
    )  # fmt: skip
