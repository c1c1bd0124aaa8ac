"""The quick start: one page, twelve fields, two minutes of typing. Fields, pages and keys count."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from hub.kernel.clock import today
from tests.journeys.look import trouble_on
from tests.journeys.people import Window
from tests.journeys.site import Site

pytestmark = pytest.mark.journey
Opener = Callable[..., Window]
# It may not become longer than this without somebody deciding so. Somebody who types 40 words a
# minute presses 200 keys in one; two minutes leave room for reading.
MOST_FIELDS, MOST_PAGES, MOST_CLICKS, MOST_KEYS = 12, 1, 6, 80
WHY = "What worries them, or what do they want help with? (optional)"
# Each question with an answer, and each box with a label of its own, also one that is not shown
# yet. When somebody was born is one question: three boxes of a date, or one of an age.
FIELDS = """() => {
  const form = document.querySelector("main form");
  const boxes = form.querySelectorAll(
    "textarea, select, input:not([type=hidden], [type=radio], [type=checkbox])");
  const own = [...boxes].filter(
    box => !box.closest("fieldset")?.querySelector(".govuk-date-input"));
  return form.querySelectorAll("fieldset").length + own.length;
}"""


@pytest.mark.requirement("2.112")
@pytest.mark.parametrize(
    ("width", "scripts"), [(1280, True), (320, False)], ids=["wide", "without scripts, narrow"]
)
def test_a_family_is_registered_on_one_page_of_twelve_fields(
    window: Opener, width: int, scripts: bool
) -> None:
    here = window(width=width, scripts=scripts).sign_in("amina")
    here.go(here.page.locator("main").get_by_role("button", name="Register a family"))
    assert trouble_on(here, widths=(width,)) == []
    here.keys = here.clicks = here.pages = 0
    assert here.page.evaluate(FIELDS) <= MOST_FIELDS

    fill(here, "Summerfield" if scripts else "Hollowood")
    here.press("Register the family")

    assert "Family registered" in here.words
    assert trouble_on(here, widths=(width,)) == []
    assert here.pages <= MOST_PAGES
    assert here.clicks <= MOST_CLICKS
    assert here.keys <= MOST_KEYS
    here.press("Carry on with “About my family”")
    here.go(here.page.get_by_role("link", name=re.compile("What is going well")))
    worries = here.page.get_by_label("What worries you? (optional)")
    assert worries.input_value() == "Nobody sleeps"  # asked once


@pytest.mark.requirement("S27")
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_session_that_ended_meanwhile_loses_nothing_typed(window: Opener, scripts: bool) -> None:
    here = window(scripts=scripts).sign_in("zofia")
    here.page.goto("/families/start/")
    fill(here, "Winterley" if scripts else "Ashgrove")
    here.context.clear_cookies(name="sessionid")

    here.press("Register the family")

    assert "/sign-in/" in here.page.url
    here.sign_in("zofia").page.goto("/families/start/")
    assert "Not saved yet" in here.words
    assert trouble_on(here) == []
    assert here.page.get_by_label(WHY).input_value() == "Nobody sleeps"
    here.press("Register the family")
    assert "Family registered" in here.words


@pytest.mark.requirement("S11", "2.112")
def test_practice_is_marked_on_every_page_and_registers_nobody(window: Opener, site: Site) -> None:
    here = window().sign_in("kit")
    here.page.goto("/families/start/")
    here.follow("Try it with a practice family")
    assert "Practice" in here.words
    fill(here, "Madeup")
    families = "select count(*) from families_family"
    before = site.ask(families)

    here.press("Practise registering")

    assert "Practice" in here.words
    assert "Nobody was registered" in here.words
    assert trouble_on(here) == []
    assert site.ask(families) == before
    here.page.goto("/families/")
    here.type("Reference or name", "Madeup")
    here.press("Find")
    assert "Nothing found" in here.words
    here.page.goto("/families/practice/")
    here.go(here.page.get_by_role("link", name=re.compile("^Typed on")))
    here.press("Delete the practice family now")
    assert "The practice family is deleted." in here.words


# A family each time that nobody registered before: one that is known already is told of.
WHO = {
    "Summerfield": ("Marigold", "Ambrose", "07700 900123", 2100),
    "Hollowood": ("Henrietta", "Quentin", "07700 900456", 2500),
    "Winterley": ("Beatrix", "Montague", "07700 900789", 1500),
    "Ashgrove": ("Ottoline", "Tobias", "07700 900012", 900),
    "Madeup": ("Georgiana", "Felix", "07700 900345", 2300),
}


def fill(here: Window, name: str) -> None:
    """A mother and a child, with agreement to two agencies."""
    mother, child, phone, days = WHO[name]
    here.choose("Signed on paper")
    here.choose("Yes")  # to being worked with
    here.type("Adult's given names", mother)
    here.type("Adult's family name (optional)", name)
    here.page.get_by_label("Who are they to the child?").select_option(label="Mother")
    here.clicks += 1
    here.type("Telephone or email (optional)", phone)
    here.type("Child's given names", child)
    here.type_day(today() - timedelta(days=days))
    here.type(WHY, "Nobody sleeps")
    for box in here.page.locator("main input[name=agencies]").all()[:2]:
        box.check()
        here.clicks += 1
