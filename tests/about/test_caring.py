"""Who looks after others: asked with the child, brought back in time, counted (3.3-3.5)."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from hub.about import caring, changes, queries, rules
from hub.about.rules.caring import TO_ASK, TO_BE_DONE, comes_back, may_be_asked_for
from hub.agencies.models import RoleGrant
from hub.consent import changes as consent
from hub.consent.looking import changes as looking
from hub.consent.looking.queries import waiting_in
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from tests.families_setup import (
    BEGAN,
    Staff,
    acting,
    make_staff,
    open_as,
    register,
)
from tests.sealed.sealing import seal
from tests.web.staff.family_pages import make_family

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("3.4")]
MOTHERS, CHILDS = 0, 1


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    """The registrar leads and the nurse works with them."""
    return make_family(staff)


def save(staff: Staff, who: str, family: str, code: str, place: int = CHILDS, **said: Any) -> Any:
    """Save a page of the mother's or the child's over what stands there."""
    with acting(staff.actor(who)):
        file = open_as(staff, who, family)
        person = families.members_in(file)[place].person_id
        row = queries.answers_in(file, rules.PARTS[code], person)
        return changes.save_part(
            file,
            code,
            person=person,
            version=row.version if row else 0,
            said=said,
            now=clock.now(),
        )


def asks(staff: Staff, family: str, who: str = "registrar") -> list[tuple[str, Any]]:
    """What comes back to somebody: each kind with the day."""
    with acting(staff.actor(who)):
        file = open_as(staff, who, family)
        return [(one.kind, one.due_on) for one in waiting_in(file, today=clock.today())]


def numbers(staff: Staff, who: str) -> dict[str, int | None]:
    with acting(staff.actor(who)) as actor:
        return {row.what: row.number for row in caring.counted(actor)}


def wanted(**more: Any) -> dict[str, Any]:
    return {"assessment": "asked", "assessment_asked_on": clock.today()} | more


def test_what_is_asked_for_says_when_and_is_to_be_done_within_a_year() -> None:
    today = clock.today()
    for said, reason in (
        ({"assessment": "wanted"}, ""),
        (wanted(), ""),
        (wanted(assessment_asked_on=None), "Enter the day"),
        (wanted(assessment_asked_on=today + timedelta(days=1)), "The day the assessment was"),
        (wanted(assessment_due_on=today - timedelta(days=1)), "The assessment is to be done"),
        (wanted(assessment_due_on=today + timedelta(days=400)), "The assessment is to be done"),
    ):
        answer = may_be_asked_for(said, today=today)
        assert (bool(answer), answer.reason[: len(reason)]) == (not reason, reason)


@pytest.mark.parametrize(
    ("said", "child", "asked", "kinds"),
    [
        ({"caring": "yes"}, True, False, ["young_carer"]),
        ({"caring": "yes"}, True, True, []),
        ({"caring": "yes"}, False, False, []),
        ({"caring": "no"}, True, False, []),
        ({"caring": "rather_not"}, True, False, []),
        ({"assessment": "asked"}, False, False, ["carer_assessment"]),
        ({"assessment": "done"}, True, True, []),
    ],
)
def test_what_comes_back_and_what_does_not(
    said: dict[str, Any], child: bool, asked: bool, kinds: list[str]
) -> None:
    stands = {"assessment_asked_on": clock.today()} | said
    found = comes_back(stands, child=child, asked=asked, today=clock.today())
    assert [one.kind for one in found] == kinds


@pytest.mark.requirement("3.3")
def test_a_child_recorded_as_caring_comes_back_until_it_was_asked_what_they_need(
    staff: Staff, family: str
) -> None:
    save(staff, "registrar", family, "needs", caring="yes")
    assert asks(staff, family) == [("young_carer", clock.today() + TO_ASK)]
    assert asks(staff, family, "nurse") == []
    save(staff, "registrar", family, "needs", caring="yes", helps="Rest")
    assert len(asks(staff, family)) == 1

    save(staff, "registrar", family, "carer", school="needs", school_doing="A taxi")

    assert asks(staff, family) == []
    save(staff, "registrar", family, "needs", caring="yes", caring_words="Her mother")
    assert asks(staff, family) == []


def test_what_was_answered_once_does_not_come_back_by_saving_again(
    staff: Staff, family: str
) -> None:
    save(staff, "registrar", family, "needs", caring="yes")
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        (one,) = waiting_in(file, today=clock.today())
        looking.have_looked(file, one.id, found="He does not want to", now=clock.now())

    save(staff, "registrar", family, "needs", caring="yes", helps="Rest")

    assert asks(staff, family) == []


@pytest.mark.requirement("3.5")
@pytest.mark.parametrize("place", [MOTHERS, CHILDS])
def test_an_assessment_asked_for_comes_back_by_its_day_until_it_is_done(
    staff: Staff, family: str, place: int
) -> None:
    today = clock.today()
    save(staff, "registrar", family, "needs", place, **wanted())
    assert asks(staff, family) == [("carer_assessment", today + TO_BE_DONE)]

    soon = today + timedelta(days=3)
    save(staff, "registrar", family, "needs", place, **wanted(assessment_due_on=soon))
    assert asks(staff, family) == [("carer_assessment", soon)]

    done = {"assessment": "done", "assessment_on": today, "assessment_asked_on": today}
    save(staff, "registrar", family, "needs", place, **done)
    assert asks(staff, family) == []


def test_an_assessment_asked_for_without_a_day_is_refused(staff: Staff, family: str) -> None:
    with pytest.raises(NotAllowed, match="Enter the day"):
        save(staff, "registrar", family, "needs", MOTHERS, assessment="asked")
    assert asks(staff, family) == []


@pytest.mark.requirement("S4")
def test_a_childs_words_stay_with_who_heard_them_and_what_they_need_is_the_leads_too(
    staff: Staff, family: str
) -> None:
    said = save(staff, "nurse", family, "caring", cares="yes", does="I wash my brother")
    need = save(staff, "nurse", family, "carer", roles="needs", roles_doing="A home help")

    for who, knows in (("nurse", {"caring", "carer"}), ("registrar", {"carer"})):
        with acting(staff.actor(who)):
            file = open_as(staff, who, family)
            assert {one.part.code for one in queries.own_in(file)} == knows
            with connection.cursor() as cursor:
                cursor.execute(
                    "select (select count(*) from about_childcares),"
                    " (select count(*) from about_childcareshistoryrow),"
                    " (select count(*) from about_youngcarer)"
                )
                assert cursor.fetchone() == (*([int(who == "nurse")] * 2), 1)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        let: dict[str, Any] = {"whom": "team", "may": True, "version": 1, "now": clock.now()}
        assert changes.let_know(file, "carer", need.pk, **let).with_team
    with acting(staff.actor("nurse")), pytest.raises(NotAllowed, match="not shared"):
        changes.let_know(open_as(staff, "nurse", family), "caring", said.pk, **let)


def many(staff: Staff, how_many: int, **said: Any) -> list[str]:
    """Families, each with a child who looks after somebody."""
    found = [register(staff) for _ in range(how_many)]
    for reference in found:
        save(staff, "registrar", reference, "needs", caring="yes", **said)
    return found


def test_the_numbers_go_by_five_and_below_five_there_is_none(staff: Staff) -> None:
    found = many(staff, 4, assessment="wanted")
    assert set(numbers(staff, "coordinator").values()) == {None}

    found += many(staff, 3)
    for reference in found[:5]:
        save(staff, "registrar", reference, "carer", school="needs", school_doing="A taxi")
    for reference in found[5:]:
        save(staff, "registrar", reference, "carer", school="needs")

    told = numbers(staff, "coordinator")
    assert told["identified"] == told["asked"] == told["school_needs"] == 5  # of seven
    assert told["school_done"] == 5
    assert told["offered"] is None  # four
    assert told["school_fine"] is None
    many(staff, 1)
    assert numbers(staff, "coordinator")["identified"] == 10  # of eight

    for who in ("registrar", "nurse", "stranger", "administrator"):
        assert numbers(staff, who) == {}


def test_a_manager_of_the_leadership_team_counts_their_own_locality(staff: Staff) -> None:
    many(staff, 5)
    RoleGrant(
        practitioner=staff.people["doctor"],
        code="leadership_manager",
        locality=staff.locality,
        since=BEGAN,
    ).save(force_insert=True)

    assert numbers(staff, "doctor")["identified"] == 5


@pytest.mark.requirement("S5", "S19")
def test_whoever_keeps_anything_of_a_child_private_is_not_counted(staff: Staff) -> None:
    found = many(staff, 5)
    assert numbers(staff, "coordinator")["identified"] == 5

    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", found[0])
        child = families.members_in(file)[CHILDS]
        consent.hold_back(
            file,
            item_kind="member",
            item=child.pk,
            kept_from="practitioner",
            kept_from_id=staff.people["coordinator"].pk,
            now=clock.now(),
        )

    assert numbers(staff, "coordinator")["identified"] is None


@pytest.mark.requirement("S7")
def test_who_is_sealed_is_not_counted(staff: Staff) -> None:
    found = many(staff, 5)
    with acting(staff.actor("registrar")):
        child = families.members_in(open_as(staff, "registrar", found[0]))[CHILDS].person_id

    seal(staff, found[0], child)

    assert numbers(staff, "coordinator")["identified"] is None


def test_a_family_that_took_its_yes_back_is_not_counted(staff: Staff) -> None:
    found = many(staff, 5)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", found[0])
        consent.withdraw_all(file, now=clock.now())
    assert numbers(staff, "coordinator")["identified"] is None
