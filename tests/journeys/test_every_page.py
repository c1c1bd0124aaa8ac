"""Every page as everybody who may see it: axe, HTML, widths, headers, with nothing said aside."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys import walk
from tests.journeys.look import trouble_on
from tests.journeys.people import Window
from tests.journeys.site import Site

pytestmark = pytest.mark.journey
Opener = Callable[..., Window]
PICTURES = os.environ.get("HUB_TEST_PICTURES", "")  # a folder to look at them with one's own eyes


@pytest.mark.parametrize("who", ["", *walk.READERS], ids=lambda who: who or "nobody")
def test_every_page_is_accessible_valid_and_narrow(window: Opener, site: Site, who: str) -> None:
    seen, wrong = window(), []
    if who:
        seen.sign_in(who)

    titles: dict[str, str] = {}
    for place in walk.places(site, who):
        seen.page.goto(place.path)
        if seen.status != 200:
            wrong.append(f"{place}: answered {seen.status}")
        wrong += [f"{place}: {said}" for said in trouble_on(seen)]
        titles.setdefault(seen.page.title(), place.name)
        if titles[seen.page.title()] != place.name:
            wrong.append(f"{place}: its title is also that of {titles[seen.page.title()]}")
        _picture(seen, place)

    assert not wrong, "\n" + "\n".join(wrong)
    assert titles


@pytest.mark.parametrize("who", walk.READERS)
def test_every_page_can_be_used_without_scripts(window: Opener, site: Site, who: str) -> None:
    here, wrong = window(scripts=False).sign_in(who), []

    for place in walk.places(site, who):
        here.page.goto(place.path)
        wrong += [f"{place}: {said}" for said in here.page.evaluate(OUT_OF_REACH)]

    assert not wrong, "\n" + "\n".join(wrong)


def test_the_walk_leaves_no_page_out() -> None:
    walked = {name for who in ("", *walk.READERS) for name in walk.names_for(who)}

    left_out = {pattern.name for pattern in walk.patterns()} - walked - walk.NOT_BY_ADDRESS

    assert left_out == set()


def test_what_is_not_there_is_told_on_a_page_and_alike(window: Opener, site: Site) -> None:
    here = window().sign_in("carys")
    _, reference = walk.family_of(site, "okafor")
    told = []

    for path in ("/nothing/", "/families/FH-22222222/", f"/families/{reference}/", "/agencies/"):
        here.page.goto(path)
        told.append((here.status, here.source))
        assert trouble_on(here) == []

    assert here.heading == "Page not found"
    assert len(set(told)) == 1


@pytest.mark.parametrize("who", ["amina", "dilip", "efua", "farid", "ruth", "tess"])
def test_every_form_sent_empty_says_what_is_wrong(window: Opener, site: Site, who: str) -> None:
    here, wrong, sent = window().sign_in(who), [], 0

    for place in walk.places(site, who):
        if place.family not in ("", "okafor") or place.name in walk.NO_ERROR_WHEN_EMPTY:
            continue
        here.page.goto(place.path)
        if not here.page.evaluate(EMPTY):
            continue
        here.go(here.page.locator("main form[method=post] button[type=submit]:visible").last)
        sent += 1
        if not here.page.title().startswith("Error: "):
            wrong.append(f"{place}: nothing was said to be wrong ({here.status})")
        wrong += [f"{place}: {said}" for said in trouble_on(here, widths=(320,))]
        _picture(here, place, "-empty")

    assert not wrong, "\n" + "\n".join(wrong)
    assert sent


def test_the_pages_between_others_are_accessible_too(window: Opener, site: Site) -> None:
    here, wrong = window(), list[str]()

    def looked_at(name: str) -> None:
        wrong.extend(f"{name}: {said}" for said in trouble_on(here))
        _picture(here, walk.Place(name, "", "", ""))

    here.page.goto("/sign-in/")
    here.type("Work email address", "joan@lantern.example.org")
    here.press("Send me a code")
    looked_at("code")
    here.type("Code", "1111-1111")
    here.press("Sign in")
    assert here.page.title().startswith("Error: ")
    looked_at("wrong_code")
    here.sign_in("joan").page.goto("/account/password/set/")
    looked_at("set_password")
    here.page.goto("/families/registration/")
    here.choose("Yes")
    here.press("Check your answers")
    looked_at("registration_empty")
    here.page.goto("/families/registration/")
    looked_at("registration_begun")
    here.go(here.page.get_by_role("link", name="Delete"))
    looked_at("registration_removal")
    here.page.goto("/")
    here.press("Sign out")
    looked_at("signed_out")

    assert not wrong, "\n" + "\n".join(wrong)


# Empties the one form that asks for something; says whether there is one.
EMPTY = """() => {
  const forms = [...document.querySelectorAll("main form[method=post]")].filter(form =>
    form.querySelector("textarea, select, input:not([type=hidden])"));
  if (forms.length !== 1) return false;
  for (const box of forms[0].querySelectorAll("textarea, input:not([type=hidden])")) {
    if (["radio", "checkbox"].includes(box.type)) box.checked = false; else box.value = "";
  }
  return true;
}"""


# What nobody could read, type into or press: boxes and buttons that are not shown (in a closed
# <details> they are one press away), forms with no button, links that lead nowhere.
OUT_OF_REACH = """() => {
  const shown = box => box.checkVisibility({visibilityProperty: true}) ||
    box.closest("details:not([open])") !== null;
  const boxes = [...document.querySelectorAll(
    "textarea, select, input:not([type=hidden]), button:not([aria-hidden=true])")];
  const found = boxes.filter(box => !shown(box)).map(box => "not shown: " + box.outerHTML);
  for (const form of document.forms)
    if (![...form.querySelectorAll("button, input[type=submit]")].some(shown))
      found.push("no button: " + form.outerHTML.slice(0, 200));
  for (const link of document.querySelectorAll("a:not([href]), a[href='#'], a[href='']"))
    found.push("leads nowhere: " + link.outerHTML);
  return found;
}"""


def _picture(window: Window, place: walk.Place, state: str = "") -> None:
    if PICTURES:
        for width in (1280, 320):
            window.page.set_viewport_size({"width": width, "height": 900})
            name = f"{place.name}-{place.who or 'nobody'}-{place.family}{state}-{width}.png"
            window.page.screenshot(path=Path(PICTURES) / name, full_page=True)
