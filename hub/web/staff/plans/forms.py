"""Forms of the plan."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from hub.about.going_on import GoingOn
from hub.plans.queries import PossibleOwner
from hub.plans.rules import Owner
from hub.ui import forms
from hub.web.staff.papers.forms import Stands

WHY = "This is kept with the plan. The family can read it."


class Mark(forms.Form):
    """A button that marks an action as done, or as not done after all."""


class OpenPlan(forms.Form):
    """A button that opens the plan, above it what is going on, where the reader may know (2.48)."""

    chosen = forms.Checkboxes(
        label="Why is a plan started?",
        hint="What the family said is going on stands here already. Choose all that are true.",
    )
    words = forms.TextArea(label="Anything else, or in their own words", rows=3)

    def __init__(
        self, *args: Any, going_on: GoingOn | None, asked: Sequence[Any], **kwargs: Any
    ) -> None:
        stands = {"chosen": going_on.chosen, "words": going_on.words} if going_on else {}
        version = going_on.version if going_on else None
        super().__init__(*args, initial=stands, version=version, **kwargs)
        self.stands = stands
        chosen = self.fields["chosen"]
        assert isinstance(chosen, forms.Checkboxes)  # noqa: S101 - it stands above
        chosen.choices = [(one.code, one.words) for one in asked]
        if going_on is None:
            del self.fields["chosen"], self.fields["words"]

    @property
    def tells_more(self) -> bool:
        """Whether something else was said than stood there. An old page without it said nothing."""
        return self.version is not None and bool(self.stands) and self.cleaned_data != self.stands


class Goal(forms.Form):
    """What the family wants to change."""

    words = forms.TextArea(
        label="What does the family want to change?",
        called="The goal",
        hint="In their own words, as they said it. For example, “We want mornings without "
        "shouting”.",
        required="Enter what the family wants to change",
        longest=500,
        rows=3,
    )


class Action(forms.Form):
    """One step, one person, one date."""

    step = forms.TextArea(
        label="What will be done?",
        called="What will be done",
        hint="One concrete step. For example, “Ring the school about breakfast club” rather than "
        "“Support with school”.",
        required="Enter what will be done",
        longest=300,
        rows=2,
    )
    owner = forms.Radios(
        label="Who will do it?",
        hint="One person, who has said yes to it. Somebody in the family or somebody who helps.",
        required="Choose who will do it",
    )
    due_on = forms.DateParts(
        label="Do it by",
        called="The date to do it by",
        required="Enter the date to do it by",
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        owners: Sequence[PossibleOwner],
        example: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        owner, due_on = self["owner"].asked, self["due_on"].asked
        assert isinstance(owner, forms.Radios)  # noqa: S101 - it is, above
        owner.choices = [
            forms.Choice(written(who.owner), who.name, hint=who.about) for who in owners
        ]
        owner.coerce = read
        due_on.hint = f"For example, {example.day} {example.month} {example.year}"

    def change(self) -> dict[str, Any]:
        """What was typed, as the changes take it."""
        owner: Owner = self.cleaned_data["owner"]
        return {
            "step": self.cleaned_data["step"],
            "due_on": self.cleaned_data["due_on"],
            "owner_practitioner": owner.practitioner,
            "owner_member": owner.member,
        }


class Closure(forms.Form):
    """Why a plan closes, what goes on, and whether somebody is not safe."""

    reason = forms.Radios(label="Why is the plan closing?", required="Choose why it is closing")
    note = forms.TextArea(
        label="What has happened, and what does the family say?",
        called="What has happened",
        hint=WHY,
        required="Enter what has happened",
        longest=2000,
    )
    continues = forms.TextArea(
        label="What continues, and with whom?",
        called="What continues",
        hint="For example, the breakfast club at school.",
        longest=1000,
        rows=3,
    )
    protection_concern = forms.YesNo(
        label="Are there child protection concerns now?",
        required="Choose yes if there are child protection concerns, no if there are none",
        yes_shows="referral",
    )
    referral = forms.Text(
        label="How and when did you refer to the access team?",
        called="The referral",
        hint="By telephone or on paper: say the day, and who took it. Do this before you close "
        "the plan.",
        required="Enter how and when you referred to the access team",
        longest=500,
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        reasons: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        reason = self["reason"].asked
        assert isinstance(reason, forms.Radios)  # noqa: S101 - it is, above
        reason.choices = reasons


class Copy(forms.Form):
    """That a copy of the plan was given: when, and how."""

    given_on = forms.DateParts(
        label="When was the copy given?",
        called="The day",
        required="Enter the day on which the copy was given",
        when="today or past",
    )
    how = forms.Radios(label="How was it given?", required="Choose how it was given")

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        hows: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        how = self["how"].asked
        assert isinstance(how, forms.Radios)  # noqa: S101 - it is, above
        how.choices = hows


class SaidAloud(Stands):
    """Somebody says yes aloud to the services in the plan, and one more person hears it."""

    witness = forms.Text(
        label="Who else heard it?", required="Enter the name of who else heard it", longest=120
    )

    def change(self, signer: int) -> dict[str, Any]:
        """What was said, as the change takes it. Only after `is_valid`."""
        return self.cleaned_data | {"signer": signer}


def written(owner: Owner) -> str:
    """An owner as an answer in the form."""
    if owner.member is not None:
        return f"member-{owner.member}"
    return f"practitioner-{owner.practitioner}"


def read(answer: str) -> Owner:
    """The owner an answer of the form stands for."""
    kind, _, number = answer.partition("-")
    return Owner(**{kind: int(number)})
