"""Signing in by choosing a person from a list: in demonstration mode, and only there."""

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string

from hub.accounts.models import Account
from hub.kernel.files import NotInYourFiles


def who() -> dict[str, str]:
    """Email addresses of the people to sign in as, in their order, with what each shows."""
    return dict(import_string(settings.DEMONSTRATION_WHO))


def is_on() -> bool:
    """Whether this is a demonstration; never in production, whatever else is set."""
    return bool(settings.DEMONSTRATION) and not settings.PRODUCTION


def sign_in(request: HttpRequest, account_id: int) -> HttpResponse:
    """Sign in as somebody from the list, with no proof at all.

    Raises NotInYourFiles outside a demonstration, and for an account that is not there.
    """
    account = Account.objects.filter(pk=account_id).first() if is_on() else None
    if account is None:
        raise NotInYourFiles
    response: HttpResponse = perform_login(request, Login(user=account, email=account.email))
    return response
