"""The questions to a child who looks after somebody, and what such a child needs (3.4)."""

from typing import Final

from hub.about import rules
from hub.ui import forms
from hub.web.staff.about.forms import Page
from hub.web.staff.about.own_forms import Own

HINTS: Final = {
    "chances": "Clubs, trips, friends home, a holiday, plans for later: as others have them.",
    "thrive": "Sleep, food, friends, play, not worrying all day.",
    "roles": "Not for a child: washing or lifting an adult, giving medicine alone, being up at "
    "night, keeping watch so that nobody comes to harm, interpreting what a child should not hear.",
    "school": "There every day, on time and awake, homework done, and somebody there who knows.",
}
DOING: Final = "What is done about it, and by whom?"


class Cares(Page):
    """What a child says of looking after somebody, for whoever they say it to."""

    cares = forms.Radios(
        label="Do you look after somebody, or help somebody a lot?",
        hint="Ask the child, in words that fit their age. Somebody who is ill, disabled or old, or "
        "who drinks or takes drugs, or smaller children.",
        choices=list(rules.YES_NO.items()),
    )
    whom = forms.Text(label="Whom?", longest=300)
    does = forms.TextArea(
        label="What do you do for them?",
        hint="On a school day, at night, at weekends. What do you like about it?",
        rows=3,
    )
    costs = forms.TextArea(
        label="What is hard about it?",
        hint="School, sleep, friends, worries. What would you do with more time?",
        rows=3,
    )
    wishes = forms.TextArea(label="What should change, and who could do it instead?", rows=3)


def _aim(code: str) -> forms.Radios:
    return forms.Radios(
        label=rules.AIMS[code],
        hint=HINTS[code],
        choices=[
            forms.Choice(how, words, shows=f"{code}_doing" if how == "needs" else "")
            for how, words in rules.HOW.items()
        ],
    )


def _doing(code: str) -> forms.TextArea:
    called = rules.CARER.labels[f"{code}_doing"]
    return forms.TextArea(label=DOING, called=called, rows=3, longest=2000)


class Carer(Own):
    """The four aims, each fine, needing something, or not asked; and what is done."""

    chances = _aim("chances")
    chances_doing = _doing("chances")
    thrive = _aim("thrive")
    thrive_doing = _doing("thrive")
    roles = _aim("roles")
    roles_doing = _doing("roles")
    school = _aim("school")
    school_doing = _doing("school")
