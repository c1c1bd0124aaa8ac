"""The form of an adult's capacity for one decision, in the order of the Mental Capacity Act."""

from typing import Any, Final

from hub.consent.deciding.rules import CapacityTold
from hub.ui import forms
from hub.web.staff.responsibility.forms import People

AGREEING: Final = "Agreeing to what is written down, kept and shared here"


class CapacityForm(forms.Form):
    """Whether somebody can take one decision, and what follows when they cannot (3.13)."""

    person = forms.Radios(label="Who is it about?", coerce=int, required="Choose who it is about")
    about = forms.Radios(
        label="Which decision is it about?",
        choices=[
            forms.Choice("agreeing", AGREEING),
            forms.Choice("other", "Another decision", shows="decision"),
        ],
        required="Choose which decision it is about",
    )
    decision = forms.Text(
        label="Which?", called="The decision", longest=300,
        required="Write down which decision it is about",
    )  # fmt: skip
    doubt = forms.TextArea(
        label="Why is it in doubt whether they can decide this?", longest=1000, rows=3,
        called="Why it is in doubt", required="Write down why it is in doubt",
        hint="Everybody is taken to be able to decide. A decision you find unwise is no reason.",
    )  # fmt: skip
    help_given = forms.TextArea(
        label="How did you help them to decide for themselves?", longest=1000, rows=3,
        called="How you helped", required="Write down how you helped them to decide",
        hint="For example, another day, an easier text, a picture, an interpreter, somebody they "
        "trust.",
    )  # fmt: skip
    able = forms.Checkboxes(
        label="With that help, what can they do?",
        hint="Where one of the four is missing because of how their mind works now, they cannot "
        "take this decision now.",
        choices=[
            ("understands", "Understand what it is about"),
            ("retains", "Keep it in mind long enough to decide"),
            ("weighs", "Weigh what speaks for it and against it"),
            ("communicates", "Say or show what they decide"),
            forms.Choice("none", "None of these", alone=True),
        ],
        required="Choose what they can do",
    )
    consulted = forms.TextArea(
        label="Who was asked about them?", longest=1000, rows=2, note_optional=False,
        called="Who was asked",
    )  # fmt: skip
    best_interests = forms.TextArea(
        label="What is best for them, and what would they wish?", longest=1000, rows=3,
        called="What is best for them", note_optional=False,
    )  # fmt: skip
    says_yes = forms.Tick(
        label="A yes for them",
        says="It is in their best interests to say yes for them, about themselves",
        hint="It is never the yes of another adult, nor of a child.",
    )
    again_on = forms.DateParts(
        label="When will you look at it again?", called="The day", when="future",
        note_optional=False,
    )  # fmt: skip

    def __init__(self, *args: Any, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.choose(self, "person", people)

    def told(self) -> CapacityTold:
        """What was recorded, as the change takes it. Only after `is_valid`."""
        said = self.cleaned_data
        able: list[str] = said["able"]
        return CapacityTold(
            about=said["about"],
            decision=AGREEING if said["about"] == "agreeing" else said["decision"],
            doubt=said["doubt"],
            help_given=said["help_given"],
            understands="understands" in able,
            retains="retains" in able,
            weighs="weighs" in able,
            communicates="communicates" in able,
            consulted=said["consulted"],
            best_interests=said["best_interests"],
            says_yes=said["says_yes"],
            again_on=said["again_on"],
        )
