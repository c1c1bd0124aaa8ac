"""What is kept private in a family, from whom; keep something private; let it be seen again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access import keeping
from hub.access.pages import family_page
from hub.consent import changes as consent
from hub.consent.orders import queries as orders
from hub.families import queries as families
from hub.intake.sought import queries as advice
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.papers import queries as papers
from hub.plans import queries as plans
from hub.web.staff.context import draw
from hub.web.staff.privacy import forms, shown

NOBODY_THERE = "Nobody who works here has this email address. Check it, or choose their agency."
PRIVATE = "It is kept private from now on."


@family_page("private", needs=Level.RECORD)
def private(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """All that is kept private, from whom, and how to let it be seen again."""
    back = reverse("family", args=[file.reference])
    held = shown.held(file)
    return draw(request, "staff/privacy/private.html", file=file, held=held, back=back)


@family_page("private", needs=Level.SUMMARY)
def mine(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """What one wrote down as private oneself, to let it be seen again when they say so."""
    back = reverse("family", args=[file.reference])
    held = shown.held(file, by=file.actor.name)
    return draw(request, "staff/privacy/mine.html", file=file, held=held, back=back)


@family_page("private", needs=Level.SUMMARY)
def end(request: HttpRequest, file: FamilyFile, restriction: int) -> HttpResponse:
    """Say who sees what again, then let it be seen."""
    line = shown.held_one(file, restriction)
    form = (forms.SeenAgainAsAsked if line.asked_by else forms.SeenAgain)(request.POST or None)
    if form.is_valid():
        said = bool(form.cleaned_data.get("they_say_so"))
        try:
            consent.let_go(file, restriction, they_say_so=said, now=clock.now())
            messages.success(request, "It can be seen again.")
            return redirect(_list(file), reference=file.reference)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    back = reverse(_list(file), args=[file.reference])
    return draw(request, "staff/privacy/end.html", file=file, form=form, line=line, back=back)


@family_page("private", needs=Level.SUMMARY)
def places(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Where they are, as one mark over every fact that tells it (S3)."""
    return _keep(request, file, shown.places(file))


@family_page("private", needs=Level.SUMMARY)
def person(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """Somebody in the family."""
    return _keep(request, file, shown.member(file, families.member(file, person)))


@family_page("private", needs=Level.SUMMARY)
def address(request: HttpRequest, file: FamilyFile, address: int) -> HttpResponse:
    """One address."""
    return _keep(request, file, shown.address(file, families.address(file, address)))


@family_page("private", needs=Level.SUMMARY)
def contact(request: HttpRequest, file: FamilyFile, contact: int) -> HttpResponse:
    """One telephone number or email."""
    return _keep(request, file, shown.contact(file, families.contact(file, contact)))


@family_page("private", needs=Level.PLAN)
def goal(request: HttpRequest, file: FamilyFile, goal: int) -> HttpResponse:
    """One goal, with its actions."""
    return _keep(request, file, shown.goal(file, plans.goal_in(file, goal)))


@family_page("private", needs=Level.PLAN)
def action(request: HttpRequest, file: FamilyFile, action: int) -> HttpResponse:
    """One action."""
    return _keep(request, file, shown.action(file, plans.action_in(file, action)))


@family_page("private", needs=Level.SUMMARY)
def other(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """What has no page of its own to be kept private from: each, to choose."""
    found, back = shown.others(file), reverse(_list(file), args=[file.reference])
    return draw(request, "staff/privacy/other.html", file=file, found=found, back=back)


@family_page("private", needs=Level.SUMMARY)
def relationship(request: HttpRequest, file: FamilyFile, relationship: int) -> HttpResponse:
    """Who somebody is to another."""
    return _keep(request, file, shown.other(file, "relationship", relationship))


@family_page("private", needs=Level.SUMMARY)
def responsibility(request: HttpRequest, file: FamilyFile, responsibility: int) -> HttpResponse:
    """Who holds parental responsibility for whom."""
    return _keep(request, file, shown.other(file, "responsibility", responsibility))


@family_page("private", needs=Level.SUMMARY)
def agreement(request: HttpRequest, file: FamilyFile, agreement: int) -> HttpResponse:
    """One thing the family agreed to."""
    return _keep(request, file, shown.other(file, "agreement", agreement))


@family_page("private", needs=Level.SUMMARY)
def involvement(request: HttpRequest, file: FamilyFile, involvement: int) -> HttpResponse:
    """That somebody works with the family."""
    return _keep(request, file, shown.other(file, "involvement", involvement))


def _list(file: FamilyFile) -> str:
    return "private" if file.sees(Level.RECORD) else "private_mine"


@family_page("private", needs=Level.RECORD)
def order(request: HttpRequest, file: FamilyFile, order: int) -> HttpResponse:
    """One court order, with what it does."""
    return _keep(request, file, shown.order(file, orders.order_in(file, order)))


@family_page("private", needs=Level.SUMMARY)
def paper(request: HttpRequest, file: FamilyFile, paper: int) -> HttpResponse:
    """One paper, and with it that something was signed on it."""
    return _keep(request, file, shown.paper(file, papers.paper(file, paper)))


@family_page("private", needs=Level.SUMMARY)
def sought(request: HttpRequest, file: FamilyFile, sought: int) -> HttpResponse:
    """One time that advice was asked for about the family."""
    return _keep(request, file, shown.sought(file, advice.sought_one(file, sought)))


def _keep(request: HttpRequest, file: FamilyFile, item: shown.Item) -> HttpResponse:
    form = forms.Keep(request.POST or None, whom=shown.whom(file), people=shown.people(file))
    if form.is_valid() and _kept(file, item, form):
        messages.success(request, PRIVATE)
        return redirect(_list(file), reference=file.reference)
    return draw(request, "staff/privacy/keep.html", file=file, form=form, item=item, back=item.back)


def _kept(file: FamilyFile, item: shown.Item, form: forms.Keep) -> bool:
    """Whether it was kept private; what was refused is said in the form."""
    said = form.cleaned_data
    kind, whom = shown.chosen(said["whom"], said["email"] or "")
    if not whom:
        form.add_error("email", NOBODY_THERE)
        return False
    try:
        keeping.keep_private(
            file,
            item_kind=item.kind,
            item=item.id,
            kept_from=kind,
            kept_from_id=whom,
            asked_by=form.asked_by(),
            understands=said["understands"],
            now=clock.now(),
        )
    except NotAllowed as refusal:
        form.refuse(str(refusal))
        return False
    return True
