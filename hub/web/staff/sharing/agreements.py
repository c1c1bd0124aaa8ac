"""Sharing agreements: the list, one of them, and what can be changed about it."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from hub.access import coordination, standing
from hub.access.pages import AskedRequest, role_page
from hub.agencies.sharing import changes, queries
from hub.agencies.sharing.rules import CARRIED_OVER, PURPOSES
from hub.kernel import clock
from hub.web.staff.context import draw
from hub.web.staff.sharing import forms, shown

KEEPERS = ("coordinator", "administrator")
READERS = (*KEEPERS, "leadership_manager", "data_protection_officer")
# Who also reads the words families are asked with.
WORDS = (*KEEPERS, "data_protection_officer")


@role_page(*READERS)
def agreements(request: AskedRequest) -> HttpResponse:
    """Every agreement the reader oversees, and how each agency stands."""
    places = standing.places_for(request.actor, now=clock.now())
    page: dict[str, Any] = {"places": places, "keeps": any(place.keeps for place in places)}
    page["words"] = any(map(request.actor.has_role, WORDS))
    return draw(request, "staff/sharing/agreements.html", **page, hows=shown.HOWS)


@role_page(*KEEPERS)
def new(request: AskedRequest) -> HttpResponse:
    """Write down a sharing agreement."""
    places = coordination.localities_of(request.actor)
    form = forms.NewAgreement(request.POST or None, localities=places)
    if form.saves(partial(changes.add_agreement, request.actor, now=clock.now())):
        messages.success(request, "The agreement was added. Now say which agencies signed it.")
        return redirect("sharing_agreements")
    return draw(request, "staff/sharing/agreement_new.html", form=form)


@role_page(*READERS)
def agreement(request: AskedRequest, sharing: int) -> HttpResponse:
    """One agreement: what for, what, until when, and who is party."""
    held = standing.agreement_for(request.actor, sharing, now=clock.now())
    page: dict[str, Any] = {
        "held": held,
        "purposes": [PURPOSES[code].signed for code in held.agreement.purposes],
        "last_day": shown.last_day(held.agreement.until_at),
        "keeps": shown.keeps(request.actor, held),
        "carried_over": CARRIED_OVER,
    }
    return draw(request, "staff/sharing/agreement.html", **page)


@role_page(*KEEPERS)
def details(request: AskedRequest, sharing: int) -> HttpResponse:
    """Change its words, its last day or its next review."""
    held = standing.agreement_kept(request.actor, sharing, now=clock.now())
    form = forms.Details(
        request.POST or None, initial=shown.details(held), version=held.agreement.version
    )
    change = partial(changes.change_agreement, request.actor, sharing, now=clock.now())
    if form.saves(change, kind="sharingagreement", row=sharing):
        messages.success(request, "The agreement was saved.")
        return redirect("sharing_agreement", sharing=sharing)
    return draw(request, "staff/sharing/agreement_details.html", form=form, held=held)


@role_page(*KEEPERS)
def parties(request: AskedRequest, sharing: int) -> HttpResponse:
    """An agency signed."""
    now = clock.now()
    held = standing.agreement_kept(request.actor, sharing, now=now)
    agencies = queries.agencies_to_add(held, now=now)
    form = forms.NewParty(request.POST or None, agencies=agencies)
    if form.saves(partial(changes.add_party, request.actor, sharing, now=now)):
        messages.success(request, "The agency is party to the agreement.")
        return redirect("sharing_agreement", sharing=sharing)
    page: dict[str, Any] = {"form": form, "held": held}
    page["without"] = [agency for agency, answers in agencies if not answers]
    return draw(request, "staff/sharing/party_new.html", **page)


@role_page(*KEEPERS)
def departure(request: AskedRequest, party: int) -> HttpResponse:
    """An agency leaves the agreement."""
    row = standing.party_kept(request.actor, party)
    form = forms.Confirmation(request.POST or None)
    if form.saves(partial(changes.leave, request.actor, party, now=clock.now())):
        messages.success(request, f"{row.agency.name} has left the agreement.")
        return redirect("sharing_agreement", sharing=row.agreement_id)
    return draw(request, "staff/sharing/party_departure.html", form=form, party=row)


@role_page(*KEEPERS)
def end(request: AskedRequest, sharing: int) -> HttpResponse:
    """End it for all its parties."""
    held = standing.agreement_kept(request.actor, sharing, now=clock.now())
    form = forms.Confirmation(request.POST or None)
    if form.saves(partial(changes.end_agreement, request.actor, sharing, now=clock.now())):
        messages.success(request, "The agreement has ended.")
        return redirect("sharing_agreement", sharing=sharing)
    return draw(request, "staff/sharing/agreement_end.html", form=form, held=held)


@role_page(*KEEPERS)
def renewal(request: AskedRequest, sharing: int) -> HttpResponse:
    """Renew it: families are not asked again, unless it is for more than before."""
    held = standing.agreement_kept(request.actor, sharing, now=clock.now())
    form = forms.Renewal(
        request.POST or None,
        parties=held.parties,
        initial={"purposes": held.agreement.purposes, "document": held.agreement.document},
    )
    if form.saves(partial(changes.renew_agreement, request.actor, sharing, now=clock.now())):
        messages.success(request, "The agreement was renewed.")
        return redirect("sharing_agreements")
    return draw(request, "staff/sharing/agreement_renewal.html", form=form, held=held)
