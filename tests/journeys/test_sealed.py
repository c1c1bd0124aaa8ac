"""Sealed from the first question to its opening, and the pages by which other things are kept."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from hub.story.cast import address_of
from tests.journeys import walk
from tests.journeys.look import trouble_on
from tests.journeys.people import PARTS, Window
from tests.journeys.site import Site

pytestmark = pytest.mark.journey
Opener = Callable[..., Window]
PICTURES = os.environ.get("HUB_TEST_PICTURES", "")


def looks_well(here: Window, name: str) -> None:
    """Nothing is wrong with the page at either width; a picture of it is kept where asked for."""
    assert trouble_on(here) == [], name
    for width in (1280, 320) if PICTURES else ():
        here.page.set_viewport_size({"width": width, "height": 900})
        here.page.screenshot(path=str(Path(PICTURES) / f"{name}-{width}.png"), full_page=True)
    here.page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.requirement("S7", "S19")
def test_an_identity_is_sealed_named_for_two_opened_handed_over_and_ended(
    window: Opener, site: Site
) -> None:
    family, reference = walk.family_of(site, "danso")
    ((person, given, other),) = site.ask(
        "select p.id, p.given_names, p.family_name from families_person p"
        " join families_membership m on m.person_id = p.id where m.family_id = %s"
        " order by m.part desc, p.id limit 1",
        family,
    )
    lead = window().sign_in("amina")
    lead.page.goto(f"/families/{reference}/people/{person}/")
    seals(lead, other)
    assert "Morgana" in lead.words
    assert given not in lead.words
    names_two(window().sign_in("farid"), site)
    ((sealed, code),) = site.ask("select id, code from sealed_sealed")

    first, second = window(scripts=False).sign_in("carys"), window().sign_in("hanna")
    opens_and_hands_over(first, code, given)
    second.page.goto("/sealed/")
    looks_well(second, "records")
    second.follow(code)
    assert "She asked for her papers" in second.words
    looks_well(second, "record")
    second.follow("Say yes to that")
    looks_well(second, "handover")
    second.press("Say yes")
    first.page.goto(f"/sealed/{sealed}/")
    assert (first.status, first.heading) == (404, "Page not found")
    opens_and_ends(second)
    third = window().sign_in("zofia")
    third.page.goto(f"/sealed/{sealed}/end/")
    third.press("Say yes")
    assert "It is sealed no more" in third.words
    looks_well(third, "record-ended")


def seals(lead: Window, family_name: str) -> None:
    """From the person's page; sent empty first."""
    lead.follow("Seal who they were, or that they are here")
    looks_well(lead, "sealing")
    lead.press("Seal it")
    assert "There is a problem" in lead.words
    looks_well(lead, "sealing-errors")
    lead.choose("A change of gender")
    lead.type("Given names from now on", "Morgana", exact=False)
    lead.type("Family name from now on", family_name, exact=False)
    lead.type("Why is it sealed?", "She asked for it")
    lead.page.get_by_label("From now on I do not see it either.").check()
    lead.press("Seal it")
    assert "It is sealed." in lead.words


def names_two(officer: Window, site: Site) -> None:
    """The officer finds it by its code, and names two people."""
    officer.page.goto("/oversight/")
    officer.follow("Sealed records")
    looks_well(officer, "overseen")
    assert "Waits for its two people" in officer.words
    ((code,),) = site.ask("select code from sealed_sealed")
    officer.follow(code)
    looks_well(officer, "keepers")
    officer.type("Work email address of the first person", address_of(PARTS["carys"]))
    officer.type("Work email address of the second person", address_of(PARTS["hanna"]))
    officer.press("Name these two")
    assert "The two people are named" in officer.words
    looks_well(officer, "overseen-named")


def opens_and_hands_over(first: Window, code: str, given: str) -> None:
    """From finding families to the record, with a reason; then asks for somebody else."""
    first.page.goto("/families/")
    first.follow("Sealed records")
    first.follow(code)
    assert given not in first.words
    first.type("Why do you open it now?", "She asked for her papers")
    first.press("Open it")
    assert given in first.words
    first.follow("Hand it over to somebody else")
    first.type("Their work email address", address_of(PARTS["zofia"]))
    first.press("Ask for it")
    assert "The other one of you has to agree" in first.words


def opens_and_ends(second: Window) -> None:
    """With a reason of their own; then asks that it ends."""
    second.type("Why do you open it now?", "To see what stands in it")
    second.press("Open it")
    looks_well(second, "record-open")
    second.follow("Ask that it is sealed no more")
    looks_well(second, "end")
    second.press("Ask for it")


@pytest.mark.requirement("S5", "S14", "2.81")
def test_other_things_are_kept_private_and_the_family_is_told_later(
    window: Opener, site: Site
) -> None:
    _, reference = walk.family_of(site, "haddad")
    lead = window().sign_in("amina")
    for page in ("private", "private/other", "private/mine", "looks", "who-can-see"):
        lead.page.goto(f"/families/{reference}/{page}/")
        looks_well(lead, page.replace("/", "-"))
    lead.page.goto(f"/families/{reference}/private/other/")
    lead.page.get_by_role("link", name="Keep this private from somebody").first.click()
    looks_well(lead, "keep-other")
    family, okafor = walk.family_of(site, "okafor")
    for noun in ("goals", "actions", "contacts"):
        ((row,),) = site.ask(walk.ROWS[noun], family)
        lead.page.goto(f"/families/{okafor}/private/{noun}/{row}/")
        looks_well(lead, f"keep-{noun}")
    looking = window().sign_in("mei")
    looking.page.goto("/emergency/")
    looking.type("Family reference", reference)
    looking.type("Why is it shared without agreement?", "He said he would come back")
    looking.choose("No")
    looking.type("Why not?", "He reads her letters")
    looking.page.get_by_label("I look because somebody may come to serious harm").check()
    looking.press("Look at this family")
    lead.page.goto(f"/families/{reference}/overrides/")
    looks_well(lead, "overrides-family")
    lead.go(lead.page.get_by_role("link", name=re.compile("Record that you told them")))
    looks_well(lead, "told")
    lead.press("Save")
    assert "There is a problem" in lead.words
    looks_well(lead, "told-errors")
