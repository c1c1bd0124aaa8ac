"""Is this family already known? Looked up by somebody who may not see it, and on to registering."""

from collections.abc import Callable

import pytest

from hub.story.families import FAMILIES
from tests.journeys.look import trouble_on
from tests.journeys.people import Window

pytestmark = pytest.mark.journey
Opener = Callable[..., Window]
OKAFOR = next(told for told in FAMILIES if told.key == "okafor")


@pytest.mark.requirement("2.2", "2.6", "S18", "S20")
@pytest.mark.parametrize(
    ("width", "scripts"), [(1280, True), (320, False)], ids=["wide", "without scripts, narrow"]
)
def test_a_family_is_looked_up_by_a_stranger_and_another_is_registered(
    window: Opener, width: int, scripts: bool
) -> None:
    here = window(width=width, scripts=scripts).sign_in("carys")
    here.page.goto("/families/start/")
    here.follow("is this family already known?")
    assert trouble_on(here, widths=(width,)) == []
    typed(here, "Adaeze", "Chidinma", "Okafor", OKAFOR.address[1])
    here.press("Look")

    assert "What is known" in here.words
    assert "Amina Yusuf" in here.words
    assert "Riverside Health Visiting" in here.words
    assert "FH-" not in here.page.locator("#answer").inner_text()
    assert trouble_on(here, widths=(width,)) == []

    here.page.goto("/families/known/")
    here.choose("A request for help came in")
    typed(here, "Ysolde", "Merewen", "Quillfeather", "ZA9 1AA")
    here.press("Look")
    assert "Nothing found" in here.words
    assert trouble_on(here, widths=(width,)) == []
    here.press("Carry on and register")
    assert here.page.get_by_label("Adult's given names").input_value() == "Ysolde"
    assert here.page.get_by_label("Adult's family name (optional)").input_value() == "Quillfeather"
    assert trouble_on(here, widths=(width,)) == []


def test_it_looks_by_itself_once_enough_is_typed_and_says_so(window: Opener) -> None:
    here = window().sign_in("carys")
    here.page.goto("/families/known/?for=registering")
    typed(here, "Adaeze", "Chidinma", "Okafor", "")
    here.page.wait_for_timeout(2500)
    assert here.page.locator("#answer").count() == 0  # names alone are too little for that
    here.type("Postcode (optional)", OKAFOR.address[1])
    here.page.locator("#answer").wait_for()
    assert "Amina Yusuf" in here.page.locator("#answer").inner_text()
    said = here.page.locator("form[data-lookup] [aria-live=polite]")
    assert "What is known" in said.inner_text()
    assert trouble_on(here) == []


@pytest.mark.requirement("2.6", "S18")
def test_a_family_is_told_of_as_it_is_saved_and_its_lead_is_asked_to_let_one_join(
    window: Opener,
) -> None:
    carys = window().sign_in("carys")
    carys.page.goto("/families/start/")
    carys.choose("Spoken, with a witness")
    carys.type("Who heard the yes", "Lena Fischer")
    carys.type("Adult's given names", "Chidinma")
    carys.type("Adult's family name (optional)", "Okafor")
    carys.type("Child's given names", "Adaeze")
    carys.page.locator("[name=people-0-contact]").fill("07700 900201")
    carys.page.locator("[name=people-1-born-age]").fill("6")
    carys.press("Register the family")
    assert "Nothing is registered yet" in carys.words
    assert "Amina Yusuf" in carys.words
    assert trouble_on(carys) == []
    carys.press("Ask to join the team")
    carys.press("Ask to join")
    assert "There is a problem" in carys.words
    assert trouble_on(carys) == []


def test_who_looks_behind_and_who_oversees_read_their_pages(window: Opener) -> None:
    petra = window().sign_in("petra")
    petra.page.goto("/hub/lookups/")
    assert "Carys Morgan" in petra.words
    assert trouble_on(petra) == []
    farid = window().sign_in("farid")
    farid.page.goto("/oversight/lookups/")
    farid.press("Ask")
    assert "Carys Morgan" in farid.words
    assert trouble_on(farid) == []


def typed(here: Window, first: str, second: str, name: str, postcode: str) -> None:
    """Two of one family, as somebody types them who knows little."""
    for place, given in enumerate((first, second)):
        here.type("Given names", given, nth=place)
        here.type("Family name", name, nth=place)
    here.type("Postcode (optional)", postcode)
