"""Forms of agreement."""

from collections.abc import Sequence
from typing import Any

from hub.intake.registration import JudgedYes
from hub.ui import forms
from hub.web.staff.registration.forms import SEES, HowGiven


class Share(HowGiven):
    """Another agency that may know, asked of the family there and then (S12)."""

    field_order = ["agency", "given_by"]
    agency = forms.Radios(
        label="Which agency may know?",
        hint=SEES,
        coerce=int,
        required="Choose which agency may know",
    )
    given_by = forms.Radios(label="Who said yes?", coerce=int, required="Choose who said yes")
    wording = forms.Hidden(label="The wording", longest=20)

    def __init__(
        self,
        *args: Any,
        agencies: Sequence[tuple[int, str]],
        people: Sequence[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, listed in (("agency", agencies), ("given_by", people)):
            field = self.fields[name]
            assert isinstance(field, forms.Radios)  # noqa: S101 - they stand above
            field.choices = [forms.Choice(str(pk), words) for pk, words in listed]

    def change(self) -> dict[str, Any]:
        """What was said, as the change takes it. Only after `is_valid`."""
        said = self.cleaned_data
        judged = said["understands"] is not None and said["parent_needed"] is not None
        return {
            "agency": said["agency"],
            "given_by": said["given_by"],
            "wording": int(said["wording"]) if said["wording"].isdecimal() else 0,
            "how": said["how"],
            "witness": said["witness"],
            "judged": JudgedYes(said["understands"], said["parent_needed"], said["because"])
            if judged
            else None,
        }


class BirthdaySaid(forms.Form):
    """What a young person said when a birthday brought its question (S6)."""

    said = forms.Radios(
        label="What did they say?",
        choices=[
            forms.Choice("goes_on", "Things stay as they are"),
            forms.Choice("changes", "They want something changed"),
            forms.Choice("not_yet", "I have not asked them yet", shows="again_on"),
            forms.Choice("not_right", "It would not be right to ask them"),
        ],
        required="Choose what they said",
    )
    again_on = forms.DateParts(label="When will you ask again?", hint="Within three months.")
    note = forms.TextArea(
        label="In their own words, or why not",
        hint="Only whoever leads reads this. It is not shown to their parents.",
        longest=1000,
        rows=3,
    )


class Stop(forms.Form):
    """A button that stops what the page says."""
