"""The questions of "About my family". None has to be answered; each keeps what was typed."""

from collections.abc import Iterable
from typing import Any

from hub.about import rules
from hub.ui import forms


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
            self.fields["told_on"] = _told_on()
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


class GoingOn(Page):
    """What is going on: any of the situations, and own words."""

    chosen = forms.Checkboxes(label="Is any of this so?", hint="Choose all that are true.")
    words = forms.TextArea(label="Anything else, or in your own words", rows=3)

    def __init__(self, *args: Any, situations: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.choose(self, "chosen", [(one.code, one.words) for one in situations])


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

    def __init__(self, *args: Any, later: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if later:
            self.fields["told_on"] = _told_on()


def _told_on() -> forms.DateParts:
    return forms.DateParts(
        label="When was this said?",
        called="The day it was said",
        hint="The day on the paper.",
        when="today or past",
    )
