"""The pages of who decides for a child, as whoever leads, works with them, and others."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.consent.deciding.queries import carers_in
from hub.consent.looking.changes import look_again
from hub.consent.orders.queries import effects_in, orders_in
from hub.families import queries as families
from hub.kernel import clock
from tests.consent.deciders import Deciders, make
from tests.families_setup import sign_in
from tests.web.staff.signed_in import day, post

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S9", "S10")]
SOON = clock.today() + timedelta(days=30)
ORDER = {
    "kind": "non_molestation", "effects": ["no_place", "no_agree"], "other": "nobody",
    "seen": "seen", "seen_by": "The duty manager", "court": "The family court at Tidewell",
}  # fmt: skip


@pytest.fixture
def family(db: None) -> Deciders:
    return make()


def at(family: Deciders, name: str, *numbers: int) -> str:
    return reverse(name, args=[family.reference, *numbers])


def read(client: Client, address: str) -> str:
    return str(client.get(address).content.decode())


def recorded(family: Deciders, client: Client, **more: Any) -> Any:
    karim, dylan = str(family.people["Karim"]), [str(family.people["Dylan"])]
    said = ORDER | {"bound": karim, "children": dylan} | day("seen_on", clock.today())
    return post(client, at(family, "orders"), **(said | more))


def order_of(family: Deciders) -> int:
    with family.opened() as file:
        return orders_in(file)[0].pk


def test_the_family_page_leads_to_it_and_it_says_who_has_it_by_law(family: Deciders) -> None:
    lead = sign_in(family.staff, "registrar")

    assert f'href="{at(family, "responsibility")}"' in read(lead, at(family, "family"))
    page = read(lead, at(family, "responsibility"))
    assert "Amina Yusuf</bdi>, the mother" in page
    assert "says so; not checked yet" in page
    assert "since 1 December 2003" in page
    assert "No court order is written down" in page
    assert at(family, "family") in page


@pytest.mark.parametrize("who", ["registrar", "nurse", "doctor"])
def test_whoever_works_with_them_writes_down_who_has_it_changes_and_ends_it(
    family: Deciders, who: str
) -> None:
    client = sign_in(family.staff, who)
    aunt, dylan = str(family.people["Samira"]), str(family.people["Dylan"])

    empty = post(client, at(family, "responsibility_holder")).content.decode()
    assert "Choose how they have it" in empty
    answer = post(
        client, at(family, "responsibility_holder"), child=dylan, person=aunt, source="unknown",
        **{"since-year": "2024"},
    )  # fmt: skip
    assert answer.headers["Location"] == at(family, "responsibility")
    page = read(client, at(family, "responsibility"))
    assert "nobody knows whether they have it, since 2024" in page

    with family.opened() as file:
        (row,) = [r for r in families.responsibilities_in(file) if str(r.person_id) == aunt]
    change, end = (at(family, f"responsibility_{name}", row.pk) for name in ("change", "end"))
    post(client, change, version="1", source="order")
    assert "Samira Haddad</bdi>, by a court order" in read(client, at(family, "responsibility"))
    assert post(client, change, version="1", source="guardian").status_code == 409
    assert "Choose why it ended" in post(client, end, version="2").content.decode()
    post(client, end, version="2", because="order")
    assert "a court ended it" in read(client, at(family, "responsibility"))
    assert client.get(change).status_code == 404


def test_an_order_is_recorded_by_what_it_does_changed_and_ended(family: Deciders) -> None:
    lead = sign_in(family.staff, "registrar")
    assert "?kind=non_molestation" in read(lead, at(family, "orders"))
    form = read(lead, at(family, "orders") + "?kind=non_molestation")
    # What such an order usually does, that nobody gets anything, and nothing else.
    assert form.count(" checked") == 3
    nothing = post(lead, at(family, "orders"), kind="non_molestation").content.decode()
    assert "Choose what it does" in nothing

    assert recorded(family, lead).headers["Location"] == at(family, "responsibility")
    page = read(lead, at(family, "responsibility"))
    assert "Karim Yusuf may not know where they are." in page
    assert "Kept from" in page
    order = order_of(family)
    shown = read(lead, at(family, "order", order))
    assert 'value="The duty manager"' in shown
    assert 'value="no_agree" checked' in shown

    changed = recorded_again(family, lead, order, effects=["no_place"])
    assert changed.headers["Location"] == at(family, "responsibility")
    stale = recorded_again(family, lead, order, court="Another court")
    assert stale.status_code == 409
    assert "Another court" in stale.content.decode()
    end = at(family, "order_end", order)
    assert "Where they are stays as private" in read(lead, end)
    assert "Write down why it ended" in post(lead, end, version="2").content.decode()
    post(lead, end, version="2", because="Its day has passed")
    with family.opened() as file:
        assert effects_in(file) == []
    assert "Its day has passed" in read(lead, at(family, "responsibility"))
    assert lead.get(at(family, "order", order)).status_code == 404
    assert "Kept private from <bdi>Karim Yusuf</bdi>" in read(lead, at(family, "private"))


def recorded_again(family: Deciders, client: Client, order: int, **more: Any) -> Any:
    """The order's own form, posted with the first version."""
    karim, dylan = str(family.people["Karim"]), [str(family.people["Dylan"])]
    said = ORDER | {"bound": karim, "children": dylan} | day("seen_on", clock.today())
    return post(client, at(family, "order", order), version="1", **(said | more))


