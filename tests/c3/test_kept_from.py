"""What is kept from somebody stays kept, whichever way they come."""

import pytest
from django.urls import reverse

from hub.access import queries
from hub.consent import changes as consent
from hub.consent.models import Kept, Restriction
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Level
from tests.c3.acting import count, invited_again, opened
from tests.c3.pages import browser
from tests.c3.world import World


@pytest.mark.requirement("2.81", "S5")
def test_who_a_family_is_kept_from_does_not_see_it_by_another_agency(world: World) -> None:
    joan = invited_again(world, "joan", "Riverside Health Visiting")
    silva = world.cast.family("silva")
    assert queries.sight_of(joan.pk, silva.reference, at=clock.now()).level is Level.NOTHING
    client = browser(world.cast, "joan")
    session = client.session
    session["practitioner"] = joan.pk
    session.save()
    other = world.cast.family("okafor").reference
    assert client.get(reverse("family", args=[other])).status_code == 200  # her agency is agreed to
    assert client.get(reverse("family", args=[silva.reference])).status_code == 404
    found = client.post(reverse("families"), {"sought": "Beatriz Silva"}).content.decode()
    assert silva.reference not in found


@pytest.mark.requirement("2.81", "S14")
def test_an_item_kept_from_somebody_is_kept_from_them_in_another_agency(world: World) -> None:
    with opened(world, "amina", "okafor") as file:
        goal = world.ids["okafor"]["goal"][0]
        consent.hold_back(
            file, item_kind="goal", item=goal, kept_from=Kept.PRACTITIONER,
            kept_from_id=world.cast.practitioner("grace").pk, now=clock.now(),
        )  # fmt: skip
        again = invited_again(world, "grace", "Riverside Health Visiting")
    sight = queries.sight_of(again.pk, world.cast.family("okafor").reference, at=clock.now())
    assert goal in sight.held_back


@pytest.mark.requirement("2.81", "S14")
@pytest.mark.parametrize("whom", ["practitioner", "agency"])
def test_nobody_lets_go_of_what_is_kept_from_themselves(world: World, whom: str) -> None:
    """Such a row is there when who it is kept from came to lead later."""
    amina = world.cast.practitioner("amina")
    with opened(world, "amina", "okafor") as file:
        kept = Restriction(
            family_id=file.family, item_kind="goal", item=world.ids["okafor"]["goal"][0],
            kept_from=whom, kept_from_id=amina.pk if whom == "practitioner" else amina.agency_id,
            set_by_id=amina.pk, from_at=clock.now(),
        )  # fmt: skip
        kept.save(force_insert=True)
    with opened(world, "amina", "okafor") as file, pytest.raises(NotAllowed):
        consent.let_go(file, kept.pk, now=clock.now())


@pytest.mark.requirement("2.81", "S5")
def test_a_member_held_back_finds_nothing_by_name_and_counts_nowhere(world: World) -> None:
    ben, reference = browser(world.cast, "ben"), world.cast.family("okafor").reference
    page = ben.post(reverse("families"), {"sought": "Obinna Okafor"}).content.decode()
    assert reference not in page
    for name in ("home", "families"):
        assert "Obinna" not in ben.get(reverse(name)).content.decode()
    for name in (
        "family",
        "who_sees",
        "plan",
        "agreement",
        "people",
        "addresses",
        "contacts",
        "sharing",
    ):
        assert b"Obinna" not in ben.get(reverse(name, args=[reference])).content, name


@pytest.mark.requirement("2.81")
def test_a_goal_held_back_is_in_no_count(world: World) -> None:
    grace, reference = browser(world.cast, "grace"), world.cast.family("okafor").reference
    with opened(world, "grace", "okafor"):
        assert count("plans_goal", "true") == 1
        assert count("plans_action", "true") == 3
        assert count("plans_goalhistoryrow", "true") == 1
        assert count("plans_actionhistoryrow", "true") == 3
    for name in ("plan", "plan_paper"):
        page = grace.get(reverse(name, args=[reference])).content.decode()
        assert "sleep" not in page, name
        assert "of 5" not in page
        assert "5 actions" not in page
