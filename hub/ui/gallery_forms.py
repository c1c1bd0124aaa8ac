"""Every kind of field, as it first stands and with something wrong."""

from collections.abc import Callable

from django.http import QueryDict

from hub.ui import forms
from hub.ui.forms import Choice


class Kinds(forms.Form):
    """One of each field."""

    given = forms.Text(
        label="First name", hint="As the person writes it", required="Enter a first name"
    )
    mail = forms.Email(label="Email address")
    ring = forms.YesNo(label="May we ring?", yes_shows="number", required="Say whether we may ring")
    number = forms.Telephone(label="Telephone number", required="Enter a telephone number")
    born = forms.PartialDate(label="Date of birth", required="Enter a date of birth")
    closed = forms.DateParts(
        label="When did the plan close?",
        called="The date the plan closed",
        hint="For example, 27 3 2026",
        required="Enter the date the plan closed",
        when="today or past",
    )
    agency = forms.Select(
        label="Agency",
        choices=[("1", "Home from Home"), ("2", "Eastfield Primary School")],
        required="Choose an agency",
    )
    speaks = forms.Radios(
        label="How was it read?",
        choices=[
            Choice("read", "The family read it"),
            Choice("told", "It was read to them", hint="In English"),
            Choice("interpreted", "An interpreter read it to them"),
        ],
        required="Say how it was read",
    )
    needs = forms.Checkboxes(
        label="What would help?",
        choices=[
            ("money", "Money and debt"),
            ("home", "Our home"),
            Choice("none", "None of these", alone=True),
        ],
    )
    story = forms.TextArea(label="What matters to you?", count=True, longest=500)
    people = forms.WholeNumber(label="How many rooms?", called="Number of rooms", most=40)
    agree = forms.Tick(
        label="Agreement", says="They agreed to this", required="Tick to say they agreed"
    )
    password = forms.Password(label="Password")
    look = forms.Search(label="Find a family", hint="A name or a reference")


def _wrong() -> Kinds:
    typed = QueryDict(mutable=True)
    typed.update(
        {
            "wrong-mail": "amina at example",
            "wrong-ring": "yes",
            "wrong-born-day": "31",
            "wrong-born-month": "Feb",
            "wrong-born-year": "2019",
            "wrong-closed-day": "3",
            "wrong-needs": "none",
            "wrong-people": "several",
        }
    )
    return Kinds(typed, prefix="wrong")


EXAMPLES: dict[str, Callable[[], forms.Form]] = {"As they first stand": Kinds, "Wrong": _wrong}
