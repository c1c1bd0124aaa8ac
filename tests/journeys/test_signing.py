"""A yes is signed with the mouse or by typing, a sheet is printed and put here."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys import walk
from tests.journeys.look import trouble_on
from tests.journeys.people import Window
from tests.journeys.site import Site
from tests.papers.files import PNG

pytestmark = pytest.mark.journey
Opener = Callable[..., Window]


def address_of(site: Site, family: str, name: str) -> str:
    """A page of somebody who said yes in a family."""
    (pattern,) = (one for one in walk.patterns() if one.name == name)
    row, reference = walk.family_of(site, family)
    ((person,),) = site.ask(walk.ROWS["signers"], row)
    path = pattern.path.replace("<str:reference>", reference).replace("<int:person>", str(person))
    return f"/{path}"


def answer(here: Window) -> None:
    """Say how the words came to them."""
    for words in ("They read it themselves", "In the same place", "Their own device"):
        here.choose(words)


@pytest.mark.requirement("2.88", "S16")
@pytest.mark.parametrize("width", [1280, 320])
def test_a_signature_is_drawn_kept_through_a_mistake_and_shown_again(
    window: Opener, site: Site, width: int
) -> None:
    family = "nguyen" if width == 1280 else "haddad"
    here = window(width=width).sign_in("amina")
    here.page.goto(address_of(site, family, "signing"))
    box = here.page.get_by_role("img", name="Box to sign in")
    box.scroll_into_view_if_needed()
    place = box.bounding_box()
    assert place is not None
    mouse = here.page.mouse
    for start in (0.1, 0.5):
        mouse.move(place["x"] + place["width"] * start, place["y"] + 20)
        mouse.down()
        mouse.move(place["x"] + place["width"] * (start + 0.3), place["y"] + 60, steps=8)
        mouse.up()

    here.press("Sign")
    assert here.page.title().startswith("Error: ")  # nothing was said of how they read it
    assert trouble_on(here, widths=(width,)) == []
    answer(here)
    here.press("Sign")

    assert "has signed. It cannot be changed any more." in here.words
    here.go(here.page.get_by_role("link", name=re.compile("Look at it")).first)
    drawn = here.page.locator("main svg path").get_attribute("d") or ""
    assert drawn.count("M") == 2
    assert drawn.count("L") > 6
    assert trouble_on(here, widths=(width,)) == []


@pytest.mark.requirement("2.88")
def test_without_scripts_a_name_is_typed_and_the_sheet_put_here(
    window: Opener, site: Site, tmp_path: Path
) -> None:
    here = window(scripts=False).sign_in("amina")
    here.page.goto(address_of(site, "okafor", "signing"))
    assert here.page.locator("canvas").count() == 0
    boxes = here.page.get_by_label(re.compile("Letting know"))
    assert boxes.count() == 2
    boxes.first.uncheck()
    answer(here)
    here.type("Or type the full name of whoever signs", "Chidinma Okafor")
    here.press("Sign")
    assert "by typing their name" in here.words

    sheet = tmp_path / "a sheet.png"
    sheet.write_bytes(PNG)
    here.page.goto(address_of(site, "okafor", "signed_sheet"))
    here.page.get_by_label("The paper").set_input_files(sheet)
    here.choose("They read it themselves")
    here.choose("No")
    here.press("Keep this sheet")

    assert "The sheet is kept as it is" in here.words
    assert "has not signed yet" not in here.words


@pytest.mark.parametrize("family", ["okafor", "haddad", "silva"])
def test_the_sheet_to_sign_is_one_sheet(window: Opener, site: Site, family: str) -> None:
    here = window().sign_in("amina")
    here.page.goto(address_of(site, family, "sheet_to_sign"))

    sheet = here.page.pdf(format="A4", print_background=False)

    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
