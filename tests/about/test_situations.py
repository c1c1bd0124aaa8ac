"""What may be going on: the authority's list, a family's own page, and why a plan is started."""

import pytest

from hub.about import situations
from hub.about.going_on import going_on_in
from hub.about.models import Headline, Situation
from hub.access import changes as access
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from tests.families_setup import Staff, acting, make_staff, open_as, register, sign_in
from tests.web.staff.about_pages import at
from tests.web.staff.family_pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("2.48")]


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    """A family the registrar leads; the nurse only works with it."""
    reference = register(staff)
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    return reference


def test_there_are_fourteen_each_counted_under_a_headline_that_is_there() -> None:
    rows = list(Situation.objects.order_by("position"))
    codes = set(Headline.objects.values_list("code", flat=True))

    assert len(rows) == 14
    assert len(codes) == 10
    assert all(row.headlines and set(row.headlines) <= codes for row in rows)
    # The mapping of standards 5.3, in its order.
    assert [[int(code) for code in row.headlines] for row in rows] == [
        [9], [5], [2], [3, 5], [3], [5], [5], [10], [6, 3], [7, 9], [9], [6], [6, 3], [1],
    ]  # fmt: skip


def test_what_the_family_chose_stands_where_a_plan_is_started_and_is_not_asked_twice(
    staff: Staff, family: str
) -> None:
    client, own = sign_in(staff, "registrar"), at(staff, family, "about_going-on")
    client.post(own, {"chosen": ["money"], "words": "A new baby", "version": "0"})

    asked = text(client.get(f"/families/{family}/plan/opening/"))
    assert 'value="money" checked' in asked
    assert "A new baby" in asked
    more = {"chosen": ["money", "school"], "words": "A new baby", "version": "1"}
    assert client.post(f"/families/{family}/plan/opening/", more).status_code == 302

    assert 'value="school" checked' in text(client.get(own))
    plan = text(client.get(f"/families/{family}/plan/"))
    assert "Why there is a plan" in plan
    assert "A child who misses a lot of school" in plan
    with acting(staff.actor("registrar")):
        found = going_on_in(open_as(staff, "registrar", family))
        assert found.headlines == ["Getting a good education", "Financial stability"]
        assert found.version == 2


def test_a_plan_started_with_an_old_page_leaves_what_somebody_else_wrote(
    staff: Staff, family: str
) -> None:
    client, own = sign_in(staff, "registrar"), at(staff, family, "about_going-on")
    client.post(own, {"chosen": ["money"], "version": "0"})

    old = {"chosen": ["school"], "words": "", "version": "0"}
    answer = client.post(f"/families/{family}/plan/opening/", old)

    assert answer.status_code == 302
    assert "so that is as they wrote it" in text(client.get(answer["Location"]))
    assert 'value="school" checked' not in text(client.get(own))


def test_why_is_not_asked_of_who_may_not_know_and_a_bare_button_changes_nothing(
    staff: Staff, family: str
) -> None:
    client, own = sign_in(staff, "registrar"), at(staff, family, "about_going-on")
    client.post(own, {"chosen": ["money"], "version": "0"})
    nurse = sign_in(staff, "nurse")
    assert "Why is a plan started?" not in text(nurse.get(f"/families/{family}/plan/opening/"))

    assert client.post(f"/families/{family}/plan/opening/", {}).status_code == 302

    assert 'value="money" checked' in text(client.get(own))
    assert "Why there is a plan" not in text(nurse.get(f"/families/{family}/plan/"))


def test_the_authority_adds_its_own_and_takes_one_away_where_it_was_not_chosen(
    staff: Staff, family: str
) -> None:
    page, client = sign_in(staff, "administrator"), sign_in(staff, "registrar")
    own = at(staff, family, "about_going-on")
    client.post(own, {"chosen": ["money"], "version": "0"})

    page.post("/situations/", {"words": "Twins, and nobody to help", "headlines": ["2"]})
    page.post("/situations/", {"code": "money", "asked": "no"})
    page.post("/situations/", {"code": "school", "asked": "no"})

    assert "Twins, and nobody to help" in text(client.get(own))
    assert 'value="money" checked' in text(client.get(own))
    assert 'value="school"' not in text(client.get(own))
    page.post("/situations/", {"code": "school", "asked": "yes"})
    assert 'value="school"' in text(client.get(own))
    again = page.post("/situations/", {"words": "twins, and nobody to help"})
    assert "asked about already" in text(again)
    page.post("/situations/", {"code": "x", "asked": "no"})
    assert "not on the list" in text(page.get("/situations/"))


@pytest.mark.parametrize("who", ["registrar", "nurse", "coordinator"])
def test_nobody_else_keeps_the_list(staff: Staff, who: str) -> None:
    assert sign_in(staff, who).get("/situations/").status_code == 404
    with acting(staff.actor(who)) as actor:
        with pytest.raises(NotAllowed, match="administrator"):
            situations.add_situation(actor, words="A", headlines=(), now=clock.now())
        with pytest.raises(NotAllowed, match="administrator"):
            situations.stop_asking(actor, "money", now=clock.now())
