"""A family of another borough is advised: its plan is made there, until it moves here (2.181)."""

from typing import Any

import pytest

from hub.access import changes as access
from hub.consent import changes as consent
from hub.families import changes, elsewhere, queries, rules
from hub.families.models import Advice
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.plans import changes as plans
from tests.families_setup import Staff, acting, make_staff, open_as, register, sign_in
from tests.web.staff.family_pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("2.181")]
BOROUGH: dict[str, Any] = {
    "name": "Middle Dale",
    "service": "Dale Family Information Service",
    "phone": "020 7946 0999",
    "codes": "zd5, ZD2\nzd2",
}


@pytest.fixture
def staff() -> Staff:
    found = make_staff()
    with acting(found.actor("administrator")) as actor:
        elsewhere.save_borough(actor, **BOROUGH)
    return found


@pytest.fixture
def family(staff: Staff) -> str:
    """A family the registrar leads, whose home is in another borough."""
    registration = staff.registration(postcode="ZD5 4AA", lines="2 Far Street")
    reference = register(staff, registration)
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    return reference


def test_no_plan_can_be_started_and_who_helps_is_told_until_they_move_here(
    staff: Staff, family: str
) -> None:
    client = sign_in(staff, "registrar")
    page = text(client.get(f"/families/{family}/"))
    assert "lives in" in page
    assert "Middle Dale" in page
    assert "020 7946 0999" in page
    assert "Open a plan" not in page
    asked = text(client.get(f"/families/{family}/plan/opening/"))
    assert "its plan is made there" in asked
    assert "Start the plan</button>" not in asked
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        with pytest.raises(NotAllowed, match="Dale Family Information Service, 020 7946 0999"):
            plans.open_plan(file, now=clock.now())

        (home,) = queries.addresses_in(file)
        changes.edit_address(
            file, home.pk, version=home.version, lines="1 Near Street", postcode="ZA1 1AA",
            now=clock.now(),
        )  # fmt: skip
        assert elsewhere.home_borough(file) is None
        assert plans.open_plan(file, now=clock.now())


@pytest.mark.parametrize(
    ("more", "here"),
    [
        ({"lines": "3 Far Street", "postcode": "ZD2 4AA"}, False),
        ({"lines": "1 Near Street", "postcode": "ZA1 1AA"}, True),
        ({"held_by": "Safe Haven, duty desk"}, True),
    ],
)
def test_a_family_with_a_home_here_or_one_nobody_knows_is_not_sent_away(
    staff: Staff, family: str, more: dict[str, str], here: bool
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        given = {"lines": "", "postcode": "", "held_by": ""} | more
        changes.add_address(file, **given, household=[], now=clock.now())

        assert (elsewhere.home_borough(file) is None) is here


def test_what_was_asked_and_advised_is_written_down_for_whoever_works_with_them(
    staff: Staff, family: str
) -> None:
    address = f"/families/{family}/advice/"
    nurse = sign_in(staff, "nurse")
    assert "No advice is written down yet" in text(nurse.get(address))

    empty = text(nurse.post(address, {"asked": "Who helps?", "advised": ""}))
    assert "Enter what you advised" in empty
    assert "Who helps?" in empty
    told = {"asked": "Who helps with rent?", "advised": "Ring your own borough"}
    assert nurse.post(address, told).status_code == 302

    page = text(sign_in(staff, "registrar").get(address))
    assert "Ring your own borough" in page
    assert "Nurse Example" in page
    for who in ("stranger", "doctor", "administrator"):
        assert sign_in(staff, who).get(address).status_code == 404


@pytest.mark.requirement("S3")
def test_who_may_not_know_where_they_are_is_told_by_neither_the_borough_nor_the_advice(
    staff: Staff, family: str
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        elsewhere.give_advice(file, asked="Rent?", advised="Ring Middle Dale", now=clock.now())
        consent.hold_back(
            file, item_kind="places", item=file.family, kept_from="practitioner",
            kept_from_id=staff.people["nurse"].pk, now=clock.now(),
        )  # fmt: skip
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", family)
        assert elsewhere.home_borough(file) is None
        assert elsewhere.advice_in(file) == []
        assert Advice.objects.count() == 0
        own = elsewhere.give_advice(file, asked="Sleep?", advised="A diary", now=clock.now())
        assert elsewhere.advice_in(file) == [own]
    page = text(sign_in(staff, "nurse").get(f"/families/{family}/"))
    assert "Middle Dale" not in page


@pytest.mark.parametrize(
    ("codes", "begins"),
    [
        ("", "Enter at least one"),
        ("NW10, ZZ", "“ZZ” is not the first half"),
        ("NW10 4AA", "“4AA” is not the first half"),
        ("ZD5", "ZD5 belongs to Middle Dale here already"),
        ("nw10\nHA0", ""),
    ],
)
def test_the_list_takes_first_halves_of_postcodes_that_nobody_else_has(
    staff: Staff, codes: str, begins: str
) -> None:
    other: dict[str, Any] = {"name": "Low Dale", "service": "Low Families", "codes": codes}
    with acting(staff.actor("administrator")) as actor:
        if begins:
            with pytest.raises(NotAllowed, match=begins):
                elsewhere.save_borough(actor, **other)
            return
        row = elsewhere.save_borough(actor, **other)
        assert elsewhere.codes_of(row) == ["HA0", "NW10"]
        with pytest.raises(Conflict):
            elsewhere.save_borough(actor, row.pk, version=9, **other)
        elsewhere.save_borough(actor, row.pk, version=1, **other | {"codes": "NW2"})
        assert elsewhere.codes_of(elsewhere.borough(row.pk)) == ["NW2"]


@pytest.mark.parametrize("who", ["registrar", "coordinator"])
def test_nobody_but_an_administrator_keeps_the_list(staff: Staff, who: str) -> None:
    assert sign_in(staff, who).get("/boroughs/").status_code == 404
    assert not rules.may_keep_boroughs(administrator=False)
    page = sign_in(staff, "administrator")
    (row,) = (one for one in elsewhere.boroughs() if one.name == "Middle Dale")
    assert "Middle Dale" in text(page.get("/boroughs/"))
    said = BOROUGH | {"name": "Higher Dale", "version": "1"}
    assert page.post(f"/boroughs/{row.pk}/", said).status_code == 302
    assert "Higher Dale" in text(page.get("/boroughs/"))
    assert "Somebody else changed this" in text(page.post(f"/boroughs/{row.pk}/", said))
