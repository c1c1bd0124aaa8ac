"""An emergency look from the danger to its review: it opens, it ends, it is seen and judged."""

import re
from collections.abc import Callable

import pytest

from hub.story.cast import address_of
from tests.journeys import walk
from tests.journeys.look import trouble_on
from tests.journeys.people import PARTS, Window
from tests.journeys.site import Site

pytestmark = pytest.mark.journey
Opener = Callable[..., Window]
WHY = "She rang, said he was at the door, and the line went dead"


@pytest.mark.requirement("S14", "S19", "2.75")
@pytest.mark.parametrize(
    ("width", "scripts"), [(1280, True), (320, False)], ids=["with scripts", "narrow, without"]
)
def test_an_emergency_look_ends_by_itself_or_at_once_and_is_reviewed(
    window: Opener, site: Site, width: int, scripts: bool
) -> None:
    row, reference = walk.family_of(site, "osei")
    here = window(width=width, scripts=scripts).sign_in("mei")
    sees_nothing(here, reference)

    looks(here, "FH-ZZZZZZZZ")
    assert "There is no family that you can look at with this reference" in here.words
    assert here.page.get_by_label("Why is it shared without agreement?").input_value() == WHY
    assert trouble_on(here) == []

    looks(here, reference)
    assert "You can read this family's summary now" in here.words
    assert "Efia Osei" in here.words
    assert trouble_on(here) == []

    site.ask("update consent_override set until_at = now() where family_id = %s", row)
    sees_nothing(here, reference)

    looks(here, reference)
    assert "Efia Osei" in here.words
    safe = window(width=width, scripts=scripts).sign_in("ruth")
    reads_of_it(safe, site, reference)
    safe.press("End it now")
    assert trouble_on(safe) == []
    safe.press("End it now")
    assert "Ruth Adeyemi ended it" in safe.words
    sees_nothing(here, reference)

    reviews(safe)
    the_lists_tell_it(window().sign_in("farid"), reference)
    the_lead_learns_of_it(window().sign_in("lena"), reference)


def sees_nothing(here: Window, reference: str) -> None:
    """Whatever they open, the family is not there."""
    here.page.goto(f"/families/{reference}/")
    assert (here.status, here.heading) == (404, "Page not found")


def looks(here: Window, reference: str) -> None:
    """Fill in all that an emergency look asks."""
    here.page.goto("/families/")
    here.follow("Look in an emergency")
    here.type("Family reference", reference)
    here.type("Why is it shared without agreement?", WHY)
    here.choose("Yes")
    here.page.get_by_label(re.compile("I look because")).check()
    here.press("Look at this family")


def reads_of_it(safe: Window, site: Site, reference: str) -> None:
    """Follow the link in the mail, which names nobody."""
    text = site.mails_to(address_of(PARTS["ruth"]))[0]
    assert "looked at a family in an emergency" in text
    assert reference not in text
    assert "Osei" not in text
    found = re.search(r"/overrides/\d+/", text)
    assert found
    safe.page.goto(found[0])
    assert WHY in safe.words
    assert "It runs until" in safe.words
    assert "Efia" not in safe.source
    assert trouble_on(safe) == []


def reviews(safe: Window) -> None:
    """Say what one finds; sent empty first."""
    safe.press("Review it")
    safe.press("Record the review")
    assert safe.page.title().startswith("Error: ")
    assert trouble_on(safe) == []
    safe.choose("It was right to share")
    safe.type("What does that rest on?", "The line went dead")
    safe.press("Record the review")
    assert "It was right to share. Reviewed by Ruth Adeyemi" in safe.words
    assert trouble_on(safe) == []


def the_lists_tell_it(officer: Window, reference: str) -> None:
    """The officer sees both looks in the month's list, and opens no family."""
    officer.follow("Shared without agreement")
    officer.go(officer.page.get_by_role("link", name=re.compile("See a month")))
    assert officer.words.count("Emergency look.") >= 2
    assert "Mei Chen" in officer.words
    assert "Efia" not in officer.source
    assert trouble_on(officer) == []
    sees_nothing(officer, reference)


def the_lead_learns_of_it(lead: Window, reference: str) -> None:
    """Who leads the family reads who looked, when and why."""
    lead.page.goto(f"/families/{reference}/")
    lead.follow("What was shared without agreement")
    assert "Mei Chen" in lead.words
    lead.go(lead.page.get_by_role("link", name=re.compile("Looked in an emergency")).first)
    assert WHY in lead.words
    assert trouble_on(lead) == []
