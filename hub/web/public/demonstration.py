"""Choosing whom to be, in a demonstration. Outside one this page is not there."""

from django.http import Http404, HttpRequest, HttpResponse

from hub.access.pages import public_page
from hub.accounts import demonstration
from hub.agencies import queries as agencies
from hub.kernel import clock
from hub.ui.draw import draw


@public_page
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """The people of the story; a post signs in as one of them. Raises Http404 elsewhere."""
    if not demonstration.is_on():
        raise Http404
    people = agencies.people_at_work(list(demonstration.who()), clock.now())
    if request.method == "POST":
        known = {str(person.pk): person for person in people}
        chosen = known.get(request.POST.get("person", ""))
        if chosen is None:
            raise Http404
        response = demonstration.sign_in(request, chosen.account_id)
        if request.user.is_authenticated:
            request.session["practitioner"] = chosen.pk
        return response
    return draw(request, "public/demonstration.html", people=people, shows=demonstration.who())
