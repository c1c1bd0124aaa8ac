"""Forms of a family's page."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from hub.families import rules
from hub.kernel.dates import PartialDate
from hub.kernel.decisions import Decision
from hub.kernel.identifiers import NO_UPN, is_nhs_number, is_upn
from hub.ui import forms
from hub.web.staff.registration.forms import Home

PARTS = (
    ("adult", "Parent, carer or other adult"),
    ("child", "Child or young person"),
    ("unborn", "Unborn child"),
)


class Find(forms.Form):
    """What to look for. Posted, so that no name stands in an address or a log."""

    posted_once = False  # looking changes nothing
    sought = forms.Search(
        label="Reference or name",
        hint="A reference like FH-K7WQ2XNB, or the whole name of somebody in the family. Of "
        "families you work with, part of a name is enough.",
        required="Enter a reference or a name",
        longest=200,
    )


VERIFIED = (
    ("told", "They said it"),
    ("document", "Seen on a letter, card or record"),
    ("traced", "Looked up in the national register"),
)


class Identifiers(forms.Form):
    """The numbers that the health service and schools know somebody by. Each may stay empty."""

    nhs_number = forms.Text(
        label="NHS number",
        hint="Ten digits, on letters from the surgery or hospital. For example, 999 000 0018.",
        longest=20,
    )
    nhs_verified = forms.Radios(label="How do you know the NHS number?", choices=VERIFIED)
    upn = forms.Text(
        label="Pupil number (UPN)",
        hint="A letter and 12 digits. The school knows it.",
        longest=30,
    )
    upn_verified = forms.Radios(label="How do you know the pupil number?", choices=VERIFIED)
    no_upn = forms.Select(
        label="Or why there is no pupil number yet", choices=list(NO_UPN.items()), first="Not said"
    )

    def __init__(self, *args: Any, pupil: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in () if pupil else ("upn", "upn_verified", "no_upn"):
            del self.fields[name]

    def clean_nhs_number(self) -> str:
        """The number, where there is one that can be right."""
        typed = str(self.cleaned_data.get("nhs_number") or "")
        return self._right(typed, is_nhs_number)

    def clean_upn(self) -> str:
        """The number, where there is one that can be right."""
        return self._right(str(self.cleaned_data.get("upn") or ""), is_upn)

    def said(self) -> dict[str, str]:
        """What a change takes: a reason for no pupil number stands in its place."""
        said = {name: str(value or "") for name, value in self.cleaned_data.items()}
        reason = said.pop("no_upn", "")
        return said | ({"upn": reason} if reason and not said.get("upn") else {})

    @staticmethod
    def _right(typed: str, check: Callable[[str], Decision]) -> str:
        if typed and not (right := check(typed)):
            raise ValidationError(right.reason.removesuffix("."))
        return typed


class WorkWith(forms.Form):
    """A practitioner's own working relationship with a family (S1)."""

    why = forms.Text(
        label="Why do you work with this family?",
        hint="For example, health visits for the baby. The family can read this.",
        required="Enter why you work with this family",
        called="Why you work with this family",
        longest=300,
    )
    since_on = forms.DateParts(
        label="Since when?",
        called="The date",
        required="Enter since when you work with them",
        when="today or past",
    )


class Person(forms.Form):
    """Who somebody is."""

    given_names = forms.Text(label="Given names", required="Enter a name. A first name is enough")
    family_name = forms.Text(label="Family name")
    known_as = forms.Text(label="Known as", hint="What they are called, when it is another name.")
    part = forms.Radios(
        label="Are they an adult or a child?",
        choices=PARTS,
        required="Choose whether they are an adult or a child",
    )
    born = forms.PartialDate(label="Date of birth or due date", called="The date")

    def clean(self) -> dict[str, Any]:
        """A date has to fit the part."""
        born: PartialDate | None = self.cleaned_data.get("born")
        fits = rules.may_be_born(str(self.cleaned_data.get("part", "")), born)
        if "part" in self.cleaned_data and not fits:
            self.add_error("born", fits.reason.rstrip("."))
        return self.cleaned_data


class EditAddress(Home, forms.Form):
    """Where they live, to correct."""


class AddAddress(EditAddress):
    """Where some of them live."""

    household = forms.Checkboxes(
        label="Who lives there?", coerce=int, required="Choose who lives there"
    )

    def __init__(self, *args: Any, people: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.choose(self, "household", people)


class EditContact(forms.Form):
    """A telephone number or an email address."""

    value = forms.Text(
        label="Telephone or email",
        hint="Nobody uses it until you have asked this person alone whether it is safe.",
        required="Enter a telephone number or an email address",
        longest=254,
    )


class AddContact(EditContact):
    """One more way to reach somebody."""

    person = forms.Radios(label="Whose is it?", coerce=int, required="Choose whose it is")

    def __init__(self, *args: Any, people: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.choose(self, "person", people)


class AskedAlone(forms.Form):
    """What somebody said of a contact, with nobody else there (S15)."""

    alone = forms.Tick(
        label="Were they alone?",
        says="I asked this person on their own. Nobody else was in the room or on the line.",
        required="Ask when they are alone. Do not ask now",
    )
    safe = forms.YesNo(
        label="Is it safe to use?",
        hint="Can somebody else read it, hear it or answer it?",
        required="Say whether it is safe to use",
        inline=True,
    )


class Sure(forms.Form):
    """A button that does what the page says."""
