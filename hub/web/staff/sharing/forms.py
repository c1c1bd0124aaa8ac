"""Forms of what agencies signed and how they answer for what they hold."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from django.core.exceptions import ValidationError

from hub.agencies.answering.rules import BASES
from hub.agencies.sharing.rules import PURPOSES
from hub.kernel.clock import day_of, today
from hub.ui import forms
from hub.ui.words import day
from hub.web.staff.agencies.forms import InLocality
from hub.web.staff.agencies.saving import Saved

A_YEAR: Final = timedelta(days=365)
EXAMPLE: Final = "For example, 27 3 2027"
PURPOSE_CHOICES: Final = [(code, purpose.signed) for code, purpose in PURPOSES.items()]


class Confirmation(Saved):
    """Nothing but the button that says yes."""


class Details(Saved):
    """What a sharing agreement says, and until when."""

    name = forms.Text(label="Name", required="Enter the agreement's name", longest=120)
    shares = forms.TextArea(
        label="What is shared", required="Write what is shared", longest=2000, rows=4,
        hint="In words a family understands. It stands in the notice they are given",
    )  # fmt: skip
    document = forms.Text(
        label="Where the signed document lies", longest=400,
        hint="A link, or a note such as “information team, file 12”",
    )  # fmt: skip
    review_on = forms.DateParts(
        label="When is it to be reviewed?", called="The day of the review", hint=EXAMPLE,
        required="Enter the day of the review", when="today or future",
    )  # fmt: skip
    last_day = forms.DateParts(
        label="Last day", when="today or future",
        hint="Leave it empty when it holds until somebody ends it",
    )  # fmt: skip

    def in_words(self, name: str, value: Any) -> str:
        """The end as its last day."""
        if isinstance(value, datetime):
            return day(day_of(value - timedelta(days=1)))
        return super().in_words(name, "" if value is None else value)

    def _label(self, name: str) -> str:
        return super()._label("last_day" if name == "until_at" else name)


class NewAgreement(InLocality, Details):
    """A sharing agreement of a locality (2.63, 2.64)."""

    field_order = ("locality", "name", "purposes", "shares", "begins", "last_day", "review_on")
    purposes = forms.Checkboxes(
        label="What do the agencies share for?", required="Choose what the agencies share for",
        choices=PURPOSE_CHOICES,
    )  # fmt: skip
    begins = forms.DateParts(
        label="First day", required="Enter the first day", when="today or future", hint=EXAMPLE
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        days = {"begins": today(), "review_on": today() + A_YEAR}
        super().__init__(*args, **(kwargs | {"initial": days | kwargs.get("initial", {})}))


class NewParty(Saved):
    """An agency signed."""

    agency = forms.Radios(
        label="Which agency signed?", required="Choose which agency signed", coerce=int
    )
    signed_on = forms.DateParts(
        label="When did it sign?", called="The day it signed", when="today or past", hint=EXAMPLE,
        required="Enter the day it signed",
    )  # fmt: skip
    signed_by = forms.Text(
        label="Who signed for it?", required="Enter who signed for it", longest=120,
        hint="Name and title",
    )  # fmt: skip

    def __init__(self, *args: Any, agencies: Sequence[tuple[Any, bool]], **kwargs: Any) -> None:
        kwargs["initial"] = {"signed_on": today()} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [  # type: ignore[attr-defined]
            forms.Choice(str(one.pk), one.name) for one, answers in agencies if answers
        ]


class Renewal(Saved):
    """The same agreement anew, signed again."""

    purposes = forms.Checkboxes(
        label="What do the agencies share for now?",
        required="Choose what the agencies share for", choices=PURPOSE_CHOICES,
        hint="For more than before, families are asked again before their yes counts",
    )  # fmt: skip
    parties = forms.Checkboxes(
        label="Which agencies signed again?", required="Choose the agencies that signed again",
        coerce=int,
    )  # fmt: skip
    signed_on = forms.DateParts(
        label="When did they sign?", called="The day they signed", when="today or past",
        required="Enter the day they signed", hint=EXAMPLE,
    )  # fmt: skip
    begins = forms.DateParts(
        label="First day", required="Enter the first day", when="today or future", hint=EXAMPLE
    )
    last_day = forms.DateParts(
        label="Last day", when="today or future",
        hint="Leave it empty when it holds until somebody ends it",
    )  # fmt: skip
    review_on = forms.DateParts(
        label="When is it to be reviewed?", called="The day of the review", hint=EXAMPLE,
        required="Enter the day of the review", when="today or future",
    )  # fmt: skip
    document = forms.Text(label="Where the signed document lies", longest=400)

    def __init__(self, *args: Any, parties: Sequence[Any], **kwargs: Any) -> None:
        begun = {"signed_on": today(), "begins": today(), "review_on": today() + A_YEAR}
        everybody = {"parties": [str(one.agency_id) for one in parties]}
        kwargs["initial"] = begun | everybody | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["parties"].choices = [  # type: ignore[attr-defined]
            forms.Choice(str(one.agency_id), one.agency.name) for one in parties
        ]


class NewTerms(Saved):
    """Terms of use in the authority's words."""

    text = forms.TextArea(label="The terms", required="Write the terms", longest=10_000, rows=12)
    counts_from = forms.DateParts(
        label="From which day must agencies have accepted these?", called="The day",
        required="Enter the day", when="today or future",
        hint="Until then, who accepted the terms before goes on. After it, only these count",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        in_time = {"counts_from": today() + timedelta(days=28)}
        super().__init__(*args, **(kwargs | {"initial": in_time | kwargs.get("initial", {})}))


class Acceptance(Saved):
    """An agency accepted the terms."""

    accepted_on = forms.DateParts(
        label="When did it accept them?", called="The day it accepted them", hint=EXAMPLE,
        required="Enter the day it accepted them", when="today or past",
    )  # fmt: skip
    accepted_by = forms.Text(
        label="Who accepted them for the agency?", longest=120, hint="Name and title",
        required="Enter who accepted them for the agency",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"accepted_on": today()} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)


class Stated(Saved):
    """On what an agency rests one purpose."""

    basis = forms.Radios(
        label="Lawful basis", required="Choose the lawful basis",
        choices=[(code, basis.stated) for code, basis in BASES.items()],
    )  # fmt: skip
    because = forms.TextArea(
        label="What it rests on", longest=1000, rows=3,
        hint="The law or duty, or the interest and how it was weighed. Needed for all but a "
        "public task",
    )  # fmt: skip
    controller = forms.Text(
        label="Who is answerable, if not the agency itself",
        hint="The data controller, for example the trust it belongs to",
    )
    keeps = forms.Text(
        label="How long does it keep things in its own systems?", longest=300,
        hint="As a family is told, for example: six years after we last worked with you",
    )  # fmt: skip


class Statement(Saved):
    """Whom families ask, where they complain, and the agency's own notice."""

    contact = forms.Text(
        label="Data protection contact", longest=300, hint="Name or team, and how to reach it"
    )
    complain_to = forms.Text(
        label="Where to complain", longest=300,
        hint="Families are also told of the Information Commissioner's Office",
    )  # fmt: skip
    notice = forms.Text(
        label="Link to its privacy notice", longest=300, hint="Begins with https://"
    )

    def clean_notice(self) -> str:
        """A link that a browser can follow. Raises ValidationError."""
        typed: str = self.cleaned_data["notice"]
        if typed and (not typed.startswith("https://") or " " in typed or "." not in typed):
            raise ValidationError("Enter a link that begins with https://")
        return typed
