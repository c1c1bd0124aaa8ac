"""A newcomer's path: register, plan, and who finds the family, until the agreement ends."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

import pytest

from hub.kernel.clock import today
from tests.journeys import walk
from tests.journeys.look import trouble_on
from tests.journeys.people import Window
from tests.journeys.site import Site

pytestmark = pytest.mark.journey
Opener = Callable[..., Window]
STEP = "Read a story at bedtime"


class Theirs(NamedTuple):
    """Who is registered. Another family each time: one that is known already is told of."""

    surname: str
    mother: str
    child: str
    home: str
    postcode: str
    days: int

    @property
    def secrets(self) -> tuple[str, ...]:
        """What nobody may read who may not see them; the first four are the summary's."""
        return (self.surname, self.mother, self.child, self.home, STEP)


FAMILIES = {
    "amina": Theirs("Thistlewood", "Isolde", "Peregrine", "Teasel Cottage", "ZA1 4AB", 2000),
    "hanna": Theirs("Quennelby", "Rosamund", "Lysander", "Bramble Lodge", "ZA2 7QD", 2700),
    "grace": Theirs("Ottershaw", "Clementine", "Barnaby", "Heron House", "ZA3 9XW", 1300),
}
# Filling in the form may not become longer than this without somebody deciding so.
MOST_PAGES, MOST_CLICKS, MOST_KEYS = 4, 9, 80


@pytest.mark.parametrize(
    ("width", "scripts", "lead"),
    [(1280, True, "amina"), (1280, False, "hanna"), (320, True, "grace")],
    ids=["with scripts", "without scripts", "on a telephone"],
)
@pytest.mark.requirement("2.65", "S1", "S18", "S19", "S20")
def test_a_family_is_there_for_those_it_agreed_to_and_gone_when_it_stops(
    window: Opener, site: Site, width: int, scripts: bool, lead: str
) -> None:
    look, told = {"width": width, "scripts": scripts}, FAMILIES[lead]
    mine = window(**look).sign_in_by_code(lead)
    reference = register(mine, told)
    plan(mine, told)
    assert STEP in mine.words

    stranger = window(**look).sign_in("carys")
    sees_nothing(stranger, site, reference, told)

    colleague = window(**look).sign_in("ben")
    finds(colleague, reference)
    assert not any(words in colleague.source for words in told.secrets)
    records_their_work(colleague)
    assert all(words in colleague.words for words in told.secrets[:4])
    assert STEP not in colleague.source
    left_open = colleague.another()
    left_open.goto(f"/families/{reference}/")

    stop_sharing(mine, reference, "Tidewell Primary School")
    left_open.get_by_role("link", name="Add an address").click()
    assert left_open.locator("h1").inner_text() == "Page not found"
    sees_nothing(colleague, site, reference, told)


def register(here: Window, told: Theirs) -> str:
    """A mother and a child, agreed to two agencies, then where they live. Gives the reference."""
    here.keys = here.clicks = here.pages = 0
    here.go(here.page.locator("main").get_by_role("button", name="Register a family"))
    here.choose("Signed on paper")
    here.choose("Yes")  # apart from it: to be worked with
    here.type("Adult's given names", told.mother)
    here.type("Adult's family name (optional)", told.surname)
    here.page.get_by_label("Who are they to the child?").select_option(label="Mother")
    here.type("Child's given names", told.child)
    here.type_day(today() - timedelta(days=told.days))
    own = here.page.get_by_role("checkbox", name=re.compile("your colleagues"))
    own.check()
    here.choose("Tidewell Primary School")
    here.press("Register the family")
    assert "Family registered" in here.words
    assert trouble_on(here, widths=(here.width,)) == []
    reference = here.page.url.split("/")[4]
    here.follow("Add an address")
    here.type("Address (optional)", told.home)
    here.type("Postcode (optional)", told.postcode)
    for box in here.page.locator("main input[name=household]").all():
        box.check()
    here.press("Save")
    assert told.home in here.words
    assert trouble_on(here, widths=(here.width,)) == []
    assert here.pages <= MOST_PAGES
    assert here.clicks <= MOST_CLICKS
    assert here.keys <= MOST_KEYS
    return reference


def plan(here: Window, told: Theirs) -> None:
    """Open a plan with two goals and three actions."""
    here.follow("Open a plan")
    here.press("Start the plan")
    for goal, steps in (
        ("We want calm evenings", (STEP, "Put screens away at seven")),
        (f"{told.child} wants to see other children", ("Visit the playgroup together",)),
    ):
        if here.heading != "Add a goal":
            here.press("Add a goal")
        here.type("What does the family want to change?", goal)
        here.press("Add the goal")
        for place, step in enumerate(steps, start=1):
            here.type("What will be done?", step)
            here.page.get_by_role("radio", name=re.compile(told.mother)).check()
            here.type_day(today() + timedelta(days=30))
            here.press("Add the action" if place == len(steps) else "Add, then another")
    assert here.heading.endswith("Family plan")


def finds(here: Window, reference: str) -> None:
    """By its reference: the lead, and nothing of who they are."""
    look_for(here, reference)
    assert here.page.url.endswith(f"/families/{reference}/")
    assert "Being started by" in here.words or "Lead professional" in here.words


def records_their_work(here: Window) -> None:
    """Say why and since when; then the summary is there."""
    here.press("I work with this family")
    here.type("Why do you work with this family?", "Pastoral care in school")
    here.type_day(today() - timedelta(days=30))
    here.press("Record it")


def stop_sharing(here: Window, reference: str, agency: str) -> None:
    """The family stops sharing with an agency."""
    here.page.goto(f"/families/{reference}/agreement/")
    here.go(here.page.get_by_role("link", name=re.compile(f"Stop sharing with {agency}")))
    here.press("Stop sharing")


def look_for(here: Window, words: str) -> None:
    """Find a family."""
    here.page.goto("/families/")
    here.type("Reference or name", words)
    here.press("Find")


def sees_nothing(here: Window, site: Site, reference: str, told: Theirs) -> None:
    """Not by search, not by an address, not by the id of anything, not in any list."""
    for words in (reference, f"{told.mother} {told.surname}", told.surname, told.child):
        look_for(here, words)
        assert "Nothing found" in here.words, words
        left = here.source.replace(words, "")  # what was typed stands in the box
        assert not any(secret in left for secret in (*told.secrets, reference)), words
    for page in ("/", "/families/", "/families/registration/"):
        here.page.goto(page)
        assert not any(secret in here.source for secret in (*told.secrets, reference)), page
    absent = _answer(here, reference[:-1] + ("A" if reference[-1] != "A" else "B"))
    for path in walk.addresses_of(site, reference):
        assert _answer(here, path) == absent, path


def _answer(here: Window, path: str) -> tuple[int, str]:
    """Status and words of an address, without what every page has anew."""
    path = path if path.startswith("/") else f"/families/{path}/"
    answer = here.context.request.get(path)
    anew = r'name="csrfmiddlewaretoken" value="\w+"'
    return answer.status, re.sub(anew, "", answer.text())
