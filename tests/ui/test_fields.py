"""Each kind of field, with good and bad input, and with input meant to harm."""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.kernel.dates import Accuracy, PartialDate
from hub.ui import forms
from hub.ui.forms import Choice, text
from hub.ui.gallery_forms import Kinds
from tests.ui.html import walk

LISTED = [("1", "One"), ("2", "Two"), Choice("none", "None", alone=True)]
FIELDS: dict[str, Any] = {
    "text": lambda: forms.Text(label="Name", required="Enter a name", longest=10),
    "optional": lambda: forms.Text(label="Name"),
    "email": lambda: forms.Email(label="Email"),
    "telephone": lambda: forms.Telephone(label="Telephone"),
    "number": lambda: forms.WholeNumber(label="How many?", called="Number", least=1, most=5000),
    "area": lambda: forms.TextArea(label="Story", longest=20),
    "password": lambda: forms.Password(label="Password", required="Enter your password"),
    "hidden": lambda: forms.Hidden(),
    "search": lambda: forms.Search(label="Find"),
    "select": lambda: forms.Select(label="Pick", choices=LISTED, required="Choose one"),
    "radios": lambda: forms.Radios(label="Pick", choices=LISTED[:2], coerce=int),
    "yesno": lambda: forms.YesNo(label="Safe?", required="Say whether it is safe"),
    "boxes": lambda: forms.Checkboxes(label="Which?", choices=LISTED),
    "tick": lambda: forms.Tick(label="Agreement", says="Yes", required="Tick the box"),
    "untick": lambda: forms.Tick(label="Agreement", says="Yes"),
    "date": lambda: forms.DateParts(label="When?", called="The day", when="past"),
    "soon": lambda: forms.DateParts(label="When?", called="The day", when="today or future"),
    "born": lambda: forms.PartialDate(label="Birth", required="Enter a date of birth"),
    "fixed": lambda: forms.PartialDate(label="Birth", may_be_due=False),
}


def form_of(kind: str, typed: str = "") -> forms.Part:
    one = type("One", (forms.Part,), {"f": FIELDS[kind]()})
    made = one(QueryDict(typed))
    assert isinstance(made, forms.Part)
    return made


GOOD = [
    ("text", "f=+Ada++Osei+", "Ada Osei"),
    ("optional", "", ""),
    ("email", "f=name%40example.org+", "name@example.org"),
    ("email", "", ""),
    ("telephone", "f=(020)+7946-0123+ext+4", "(020) 7946-0123 ext 4"),
    ("telephone", "f=%2B44+7700+900123", "+44 7700 900123"),
    ("number", "f=1%2C200", 1200),
    ("number", "", None),
    ("area", "f=%0D%0Aone%0D%0A%0D%0Atwo+", "one\n\ntwo"),
    ("password", "f=+a++b+", " a  b "),
    ("hidden", "f=x", "x"),
    ("select", "f=2", "2"),
    ("radios", "f=2", 2),
    ("radios", "", None),
    ("yesno", "f=no", False),
    ("boxes", "f=2&f=1", ["1", "2"]),
    ("boxes", "", []),
    ("tick", "f=yes", True),
    ("untick", "", False),
    ("date", "f-day=1&f-month=march&f-year=2026", date(2026, 3, 1)),
    ("date", "", None),
    ("soon", "f-day=2&f-month=3&f-year=2026", date(2026, 3, 2)),
    ("born", "f-year=2019", PartialDate(date(2019, 1, 1), Accuracy.YEAR)),
    ("born", "f-year=2026&f-sure=exact", PartialDate(date(2026, 1, 1), Accuracy.YEAR)),
    (
        "born",
        "f-day=20&f-month=5&f-year=2026&f-sure=due",
        PartialDate(date(2026, 5, 20), Accuracy.DUE),
    ),
]
BAD = [
    ("text", "f=++", "Enter a name"),
    ("text", "f=12345678901", "Name must be 10 characters or fewer"),
    ("text", "f=a%00b", "Name had characters in it that cannot be kept"),
    ("email", "f=name", "Enter an email address in the correct format"),
    ("telephone", "f=ring+me", "Enter a telephone number, like"),
    ("telephone", "f=12", "Enter a telephone number, like"),
    ("number", "f=0", "Number must be a whole number between 1 and 5,000"),
    ("number", "f=1.5", "Number must be a whole number between 1 and 5,000"),
    ("number", "f=%C2%B2", "Number must be a whole number between 1 and 5,000"),
    ("area", "f=" + "x" * 21, "Story must be 20 characters or fewer"),
    ("password", "f=", "Enter your password"),
    ("select", "f=", "Choose one"),
    ("select", "f=9", "Choose one of the answers listed"),
    ("radios", "f=x", "Choose one of the answers listed"),
    ("yesno", "", "Say whether it is safe"),
    ("boxes", "f=1&f=9", "Choose one of the answers listed"),
    ("boxes", "f=1&f=none", "Choose “None” or the other answers, not both"),
    ("tick", "", "Tick the box"),
    ("date", "f-day=2&f-month=3&f-year=2026", "The day must be in the past"),
    ("date", "f-day=31&f-month=2&f-year=2026", "The day must be a real date"),
    ("date", "f-day=3", "The day must include a month and year"),
    ("soon", "f-day=1&f-month=3&f-year=2026", "The day must be today or in the future"),
    ("born", "", "Enter a date of birth"),
    ("born", "f-day=3&f-month=3&f-year=2026", "Birth must be today or in the past, or choose"),
    ("fixed", "f-day=3&f-month=3&f-year=2026", "Birth must be today or in the past"),
    ("born", "f-day=1&f-month=3&f-year=2027&f-sure=due", "Birth cannot be more than 10 months"),
]


