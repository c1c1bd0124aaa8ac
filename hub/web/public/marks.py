"""The mark of pages of one's own account, and allauth's pages drawn by us inside the view."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_post_parameters

from hub.access.pages import public_page
from hub.agencies import queries as agencies
from hub.kernel import clock
from hub.ui.draw import draw

View = Callable[..., HttpResponse]


class OwnRequest(HttpRequest):
    """A request of somebody signed in: the account, and who it acts as."""

    account: int
    standing: agencies.Standing


def account_page(view: View) -> View:
    """Whoever is signed in may see this page of their own account, whoever they act as.

    One transaction; `request.standing` says who they are. Opens no family's file.
    """

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        account = request.user.pk
        if account is None:
            return redirect_to_login(request.get_full_path())
        with transaction.atomic():
            chosen = request.session.get("practitioner")
            standing = agencies.standing(account, chosen, clock.now())
            request.account = account  # type: ignore[attr-defined]
            request.standing = standing  # type: ignore[attr-defined]
            request.actor = standing.actor  # type: ignore[attr-defined]
            request.help_numbers = standing.help_numbers  # type: ignore[attr-defined]
            return view(request, *args, **kwargs)

    page.access = "account"  # type: ignore[attr-defined]
    return page


def drawn(view: View, template: str, mark: Callable[[View], View] = public_page) -> View:
    """One of allauth's views as a page of ours: its form and flow, our template, drawn at once."""

    @mark
    @sensitive_post_parameters()
    def page(request: HttpRequest) -> HttpResponse:
        response = view(request)
        if response.status_code == 429:
            return too_many(request)
        if not isinstance(response, TemplateResponse):
            return response
        return draw(request, template, status=response.status_code, **_plain(response))

    return page


def _plain(response: TemplateResponse) -> dict[str, Any]:
    """What our templates need of what allauth would have drawn."""
    given = response.context_data or {}
    asked_for = given.get("redirect_field_value") or ""
    if asked_for and not get_adapter().is_safe_url(asked_for):
        asked_for = ""
    return {
        "form": given.get("form"),
        "email": given.get("email", ""),
        "can_resend": given.get("can_resend", False),
        "next": f"?{urlencode({'next': asked_for})}" if asked_for else "",
    }


def few_tries(page: View) -> View:
    """Count the tries at one code, also those that arrive together, before any is looked at."""

    @wraps(page)
    def counted(request: HttpRequest) -> HttpResponse:
        key = request.session.session_key or "none"
        if not ratelimit.consume(request, action="confirm_code", key=key):
            return too_many(request)
        return page(request)

    return counted


def too_many(request: HttpRequest) -> HttpResponse:
    """Too many attempts: says to wait, and nothing of who is known."""
    return draw(request, "public/too_many.html", status=429)
