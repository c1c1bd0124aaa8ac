"""About my family, filled in for a family of five: pages, clicks and keys are counted."""

import re
from collections.abc import Callable

import pytest

from tests.journeys.look import trouble_on
from tests.journeys.people import Window

pytestmark = pytest.mark.journey
Opener = Callable[..., Window]
# Two adults, two children and one on the way: 2 pages of the family's, 5 + 5 + 4 + 4 + 1 of theirs.
PARTS = 22
# Filling in every page may not become longer than this without somebody deciding so.
MOST_PAGES, MOST_CLICKS, MOST_KEYS = 23, 60, 200


@pytest.mark.requirement("2.112")
@pytest.mark.parametrize(
    ("width", "scripts"), [(1280, True), (320, False)], ids=["wide", "without scripts, narrow"]
)
def test_a_family_of_five_fills_in_every_page_and_nothing_is_lost(
    window: Opener, width: int, scripts: bool
) -> None:
    here = window(width=width, scripts=scripts).sign_in("amina")
    register(here, f"Winter{'bourne' if scripts else 'field'}")
    here.follow("Fill in “About my family”")
    assert f"0 of {PARTS} parts done" in here.words
    here.keys = here.clicks = here.pages = 0

    here.go(here.page.get_by_role("link", name=re.compile("What is going well")))
    filled = 0
    while here.heading.splitlines()[-1] != "About my family":
        assert trouble_on(here, widths=(width,)) == []
        fill(here)
        here.press("Save and go on")
        filled += 1

    assert filled == PARTS
    assert f"{PARTS} of {PARTS} parts done" in here.words
    assert here.pages <= MOST_PAGES
    assert here.clicks <= MOST_CLICKS
    assert here.keys <= MOST_KEYS

    here.go(here.page.get_by_role("link", name=re.compile("What is going well")))
    assert here.page.get_by_label("What worries you? (optional)").input_value() == "Sleep"


@pytest.mark.requirement("2.112", "S27")
def test_a_session_that_ended_meanwhile_loses_nothing_typed(window: Opener) -> None:
    here = window().sign_in("amina")
    register(here, "Winterley")
    here.follow("Fill in “About my family”")
    here.go(here.page.get_by_role("link", name=re.compile("Home, money and work")))
    address = here.page.url
    here.type("Money (optional)", "Bills, first line\nand a second")
    here.context.clear_cookies(name="sessionid")

    here.press("Save and go on")

    assert "/sign-in/" in here.page.url
    here.sign_in("amina").page.goto(address)
    assert "Not saved yet" in here.words
    assert trouble_on(here) == []
    box = here.page.get_by_label("Money (optional)")
    assert box.input_value() == "Bills, first line\nand a second"
    here.press("Save and go on")
    here.page.goto(address)
    assert "Not saved yet" not in here.words
    assert box.input_value() == "Bills, first line\nand a second"


def register(here: Window, name: str) -> None:
    """Two adults, two children and one on the way."""
    here.page.goto("/families/registration/")
    here.choose("Yes")
    here.choose("Signed on paper")
    for place, given in enumerate(("Isolde", "Tristan", "Peregrine", "Linnet", "Baby")):
        if place > 1:
            here.go(here.page.get_by_role("button", name=re.compile("^Add another")))
        here.type("Given names", given, nth=place)
        here.type("Family name (optional)", name, nth=place)
        part = ("Parent, carer or other adult", "Child or young person", "Unborn child")
        here.choose(part[0 if place < 2 else 1 if place < 4 else 2], nth=place)
    here.page.get_by_label("Has parental responsibility for the children").first.check()
    own = here.page.get_by_role("checkbox", name=re.compile("your colleagues"))
    own.check()
    here.choose("Tidewell Primary School")
    here.press("Check your answers")
    here.press("Register the family")
    assert "Family registered" in here.words


def fill(here: Window) -> None:
    """Answer what a page asks as a family would: short, and not all of it."""
    heading = here.heading
    if "going well" in heading:
        here.type("What is going well? (optional)", "Saturdays")
        here.type("What worries you? (optional)", "Sleep")
        here.type("What do you want to be different? (optional)", "Calm evenings")
    elif "going on" in heading.casefold():
        here.page.locator("main input[type=checkbox]").first.check()
        here.clicks += 1
    elif "Home, money" in heading:
        here.type("Your home (optional)", "Damp")
        here.choose("There is nothing more to say here")
    elif "Language" in heading:
        here.type("Which languages do they speak? (optional)", "کوردی, English")
        here.choose("No")
        here.choose("None of these")
    elif "already helps" in heading:
        doctor = here.page.get_by_label("Doctor (optional)", exact=True)
        if not doctor.input_value():
            here.type("Doctor (optional)", "The Saltmarsh Practice")
    elif "Background" in heading:
        here.choose("Another ethnic group")
        here.choose("Arab")
        here.choose("Would rather not say")
        here.type("Faith, culture and customs that matter to them (optional)", "No pork")
    elif "needs and caring" in heading:
        here.choose("None of these")
        here.choose("No")
    else:
        here.type("What do you want to say, for yourself? (optional)", "One evening a week")
        here.choose("There is nothing more to say here")