@pytest.mark.parametrize(("kind", "typed", "kept"), GOOD)
@time_machine.travel("2026-03-02 12:00")
def test_good_input_is_kept(kind: str, typed: str, kept: object) -> None:
    form = form_of(kind, typed)

    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"f": kept}


@pytest.mark.parametrize(("kind", "typed", "sentence"), BAD)
@time_machine.travel("2026-03-02 12:00")
def test_bad_input_gets_a_sentence_that_leads_to_its_first_box(
    kind: str, typed: str, sentence: str
) -> None:
    form = form_of(kind, typed)

    assert not form.is_valid()
    [(said, at)] = form.wrong()
    assert said.startswith(sentence)
    ids = {element.get("id") for element in walk(form.draw_fields())}
    assert at.removeprefix("#") in ids


@pytest.mark.parametrize("kind", FIELDS)
def test_every_kind_draws_valid_html_empty_and_in_error(kind: str) -> None:
    for form in (form_of(kind), type(form_of(kind))()):
        labels = [e for e in walk(form.draw_fields()) if e.tag in ("label", "legend")]

        assert bool(labels) == (kind != "hidden")


def test_an_optional_field_says_so_and_a_password_is_never_drawn_again() -> None:
    assert "Name (optional)" in form_of("optional").draw_fields()
    assert "secret" not in form_of("password", "f=secret%00").draw_fields()


def test_a_date_in_error_marks_only_the_wrong_boxes() -> None:
    drawn = walk(form_of("date", "f-day=3&f-year=2026").draw_fields())

    marked = {e.get("id") for e in drawn if "govuk-input--error" in e.get("class", "")}
    assert marked == {"f-month"}


def test_lines_of_a_text_area_survive_being_drawn_inside_another_component() -> None:
    class Asks(forms.Part):
        ask = forms.YesNo(label="Anything else?", yes_shows="more")
        more = forms.TextArea(label="What?")

    drawn = Asks(QueryDict("ask=yes&more=%0D%0Aone%0D%0A++two")).draw_fields()

    [area] = [e for e in walk(drawn) if e.tag == "textarea"]
    assert area.text == "\none\n  two"


HOSTILE = st.one_of(
    st.text(st.characters()),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            '" onfocus="alert(1)',
            "</textarea><img src=x onerror=alert(1)>",
            "{{ 7 * 7 }}{% raw %}",
            "\u202eevil",
            "\x00\x1b[31m",
            "&#10;&amp;",
            "a" * 5000,
        ]
    ),
)
BOXES = [
    *("given", "mail", "number", "story", "people", "look", "agency", "speaks", "needs", "agree"),
    *("ring", "password", "born-day", "born-month", "born-year", "born-sure", "closed-day"),
]


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(BOXES, HOSTILE)))
def test_whatever_is_typed_is_drawn_again_as_text_and_breaks_nothing(typed: dict[str, str]) -> None:
    data = QueryDict(mutable=True)
    data.update(typed)
    form = Kinds(data)

    form.is_valid()
    elements = walk(form.error_summary() + form.draw_fields())

    assert not {e.tag for e in elements} & {"script", "img"}
    assert not [name for e in elements for name in e.attrib if name.startswith("on")]
    shown = {e.get("name"): e.get("value") or "" for e in elements if e.get("type") != "hidden"}
    for box in {"given", "mail", "born-day", "closed-day"} & set(typed):
        kept = text.without_control(typed[box])
        assert shown[box] == kept.replace("\r\n", "\n").replace("\r", "\n")
    [story] = [e for e in elements if e.tag == "textarea"]
    kept = text.without_control(typed.get("story", ""))
    assert (story.text or "") == kept.replace("\r\n", "\n").replace("\r", "\n")
