"""One's own account: who one is now, where one is signed in, one's password."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from hub.accounts import changes, queries
from hub.agencies import queries as agencies
from hub.kernel import clock
from hub.ui.draw import draw
from hub.web.public.marks import account_page


@account_page
def who(request: HttpRequest) -> HttpResponse:
    """Which of the people of this account it is now, when there are several."""
    now = clock.now()
    people = agencies.people_of(request.user.pk, now)
    if request.method == "POST":
        chosen = request.POST.get("practitioner", "")
        known = {str(person.pk): person.pk for person in people}
        if chosen in known:
            request.session["practitioner"] = known[chosen]
            return redirect("/")
    elif len(people) == 1 and request.standing.actor:  # type: ignore[attr-defined]
        return redirect("/")
    wrong = request.method == "POST"
    return draw(
        request, "public/who.html", people=people, wrong=wrong, status=400 if wrong else 200
    )


@account_page
def own(request: HttpRequest) -> HttpResponse:
    """The account's own page."""
    now = clock.now()
    return draw(
        request,
        "public/account.html",
        address=request.user.email,  # type: ignore[union-attr]
        has_password=request.user.has_usable_password(),
        people=agencies.people_of(request.user.pk, now),
        places=queries.places_of(request.user.pk, request.session.session_key, now),
    )


@account_page
@require_POST
def end_place(request: HttpRequest, place: int) -> HttpResponse:
    """Sign out in one other place. Raises Http404 for a place that is not one's own."""
    if not changes.end_session(request.user.pk, place):
        raise Http404
    messages.success(request, "You are signed out there.")
    return redirect("account")


@account_page
@require_POST
def end_other_places(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    changes.end_sessions(request.user.pk, but=request.session.session_key)
    messages.success(request, "You are signed out everywhere else.")
    return redirect("account")
