"""Pages that keep to what an order forbids: on the family's page, the plan, its paper and forms."""

import pytest
from django.urls import reverse

from hub.consent.orders import changes as orders
from hub.families import changes as families_changes
from hub.kernel import clock
from hub.plans import changes as plans
from tests.consent.deciders import Deciders, make
from tests.families_setup import sign_in
from tests.web.staff.signed_in import post

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S9")]
TAKING = "Karim Yusuf may not take Dylan Yusuf from nursery, school or elsewhere."


@pytest.fixture
def family(db: None) -> Deciders:
    made = make()
    with made.opened() as file:
        told = made.told("no_taking", "no_contact")
        orders.record_order(file, told, telling_is_safe=False, now=clock.now())
    return made


def read(family: Deciders, who: str, name: str, *numbers: int, **query: str) -> str:
    address = reverse(name, args=[family.reference, *numbers])
    return str(sign_in(family.staff, who).get(address, query).content.decode())


def goal(family: Deciders) -> int:
    with family.opened() as file:
        plans.open_plan(file, now=clock.now())
        return int(plans.add_goal(file, words="To sleep", now=clock.now()).pk)


@pytest.mark.parametrize("who", ["registrar", "nurse", "doctor"])
@pytest.mark.parametrize("name", ["family", "plan"])
def test_before_a_child_goes_with_somebody_stands_on_top_without_the_order(
    family: Deciders, name: str, who: str
) -> None:
    goal(family)
    page = read(family, who, name)

    assert TAKING in page
    assert page.index("<h1") < page.index(TAKING) < page.index("leads")
    assert "hub-sections" in page[: page.index(TAKING)].rpartition("<div")[2]  # not when printed
    assert "court" not in page.lower()
    assert "molestation" not in page


@pytest.mark.parametrize("who", ["registrar", "nurse"])
def test_on_paper_it_is_on_the_copy_for_who_looks_after_the_child_only(
    family: Deciders, who: str
) -> None:
    goal(family)
    plain = read(family, who, "plan_paper")
    theirs = read(family, who, "plan_paper", copy="professionals")

    assert TAKING not in plain
    assert "This is the family" in plain
    assert "?copy=professionals" in plain
    assert TAKING in theirs
    assert "Not for anybody in the family" in theirs
    assert "court" not in theirs.lower()


def test_no_member_who_is_looked_as_reads_it_anywhere(family: Deciders) -> None:
    goal(family)
    for name in ("view", "view_plan"):
        for who in ("Amina", "Karim"):
            assert "may not take" not in read(family, "registrar", name, family.people[who])


def test_what_the_family_is_shown_of_what_an_agency_would_see_leaves_it_out(
    family: Deciders,
) -> None:
    goal(family)
    page = read(family, "registrar", "preview_agency", family.staff.charity.pk)

    assert "Dylan Yusuf" in page
    assert "may not take" not in page


def test_at_an_action_it_is_said_at_whoever_may_have_no_contact(family: Deciders) -> None:
    page = read(family, "nurse", "actions", goal(family))

    assert "Karim Yusuf may not have contact with Dylan Yusuf." in page
    assert page.count("Give them nothing that they do together") == 1


def test_one_home_for_both_is_refused_in_the_form_and_what_was_typed_stays(
    family: Deciders,
) -> None:
    both = [family.people["Karim"], family.people["Dylan"]]
    address = reverse("addresses", args=[family.reference])
    for who, because in (("registrar", "An order keeps"), ("doctor", "Ask whoever leads")):
        answer = post(
            sign_in(family.staff, who), address, lines="9 Hill", postcode="", household=both
        )
        page = answer.content.decode()
        assert because in page
        assert "9 Hill" in page


def test_a_number_both_have_is_said_to_who_leads_where_orders_are(family: Deciders) -> None:
    with family.opened() as file:
        for name in ("Karim", "Dylan"):
            families_changes.add_contact(
                file, person=family.people[name], kind="phone", value="07700 900302",
                now=clock.now(),
            )  # fmt: skip
    assert "have the same telephone number" in read(family, "registrar", "responsibility")
    assert "have the same telephone number" not in read(family, "nurse", "responsibility")
