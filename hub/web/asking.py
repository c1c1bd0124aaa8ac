"""What is asked when a family comes to the hub: of itself, of whoever asks for it, of the access
team. Two sites ask it, so it stands above both."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.core.exceptions import ValidationError

from hub.families import rules as families
from hub.intake.arrivals.rules import RELATIONS
from hub.ui import forms

TRAP: Final = "website"
TRAPPED: Final = "The box at the end has to be empty. It is now: send it again"
SAY_WHO: Final = (
    forms.Choice("no", "Say nothing until you know that it is me"),
    forms.Choice("yes", "You can say who you are straight away"),
)


class Asking(forms.Form):
    """A family asks for help itself (2.50). Short, and in the words of families."""

    locality = forms.Radios(
        label="Which hub is nearest?",
        hint="The people who run that hub read this. If you know one of them and would rather they "
        "did not, choose another hub.",
        required="Choose the hub that is nearest",
        coerce=int,
    )
    name = forms.Text(
        label="What shall we call you?",
        hint="A first name is enough.",
        required="Enter a name. A first name is enough",
        autocomplete="off",
    )
    relation = forms.Select(
        label="Who are you in the family?",
        choices=RELATIONS,
        first="I would rather not say",
        note_optional=False,
    )
    words = forms.TextArea(
        label="What would help?",
        hint="A few words are enough. Leave out what you would rather tell somebody yourself.",
        required="Say in a few words what would help",
        rows=4,
    )
    child_name = forms.Text(label="A child's first name")
    child_age = forms.WholeNumber(label="How old are they?", most=25, width=2)
    contact = forms.Text(
        label="A telephone number or email that only you see",
        hint="If there is none that is safe, leave it empty: ring the hub and say your reference.",
        longest=254,
    )
    contact_words = forms.Text(label="A good time, or a time to avoid", longest=300)
    say_who = forms.Radios(label="When we ring or write", choices=SAY_WHO, note_optional=False)
    website = forms.Text(label="Leave this box empty", note_optional=False)

    def __init__(self, *args: Any, hubs: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["locality"]
        assert isinstance(field, forms.Radios)  # noqa: S101 - it stands above
        field.choices = hub_choices(hubs)
        if len(hubs) == 1:
            self.initial.setdefault("locality", str(hubs[0].pk))

    def clean_contact(self) -> str:
        """Refuse what reaches nobody."""
        typed = str(self.cleaned_data.get("contact") or "")
        decision = families.is_contact(families.contact_kind(typed), typed)
        if typed and not decision:
            raise ValidationError(decision.reason.rstrip("."))
        return typed

    def clean(self) -> dict[str, Any]:
        """Whoever filled in the box that nobody sees is asked again: no family's words are lost,
        and a machine fills it in again."""
        if self.cleaned_data.get(TRAP):
            self.data = {**dict(self.data.items()), TRAP: ""}
            raise ValidationError(TRAPPED)
        return self.cleaned_data

    def said(self) -> dict[str, Any]:
        """The answers as the change takes them. Only after `is_valid`."""
        said = {name: value for name, value in self.cleaned_data.items() if name != TRAP}
        said["may_say_who"] = said.pop("say_who") == "yes"
        return said | {"relation": said["relation"] or ""}


class AskingFor(Asking):
    """Somebody at work asks for a family (2.50)."""

    field_order = ["agreed"]

    agreed = forms.Tick(
        label="The family's yes",
        says="They said yes to me telling the hub this, and know that the hub will be in touch",
        required="Ask the family first. Without their yes the hub is not told",
    )


class PassingDown(Asking):
    """The access team passes a family down with what it agreed (2.51)."""

    agreed = forms.TextArea(
        label="What was agreed, and with whom?",
        hint="It is no yes to a plan: the hub asks for that itself.",
        required="Say what was agreed, and with whom",
        longest=2000,
        rows=3,
    )
    agreed_on = forms.DateParts(
        label="When was it agreed?",
        called="The day it was agreed",
        when="today or past",
        required="Enter the day it was agreed",
    )
    outcome_words = forms.TextArea(
        label="What did the access team find?", required="Say what the access team found", rows=3
    )
    not_to_say = forms.TextArea(label="What must not be said, and to whom?", longest=2000, rows=2)


def hub_choices(hubs: Iterable[Any]) -> list[forms.Choice]:
    """The hubs as answers."""
    return [forms.Choice(str(hub.pk), f"{hub.hub_name}, {hub.name}") for hub in hubs]


def in_words_of_work(form: Asking) -> Asking:
    """The same questions as somebody at work is asked them of a family."""
    down = {"words": CONCERN} if isinstance(form, PassingDown) else {}
    for name, label in (AT_WORK | down).items():
        field = form.fields[name]
        assert isinstance(field, forms.Text | forms.Radios | forms.Select)  # noqa: S101
        optional = field.words.endswith(" (optional)")
        field.label, field.words = label, f"{label} (optional)" if optional else label
        field.hint = HINTS.get(name, "")
    del form.fields[TRAP]
    return form


HINTS: Final = {
    "name": "A first name is enough.",
    "contact": "Ask them when they are alone. If there is none that is safe, leave it empty.",
}
CONCERN: Final = "What was the concern?"
AT_WORK: Final = {
    "locality": "Which hub?",
    "name": "The adult's name",
    "relation": "Who are they in the family?",
    "words": "What would help, as they say it?",
    "contact": "A telephone number or email that only they see",
    "say_who": "When the hub rings or writes",
}
