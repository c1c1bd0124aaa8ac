"""A family asks for help with nobody signed in; the hub takes it up and registers it."""

import re
from collections.abc import Callable

import pytest

from tests.journeys.look import trouble_on
from tests.journeys.people import Window
from tests.journeys.site import Site

pytestmark = pytest.mark.journey
Opener = Callable[..., Window]


@pytest.mark.requirement("2.50")
@pytest.mark.parametrize(
    ("width", "scripts", "name", "child"),
    [(1280, True, "Saskia", "Otis"), (320, False, "Marcel", "Philippa")],
    ids=["wide", "without scripts, narrow"],
)
def test_a_family_asks_and_is_registered_without_being_asked_again(
    window: Opener, site: Site, width: int, scripts: bool, name: str, child: str
) -> None:
    family = window(width=width, scripts=scripts)
    family.page.goto("/help/")
    family.follow("Ask for help")
    assert trouble_on(family, widths=(width,)) == []
    leave = family.page.get_by_role("link", name="Leave this page now").first
    assert (leave.get_attribute("href") or "").startswith("https://")
    family.page.get_by_label(re.compile("Marsh End")).check()
    family.type("What shall we call you?", name)
    family.type("What would help?", "Somebody to talk to about sleep")
    family.type("A child's first name (optional)", child)
    family.type("How old are they? (optional)", "2")
    phone = f"07700 900{width % 1000:03}"
    family.type("A telephone number or email that only you see (optional)", phone)
    family.press("Send it to the hub")
    assert family.heading.startswith("We have it")
    assert name not in family.source
    assert trouble_on(family, widths=(width,)) == []

    hub = window(width=width, scripts=scripts).sign_in("dilip")
    hub.page.goto("/queue/")
    assert trouble_on(hub, widths=(width,)) == []
    hub.follow(name)
    assert "Say nothing until you know it is them" in hub.words
    hub.press("Take it up")
    assert trouble_on(hub, widths=(width,)) == []
    hub.press("Register the family")
    assert hub.page.get_by_label("Adult's given names").input_value() == name
    assert hub.page.get_by_label("Child's given names").input_value() == child
    hub.choose("Signed on paper")
    hub.press("Register the family")
    assert "Family registered" in hub.words

    stranger = window().sign_in("carys")
    stranger.page.goto("/queue/")
    assert stranger.heading == "Page not found"
