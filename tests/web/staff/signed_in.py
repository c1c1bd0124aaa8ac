"""Browsers of the cast, as Django's test client sees them, and what pages are told when posted."""

import secrets
from typing import Any

from django.test import Client
from django.urls import reverse

from hub.kernel import clock
from tests.cast import Cast


def browser(cast: Cast, who: str) -> Client:
    """A browser in which one of the cast is signed in; `nobody` is not."""
    client = Client()
    if who != "nobody":
        client.force_login(cast.account(who))
        session = client.session
        session["began"] = clock.now().isoformat()
        session.save()
    return client


def post(client: Client, address: str, **typed: Any) -> Any:
    """Post a form as a page would, with a token of its own."""
    return client.post(address, {"once": secrets.token_urlsafe(18)} | typed)


def day(name: str, value: Any) -> dict[str, str]:
    """A day as it is typed in three boxes."""
    return {
        f"{name}-day": str(value.day),
        f"{name}-month": str(value.month),
        f"{name}-year": str(value.year),
    }


def looks_of(cast: Cast, family: str) -> str:
    """A page of a family's lead."""
    return reverse("looks", kwargs={"reference": cast.family(family).reference})
