"""Two people at once, a form sent twice, the back button, and a session that ends in between."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from hub.kernel.clock import today
from tests.journeys import walk
from tests.journeys.look import trouble_on
from tests.journeys.people import Window
from tests.journeys.site import Site

pytestmark = pytest.mark.journey
Opener = Callable[..., Window]
STEP = "What will be done?"


@pytest.mark.requirement("2.29")
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_second_of_two_who_edit_an_action_is_told_and_shown_both(
    window: Opener, site: Site, scripts: bool
) -> None:
    first = window(scripts=scripts).sign_in("amina")
    second = window(scripts=scripts).sign_in("grace")
    path = action_of(site, "okafor")
    for one in (first, second):
        one.page.goto(path)
    mine, theirs = f"Walk by the canal, {scripts}", f"Walk by the park, {scripts}"

    first.type(STEP, mine)
    first.press("Save")
    second.type(STEP, theirs)
    second.press("Save")

    assert second.status == 409
    assert "Amina Yusuf" in second.words
    assert mine in second.words
    assert theirs in second.words
    assert second.page.get_by_label(STEP).input_value() == theirs
    assert steps(site, mine, theirs) == [mine]
    assert trouble_on(second) == []
    second.press("Save mine")
    assert steps(site, mine, theirs) == [theirs]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_form_sent_twice_does_a_thing_once(window: Opener, site: Site, scripts: bool) -> None:
    here = window(scripts=scripts).sign_in("amina")
    step = f"Ring the library, {scripts}"
    here.page.goto(goal_of(site, "okafor"))
    fill_action(here, step)

    here.page.get_by_role("button", name="Add the action").dblclick()
    here.page.wait_for_url(re.compile("/plan/$"))
    here.page.go_back()
    here.page.wait_for_url(re.compile("/actions/$"))
    if here.page.get_by_label(STEP).input_value() == step:
        here.press("Add the action")

    here.page.wait_for_load_state()
    assert steps(site, step) == [step]


def test_going_back_loses_nothing_that_was_typed(window: Opener, site: Site) -> None:
    here = window().sign_in("amina")
    here.page.goto(goal_of(site, "haddad") or goal_of(site, "okafor"))
    fill_action(here, "Ask about the allotment")

    here.follow("Cancel")
    here.page.go_back()

    assert here.page.get_by_label(STEP).input_value() == "Ask about the allotment"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_form_that_is_wrong_keeps_what_was_typed_and_leads_to_what_is_wrong(
    window: Opener, site: Site, scripts: bool
) -> None:
    here = window(scripts=scripts).sign_in("amina")
    here.page.goto(goal_of(site, "okafor"))
    here.type(STEP, "Ask about swimming")
    here.type("Day", "31")
    here.type("Month", "2")
    here.type("Year", "2027")

    here.press("Add the action")

    assert here.page.title().startswith("Error: ")
    assert here.page.get_by_label(STEP).input_value() == "Ask about swimming"
    assert here.page.get_by_label("Day").input_value() == "31"
    assert trouble_on(here) == []
    for link in here.page.locator(".govuk-error-summary a").all():
        link.click()
        target = (link.get_attribute("href") or "#")[1:]
        assert here.page.evaluate("() => document.activeElement.id") == target


def test_a_session_that_ends_while_registering_loses_nothing(window: Opener, site: Site) -> None:
    here = window().sign_in("zofia")
    here.page.goto("/families/registration/")
    here.choose("Yes")
    here.type("Given names", "Marigold")
    here.press("Add another person")
    assert here.page.get_by_label("Given names", exact=True).first.input_value() == "Marigold"
    here.type("Given names", "Rowan", nth=1)

    here.context.clear_cookies(name="sessionid")
    here.press("Add another person")
    assert here.status in (200, 403)
    assert trouble_on(here) == []
    here.sign_in("zofia")
    here.page.goto("/families/registration/")
    here.go(here.page.get_by_role("link", name=re.compile("^Typed on")))

    assert here.page.get_by_label("Given names", exact=True).first.input_value() == "Marigold"


@pytest.mark.parametrize("path", ["/", "/families/", "/families/registration/", "plan"])
def test_every_control_is_reached_by_tab_in_order_and_shows_where_one_is(
    window: Opener, site: Site, path: str
) -> None:
    here = window().sign_in("amina")
    _, reference = walk.family_of(site, "okafor")
    here.page.goto(f"/families/{reference}/plan/" if path == "plan" else path)

    reached: list[int] = []
    for _ in range(200):
        here.page.keyboard.press("Tab")
        place, shows = here.page.evaluate(FOCUSED)
        if place < 0:
            break
        assert shows, f"nothing shows that control {place} has the focus"
        reached.append(place)

    assert reached == sorted(reached)
    assert len(reached) == here.page.evaluate(CONTROLS)


def test_the_first_tab_leads_past_the_menu(window: Opener) -> None:
    here = window().sign_in("amina")
    here.page.goto("/")

    here.page.keyboard.press("Tab")
    here.page.keyboard.press("Enter")
    here.page.keyboard.press("Tab")

    assert here.page.evaluate("() => !!document.activeElement.closest('main')")


# Every control in the page's order; of radios only the one that Tab stops at.
STOPS = """[...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter(e => e.type !== "hidden" && e.tabIndex >= 0 && !e.disabled &&
    e.getClientRects().length && getComputedStyle(e).visibility !== "hidden" &&
    (e.tagName === "SUMMARY" || !e.closest("details:not([open])")))
  .filter((e, _, all) => e.type !== "radio" || e.checked || !all.some(o =>
    o.type === "radio" && o.name === e.name && o.checked) &&
    e === all.find(o => o.type === "radio" && o.name === e.name))"""
CONTROLS = f"() => {STOPS}.length"
FOCUSED = f"""() => {{
  const at = document.activeElement, place = {STOPS}.indexOf(at);
  const style = getComputedStyle(at), label = at.labels && at.labels[0];
  const before = label ? getComputedStyle(label, "::before") : style;
  const shows = [style, before].some(s =>
    (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none");
  return [place, shows];
}}"""


def action_of(site: Site, key: str) -> str:
    """The address of a family's first action that is to do."""
    row, reference = walk.family_of(site, key)
    ((action,),) = site.ask(walk.ROWS["actions"], row)
    return f"/families/{reference}/plan/actions/{action}/"


def goal_of(site: Site, key: str) -> str:
    """Where an action is added to a family's first goal."""
    row, reference = walk.family_of(site, key)
    found = site.ask(walk.ROWS["goals"], row)
    return f"/families/{reference}/plan/goals/{found[0][0]}/actions/" if found else ""


def fill_action(here: Window, step: str) -> None:
    """Type an action."""
    here.type(STEP, step)
    here.page.get_by_role("radio").first.check()
    here.type_day(today() + timedelta(days=30))


def steps(site: Site, *wanted: str) -> list[str]:
    """Those of these actions that are kept."""
    found = site.ask("select step from plans_action where step = any(%s)", list(wanted))
    return [step for (step,) in found]
