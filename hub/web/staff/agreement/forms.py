"""Forms of agreement."""

from collections.abc import Sequence
from typing import Any

from hub.consent.terms import Terms
from hub.intake.registration import JudgedYes
from hub.kernel.files import Level
from hub.ui import forms
from hub.web.staff.agreement.explaining import HowExplained, explained
from hub.web.staff.registration.forms import HowGiven

REACHES = (
    forms.Choice(
        str(int(Level.SIGNPOST)),
        "That the family is known here, and who leads",
        hint="Nobody there sees more, whatever they work on with this family.",
    ),
    forms.Choice(
        str(int(Level.SUMMARY)),
        "The registration too",
        hint="Who is in the family and how to reach them: for those who record that they work "
        "with the family, and nobody else there.",
    ),
    forms.Choice(
        str(int(Level.PLAN)),
        "The plan too",
        hint="For those there whom the lead professional brings into the team.",
    ),
)
OTHER = "other"
Listed = Sequence[tuple[int, str]]


class Asked(HowExplained, HowGiven):
    """A yes asked of the family there and then: whose, in which words, how it was given."""

    given_by = forms.Radios(label="Who said yes?", coerce=int, required="Choose who said yes")
    wording = forms.Hidden(label="The wording", longest=20)

    def __init__(self, *args: Any, people: Listed, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.choose(self, "given_by", people)
        understood = self.fields["understood"]
        understood.required = True
        understood.error_messages["required"] = "Explain it until they can say it back to you"

    def change(self) -> dict[str, Any]:
        """What was said, as the change takes it. Only after `is_valid`."""
        said = self.cleaned_data
        judged = said["understands"] is not None and said["parent_needed"] is not None
        return {
            "given_by": said["given_by"],
            "wording": int(said["wording"]) if said["wording"].isdecimal() else 0,
            "how": said["how"],
            "witness": said["witness"],
            "judged": JudgedYes(said["understands"], said["parent_needed"], said["because"])
            if judged
            else None,
            "explained": explained(said),
        }


class Service(Asked):
    """A yes to being worked with (2.98)."""

    field_order = ["given_by", "how", "understood"]

    def change(self) -> dict[str, Any]:
        """What was said, as the change takes it. Only after `is_valid`."""
        return super().change() | {"scope": "service"}


class Limited(Asked):
    """What a yes to sharing is limited to: how much, where they are, for what, until when."""

    field_order = ["reach", "places", "purpose", "until_on", "given_by", "how", "understood"]
    reach = forms.Radios(
        label="What may this agency know?",
        choices=REACHES,
        coerce=int,
        required="Choose what this agency may know",
    )
    places = forms.Tick(
        label="Where they live and how to reach them",
        says="Keep addresses, telephone numbers and emails from this agency",
        hint="They are then told to ring the hub, not who leads: that would tell where the family "
        "is.",
    )
    purpose = forms.Radios(
        label="What for?",
        hint="Say it to them like this. For anything else, ask again.",
        required="Choose what it is for",
    )
    purpose_words = forms.Text(
        label="In their own words",
        called="What it is for",
        required="Enter what it is for",
        longest=300,
    )
    until_on = forms.DateParts(
        label="Until when?",
        called="The last day",
        hint="Leave it empty for no last day. They can stop at any time.",
        when="today or future",
    )

    def __init__(self, *args: Any, purposes: Listed, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["purpose"]
        assert isinstance(field, forms.Radios)  # noqa: S101 - it stands above
        field.choices = [
            *(forms.Choice(str(pk), words) for pk, words in purposes),
            forms.Choice(OTHER, "Something else", shows="purpose_words"),
        ]

    def change(self) -> dict[str, Any]:
        """What was said, as the change takes it. Only after `is_valid`."""
        said = self.cleaned_data
        listed = said["purpose"] != OTHER
        terms = Terms(
            reach=said["reach"],
            purpose=int(said["purpose"]) if listed else None,
            purpose_words="" if listed else said["purpose_words"],
            until_on=said["until_on"],
        )
        return super().change() | {"terms": terms, "places": not said["places"]}


class Share(Limited):
    """Another agency that may know, asked of the family there and then (S12)."""

    field_order = ["agency", *Limited.field_order]
    agency = forms.Radios(
        label="Which agency?", coerce=int, required="Choose which agency may know"
    )

    def __init__(self, *args: Any, agencies: Listed, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.choose(self, "agency", agencies)

    def change(self) -> dict[str, Any]:
        """What was said, as the change takes it. Only after `is_valid`."""
        return super().change() | {"agency": self.cleaned_data["agency"]}


class Refuse(forms.Form):
    """One person's no to one agency (S8)."""

    agency = forms.Radios(label="No to which agency?", coerce=int, required="Choose which agency")
    said_by = forms.Radios(label="Who said no?", coerce=int, required="Choose who said no")
    words = forms.TextArea(
        label="What they said",
        hint="Only if they want it written down. Nobody has to give a reason. Only whoever leads "
        "reads this.",
        longest=500,
        rows=3,
    )

    def __init__(self, *args: Any, agencies: Listed, people: Listed, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.choose(self, "agency", agencies)
        forms.choose(self, "said_by", people)


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


class Press(forms.Form):
    """A button that records what the page says."""