def test_a_refused_order_keeps_what_was_typed(family: Deciders) -> None:
    lead = sign_in(family.staff, "registrar")

    page = recorded(family, lead, bound="nobody").content.decode()

    assert "Choose whom the order binds" in page
    assert 'value="The duty manager"' in page
    assert 'value="The family court at Tidewell"' in page


@pytest.mark.requirement("2.81")
@pytest.mark.parametrize(("who", "told"), [("nurse", True), ("doctor", False)])
def test_the_team_is_told_what_an_order_does_and_nobody_else_that_there_is_one(
    family: Deciders, who: str, told: bool
) -> None:
    recorded(family, sign_in(family.staff, "registrar"))
    client = sign_in(family.staff, who)

    page = read(client, at(family, "responsibility"))

    assert ("Karim Yusuf may not know where they are." in page) is told
    assert "The family court" not in page
    assert "court order" not in page.lower().replace("by a court order", "")
    for name in ("orders", "carers", "capacity", "judgements"):
        assert client.get(at(family, name)).status_code == 404
    for name in ("order", "order_end", "private_order"):
        assert client.get(at(family, name, order_of(family))).status_code == 404


def test_an_order_is_kept_from_one_of_the_team(family: Deciders) -> None:
    lead = sign_in(family.staff, "registrar")
    recorded(family, lead)
    nurse = family.staff.people["nurse"].pk
    before = read(sign_in(family.staff, "nurse"), at(family, "responsibility"))

    answer = post(
        lead, at(family, "private_order", order_of(family)),
        whom=f"practitioner-{nurse}", wish="nobody",
    )  # fmt: skip

    assert answer.headers["Location"] == at(family, "private")
    after = read(sign_in(family.staff, "nurse"), at(family, "responsibility"))
    assert "may not know" in before
    assert "may not know" not in after
    assert "Non-molestation" not in after


def test_a_yes_is_refused_on_the_page_without_saying_why(family: Deciders) -> None:
    recorded(family, sign_in(family.staff, "registrar"))

    page = post(
        sign_in(family.staff, "nurse"), at(family, "sharing"),
        agency=str(family.staff.charity.pk), given_by=str(family.people["Karim"]),
        how="on_screen", wording=str(family.staff.wording.pk),
        reach="1", purpose="other", purpose_words="Food", understood="yes",
    ).content.decode()  # fmt: skip

    assert "Ask whoever leads who can say yes" in page
    assert "court" not in page.lower()


