"""Who gets a copy of the plan: a table of the rule, and the rule on the real database."""

from datetime import date, timedelta
from typing import Any

import pytest

from hub.agencies.models import Practitioner
from hub.audit import journal
from hub.consent.models import Agreement, Restriction
from hub.families.models import Membership, Person
from hub.kernel import clock
from hub.kernel.decisions import YES, NotAllowed, no
from hub.kernel.files import Level, NotInYourFiles
from hub.plans import changes as plans
from hub.plans.copies import changes, queries, rules
from hub.plans.models import PlanCopy
from tests.plans.acts import add, plan_with_action
from tests.plans.around import Around, opened, through

pytestmark = pytest.mark.requirement("2.94")
PLAN, RECORD, SUMMARY = Level.PLAN, Level.RECORD, Level.SUMMARY


@pytest.mark.parametrize(
    ("reach", "stands", "kept", "reader", "why"),
    [
        (PLAN, True, False, RECORD, ""),
        (RECORD, True, False, RECORD, ""),
        (PLAN, True, True, RECORD, "Something in the plan is kept private"),
        (PLAN, False, False, RECORD, "The yes to letting them know does not count yet"),
        (SUMMARY, True, False, RECORD, "The yes to letting them know does not reach"),
        (Level.NOTHING, True, True, RECORD, "The family has not said yes"),
        (PLAN, True, False, PLAN, "The lead professional gives"),
        (PLAN, True, True, PLAN, "The lead professional gives"),
        (Level.NOTHING, True, True, PLAN, "The family has not said yes"),
    ],
)
def test_a_service_gets_a_copy_by_the_familys_yes_and_what_is_kept(
    reach: Level, stands: bool, kept: bool, reader: Level, why: str
) -> None:
    gets = rules.service_gets(rules.Service(reach, stands, kept), reader=reader)

    assert bool(gets) is (why == "")
    assert gets.reason.startswith(why)


@pytest.mark.parametrize(
    ("look", "level", "places_kept", "reader", "why"),
    [
        (YES, PLAN, False, RECORD, ""),
        (YES, SUMMARY, False, RECORD, "They have not said yes"),
        (YES, SUMMARY, True, RECORD, "Where the family is"),
        (no("Under 12"), Level.NOTHING, False, RECORD, "Under 12"),
        (no("Under 12"), Level.NOTHING, False, PLAN, "The lead professional gives"),
        (YES, PLAN, False, PLAN, "The lead professional gives"),
    ],
)
def test_a_member_gets_a_copy_when_they_see_the_plan_themselves(
    look: Any, level: Level, places_kept: bool, reader: Level, why: str
) -> None:
    gets = rules.member_gets(rules.Member(look, level, places_kept), reader=reader)

    assert bool(gets) is (why == "")
    assert gets.reason.startswith(why)


def test_a_copy_is_old_once_the_plan_changed() -> None:
    today, now = clock.today(), clock.now()
    before, hour = now - timedelta(days=1), timedelta(hours=1)

    assert not rules.is_old(given_on=today, at=now, changed_at=None)
    assert not rules.is_old(given_on=today, at=now, changed_at=now - hour)
    assert rules.is_old(given_on=today, at=now, changed_at=now + hour)
    assert not rules.is_old(given_on=clock.day_of(before), at=now, changed_at=before)
    assert rules.is_old(given_on=clock.day_of(before), at=now, changed_at=now)


def seen(around: Around, name: str = "amina") -> dict[str, str]:
    """Why each gets no copy, as somebody is told; "" for who gets one."""
    with opened(around.who(name), around.reference) as file:
        found = queries.recipients_in(file)
        assert found is not None
        return {one.name: one.gets.reason for one in (*found.services, *found.members)}


def give(around: Around, name: str = "amina", on: date | None = None, **whom: int) -> PlanCopy:
    said: dict[str, Any] = {"given_on": on or around.today, "how": "handed", **whom}
    with opened(around.who(name), around.reference) as file:
        return changes.give_copy(file, **said, now=clock.now())


