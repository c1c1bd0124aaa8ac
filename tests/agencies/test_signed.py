"""When an agency stands: from its signature until it leaves, and what asks again."""

from datetime import timedelta

import pytest

from hub.agencies.models import Sector, SharingParty, TermsAcceptance
from hub.agencies.sharing import changes, queries, rules
from tests.agencies.conftest import NOW, Place
from tests.agencies.signing import LATER, TODAY, accept, add, publish, renew, sign, stands

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def public(place: Place) -> None:
    """Health is a public body here, so that agencies have a basis to begin with."""
    Sector.objects.filter(code="test-health").update(public_body=True)


@pytest.mark.requirement("S12", "2.63")
def test_an_agency_stands_from_its_signature_until_it_leaves(place: Place) -> None:
    assert not stands(place)
    party = sign(place, add(place))
    assert stands(place)
    assert place.agency.pk not in queries.standing_in(place.there.pk, now=NOW)

    changes.leave(place.actor("coordinator"), party.pk, now=LATER)

    assert stands(place, LATER - timedelta(microseconds=1))
    assert not stands(place, LATER)


@pytest.mark.requirement("S12")
def test_an_agreement_with_a_last_day_ends_by_itself(place: Place) -> None:
    sign(place, add(place, last_day=TODAY + timedelta(days=1)))

    assert stands(place, NOW + timedelta(days=1))
    assert not stands(place, NOW + timedelta(days=2))


@pytest.mark.requirement("S12")
def test_an_agreement_for_something_else_lets_no_yes_count(place: Place) -> None:
    sign(place, add(place, purposes=["safety", "oversight"]))

    assert not stands(place)


@pytest.mark.requirement("S12")
def test_new_terms_ask_again_and_old_acceptances_count_until_their_day(place: Place) -> None:
    publish(place)
    accept(place)
    publish(place, counts_from=TODAY + timedelta(days=28), now=NOW + timedelta(hours=1))

    assert queries.stands(place.agency.pk, now=NOW + timedelta(hours=2)).asked_again
    assert stands(place, NOW + timedelta(days=27))
    assert not stands(place, NOW + timedelta(days=28))
    accept(place, now=NOW + timedelta(days=29))
    assert stands(place, NOW + timedelta(days=30))


@pytest.mark.requirement("2.74")
@pytest.mark.parametrize(
    ("before", "after", "asks"),
    [
        (["help"], ["help"], False),
        (["help", "safety"], ["help"], False),
        (["help"], ["help", "oversight"], True),
    ],
)
def test_a_renewal_asks_families_again_only_for_more_than_before(
    place: Place, before: list[str], after: list[str], asks: bool
) -> None:
    new = renew(place, sign(place, add(place, purposes=before)).agreement, purposes=after)

    assert (new.asks_from is not None) == asks
    assert queries.standing_in(place.here.pk, now=LATER)[place.agency.pk] == new.asks_from
    assert rules.asks_again(before, after) == asks


def test_a_renewal_ends_the_agreement_before_it_when_it_begins(place: Place) -> None:
    old = sign(place, add(place)).agreement
    new = renew(place, old, begins=TODAY + timedelta(days=5))

    old.refresh_from_db()
    assert old.until_at == new.from_at
    assert all(stands(place, NOW + timedelta(days=days)) for days in range(10))


def test_what_was_carried_over_gives_way_to_what_somebody_signs(place: Place) -> None:
    party = sign(place, add(place))
    publish(place)
    accepted = accept(place)
    SharingParty.objects.filter(pk=party.pk).update(signed_by=rules.CARRIED_OVER)
    TermsAcceptance.objects.filter(pk=accepted.pk).update(accepted_by=rules.CARRIED_OVER)

    again = sign(place, party.agreement)
    accept(place)

    assert stands(place)
    assert [one.pk for one in queries.find_agreement(party.agreement_id, now=NOW).parties] == [
        again.pk
    ]
    current = queries.stands(place.agency.pk, now=NOW).acceptance
    assert current is not None
    assert current.accepted_by == "The head"
