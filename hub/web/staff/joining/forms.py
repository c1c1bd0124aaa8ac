"""What is asked of who asks to join a team, and of the lead who answers."""

from hub.intake.joining.changes import HOW
from hub.ui import forms


class Joining(forms.Form):
    """Whose yes there is for it, and what for."""

    yes_by = forms.Text(
        label="Who in the family said yes to you joining?",
        hint="A parent or carer, or a young person who decides for themselves.",
        required="Enter who in the family said yes",
        longest=120,
    )
    yes_on = forms.DateParts(
        label="When did they say yes?",
        called="The day they said yes",
        required="Enter the day they said yes",
        when="today or past",
    )
    yes_how = forms.Radios(
        label="How did they say it?",
        choices=HOW,
        required="Choose how they said yes",
        small=True,
    )
    words = forms.TextArea(
        label="What would you do for the family?",
        hint="The lead reads this. Write nothing the family would not want them to read.",
        required="Enter what you would do for the family",
        longest=1000,
        rows=3,
    )


class Answer(forms.Form):
    """Accept, or call them."""

    answer = forms.Radios(
        label="What do you answer?",
        hint="Ask the family first: it is their team.",
        choices=(
            forms.Choice("accepted", "They join the team"),
            forms.Choice("declined", "Not now: I will call them"),
        ),
        required="Choose what you answer",
    )
    words = forms.TextArea(
        label="Why?",
        hint="It stays in the family\u2019s file. Who asked does not read it.",
        longest=1000,
        rows=3,
    )