def keep(around: Around, kind: str, item: int | None, kept_from: str, whom: int | None) -> None:
    with through(around.amina, around.family):
        Restriction(
            family_id=around.family,
            item_kind=kind,
            item=item,
            kept_from=kept_from,
            kept_from_id=whom or 0,
            set_by_id=around.amina.id,
            from_at=around.now - timedelta(minutes=1),
        ).save(force_insert=True)


def test_the_services_in_the_plan_and_the_family_get_it_and_nobody_else(around: Around) -> None:
    plan_with_action(around)

    assert seen(around) == {
        "Tested School": "",
        "Dee Okafor": "",
        "Tariq": "Under 12, or not yet judged to understand and without a yes of their own.",
    }


def test_a_service_without_the_familys_yes_is_named_with_the_reason(around: Around) -> None:
    goal, _ = plan_with_action(around)
    with opened(around.amina, around.reference) as file:
        add(file, goal, around, "amina")
    with through(around.amina, around.family):
        Agreement.objects.filter(agency=around.ben.agency).update(
            until_at=clock.now(), ended_by=around.amina.id, ended_because="withdrawn"
        )

    found = seen(around)
    assert found["Tested School"] == rules.NO_YES
    assert found["Tested Health"] == ""
    with pytest.raises(NotAllowed, match="has not said yes"):
        give(around, agency=around.ben.agency or 0)


@pytest.mark.parametrize(
    ("kind", "item", "kept_from"),
    [
        ("goal", "goal", "practitioner"),
        ("action", "action", "agency"),
        ("places", "family", "agency"),
        ("", None, "practitioner"),
    ],
)
def test_from_whom_something_in_the_plan_is_kept_gets_no_copy(
    around: Around, kind: str, item: str | None, kept_from: str
) -> None:
    goal, action = plan_with_action(around)
    number = {"goal": goal, "action": action, "family": around.family, None: None}[item]
    whom = around.ben.id if kept_from == "practitioner" else around.ben.agency
    keep(around, kind, number, kept_from, whom)

    assert seen(around)["Tested School"] == rules.KEPT
    with pytest.raises(NotAllowed, match="kept private"):
        give(around, agency=around.ben.agency or 0)
    with through(around.amina, around.family):
        assert not PlanCopy.objects.exists()


def test_what_is_kept_from_somebody_in_another_job_is_kept_from_them_here(around: Around) -> None:
    goal, _ = plan_with_action(around)
    ben = Practitioner.objects.get(pk=around.ben.id)
    other = Practitioner.objects.create(
        account=ben.account,
        agency_id=around.esi.agency or 0,
        locality_id=around.ben.locality or 0,
        name=ben.name,
        role_title="Volunteer",
        phone=ben.phone,
        email=ben.email,
        joined_at=around.now,
    )
    keep(around, "goal", goal, "practitioner", other.pk)

    assert seen(around)["Tested School"] == rules.KEPT


@pytest.mark.requirement("S5", "S19")
def test_the_team_is_not_told_what_is_kept_from_whom(around: Around) -> None:
    goal, _ = plan_with_action(around)
    with opened(around.amina, around.reference) as file:
        add(file, goal, around, "amina")
    before = seen(around, "ben")
    keep(around, "goal", goal, "agency", around.amina.agency)
    with through(around.amina, around.family):
        keep(around, "goal", goal, "person", around.mother)

    assert seen(around, "ben") == before
    assert set(before.values()) == {rules.ASK}


@pytest.mark.requirement("S4")
def test_of_whom_something_is_kept_gets_what_they_see(around: Around) -> None:
    goal, _ = plan_with_action(around)
    keep(around, "goal", goal, "person", around.mother)

    with opened(around.amina, around.reference) as file:
        found = queries.recipients_in(file)
    assert found is not None
    mother = next(one for one in found.members if one.id == around.mother)
    assert mother.gets
    assert mother.partly


