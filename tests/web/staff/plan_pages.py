"""What tests of the plan's pages and of the first page share."""

from typing import Any

from django.test import Client
from django.urls import reverse

from hub.agencies.models import Practitioner
from hub.kernel import clock
from hub.kernel.files import Actor
from tests.plans.around import Around
from tests.ui.html import parsed


def sign_in(who: Actor) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(
        Practitioner.objects.get(pk=who.id).account,
        "hub.accounts.backend.Backend",
    )
    session = client.session
    session["began"] = session["seen"] = clock.now().isoformat()
    session.save()
    return client


def get(around: Around, name: str, page: str, **numbers: int) -> Any:
    """A page of the family's plan as somebody gets it."""
    return sign_in(around.who(name)).get(at(around, page, **numbers))


def post(
    around: Around, name: str, page: str, data: dict[str, Any] | None = None, **numbers: Any
) -> Any:
    """The answer to a form that somebody posts."""
    return sign_in(around.who(name)).post(at(around, page, **numbers), data or {})


def at(around: Around, page: str, **numbers: int) -> str:
    """The address of a page of this family."""
    return reverse(page, kwargs={"reference": around.reference, **numbers})


def text(response: Any) -> str:
    """The page as text. Raises ParseError when it is not valid HTML."""
    page = str(response.content.decode())
    parsed(page)
    return page


def day(name: str, value: Any) -> dict[str, str]:
    """A date as its three boxes post it."""
    return {
        f"{name}-day": str(value.day),
        f"{name}-month": str(value.month),
        f"{name}-year": str(value.year),
    }


def numbers(page: str, goal: int, action: int) -> dict[str, int]:
    """What the address of a page needs besides the reference."""
    if page in ("goal", "actions"):
        return {"pk": goal}
    return {"pk": action} if page.startswith("action") else {}
