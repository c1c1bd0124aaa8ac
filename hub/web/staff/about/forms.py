"""The questions of "About my family". None has to be answered; each keeps what was typed."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from hub.about import rules
from hub.ui import forms

CARING_HINT: Final = (
    "Somebody who is ill, disabled, old, or who drinks or takes drugs. A child who looks after "
    "somebody is a young carer and has a right to help of their own."
)


class Page(forms.Form):
    """What every page of questions ends with; `later` asks for the day it was said, as on paper."""

    finished = forms.Tick(
        label="Is this page finished?",
        says="There is nothing more to say here",
        hint="For when you leave questions open on purpose. You can come back to it.",
    )

    def __init__(self, *args: Any, later: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last = self.fields.pop("finished")
        if later:
            self.fields["told_on"] = forms.DateParts(
                label="When was this said?",
                called="The day it was said",
                hint="The day on the paper.",
                when="today or past",
            )
        self.fields["finished"] = last


class Language(Page):
    """Languages, an interpreter, and what it takes to take part."""

    languages = forms.Text(
        label="Which languages do they speak?",
        hint="The one they feel most at home in first. For example, Kurdish (Sorani) and English.",
        longest=300,
    )
    interpreter = forms.Radios(
        label="Do they need an interpreter?",
        choices=[
            forms.Choice("yes", "Yes, at least sometimes", shows="interpreter_words"),
            forms.Choice("no", "No"),
            forms.Choice("rather_not", rules.YES_NO["rather_not"]),
        ],
    )
    interpreter_words = forms.Text(
        label="Which language or dialect, and what matters about the interpreter?",
        hint="For example, a woman, and nobody from the same neighbourhood.",
        longest=500,
    )
    ways = forms.Checkboxes(
        label="What would help them to take part?",
        choices=[
            forms.Choice(code, words, alone=code == "none") for code, words in rules.WAYS.items()
        ],
    )
    ways_words = forms.TextArea(label="Anything else that helps them take part", rows=2)


class Helpers(Page):
    """Who helps already, by name and agency, as told."""

    school = forms.Text(label="School or nursery", hint="And who they talk to there.", longest=300)
    doctor = forms.Text(label="Doctor", hint="The surgery, and the doctor if they have one.")
    visitor = forms.Text(label="Health visitor, midwife or school nurse", longest=300)
    others = forms.TextArea(
        label="Anybody else who helps, and with what",
        hint="From an agency, the family, the neighbourhood, a faith group. Is it enough?",
        rows=3,
    )


class UnbornHelpers(Page):
    """Who helps already before a child is born."""

    doctor = forms.Text(label="Doctor", hint="The surgery, and the doctor if there is one.")
    visitor = forms.Text(label="Midwife or health visitor", longest=300)
    others = forms.TextArea(label="Anybody else who helps, and with what", rows=3)


class Background(Page):
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


class Needs(Page):
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
        hint="School, work, sleep, friends. What would they need to be able to go on, or to stop?",
        rows=3,
    )


class OwnWords(Page):
    """An adult's own words."""

    strengths = forms.TextArea(
        label="What are you good at, and what do others like about you?", rows=3
    )
    wishes = forms.TextArea(label="What do you want to say, for yourself?", rows=5)


class Story(Page):
    """The family's own words."""

    going_well = forms.TextArea(
        label="What is going well?",
        hint="What works, who you can rely on, what you got through already.",
    )
    worries = forms.TextArea(
        label="What worries you?",
        hint="Only what you want to say with everybody here. You can each talk to us alone too.",
    )
    wants = forms.TextArea(
        label="What do you want to be different?", hint="What would you notice first?"
    )


class Living(Page):
    """What weighs on a family from outside."""

    housing = forms.TextArea(
        label="Your home",
        hint="Room enough, dry, warm, safe to stay? No fixed address is an answer too.",
        rows=3,
    )
    money = forms.TextArea(label="Money", hint="Bills, debts, benefits, food.", rows=3)
    work = forms.TextArea(label="Work and training", rows=3)


class Alone(forms.Form):
    """What is asked with nobody else there (S15)."""

    alone = forms.Tick(
        label="Are they alone?",
        says="Nobody else is in the room or on the line, except a professional interpreter.",
        required="Ask when they are alone. Do not ask now",
    )
    interpreted_by = forms.Text(
        label="Who interpreted?",
        hint="If anybody did. Never a child, a partner, or somebody of the family.",
    )
    safe = forms.Radios(
        label="Do you feel safe at home, and with everybody in the family?",
        choices=list(rules.ALONE.words.items()),
    )
    words = forms.TextArea(
        label="What did they say?",
        hint="In their words. Does anybody frighten, hurt or control them or the children?",
    )
    reach = forms.TextArea(
        label="When and how is it safe to reach them?",
        hint="Who might overhear, read or answer? What must not be said or sent?",
        rows=3,
    )


FORMS: Final[dict[str, Callable[..., Page]]] = {
    "language": Language,
    "helpers": Helpers,
    "background": Background,
    "needs": Needs,
    "words": OwnWords,
    "story": Story,
    "living": Living,
}


def _step(name: str) -> bool:
    """Whether a field is the second step of the question about ethnicity."""
    return name.startswith("ethnicity_") and name.removeprefix("ethnicity_").isdigit()
