"""The quick start: a family on one page, and everything else later from its own page.

Its boxes are named as those of the longer form, so a draft of one can be carried on in the other.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.http import QueryDict
from markupsafe import Markup

from hub.access.lookup.seen import LONGEST
from hub.consent.deciding.rules import FIRST_A_HOLDER
from hub.consent.queries import AskedAbout
from hub.families import rules as families
from hub.intake import rules
from hub.intake.registration import NamedPerson, Registration
from hub.kernel.dates import Accuracy, PartialDate
from hub.ui import forms
from hub.web.staff.emergency.offering import REMOTE, offer
from hub.web.staff.registration.born import BornOrDue
from hub.web.staff.registration.forms import HOW, RELATIONS, Sharing, Why
from hub.web.staff.registration.saving import NOBODY, arrival_in

NOT_KEPT: Final = ("csrfmiddlewaretoken", "once", "version", "writer", "later")
ADULT, CHILD = "people-0", "people-1"
HAS_IT: Final = "+"  # after a relation: they have parental responsibility (2.85)
WHO: Final = (
    *RELATIONS[:2],
    ("father+", "Father, and has parental responsibility"),
    *RELATIONS[2:4],
    ("grandparent+", "Grandparent, and has parental responsibility"),
    *RELATIONS[4:],
    ("other+", "Somebody else, and has parental responsibility"),
)


class Yes(forms.Form):
    """The first question, and how the yes was given (S11)."""

    how = forms.Radios(
        label="How did they say yes to you asking and writing this down?",
        hint="A parent or carer says yes for themselves and the child. Read the words above with "
        "them first: nothing is kept before they say yes.",
        choices=[*HOW, forms.Choice(NOBODY, "Nobody has said yes")],
        required="Choose how they said yes",
        small=True,
    )
    witness = forms.Text(label="Who heard the yes", required="Enter who heard the yes", longest=120)
    service = forms.YesNo(
        label="Do they want you to work with them?",
        hint="Another question: help is their choice too. You can ask later, before there is a "
        "plan.",
        inline=True,
    )
    wording = forms.Hidden(label="The wording", longest=20)
    known = forms.Hidden(label="How it was looked up", longest=60)
    seen = forms.Hidden(label="What was told then", longest=LONGEST)
    another = forms.Hidden(label="Why it is another family", longest=20)
    arrival = forms.Hidden(label="What came to the hub", longest=20)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["how"])


class Adult(forms.Part):
    """Whoever said yes."""

    given_names = forms.Text(
        label="Adult's given names", required="Enter the adult's name. A first name is enough"
    )
    family_name = forms.Text(label="Adult's family name")
    relation = forms.Select(
        label="Who are they to the child?",
        hint="A mother has parental responsibility. For a child under 12, agencies are told only "
        "when somebody who has it says yes; where you do not know, you are asked in a week.",
        choices=WHO,
        first="Not said",
        note_optional=False,
    )
    contact = forms.Text(
        label="Telephone or email",
        hint="Nobody uses it until you have asked them alone whether it is safe. That question has "
        "a page of its own.",
        longest=254,
    )

    def clean_contact(self) -> str:
        """Refuse what reaches nobody."""
        typed = str(self.cleaned_data.get("contact") or "")
        decision = families.is_contact(families.contact_kind(typed), typed)
        if typed and not decision:
            self.add_error("contact", decision.reason.rstrip("."))
        return typed


class Child(forms.Part):
    """The child it begins with; the others come later."""

    given_names = forms.Text(
        label="Child's given names",
        hint="Leave it empty for a baby who is not born yet.",
        note_optional=False,
    )
    family_name = forms.Text(
        label="Child's family name",
        hint="Leave it empty if it is the adult's.",
        note_optional=False,
    )
    born = BornOrDue(
        label="When were they born, or when is the baby due?",
        called="The date",
        hint="For example, 27 3 2019. If you only know the month or year, leave the rest empty.",
        required="Enter when the child was born, when the baby is due, or about how old they are",
    )

    @property
    def kind(self) -> str:
        """What they are in the family, by their date."""
        born = self.cleaned_data.get("born") if self.is_bound and self.is_valid() else None
        return "unborn" if born is not None and born.accuracy == Accuracy.DUE else "child"

    def clean(self) -> dict[str, Any]:
        """An unborn child needs no name yet; a date has to be a child's."""
        said = self.cleaned_data
        born: PartialDate | None = said.get("born")
        unborn = born is not None and born.accuracy == Accuracy.DUE
        if unborn and not said.get("given_names"):
            said["given_names"] = "Baby"
        if "given_names" in said and not said["given_names"]:
            self.add_error("given_names", "Enter the child's name. A first name is enough")
        fits = families.may_be_born("unborn" if unborn else "child", born)
        if "born" in said and not fits:
            self.add_error("born", fits.reason.rstrip("."))
        return said


