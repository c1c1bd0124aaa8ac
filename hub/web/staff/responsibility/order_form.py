"""The form of a court order: what it does is ticked, everything else is short."""

from collections.abc import Sequence
from typing import Any, Final

from hub.consent.orders.rules import EFFECTS, Told, Whose
from hub.ui import forms
from hub.web.staff.responsibility.forms import People

SOMEBODY_ELSE: Final = "other"
NOBODY: Final = "nobody"
DAYS: Final = ("made_on", "from_on", "until_on")


class OrderForm(forms.Form):
    """One order: for whom, whom it binds, what it does, until when, who saw it (S9)."""

    kind = forms.Hidden(label="The kind of order", longest=40)
    children = forms.Checkboxes(
        label="Which children is it about?", coerce=int, note_optional=False, small=True
    )
    bound = forms.Radios(
        label="Whom does it forbid something, or take something from?",
        required="Choose whom it forbids something, or nobody",
        small=True,
    )
    person_name = forms.Text(
        label="Their first name, and who they are to the child",
        called="Their first name",
        hint="No more than that of somebody who is not in this family.",
        required="Enter a first name",
    )
    other = forms.Radios(
        label="Who gets something by it?",
        hint="With whom a child lives or spends time, or who is responsible by it.",
        required="Choose who gets something by it, or “Nobody”",
        small=True,
    )
    effects = forms.Checkboxes(
        label="What does it do?",
        hint="Ticked is what such an order usually does. Tick what this one says, and no more.",
        required="Choose what it does",
        small=True,
    )
    authority = forms.Text(
        label="The local authority that shares responsibility", note_optional=False, width=20
    )
    until_on = forms.DateParts(
        label="When does it end?", called="The day it ends",
        hint="Leave empty when it does not say. Nothing ends here by itself: it comes back to you.",
    )  # fmt: skip
    seen = forms.Radios(
        label="Has anybody seen the order?",
        hint="The paper itself stays with whoever has it. It is not kept here.",
        choices=[
            forms.Choice("seen", "Yes", shows="seen_by"),
            forms.Choice("told", "No, we were told of it"),
        ],
        required="Say whether anybody has seen the order",
    )
    seen_by = forms.Text(label="Who saw it?", required="Enter who saw it")
    seen_on = forms.DateParts(
        label="When was it seen?", called="The day it was seen", when="today or past",
        note_optional=False,
    )  # fmt: skip
    telling = forms.YesNo(
        label="Does whom it binds know of the order, and is it safe that they see it here?",
        hint="If you are not sure, it is not. Then it is kept from them.",
        note_optional=False,
        inline=True,
    )
    court = forms.Text(label="Which court?")
    made_on = forms.DateParts(label="When was it made?", called="The day it was made",
                              when="today or past")  # fmt: skip
    from_on = forms.DateParts(label="From when?", called="The day it begins")

    def __init__(
        self, *args: Any, children: People, people: People, adults: People, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        forms.choose(self, "children", children)
        nobody = forms.Choice(NOBODY, "Nobody")
        else_where = forms.Choice(
            SOMEBODY_ELSE, "Somebody who is not in this family", shows="person_name"
        )
        forms.choose(self, "bound", [*_choices(people), else_where, nobody])
        forms.choose(self, "other", [*_choices(adults), nobody])
        forms.choose(self, "effects", [(code, effect.asked) for code, effect in EFFECTS.items()])

    @property
    def gives(self) -> bool:
        """Whether what stands in it is for somebody, so that it asks for whom at once."""
        whose = {EFFECTS[effect].whose for effect in self.initial["effects"]}
        return not whose.isdisjoint((Whose.FAVOURED, Whose.AUTHORITY))

    def told(self) -> Told:
        """What was recorded, as the change takes it. Only after `is_valid`."""
        said = self.cleaned_data
        seen = said["seen"] == "seen"
        return Told(
            kind=said["kind"],
            effects=said["effects"],
            children=said["children"],
            person=_number(said["bound"]),
            person_name=said["person_name"] if said["bound"] == SOMEBODY_ELSE else "",
            other=_number(said["other"]),
            authority=said["authority"],
            court=said["court"],
            seen_by=said["seen_by"] if seen else "",
            seen_on=said["seen_on"] if seen else None,
            **{day: said[day] for day in DAYS},
        )


def _choices(people: People) -> Sequence[forms.Choice]:
    return [forms.Choice(str(pk), name) for pk, name in people]


def _number(answer: str) -> int | None:
    return int(answer) if answer.isdecimal() else None


class OrderEnds(forms.Form):
    """That an order ended, and how one knows."""

    because = forms.Text(
        label="Why did it end, and how do you know?", longest=500,
        hint="For example, its day has passed and no new one was made; the solicitor wrote so.",
        called="Why it ended", required="Write down why it ended and how you know",
    )  # fmt: skip
