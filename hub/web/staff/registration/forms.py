"""The one form of registering: the yes first, then who, where, and who may know."""

from collections.abc import Sequence
from typing import Any

from hub.access.lookup.seen import LONGEST
from hub.consent.queries import AskedAbout
from hub.families import rules
from hub.kernel.dates import PartialDate
from hub.ui import forms
from hub.web.staff.agreement.explaining import HowExplained
from hub.web.staff.emergency.offering import offer

RELATIONS = (
    ("mother", "Mother"),
    ("father", "Father"),
    ("step_parent", "Step-parent"),
    ("grandparent", "Grandparent"),
    ("carer", "Carer"),
    ("sibling", "Brother or sister"),
    ("other", "Somebody else"),
)
HOW = (
    forms.Choice("paper", "Signed on paper"),
    forms.Choice("on_screen", "Signed on screen"),
    forms.Choice("spoken", "Spoken, with a witness", shows="witness"),
)
# What everybody who works in an agency sees, and nothing more (S1).
SEES = (
    "Everybody who works there would see that there is a lead and how to reach them. Only those "
    "who record that they work with the family see its registration, and only its team the plan."
)


class HowGiven(forms.Form):
    """How a yes was given and, for a young person of 12 to 15, what was judged."""

    how = forms.Radios(
        label="How was the yes given?", choices=HOW, required="Choose how they said yes"
    )
    witness = forms.Text(label="Who heard the yes", required="Enter who heard the yes", longest=120)
    understands = forms.YesNo(
        label="Do they understand what they are agreeing to?", note_optional=False
    )
    parent_needed = forms.YesNo(label="Is a parent needed as well?", note_optional=False)
    because = forms.TextArea(
        label="What does your judgement rest on?",
        hint="For example, how they said it back to you. Say too whether you encouraged them to "
        "involve a parent.",
        note_optional=False,
        longest=1000,
        rows=3,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["how"])


class Yes(HowExplained, HowGiven):
    """The first questions (S11): writing it down, and apart from it being worked with (2.98)."""

    field_order = ["said_yes", "service"]  # also in the summary of what is wrong

    said_yes = forms.YesNo(
        label="Has somebody in the family said yes to you asking and writing this down?",
        hint="Read the words below with them first. Nothing is kept before they say yes.",
        required="Say whether somebody said yes",
        inline=True,
    )
    service = forms.YesNo(
        label="Do they want you to work with them?",
        hint="This is another question: help is their choice too. You can ask later, before there "
        "is a plan.",
        inline=True,
    )
    wording = forms.Hidden(label="The wording", longest=20)
    known = forms.Hidden(label="How it was looked up", longest=60)
    seen = forms.Hidden(label="What was told then", longest=LONGEST)
    another = forms.Hidden(label="Why it is another family", longest=20)


class Named(forms.Part):
    """One person of the family."""

    given_names = forms.Text(label="Given names", note_optional=False, longest=200)
    family_name = forms.Text(label="Family name")
    part = forms.Radios(
        label="Are they an adult or a child?",
        choices=[
            forms.Choice("adult", "Parent, carer or other adult", shows="relation"),
            forms.Choice("child", "Child or young person"),
            forms.Choice("unborn", "Unborn child"),
        ],
        required="Choose whether they are an adult or a child",
        small=True,
    )
    relation = forms.Select(
        label="Who are they to the children?", choices=RELATIONS, first="Not said"
    )
    born = forms.PartialDate(label="Date of birth or due date", called="The date")
    facts = forms.Checkboxes(
        label="About them",
        choices=[
            ("responsible", "Has parental responsibility for the children"),
            ("elsewhere", "Lives at another address"),
        ],
        small=True,
    )
    contact = forms.Text(
        label="Telephone or email",
        hint="Nobody uses it until you have asked this person alone whether it is safe.",
        longest=254,
    )

    def clean_contact(self) -> str:
        """Refuse what reaches nobody."""
        typed = str(self.cleaned_data.get("contact") or "")
        decision = rules.is_contact(rules.contact_kind(typed), typed)
        if typed and not decision:
            self.add_error("contact", decision.reason.rstrip("."))
        return typed

    def clean(self) -> dict[str, Any]:
        """An unborn child needs no name yet; a date has to fit the part."""
        said = self.cleaned_data
        if said.get("part") == "unborn" and not said.get("given_names"):
            said["given_names"] = "Baby"
        if "given_names" in said and not said["given_names"]:
            self.add_error("given_names", "Enter a name. A first name is enough")
        born: PartialDate | None = said.get("born")
        fits = rules.may_be_born(str(said.get("part", "")), born)
        if "born" in said and "part" in said and not fits:
            self.add_error("born", fits.reason.rstrip("."))
        return said


class WhoDecides(forms.Part):
    """That nobody knows yet who has parental responsibility (2.85)."""

    not_known = forms.Tick(
        label="Who has parental responsibility?",
        says="We do not know yet who has it",
        hint="Tick “Has parental responsibility” at everybody above who has it. For a child under "
        "12, agencies are told only when one of them says yes.",
    )


class Home(forms.Part):
    """Where they live, or who knows it."""

    lines = forms.TextArea(label="Address", rows=3, longest=300)
    postcode = forms.Text(label="Postcode", width=10, longest=20)
    held_by = forms.Text(
        label="Or: the address is not stored, and is held by",
        hint="For example, a refuge. Then leave the address and the postcode empty.",
        longest=160,
    )

    def clean_postcode(self) -> str:
        """Refuse what is no postcode."""
        typed = str(self.cleaned_data.get("postcode") or "")
        if typed and not rules.is_postcode(typed):
            self.add_error("postcode", rules.is_postcode(typed).reason.rstrip("."))
        return rules.tidy_postcode(typed)

    def clean(self) -> dict[str, Any]:
        """An address is stored or held by somebody, not both."""
        said = self.cleaned_data
        place = rules.Place(
            *(str(said.get(name) or "") for name in ("lines", "postcode", "held_by"))
        )
        if place.held_by and (place.lines or place.postcode):
            self.add_error("held_by", rules.may_keep_place(place).reason.rstrip("."))
        return said


class Why(forms.Part):
    """Why now."""

    why = forms.TextArea(
        label="What worries them, or what do they want help with?",
        hint="A few words, as they say it.",
        rows=3,
        longest=4000,
    )


class Sharing(forms.Part):
    """Which agencies may know. None is ticked beforehand."""

    agencies = forms.Checkboxes(
        label="Which agencies may know of this family?",
        hint=f"{SEES} Ask the family about each, and tick only those they say yes to. For less, or "
        "for a time, choose “Share with another agency” once the family is registered.",
        coerce=int,
        note_optional=False,
    )

    def __init__(
        self, data: Any = None, *, agencies: Sequence[AskedAbout], own: int | None, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        field = self.fields["agencies"]
        assert isinstance(field, forms.Checkboxes)  # noqa: S101 - it stands above
        field.choices = [
            forms.Choice(
                str(agency.id),
                f"{agency.name}: your colleagues" if agency.id == own else agency.name,
            )
            for agency in agencies
        ]
