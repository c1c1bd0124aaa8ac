"""Who an account acts as, in one question."""

from datetime import timedelta
from typing import Any

import pytest

from hub.accounts.models import Account
from hub.agencies import queries
from hub.agencies.models import HelpNumber, Practitioner, RoleGrant
from hub.kernel.files import Role
from tests.agencies.conftest import BEGAN, NOW, Place, agency


def test_the_only_person_of_an_account_is_who_acts(
    place: Place, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        standing = queries.standing(place.coordinator.account_id, None, NOW)

    assert standing.actor is not None
    assert standing.actor.id == place.coordinator.pk
    assert standing.actor.agency_name == "Test First"
    assert standing.actor.roles == {Role("coordinator", place.here.pk)}
    assert standing.actor.account == place.coordinator.account_id
    assert standing.people == 1


def test_the_numbers_of_the_locality_come_before_those_of_everywhere(place: Place) -> None:
    HelpNumber.objects.all().delete()
    for where, label, position in (
        (None, "Everywhere", 0),
        (place.here, "Second", 2),
        (place.here, "First", 1),
        (place.there, "Not ours", 0),
    ):
        HelpNumber.objects.create(
            locality=where, label=label, number="020 7946 0199", position=position
        )
    HelpNumber.objects.filter(label="First").update(hint="weekdays")

    standing = queries.standing(place.worker.account_id, None, NOW)

    assert [label for label, _ in standing.help_numbers] == [
        "First, weekdays",
        "Second",
        "Everywhere",
    ]
    assert queries.help_numbers(place.here.pk) == standing.help_numbers
    assert queries.help_numbers(None) == [("Everywhere", "020 7946 0199")]


def test_of_several_people_none_acts_until_one_is_chosen(place: Place) -> None:
    again = Practitioner.objects.create(
        account=place.worker.account,
        agency=agency("Test Third", place.there),
        locality=place.there,
        name="Wen",
        role_title="Volunteer",
        phone="07700 900002",
        email="wen@example.org",
        joined_at=BEGAN,
    )
    account = place.worker.account_id

    assert queries.standing(account, None, NOW) == queries.Standing(
        None, queries.help_numbers(None), 2
    )
    for chosen in (place.worker, again):
        actor = queries.actor_for(account, chosen.pk, NOW)
        assert actor is not None
        assert (actor.id, actor.locality) == (chosen.pk, chosen.locality_id)


@pytest.mark.requirement("2.72")
@pytest.mark.parametrize(
    "what", ["left", "agency closed", "account closed", "not begun", "another account", "unknown"]
)
def test_nobody_acts_who_does_not_work_here(place: Place, what: str) -> None:
    account, chosen = place.worker.account_id, place.worker.pk
    people = Practitioner.objects.filter(pk=place.worker.pk)
    if what == "left":
        people.update(left_at=NOW)
    if what == "agency closed":
        place.agency.closed_at = NOW
        place.agency.save()
    if what == "account closed":
        Account.objects.filter(pk=account).update(is_active=False)
    if what == "not begun":
        people.update(joined_at=NOW + timedelta(days=1))
    if what == "another account":
        account = place.coordinator.account_id
    if what == "unknown":
        chosen = 1

    assert queries.actor_for(account, chosen, NOW) is None


def test_a_role_counts_while_it_is_held(place: Place) -> None:
    RoleGrant.objects.filter(practitioner=place.coordinator).update(until=NOW)

    before = queries.actor_for(place.coordinator.account_id, None, NOW - timedelta(seconds=1))
    after = queries.actor_for(place.coordinator.account_id, None, NOW)

    assert before is not None
    assert after is not None
    assert before.has_role("coordinator")
    assert not after.has_role("coordinator")


def test_lists_show_who_is_there_now(place: Place) -> None:
    gone = Practitioner.objects.filter(pk=place.worker.pk)
    gone.update(left_at=NOW)

    memberships = queries.agencies_of(place.here.pk, NOW)
    people = queries.practitioners_of(place.agency.pk)

    counted = [(m.agency.name, m.practitioners) for m in memberships]  # type: ignore[attr-defined]
    assert counted == [("Test First", 2)]
    roles = [(p.name, [r.code for r in p.held]) for p in people]  # type: ignore[attr-defined]
    assert roles == [
        ("Adam", ["administrator"]),
        ("Cora", ["coordinator"]),
    ]
    assert [p.name for p in queries.practitioners_of(place.agency.pk, left=True)] == ["Wen"]
    held = queries.roles_in(place.here.pk)  # those of everywhere are the story's too
    assert [r.code for r in held if r.practitioner.agency == place.agency] == [
        "administrator",
        "coordinator",
    ]


@pytest.mark.parametrize(
    ("days", "names"), [(89, ["Cora"]), (90, ["Cora", "Wen"]), (91, ["Cora", "Wen"])]
)
def test_the_list_of_sleeping_accounts_agrees_with_signing_in(
    place: Place, days: int, names: list[str]
) -> None:
    used = Account.objects.filter
    used(pk=place.worker.account_id).update(
        opened_at=NOW - timedelta(days=300), last_login=NOW - timedelta(days=days)
    )
    used(pk=place.administrator.account_id).update(last_login=NOW)
    used(pk=place.coordinator.account_id).update(opened_at=NOW - timedelta(days=400))

    asleep = queries.stale_in(place.here.pk, NOW)

    assert sorted(p.name for p in asleep) == names
