"""Forms of sharing without agreement."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.ui import forms
from hub.ui.forms import Choice

GROUNDS = (
    Choice("harm", "Risk of serious harm or threat to life"),
    Choice("legal_duty", "The law requires it", hint="Never opens what the family keeps private."),
    Choice(
        "complete_service",
        "To give a complete service",
        hint="The weakest ground: a manager or a safeguarding lead has to agree first.",
    ),
)
ALONE = "Without a second person it ends after 4 hours at the latest."
People = Sequence[tuple[int, str]]


class Because(forms.Form):
    """What every decision to share without agreement gives."""

    because = forms.TextArea(
        label="Why is it shared without agreement?",
        hint="What you know, how you know it, and what may happen if nobody learns of it. Whoever "
        "reviews this reads it.",
        required="Write down why this is shared without agreement",
        called="Why it is shared", longest=1000,
    )  # fmt: skip
    second = forms.Select(
        label="Who else agrees?",
        hint=f"Somebody you have spoken to. They are told, and can end it. {ALONE}",
        first="Nobody yet", coerce=int, required=None,
    )  # fmt: skip
    told_family = forms.YesNo(
        label="Have you told the family?",
        hint="Tell them, unless telling puts somebody in more danger.",
        required="Say whether you have told the family", no_shows="why_not_told",
    )  # fmt: skip
    why_not_told = forms.Text(
        label="Why not?", called="Why the family was not told", longest=500,
        required="Write down why the family was not told",
    )  # fmt: skip
    hours = forms.Radios(
        label="When does it end?", coerce=int, required="Choose when it ends",
        hint="It ends by itself. You can end it sooner.",
    )  # fmt: skip

    def __init__(self, *args: Any, seconds: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.choose(self, "second", seconds)

    def saves(self, change: Callable[..., Any]) -> bool:
        """Whether it is valid and the change was made; a rule's reason becomes an error."""
        if not self.is_valid():
            return False
        try:
            change(**self.given(), now=self.now)
        except NotAllowed as refusal:
            self.refuse(str(refusal))
            return False
        return True

    def given(self) -> dict[str, Any]:
        """What the change takes. Only after `is_valid`."""
        self.now = clock.now()
        told = ("because", "second", "told_family", "why_not_told")
        until = self.now + timedelta(hours=self.cleaned_data["hours"])
        return {name: self.cleaned_data[name] for name in told} | {"until_at": until}


class Emergency(Because):
    """An emergency look: by reference, never by name."""

    field_order = ("reference", "because", "second", "told_family", "hours", "means")
    reference = forms.Text(
        label="Family reference",
        hint="For example, FH-K7WQ2XNB. A family cannot be searched for here.",
        required="Enter the family's reference", longest=40, width=20, spellcheck=False,
    )  # fmt: skip
    means = forms.Tick(
        label="What this means",
        says="I look because somebody may come to serious harm. The safeguarding lead and the "
        "family's lead are told now, and somebody else reviews it within two working days.",
        required="Tick the box when this is so. Otherwise do not look",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"hours": 3}, **kwargs)
        hours = ((1, "In 1 hour"), (3, "In 3 hours"), (4, "In 4 hours"), (12, "In 12 hours"))
        forms.choose(self, "hours", hours)

    def given(self) -> dict[str, Any]:
        """What the change takes, with the reference."""
        return super().given() | {"reference": self.cleaned_data["reference"]}


class Decision(Because):
    """Sharing one family, or one item of it, without agreement."""

    field_order = (
        *("item", "to", "agency", "email", "ground", "because", "advice", "second"),
        *("told_family", "why_not_told", "hours"),
    )
    item = forms.Radios(label="What is shared?", coerce=int, required="Choose what is shared")
    to = forms.Radios(
        label="Who is it shared with?",
        choices=(
            Choice("practitioner", "One practitioner", shows="email"),
            Choice("agency", "Everybody in an agency", shows="agency"),
        ),
        required="Choose who it is shared with",
    )
    agency = forms.Select(label="Which agency?", coerce=int, required="Choose which agency")
    email = forms.Email(
        label="Their work email address", required="Enter their work email address",
        autocomplete="off",
    )  # fmt: skip
    ground = forms.Radios(label="On which ground?", choices=GROUNDS, required="Choose a ground")
    advice = forms.TextArea(
        label="What advice did you ask for, and from whom?", called="The advice", rows=3,
        required="Write down what advice you asked for, and from whom", longest=500,
    )  # fmt: skip

    def __init__(self, *args: Any, agencies: People, items: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hours = ((4, "In 4 hours"), (24, "In 24 hours"), (72, "In 3 days"), (168, "In 7 days"),
                 (672, "In 28 days"))  # fmt: skip
        for name, listed in (("hours", hours), ("agency", agencies), ("item", items)):
            forms.choose(self, name, listed)

    def given(self) -> dict[str, Any]:
        """What the change takes, but for the practitioner, who is found by their address."""
        said = self.cleaned_data
        return super().given() | {
            "item": said["item"] or None,
            "shown_to": said["to"],
            "shown_to_id": said["agency"] or 0,
            "ground": said["ground"],
            "advice": said["advice"],
        }


class Sure(forms.Form):
    """A button that does what the page says."""


class Told(forms.Form):
    """When and how the family was told."""

    told_on = forms.DateParts(
        label="When were they told?", required="Enter the day they were told",
        when="today or past",
    )  # fmt: skip
    how = forms.Radios(
        label="How?",
        choices=(
            Choice("in_person", "Face to face"),
            Choice("telephone", "By telephone"),
            Choice("letter", "In writing"),
        ),
        required="Choose how they were told",
    )


class Review(forms.Form):
    """What somebody else finds of it afterwards (S14)."""

    outcome = forms.Radios(
        label="What did you find?",
        choices=(
            ("right", "It was right to share"),
            ("right_but", "It was right to share, and something is to be done better"),
            ("wrong", "It should not have been shared. It ends now"),
        ),
        required="Choose what you found",
    )
    words = forms.TextArea(
        label="What does that rest on?", called="What it rests on", longest=1000,
        required="Write down what that rests on",
    )  # fmt: skip
    hiding = forms.Radios(
        label="Is it still unsafe to tell the family?",
        choices=(
            ("still_unsafe", "Yes, they are not told"),
            ("tell", "No, they are to be told now"),
        ),
        required="Choose whether it is still unsafe to tell the family",
    )

    def __init__(self, *args: Any, told_family: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if told_family:
            del self.fields["hiding"]