def test_a_carer_agrees_and_somebody_is_reached_again(family: Deciders) -> None:
    lead = sign_in(family.staff, "registrar")
    said = {"person": str(family.people["Samira"]), "because": "Nobody answers",
            "advice": "The legal team, today"}  # fmt: skip
    assert "Enter the day" in post(lead, at(family, "carers"), **said).content.decode()
    post(lead, at(family, "carers"), **said, **day("again_on", SOON))

    page = read(lead, at(family, "responsibility"))
    assert "agrees as the carer" in page
    assert "The legal team, today" in page
    with family.opened() as file:
        end = at(family, "carer_end", carers_in(file)[0].pk)
    assert "no longer agrees in their place" in read(lead, end)
    post(lead, end)
    assert "agrees as the carer</h3>" not in read(lead, at(family, "responsibility"))


@pytest.mark.requirement("3.13")
def test_capacity_is_recorded_decision_by_decision(family: Deciders) -> None:
    lead, page = sign_in(family.staff, "registrar"), at(family, "capacity")
    said = {"person": str(family.people["Amina"]), "about": "agreeing", "doubt": "A stroke",
            "help_given": "Pictures", "able": ["understands"]}  # fmt: skip
    assert "Choose what they can do" in post(lead, page, **(said | {"able": []})).content.decode()
    wrong = post(lead, page, **said).content.decode()
    assert "Write down who you asked" in wrong
    assert "A stroke" in wrong
    post(lead, page, **said, consulted="Her sister", best_interests="To go on",
         **day("again_on", SOON))  # fmt: skip

    shown = read(lead, at(family, "responsibility"))
    assert "Cannot decide this now" in shown
    assert "Her sister" in shown


@pytest.mark.requirement("2.84", "2.87", "S6")
def test_understanding_is_judged_for_one_decision(family: Deciders) -> None:
    lead, page = sign_in(family.staff, "registrar"), at(family, "judgements")
    said = {"person": str(family.people["Ines"]), "decision": "The school may know",
            "understands": "yes", "because": "Said it back", "parent_needed": "no"}  # fmt: skip
    assert "how you encouraged them" in post(lead, page, **said).content.decode()
    post(lead, page, **said, encouraged="Asked whether her mother may come")

    shown = read(lead, at(family, "responsibility"))
    assert "The school may know" in shown
    assert "Asked whether her mother may come" in shown


@pytest.mark.requirement("S17")
def test_what_is_to_be_looked_at_stands_on_both_pages_until_it_is_answered(
    family: Deciders,
) -> None:
    with family.opened() as file:
        row = look_again(file, kind="order", on=clock.today(), now=clock.now())
    lead, address = sign_in(family.staff, "registrar"), at(family, "look_again", row.pk)
    for page in (reverse("home"), at(family, "family"), at(family, "responsibility")):
        assert f'href="{address}"' in read(lead, page)
        for who in ("nurse", "doctor"):
            assert address not in read(sign_in(family.staff, who), page)
    assert sign_in(family.staff, "nurse").get(address).status_code == 404

    assert "Write down what you found" in post(lead, address, more="no").content.decode()
    assert "Enter the day" in post(lead, address, found="Not yet", more="yes").content.decode()
    post(lead, address, found="It was made again", more="no")

    assert address not in read(lead, reverse("home"))
    assert "It was made again" in read(lead, at(family, "responsibility"))
    assert lead.get(address).status_code == 404


@pytest.mark.parametrize("who", ["stranger", "administrator"])
def test_for_anybody_else_there_is_nothing(family: Deciders, who: str) -> None:
    client = sign_in(family.staff, who)

    for name in ("responsibility", "responsibility_holder", "orders", "carers", "capacity"):
        assert client.get(at(family, name)).status_code == 404
