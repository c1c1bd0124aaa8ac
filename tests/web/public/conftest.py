"""Somebody with an account in one agency, a browser each, and no attempts counted yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core.cache import cache
from django.test import Client

from hub.accounts.changes import open_account
from hub.accounts.models import Account
from hub.agencies.models import Agency, Locality, LocalityMembership, Practitioner, Sector
from hub.kernel import clock

PASSWORD = "quiet herons over the marsh"  # noqa: S105
AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"


@dataclass
class Someone:
    """Who signs in."""

    account: Account
    practitioner: Practitioner
    locality: Locality

    @property
    def email(self) -> str:
        """The address they sign in with."""
        return self.account.email


class Quick(PBKDF2PasswordHasher):
    """The real hasher with less work, for tests that are not about its work."""

    iterations = 1000


@pytest.fixture
def uncounted(settings: Any) -> Iterator[None]:
    """No attempt counts from another test."""
    settings.PASSWORD_HASHERS = [f"{__name__}.Quick"]
    settings.DEMONSTRATION = False
    cache.clear()
    yield
    cache.clear()


def make(email: str = "nadia@people.example.org", name: str = "Nadia") -> Someone:
    """Somebody who works in an agency and has a password."""
    sector, _ = Sector.objects.get_or_create(code="test-health", defaults={"name": "Health"})
    locality = Locality.objects.create(
        name=f"Test {name}",
        hub_name="Test Marsh hub",
        hub_phone="020 7946 0155",
        hub_email="hub@example.org",
    )
    began = clock.now() - timedelta(days=30)
    agency = Agency.objects.create(
        name=f"Test agency of {name}",
        sector=sector,
        phone="020 7946 0156",
        email="office@example.org",
        opened_at=began,
    )
    LocalityMembership.objects.create(agency=agency, locality=locality, since=began)
    account = open_account(email, now=began)
    account.set_password(PASSWORD)
    account.save()
    practitioner = Practitioner.objects.create(
        account=account,
        agency=agency,
        locality=locality,
        name=name,
        role_title="Health visitor",
        phone="07700 900155",
        email=email,
        joined_at=began,
    )
    return Someone(account, practitioner, locality)


@pytest.fixture
def nadia(db: None, uncounted: None) -> Someone:
    """Nadia, a health visitor."""
    return make()


def browser(agent: str = AGENT, **other: Any) -> Client:
    """Another browser."""
    return Client(headers={"user-agent": agent}, **other)


def code_of(client: Client) -> str:
    """The code that was sent for this browser, as its session holds it."""
    return str(client.session["account_login"]["state"]["stages"]["login_by_code"]["data"]["code"])


def ask_for_code(client: Client, email: str) -> Any:
    """Ask for a code."""
    return client.post("/sign-in/", {"email": email}, follow=True)


def sign_in(client: Client, email: str) -> Any:
    """Sign in by a code."""
    ask_for_code(client, email)
    return client.post("/sign-in/code/", {"code": code_of(client)})


def is_in(client: Client) -> bool:
    """Whether this browser is signed in."""
    return client.get("/account/").status_code == 200
