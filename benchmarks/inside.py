"""Inside the server: counts an answer's queries and its time, and says both in its headers."""

import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hub.access.pages import public_page
from hub.agencies.models import Locality

# What every page pays: session, account, who is asking, the door, savepoints, the journal.
GROUND = (
    "django_session", '"accounts_account"', "usersessions", "set_config(", "hub.family_facts",
    "hub.journal_", "access_postedform", "SAVEPOINT", "left_at is null and oa.closed_at",
)  # fmt: skip


class Measured:
    """Middleware, outermost."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        ground = own = 0

        def count(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
            nonlocal ground, own
            if any(mark in sql for mark in GROUND):
                ground += 1
            else:
                own += 1
            return execute(sql, *rest)

        began = time.perf_counter()
        with connection.execute_wrapper(count):
            response = self.get_response(request)
        spent = (time.perf_counter() - began) * 1000
        response.headers["X-Bench"] = f"{ground} {own} {spent:.3f}"
        return response


@public_page
def bare(request: HttpRequest, locality: int) -> HttpResponse:
    """The floor: one query by its key and one line of text."""
    return HttpResponse(get_object_or_404(Locality, pk=locality).name)