class Quick:
    """The whole page. Takes what was posted, prefilled or kept; None for an empty one.

    `quiet` draws it without saying what is wrong.
    """

    def __init__(
        self,
        data: QueryDict | None,
        *,
        agencies: Sequence[AskedAbout],
        own: int | None,
        wording: int | None = None,
        quiet: bool = False,
    ) -> None:
        data = self.data = _with_who_has_it(data)
        self.yes = Yes(data, initial={"wording": wording})
        self.adult = Adult(data, prefix=ADULT)
        self.child = Child(data, prefix=CHILD)
        self.why = Why(data)
        self.sharing = Sharing(data, agencies=agencies, own=own)
        self.names = {agency.id: agency.name for agency in agencies}
        self.parts = (self.yes, self.adult, self.child, self.why, self.sharing)
        for part in self.parts:
            part.quiet = quiet

    @property
    def said(self) -> str:
        """The answer to the first question: "yes", "no", or "" when there is none."""
        typed = self.data.get("how", "") if self.data is not None else ""
        if typed == NOBODY:
            return "no"
        return "yes" if typed in {REMOTE, *(choice.value for choice in HOW)} else ""

    @property
    def arrival(self) -> int | None:
        """What came to the hub that this page began with."""
        return arrival_in(self.data)

    @property
    def _relation(self) -> str:
        return self.data.get(f"{ADULT}-relation", "") if self.data is not None else ""

    @property
    def _responsible(self) -> bool:
        """Whether the adult has parental responsibility: a mother has, others when it is said."""
        return self._relation == "mother" or self._relation.endswith(HAS_IT)

    def error_summary(self) -> Markup:
        """Everything that is wrong, in the order of the page."""
        return forms.error_summary(self.parts)

    def only_the_yes(self) -> None:
        """Say of the first question only what is wrong: the rest is for later."""
        for part in self.parts[1:]:
            part.quiet = True

    def kept(self) -> dict[str, list[str]]:
        """What a draft keeps, so that the longer form understands it too."""
        typed = {
            name: values
            for name, values in (self.data.lists() if self.data else ())
            if name not in NOT_KEPT
        }
        known = {
            "quick": ["yes"],
            "said_yes": [self.said],
            "people-set": ["0", "1"],
            f"{ADULT}-part": ["adult"],
            f"{ADULT}-relation": [self._relation.removesuffix(HAS_IT)],
            f"{CHILD}-part": [self.child.kind],
        }
        if self._responsible:
            known[f"{ADULT}-facts"] = ["responsible"]
        if self.child.kind == "unborn":
            known[f"{CHILD}-born-sure"] = ["due"]
        return typed | known

    def is_valid(self, *, now: datetime) -> bool:
        """Whether this can be registered; what is wrong is said where it belongs."""
        judged = [part.is_valid() for part in self.parts]  # all of them: each says what is wrong
        if not all(judged):
            return False
        decision = rules.may_register(self.registration(), now=now)
        if not decision and decision.reason == FIRST_A_HOLDER:
            self.sharing.add_error("agencies", decision.reason)
        elif not decision:
            self.yes.refuse(decision.reason)
        return bool(decision)

    def registration(self) -> Registration:
        """The plain values. Only after the parts are valid."""
        yes, adult, child = (p.cleaned_data for p in (self.yes, self.adult, self.child))
        giver = NamedPerson(
            adult["given_names"],
            "adult",
            adult["family_name"],
            relation=(adult["relation"] or "").removesuffix(HAS_IT),
            responsible=self._responsible,
            contact=adult["contact"],
        )
        family_name = child["family_name"] or adult["family_name"]
        first = NamedPerson(child["given_names"], self.child.kind, family_name, born=child["born"])
        return Registration(
            people=(giver, first),
            record=self.said == "yes",
            keep=self.said == "yes",
            how=yes["how"],
            wording=int(yes["wording"]) if yes["wording"].isdecimal() else 0,
            witness=yes["witness"],
            agencies=tuple(self.sharing.cleaned_data["agencies"]),
            service=yes["service"] is True,
        )


def _with_who_has_it(data: QueryDict | None) -> QueryDict | None:
    """What a draft kept, as this page asks it: who they are and that they have it, in one."""
    name = f"{ADULT}-relation"
    if data is None or "responsible" not in data.getlist(f"{ADULT}-facts"):
        return data
    both = f"{data.get(name, '')}{HAS_IT}"
    if both not in dict(WHO):
        return data
    asked = data.copy()
    asked[name] = both
    return asked
