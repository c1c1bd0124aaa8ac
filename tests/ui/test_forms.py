"""Forms as a whole: the token, the version, what an answer asks for, many of a kind."""

import pytest
from django.http import QueryDict

from hub.ui import forms
from tests.ui.html import walk


class Ring(forms.Form):
    may = forms.YesNo(label="May we ring?", yes_shows="number", required="Say whether we may ring")
    number = forms.Telephone(label="Number", required="Enter a number")


class Person(forms.Part):
    name = forms.Text(label="Name", required="Enter a name")
    born = forms.PartialDate(label="Birth", required="Enter a date of birth")


class Family(forms.Form):
    called = forms.Text(label="Family name", required="Enter a family name")


def people(typed: str | None) -> "forms.Repeated[Person]":
    data = None if typed is None else QueryDict(typed)
    return forms.Repeated(Person, data, name="people", noun="person", most=3)


def test_a_form_carries_a_token_that_survives_being_sent_back() -> None:
    first = Ring()
    again = Ring(QueryDict(f"once={first.once}&may="))

    assert len(first.once) >= 16
    assert Ring().once != first.once
    assert again.once == first.once
    assert f'name="once" value="{first.once}"' in again.draw_fields()


@pytest.mark.parametrize("token", ["", "short", "x" * 65, "<script>12345678</script>", "a b" * 8])
def test_a_token_that_cannot_be_ours_is_replaced(token: str) -> None:
    data = QueryDict(mutable=True)
    data["once"] = token

    once = Ring(data).once

    assert once != token
    assert len(once) >= 16


@pytest.mark.parametrize(
    ("typed", "version"), [("version=4", 4), ("version=x", None), ("", None), ("version=-1", None)]
)
def test_the_version_shown_comes_back(typed: str, version: int | None) -> None:
    assert 'name="version" value="9"' in Ring(version=9).draw_fields()
    assert Ring(QueryDict(typed), version=9).version == version


def test_neither_token_nor_version_is_an_answer() -> None:
    form = Ring(QueryDict("may=no&version=3"))

    assert form.is_valid()
    assert form.cleaned_data == {"may": False, "number": ""}


def test_what_an_answer_asks_for_is_required_under_that_answer_only() -> None:
    asked = Ring(QueryDict("may=yes&number="))
    not_asked = Ring(QueryDict("may=no&number=rubbish"))

    assert list(asked.wrong()) == [("Enter a number", "#number")]
    assert not_asked.is_valid()
    assert not_asked.cleaned_data["number"] == ""


def test_what_an_answer_asks_for_is_drawn_once_under_it() -> None:
    drawn = Ring().draw_fields()

    assert drawn.count('name="number"') == 1
    assert drawn.index("govuk-radios__conditional") < drawn.index('name="number"')


def test_a_refusal_from_outside_stands_in_the_summary() -> None:
    form = Family(QueryDict("called=Okafor"))
    assert form.is_valid()

    form.refuse("Finish or drop 2 open actions first.")

    assert "Finish or drop 2 open actions first." in form.error_summary()
    assert form.in_error


def test_nothing_is_wrong_before_a_form_is_sent() -> None:
    assert Family().error_summary() == ""
    assert people(None).in_error is False


def test_the_summary_leads_to_each_error_in_the_order_of_the_page() -> None:
    family, members = (
        Family(QueryDict("called=")),
        people("people-set=0&people-set=4&people-4-name=A"),
    )

    summary = forms.error_summary([family, members])

    links = [(e.get("href"), e.text) for e in walk(summary) if e.tag == "a"]
    assert links == [
        ("#called", "Enter a family name"),
        ("#people-0-name", "Person 1: Enter a name"),
        ("#people-0-born-day", "Person 1: Enter a date of birth"),
        ("#people-4-born-day", "Person 2: Enter a date of birth"),
    ]
    ids = {e.get("id") for one in members for e in walk(one.draw())}
    assert {href[1:] for href, _ in links[1:]} <= ids


def test_add_another_keeps_what_was_typed_and_judges_nothing() -> None:
    pressed = people("people-set=0&people-add=1&people-0-name=Dee&people-0-born-day=99")

    assert pressed.pressed
    assert not pressed.is_valid()
    assert len(pressed) == 2
    drawn = "".join(one.draw() for one in pressed)
    assert 'value="Dee"' in drawn
    assert 'value="99"' in drawn
    assert "error" not in drawn


def test_remove_takes_away_that_one_and_no_other() -> None:
    pressed = people(
        "people-set=0&people-set=1&people-set=2&people-remove=1"
        "&people-0-name=A&people-1-name=B&people-2-name=C"
    )

    assert [one.part["name"].value() for one in pressed] == ["A", "C"]
    assert [one.number for one in pressed] == [1, 2]


@pytest.mark.parametrize("typed", ["people-set=0&people-remove=0", "people-set=0&people-remove=7"])
def test_the_last_one_cannot_be_removed(typed: str) -> None:
    assert len(people(typed)) == 1


def test_there_are_never_more_than_the_most() -> None:
    full = people("people-set=0&people-set=1&people-set=2&people-add=1")

    assert len(full) == 3
    assert full.add() == ""


@pytest.mark.parametrize(
    "typed", ["people-set=x", "people-set=99999999", "people-set=-1", "people-set=", "x=y"]
)
def test_marks_that_make_no_sense_give_the_least(typed: str) -> None:
    assert len(people(typed)) == 1


def test_sets_left_empty_beyond_the_least_are_left_out() -> None:
    sent = people(
        "people-set=0&people-set=1&people-0-name=A&people-0-born-year=2019&people-1-name=+"
    )

    assert sent.is_valid()
    assert [given["name"] for given in sent.cleaned] == ["A"]
    assert "error" not in "".join(one.draw() for one in sent)


def test_the_first_button_is_not_remove_so_that_enter_removes_nobody() -> None:
    two = people("people-set=0&people-set=1")

    drawn = "".join(one.draw() + one.remove() for one in two)

    first = next(e for e in walk(drawn) if e.tag == "button")
    assert first.get("name") is None
