"""People invited, leaving and woken, and what becomes of their accounts and sessions."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from hub.accounts.models import Account
from hub.agencies import changes, queries
from hub.agencies.models import RoleGrant
from hub.kernel.decisions import NotAllowed
from tests.agencies.conftest import NOW, Place
from tests.agencies.test_changes import invite


def test_an_invitation_makes_an_account_that_a_code_can_be_sent_to(place: Place) -> None:
    ines = invite(place)

    address = EmailAddress.objects.get(user=ines.account)
    assert (address.email, address.verified) == ("ines@people.example.org", True)
    assert not ines.account.has_usable_password()
    assert queries.actor_for(ines.account_id, None, NOW) is not None


def test_an_invitation_takes_the_account_there_is(place: Place) -> None:
    changes.join_locality(
        place.actor("administrator"), place.other.pk, locality=place.here.pk, now=NOW
    )

    again = invite(place, agency=place.other.pk, email=place.worker.account.email.upper())

    assert again.account_id == place.worker.account_id
    assert queries.standing(again.account_id, None, NOW).people == 2


def test_nobody_is_invited_twice(place: Place) -> None:
    invite(place)

    with pytest.raises(NotAllowed, match="already in this agency"):
        invite(place)


def test_who_left_and_is_invited_again_is_somebody_new_with_the_old_account(place: Place) -> None:
    first = invite(place)
    changes.deactivate_practitioner(place.actor("coordinator"), first.pk, now=NOW)
    later = NOW + timedelta(days=200)

    second = invite(place, now=later)

    assert second.pk != first.pk
    assert second.account_id == first.account_id
    assert second.account.is_active
    assert second.account.revived_at == later


@pytest.mark.requirement("N1")
def test_who_leaves_is_signed_out_everywhere_and_holds_no_role(place: Place) -> None:
    account = place.coordinator.account
    account.set_password("a long enough password")
    account.save()
    for key in ("here", "there"):
        Session.objects.create(
            session_key=key, session_data="x", expire_date=NOW + timedelta(days=9000)
        )
        UserSession.objects.create(user=account, session_key=key, ip="192.0.2.1")

    changes.deactivate_practitioner(place.actor("administrator"), place.coordinator.pk, now=NOW)

    account.refresh_from_db()
    assert not account.is_active
    assert not account.has_usable_password()
    assert not Session.objects.filter(session_key__in=["here", "there"]).exists()
    assert not RoleGrant.objects.filter(practitioner=place.coordinator, until=None).exists()
    assert queries.actor_for(account.pk, place.coordinator.pk, NOW) is None


def test_who_leaves_one_of_two_agencies_keeps_the_account(place: Place) -> None:
    changes.join_locality(
        place.actor("administrator"), place.other.pk, locality=place.here.pk, now=NOW
    )
    invite(place, agency=place.other.pk, email=place.worker.account.email)

    changes.deactivate_practitioner(place.actor("coordinator"), place.worker.pk, now=NOW)

    place.worker.account.refresh_from_db()
    assert place.worker.account.is_active
    assert queries.actor_for(place.worker.account_id, place.worker.pk, NOW) is None
    assert queries.standing(place.worker.account_id, None, NOW).people == 1


def test_a_woken_account_counts_as_used(place: Place) -> None:
    Account.objects.filter(pk=place.worker.account_id).update(
        opened_at=NOW - timedelta(days=500), last_login=NOW - timedelta(days=100)
    )
    assert place.worker in queries.stale_in(place.here.pk, NOW)

    changes.revive(place.actor("coordinator"), place.worker.pk, now=NOW)

    assert place.worker not in queries.stale_in(place.here.pk, NOW)
