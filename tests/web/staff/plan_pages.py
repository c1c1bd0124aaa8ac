"""What tests of the plan's pages and of the first page share."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from hub.accounts.models import Account
from hub.kernel.files import Actor
from tests.plans.around import Around


def sign_in(who: Actor) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(
        Account.objects.get(pk=who.account), "django.contrib.auth.backends.ModelBackend"
    )
    return client


def get(around: Around, name: str, page: str, **numbers: int) -> HttpResponse:
    """A page of the family's plan as somebody gets it."""
    return sign_in(around.who(name)).get(at(around, page, **numbers))


def post(
    around: Around, name: str, page: str, data: dict[str, Any] | None = None, **numbers: int
) -> HttpResponse:
    """The answer to a form that somebody posts."""
    return sign_in(around.who(name)).post(at(around, page, **numbers), data or {})


def at(around: Around, page: str, **numbers: int) -> str:
    """The address of a page of this family."""
    return reverse(page, kwargs={"reference": around.reference, **numbers})


def text(response: HttpResponse) -> str:
    """The page as text."""
    return response.content.decode()


def day(name: str, value: Any) -> dict[str, str]:
    """A date as its three boxes post it."""
    return {
        f"{name}-day": str(value.day),
        f"{name}-month": str(value.month),
        f"{name}-year": str(value.year),
    }
