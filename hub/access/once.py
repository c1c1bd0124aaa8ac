"""A form posted twice does a thing once, and a second post is answered as the first was."""

import hashlib
from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from hub.kernel import clock
from hub.kernel.files import Actor

FIELD = "once"
# Waits for a twin that is running, then finds the token taken: one of the two goes on.
TAKE = """
insert into access_postedform (token, actor_id, answer, posted_at) values (%s, %s, '', %s)
on conflict (token) do nothing
"""


def answer(request: HttpRequest, actor: Actor, drawn: Callable[[], HttpResponse]) -> HttpResponse:
    """The page's answer; for a form already posted, the answer it got then.

    A form that came back with errors did nothing, so its token may be posted again.
    """
    typed = request.POST.get(FIELD, "") if request.method == "POST" else ""
    if not typed:
        return drawn()
    token = _kept(typed, request.path, actor)
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [token, actor.id, clock.now()])
        if not cursor.rowcount:
            return HttpResponseRedirect(_earlier(token) or request.path)
    response = drawn()
    with connection.cursor() as cursor:
        if isinstance(response, HttpResponseRedirect):
            cursor.execute(
                "update access_postedform set answer = %s where token = %s",
                [response.url[:300], token],
            )
        else:
            cursor.execute("delete from access_postedform where token = %s", [token])
    return response


def _kept(typed: str, path: str, actor: Actor) -> str:
    """What stands in the table: one actor's token of one form. The same token of somebody else, or
    in another form, is another: it neither blocks a post nor gives away an answer."""
    whose = f"{actor.id} {path} {typed}".encode(errors="replace")
    return hashlib.sha256(whose).hexdigest()[:43]


def _earlier(token: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("select answer from access_postedform where token = %s", [token])
        row = cursor.fetchone()
    return str(row[0]) if row else ""
