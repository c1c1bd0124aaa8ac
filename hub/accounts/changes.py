"""Accounts opened, woken and closed, sessions ended. Callers ask a rule first and journal it."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction

from hub.accounts.models import Account
from hub.accounts.queries import mark_of


def open_account(email: str, *, now: datetime) -> Account:
    """The account for an email address: a new one, the one there is, or a closed one again.

    The address counts as verified: the code that signs in is sent to it. A sleeping account in
    use elsewhere stays asleep until its hub wakes it.
    """
    try:
        with transaction.atomic():
            account = Account.objects.create_user(email)
    except IntegrityError:
        account = Account.objects.select_for_update().get(email__iexact=email)
    if not account.is_active:
        account.is_active, account.revived_at = True, now
        account.version += 1
        account.save(update_fields=["is_active", "revived_at", "version"])
    EmailAddress.objects.update_or_create(
        user=account, email=account.email, defaults={"verified": True, "primary": True}
    )
    return account


def revive(account_id: int, *, now: datetime) -> None:
    """Wake an account: it counts as used from now on."""
    account = Account.objects.select_for_update().get(pk=account_id)
    account.revived_at = now
    account.version += 1
    account.save(update_fields=["revived_at", "version"])


def close_account(account_id: int) -> None:
    """Nobody signs in with this account any more, and whoever is signed in is not from now on.

    The password goes too: who is invited again begins with a code.
    """
    account = Account.objects.select_for_update().get(pk=account_id)
    account.is_active = False
    account.set_unusable_password()
    account.version += 1
    account.save(update_fields=["is_active", "password", "version"])
    end_sessions(account_id)


def end_sessions(account_id: int, *, but: str | None = None) -> int:
    """Sign an account out everywhere (but in one session); say in how many places it was."""
    sessions = UserSession.objects.filter(user=account_id).exclude(session_key=but)
    keys = list(sessions.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(session_key__in=keys).delete()
    return len(keys)


def end_session(account_id: int, mark: str) -> bool:
    """Sign an account out in one place, by the mark its list shows; say whether it was there."""
    sessions = UserSession.objects.filter(user=account_id)
    keys = [key for key in sessions.values_list("session_key", flat=True) if mark_of(key) == mark]
    Session.objects.filter(session_key__in=keys).delete()
    sessions.filter(session_key__in=keys).delete()
    return bool(keys)
