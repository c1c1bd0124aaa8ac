"""What a family's yes can be for: the list, one more, the end of one, and their order (2.74)."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from hub.access.pages import AskedRequest, role_page
from hub.consent.words import changes, queries
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.web.staff.context import draw
from hub.web.staff.sharing.agreements import WORDS
from hub.web.staff.words import forms

READERS = WORDS


@role_page(*READERS)
def purposes(request: AskedRequest) -> HttpResponse:
    """What a yes can be for now, in order, and what it could be for before."""
    held = queries.purposes_for(request.actor, now=clock.now())
    rows = [(row, forms.Place(version=row.version)) for row in held.in_force]
    return draw(request, "staff/words/purposes.html", rows=rows, past=held.past)


@role_page("administrator")
def new(request: AskedRequest) -> HttpResponse:
    """One more."""
    form = forms.NewPurpose(request.POST or None)
    if form.saves(partial(changes.add_purpose, request.actor, now=clock.now())):
        messages.success(request, "It was added. Families can choose it from now on.")
        return redirect("purposes")
    return draw(request, "staff/words/purpose_new.html", form=form)


@role_page("administrator")
def end(request: AskedRequest, purpose: int) -> HttpResponse:
    """Take one off the list."""
    row = queries.purpose_for(request.actor, purpose, now=clock.now())
    form = forms.End(request.POST or None, version=row.version)
    if form.saves(partial(changes.end_purpose, request.actor, purpose, now=clock.now())):
        messages.success(request, "It was taken off the list. Yeses already given keep it.")
        return redirect("purposes")
    return draw(request, "staff/words/purpose_end.html", form=form, purpose=row)


@role_page("administrator")
def place(request: AskedRequest, purpose: int) -> HttpResponse:
    """One place up or down; what cannot be is said on the list."""
    form = forms.Place(request.POST or None)
    if form.is_valid():
        said = {"up": form.cleaned_data["up"], "version": form.version or 0}
        try:
            changes.move_purpose(request.actor, purpose, **said)
            messages.success(request, "The order was changed.")
        except (Conflict, NotAllowed) as refusal:
            messages.warning(request, forms.reason(refusal))
    return redirect("purposes")
