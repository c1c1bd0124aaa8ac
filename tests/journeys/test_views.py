"""Looking as somebody else, in the browser: whoever leads, and the data protection officer."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from hub.web.staff.views.shown import PAGES
from tests.journeys import walk
from tests.journeys.look import trouble_on
from tests.journeys.people import Window
from tests.journeys.site import Site

pytestmark = pytest.mark.journey
Opener = Callable[..., Window]
PICTURES = os.environ.get("HUB_TEST_PICTURES", "")  # a folder to look at them with one's own eyes


@pytest.mark.parametrize("names", ["Nadia", "Karim", "Leila", "Yusra"])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_of_somebodys_view_is_walked_from_the_family_and_back(
    window: Opener, site: Site, names: str, width: int
) -> None:
    _, reference = walk.family_of(site, "rahman")
    here = window(width=width).sign_in("lena")
    here.page.goto(f"/families/{reference}/who-can-see/")
    here.page.get_by_role("link", name="See it exactly as somebody in the family does").click()
    _picture(here, f"choice {width}")
    wrong = [f"choice: {said}" for said in trouble_on(here)]
    here.page.get_by_role("link", name=f"{names} Rahman").click()

    for name, words in PAGES.items():
        banner = here.page.get_by_role("region", name="Looking as somebody else")
        if name != "family":
            banner.get_by_role("link", name=words, exact=True).click()
        assert f"You are looking as {names} Rahman sees it." in banner.inner_text()
        assert banner.locator("[aria-current]").inner_text() == words
        _picture(here, f"{names} {name} {width}")
        wrong += [f"{name}: {said}" for said in trouble_on(here)]

    assert not wrong, "\n" + "\n".join(wrong)
    here.page.get_by_role("link", name="Stop looking as").click()
    here.page.get_by_role("link", name="Back", exact=True).click()
    assert here.page.url.endswith(f"/families/{reference}/")


def test_an_officer_says_what_for_and_looks_as_a_practitioner(window: Opener, site: Site) -> None:
    _, reference = walk.family_of(site, "okafor")
    here = window().sign_in("farid")
    here.page.goto("/oversight/")
    here.page.get_by_role("link", name="What does somebody see of a family?").click()
    assert not trouble_on(here)
    _picture(here, "officer asks")
    here.page.get_by_label("Family reference").fill(reference)
    here.page.get_by_label("Looking into a complaint").check()
    here.page.get_by_role("button", name="Ask").click()
    _picture(here, "officer chooses")
    here.page.get_by_role("link", name="Grace Okoro").click()
    banner = here.page.get_by_role("region", name="Looking as somebody else")
    banner.get_by_role("link", name="The plan", exact=True).click()

    text = here.page.locator("main").inner_text()
    assert "Adaeze to be happy" in text
    assert "sleep" not in text
    assert "Looking into a complaint" in text
    assert not trouble_on(here)
    _picture(here, "officer as Grace")


def _picture(here: Window, name: str) -> None:
    if PICTURES:
        path = Path(PICTURES) / f"{name}.png"
        here.page.screenshot(path=str(path), full_page=True)