def test_who_did_not_say_yes_and_an_unborn_child_get_none(around: Around) -> None:
    plan_with_action(around)
    with through(around.amina, around.family):
        for name, part in (("Femi", "adult"), ("Baby", "unborn")):
            person = Person(given_names=name, search_name=name.lower())
            person.save(force_insert=True)
            Membership(family_id=around.family, person=person, part=part, from_at=around.now).save(
                force_insert=True
            )

    found = seen(around)
    assert found["Femi"] == rules.NO_OWN_YES
    assert "Baby" not in found


def test_a_copy_is_one_row_and_one_line_and_grows_old(around: Around) -> None:
    plan_with_action(around)
    with opened(around.amina, around.reference) as file:
        by_post: dict[str, Any] = {"agency": around.ben.agency, "how": "post", "now": around.now}
        changes.give_copy(file, given_on=around.today, **by_post)
        assert [line.event for line in journal.pending()] == ["file.opened", "plan.copied"]
    with opened(around.amina, around.reference) as file:
        plans.add_goal(file, words="Somebody to talk to", now=clock.now())
    give(around, person=around.mother)

    with opened(around.amina, around.reference) as file:
        found = queries.recipients_in(file)
    assert found is not None
    (school,), mother = found.services, found.members[0]
    assert school.last is not None
    assert (school.last.copy.how, school.last.is_old) == ("post", True)
    assert mother.last is not None
    assert not mother.last.is_old


@pytest.mark.parametrize("days", [-401, 1])
def test_a_copy_is_given_between_the_plans_start_and_today(around: Around, days: int) -> None:
    plan_with_action(around)

    with pytest.raises(NotAllowed, match="Enter a day"):
        give(around, on=around.today + timedelta(days=days), person=around.mother)


def test_only_who_leads_writes_a_copy_down(around: Around) -> None:
    plan_with_action(around)

    for name in ("ben", "carys"):
        with pytest.raises(NotAllowed):
            give(around, name, agency=around.ben.agency or 0)
    with pytest.raises(NotInYourFiles):
        give(around, "esi", agency=around.ben.agency or 0)
    with pytest.raises(NotInYourFiles):
        give(around, person=around.mother + 1)
    with pytest.raises(NotAllowed, match="gets no copy"):
        give(around, agency=around.esi.agency or 0)


@pytest.mark.requirement("2.81", "S3")
def test_a_copy_is_hidden_with_who_got_it_and_with_the_place(around: Around) -> None:
    plan_with_action(around)
    give(around, agency=around.ben.agency or 0)
    with opened(around.amina, around.reference) as file:
        assert file.sees(Level.RECORD)
        assert PlanCopy.objects.get().agency_id == around.ben.agency
    give(around, person=around.mother)
    with opened(around.ben, around.reference):
        assert PlanCopy.objects.count() == 2
    with through(around.amina, around.family):
        member = Membership.objects.get(person=around.mother).pk
    keep(around, "membership", member, "practitioner", around.ben.id)

    with opened(around.ben, around.reference):
        assert [row.agency_id for row in PlanCopy.objects.all()] == [around.ben.agency]
    with opened(around.carys, around.reference):
        assert not PlanCopy.objects.exists()


def test_there_is_nobody_to_give_a_plan_to_that_is_not_there(around: Around) -> None:
    with opened(around.amina, around.reference) as file:
        assert queries.recipients_in(file) is None
        with pytest.raises(NotAllowed, match="no plan"):
            changes.give_copy(
                file, person=around.mother, given_on=around.today, how="post", now=clock.now()
            )


def test_why_a_plan_was_closed_goes_to_no_member(around: Around) -> None:
    plan_with_action(around)
    with opened(around.amina, around.reference) as file:
        plans.close_plan(
            file, reason="enough", note="Better", protection_concern=False, now=clock.now()
        )

    with opened(around.amina, around.reference) as file:
        found = queries.recipients_in(file)
    assert found is not None
    assert [one.partly for one in found.members if one.gets] == [True]
