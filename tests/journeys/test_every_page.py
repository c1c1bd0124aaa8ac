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


def test_the_walk_leaves_no_page_out() -> None:
    walked = {name for who in ("", *walk.READERS) for name in walk.names_for(who)}

    left_out = {pattern.name for pattern in walk.patterns()} - walked - walk.NOT_BY_ADDRESS

    assert left_out == set()


def _picture(window: Window, place: walk.Place) -> None:
    if PICTURES:
        for width in (1280, 320):
            window.page.set_viewport_size({"width": width, "height": 900})
            name = f"{place.name}-{place.who or 'nobody'}-{place.family}-{width}.png"
            window.page.screenshot(path=Path(PICTURES) / name, full_page=True)
