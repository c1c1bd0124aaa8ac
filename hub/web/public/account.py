"""One's own account: who one is now, where one is signed in, one's password."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from hub.accounts import changes, queries
from hub.agencies import queries as agencies
from hub.kernel import clock
from hub.ui.draw import draw
from hub.web.public.marks import OwnRequest, account_page


@account_page
def who(request: OwnRequest) -> HttpResponse:
    """Which of the people of this account it is now, when there are several."""
    now = clock.now()
    people = agencies.people_of(request.account, now)
    if request.method == "POST":
        chosen = request.POST.get("practitioner", "")
        known = {str(person.pk): person.pk for person in people}
        if chosen in known:
            request.session["practitioner"] = known[chosen]
            return redirect("/")
    elif len(people) == 1 and request.standing.actor:
        return redirect("/")
    wrong = request.method == "POST"
    return draw(
        request, "public/who.html", people=people, wrong=wrong, status=400 if wrong else 200
    )


@account_page
def own(request: OwnRequest) -> HttpResponse:
    """The account's own page."""
    now, account = clock.now(), request.user
    assert account.is_authenticated  # noqa: S101 - the mark has asked
    return draw(
        request,
        "public/account.html",
        address=account.email,
        has_password=account.has_usable_password(),
        people=agencies.people_of(request.account, now),
        places=queries.places_of(request.account, request.session.session_key, now),
    )


@account_page
@require_POST
def end_place(request: OwnRequest) -> HttpResponse:
    """Sign out in one other place. Raises Http404 for a place that is not one's own."""
    if not changes.end_session(request.account, request.POST.get("place", "")):
        raise Http404
    messages.success(request, "You are signed out there.")
    return redirect("account")


@account_page
@require_POST
def end_other_places(request: OwnRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    changes.end_sessions(request.account, but=request.session.session_key)
    messages.success(request, "You are signed out everywhere else.")
    return redirect("account")
