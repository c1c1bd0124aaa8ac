"""What is typed of a family that may be known. A search: posted, and nothing of it is kept."""

from collections.abc import Sequence
from typing import Any, Final

from hub.access.lookup.events import PURPOSES
from hub.access.lookup.rules import ANOTHER
from hub.access.lookup.seen import LONGEST
from hub.access.lookup.telephoned import carried
from hub.families import rules
from hub.kernel.dates import PartialDate
from hub.kernel.identifiers import tidy_identifier
from hub.ui import forms
from hub.ui.forms import dates

PEOPLE: Final = "people"
MOST: Final = 8


class KnownDate(forms.PartialDate):
    """A birth date as far as it is known, with no question how sure it is."""

    def read(self, typed: dates.Typed) -> PartialDate:
        """The date in the boxes. Raises NotADate."""
        return dates.partial_date(dates.Typed(typed.day, typed.month, typed.year))

    def options(self, bound: Any) -> dict[str, Any]:
        """The boxes alone."""
        return forms.DateParts.options(self, bound)


class Somebody(forms.Part):
    """One person of the family, as far as is known."""

    given_names = forms.Text(label="Given names", note_optional=False, longest=200)
    family_name = forms.Text(
        label="Family name", hint="An earlier one is good too.", note_optional=False
    )
    born = KnownDate(
        label="Date of birth",
        called="The date of birth",
        hint="For example, 27 3 2019. The year alone is good.",
        note_optional=False,
        may_be_due=False,
    )
    nhs = forms.Text(label="NHS number", width=20, longest=20, spellcheck=False)

    def clean_nhs(self) -> str:
        """The number without its spaces."""
        return tidy_identifier(str(self.cleaned_data.get("nhs") or ""))


class Family(forms.Form):
    """What it is asked for, and what is the same for all of them."""

    posted_once = False

    purpose = forms.Radios(
        label="What do you want to know it for?",
        choices=list(PURPOSES.items()),
        required="Choose what you want to know it for",
        small=True,
    )
    lines = forms.Text(label="Address", longest=300)
    postcode = forms.Text(label="Postcode", width=10, longest=20, spellcheck=False)
    phone = forms.Text(label="Telephone", width=20, longest=40, spellcheck=False)
    reference = forms.Text(
        label="The family's reference, if you were told it",
        hint="For example, FH-K7WQ2XNB",
        width=20,
        longest=40,
        spellcheck=False,
    )

    def clean_postcode(self) -> str:
        """The postcode as postcodes are written; a wrong one is searched for as it is."""
        return rules.tidy_postcode(str(self.cleaned_data.get("postcode") or ""))


class Another(forms.Form):
    """Why a family is registered though it may be known: a false alarm never stops help."""

    seen = forms.Hidden(label="What was told", longest=LONGEST)
    another = forms.Radios(
        label="Why is it another family?",
        hint="It is written down, and the hub may ring you.",
        choices=list(ANOTHER.items()),
        required="Choose why it is another family",
        small=True,
    )


class Telephoned(forms.Form):
    """Who at the hub checked that the family is not known, and when."""

    posted_once = False

    checked_by = forms.Select(
        label="Who at the hub checked?", required="Choose who at the hub checked", choices=()
    )
    checked_on = forms.DateParts(
        label="When?",
        called="The day the hub checked",
        required="Enter the day the hub checked",
        when="today or past",
    )

    def __init__(
        self, data: Any = None, *, coordinators: Sequence[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        field = self.fields["checked_by"]
        assert isinstance(field, forms.Select)  # noqa: S101 - it stands above
        field.choices = [forms.Choice(str(number), name) for number, name in coordinators]

    @property
    def carried(self) -> str:
        """What travels in the form that registers the family. Only after it is valid."""
        said = self.cleaned_data
        return carried(int(said["checked_by"]), said["checked_on"])


class Dealt(forms.Form):
    """A button."""
