"""The questions of pages that are somebody's own, and who else may know the answers (S4)."""

from collections.abc import Iterable
from typing import Any, Final

from hub.about import rules
from hub.ui import forms
from hub.web.staff.about.forms import Page

CARING_HINT: Final = (
    "Somebody who is ill, disabled, old, or who drinks or takes drugs. A child who looks after "
    "somebody is a young carer and has a right to help of their own."
)


class Own(Page):
    """A page that is somebody's own: it ends with who else may know it (S4)."""

    known_to = forms.Checkboxes(
        label="Who else may know this?",
        hint="It starts with you and your main worker, and nobody else. Choose anybody who may "
        "know it too. You can change this at any time.",
        choices=list(rules.WITH.items()),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("known_to", "told_on", "finished"):
            if name in self.fields:
                self.fields[name] = self.fields.pop(name)


class Background(Own):
    """Ethnicity in two steps, as the standard asks it; gender, faith and culture."""

    gender = forms.Radios(
        label="Gender",
        choices=[
            ("female", "Female"),
            ("male", "Male"),
            ("own_words", "In another way"),
            ("rather_not", rules.YES_NO["rather_not"]),
        ],
    )
    pronouns = forms.Text(label="How they like to be spoken of", hint="For example, they and them.")
    faith = forms.Text(
        label="Faith, culture and customs that matter to them",
        hint="For example, food, prayer, holidays, who visits whom. Or “none”.",
        longest=300,
    )

    def __init__(self, *args: Any, ethnicities: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds: dict[str, list[Any]] = {}
        for row in ethnicities:
            self.kinds.setdefault(row.kind, []).append(row)
        self._ask_ethnicity()

    def _ask_ethnicity(self) -> None:
        choices = []
        for number, (kind, rows) in enumerate(self.kinds.items(), start=1):
            if len(rows) == 1:
                choices.append(forms.Choice(rows[0].code, rows[0].words))
                continue
            name = f"ethnicity_{number}"
            choices.append(forms.Choice(str(number), kind, shows=name))
            self.fields[name] = forms.Radios(
                label=f"Which of these describes them best? {kind}",
                choices=[(row.code, row.words) for row in rows],
                note_optional=False,
                called=kind,
                small=True,
            )
        self.fields["ethnicity_kind"] = forms.Radios(
            label="What is their ethnic group?",
            hint="As they say it themselves. For a child, as the child or the parents say it.",
            choices=choices,
        )
        self.fields["ethnicity_words"] = forms.Text(label="Or in their own words", longest=200)
        chosen = self.initial.get("ethnicity")
        for number, rows in enumerate(self.kinds.values(), start=1):
            if chosen in {row.code for row in rows}:
                one = len(rows) == 1
                self.initial["ethnicity_kind"] = chosen if one else str(number)
                self.initial[f"ethnicity_{number}"] = chosen
        steps = [name for name in self.fields if _step(name)]
        self.order_fields(["ethnicity_kind", *steps, "ethnicity_words"])

    def clean(self) -> dict[str, Any]:
        """The one code that the two steps come to."""
        kind = self.cleaned_data.pop("ethnicity_kind", None) or ""
        steps = {n: self.cleaned_data.pop(n, None) for n in list(self.cleaned_data) if _step(n)}
        self.cleaned_data["ethnicity"] = steps.get(f"ethnicity_{kind}") if kind.isdigit() else kind
        if kind.isdigit() and not self.cleaned_data["ethnicity"]:
            self.add_error(
                f"ethnicity_{kind}", "Choose one of these, or “Prefer not to say” further down"
            )
        return self.cleaned_data


class Needs(Own):
    """What is hard in everyday life, what helps, and whom they look after."""

    conditions = forms.Checkboxes(
        label="Is any of this hard for them, for a year or longer?",
        choices=[
            forms.Choice(code, words, alone=code in ("NONE", "rather_not"))
            for code, words in rules.CONDITIONS.items()
        ],
    )
    helps = forms.TextArea(
        label="What is hard, and what helps?",
        hint="Illness and worries too, of body or mind. As much as they want to say.",
        rows=4,
    )
    protects = forms.TextArea(
        label="What, and who, keeps things steady?",
        hint="Somebody to ring, a routine, work, a pet, a place to go.",
        rows=3,
    )
    caring = forms.Radios(
        label="Do they look after somebody in the family?",
        hint=CARING_HINT,
        choices=[
            forms.Choice("yes", "Yes", shows="caring_words"),
            forms.Choice("no", "No"),
            forms.Choice("rather_not", rules.YES_NO["rather_not"]),
        ],
    )
    caring_words = forms.TextArea(
        label="Whom, with what, and what does it cost them?",
        hint="For example, cooking, washing somebody, medicine, interpreting, smaller children, "
        "keeping watch. And what it does to school, work, sleep, friends. What would they need to "
        "be able to go on, or to stop?",
        rows=3,
    )
    assessment = forms.Radios(
        label="If they look after somebody: were they offered an assessment of what they need?",
        hint="An adult has a right to a carer's assessment, a child to a young carer's needs "
        "assessment. Nobody has to take it.",
        choices=list(rules.ASSESSMENT.items()),
    )
    assessment_on = forms.DateParts(
        label="When was it offered, or done?",
        called="The day it was offered or done",
        when="today or past",
    )
    assessment_asked_on = forms.DateParts(
        label="When was it asked for?",
        called="The day it was asked for",
        hint="Only when somebody has asked for it.",
        when="today or past",
    )
    assessment_due_on = forms.DateParts(
        label="By when should it be done?",
        called="The day it should be done by",
        hint="Whoever leads is asked then whether it was. Left empty, it is six weeks after it was "
        "asked for.",
    )
    assessment_words = forms.TextArea(label="What came of it?", rows=2)


class OwnWords(Own):
    """An adult's own words."""

    strengths = forms.TextArea(
        label="What are you good at, and what do others like about you?", rows=3
    )
    story = forms.TextArea(
        label="What happened, as you would tell it?",
        hint="Only as much as you want. You can stop in the middle.",
    )
    wishes = forms.TextArea(label="What do you want to say, for yourself?", rows=5)
    offers = forms.TextArea(
        label="What can you do for the others, and what would it cost you?",
        hint="Time, sleep, work, money, worry. Nobody is held to it.",
        rows=3,
    )
    speaker = forms.Radios(label="If others may know it: how?", choices=list(rules.SPEAKER.items()))


class Said(Page):
    """What a child said, for whoever they said it to."""

    words = forms.TextArea(
        label="What did they say, draw or show?",
        hint="In their words. What they like, what worries them, what they wish for. Of a small "
        "child, what you saw.",
    )


class Told(Own):
    """What may be told of what a child said, as the child wants it."""

    may = forms.Radios(
        label="May anything of what you said be told?",
        hint="Ask the child, in words that fit their age.",
        choices=[
            forms.Choice("some", "Yes, some of it", shows="told"),
            forms.Choice("nothing", "No, nothing"),
        ],
    )
    told = forms.TextArea(
        label="What may be told?",
        hint="Write down just that. Nothing else of what they said is shown to anybody.",
        rows=4,
    )
    how = forms.Text(label="How?", hint="For example, with the child there, or not on paper.")
    by_whom = forms.Text(label="Who should tell it?", longest=300)
    speaker = forms.Radios(label="With their name?", choices=list(rules.SPEAKER.items()))


class Known(forms.Form):
    """One choice of who may know a page, made by one button."""

    part = forms.Radios(
        label="Page", choices=[(part.code, part.title) for part in rules.PARTS.values() if part.own]
    )
    row = forms.WholeNumber(label="Which", most=2**63 - 1)
    whom = forms.Radios(label="Who", choices=list(rules.WITH.items()))
    may = forms.YesNo(label="May they know it?")

    @property
    def chosen(self) -> bool:
        """Whether a button was pressed: whoever posts nothing has chosen nothing."""
        return None not in (self.cleaned_data.get(name) for name in self.fields)


def _step(name: str) -> bool:
    """Whether a field is the second step of the question about ethnicity."""
    return name.startswith("ethnicity_") and name.removeprefix("ethnicity_").isdigit()
