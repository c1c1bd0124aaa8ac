"""Signing in as allauth does it; who is signed in is read by a statement that is kept ready."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet

from hub.accounts.models import Account
from hub.database.kept import kept


class Backend(AuthenticationBackend):  # type: ignore[misc]  # allauth is not typed
    """As allauth's."""

    def get_user(self, user_id: Any) -> Account | None:
        """The account of this id, when it may be used."""
        found = next(iter(_accounts(int(user_id))), None)
        return found if found is not None and self.user_can_authenticate(found) else None


@kept
def _accounts(account: int) -> QuerySet[Account]:
    return Account.objects.filter(pk=account)
