"""Keep right who is in a family, where it is and how its members are reached."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import family_page
from hub.consent.orders import apart
from hub.families import changes, queries, rules
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.ui.forms import Form
from hub.web.staff.context import draw
from hub.web.staff.families import forms, shown

# Where each can be kept private.
PRIVATE = {"Person": "private_person", "Address": "private_address", "Contact": "private_contact"}


@family_page("family", needs=Level.SUMMARY)
def new_person(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Somebody to add to the family."""
    form = forms.Person(request.POST or None)
    return _answer(
        request,
        file,
        form,
        title="Add somebody to the family",
        save=lambda said: changes.add_member(file, **said, now=clock.now()),
    )


@family_page("family", needs=Level.SUMMARY)
def person(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """Somebody's names, date and part, to correct."""
    row = queries.member(file, person)
    who = row.person
    names = ("given_names", "family_name", "known_as")
    initial = {name: getattr(who, name) for name in names} | {"part": row.part, "born": who.born}
    form = forms.Person(request.POST or None, initial=initial, version=who.version)
    return _answer(
        request,
        file,
        form,
        title=f"Change who {who.full_name} is",
        row=who,
        save=lambda said: changes.edit_person(
            file, person, version=form.version or 0, **said, now=clock.now()
        ),
    )


@family_page("family", needs=Level.SUMMARY)
def new_address(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """One more place where some of the family live."""
    form = forms.AddAddress(request.POST or None, people=shown.people_of(file))
    return _answer(
        request,
        file,
        form,
        title="Add an address",
        save=lambda said: apart.add_address(file, **said, now=clock.now()),
    )


@family_page("family", needs=Level.SUMMARY)
def address(request: HttpRequest, file: FamilyFile, address: int) -> HttpResponse:
    """An address to correct."""
    row = queries.address(file, address)
    initial = {"lines": row.lines, "postcode": row.postcode, "held_by": row.held_by}
    form = forms.EditAddress(request.POST or None, initial=initial, version=row.version)
    return _answer(
        request,
        file,
        form,
        title="Change where they live",
        row=row,
        save=lambda said: changes.edit_address(
            file, address, version=form.version or 0, **said, now=clock.now()
        ),
    )


@family_page("family", needs=Level.SUMMARY)
def new_contact(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """One more way to reach somebody."""
    form = forms.AddContact(request.POST or None, people=shown.people_of(file))
    return _answer(
        request,
        file,
        form,
        title="Add a telephone number or email",
        save=lambda said: changes.add_contact(
            file, **said, kind=rules.contact_kind(said["value"]), now=clock.now()
        ),
    )


@family_page("family", needs=Level.SUMMARY)
def contact(request: HttpRequest, file: FamilyFile, contact: int) -> HttpResponse:
    """A number or email to correct; it is unused again until its owner was asked."""
    row = queries.contact(file, contact)
    form = forms.EditContact(
        request.POST or None, initial={"value": row.value}, version=row.version
    )
    return _answer(
        request,
        file,
        form,
        title=f"Change how {row.person.full_name} is reached",
        row=row,
        save=lambda said: changes.edit_contact(
            file,
            contact,
            version=form.version or 0,
            kind=rules.contact_kind(said["value"]),
            value=said["value"],
            now=clock.now(),
        ),
    )


@family_page("family", needs=Level.SUMMARY)
def contact_safety(request: HttpRequest, file: FamilyFile, contact: int) -> HttpResponse:
    """Whether a contact is safe, asked of its owner alone, apart from everything else (S15)."""
    row = queries.contact(file, contact)
    form = forms.AskedAlone(request.POST or None, version=row.version)
    return _answer(
        request,
        file,
        form,
        title=f"Ask {row.person.full_name} alone: is {row.value} safe to use?",
        row=row,
        save=lambda said: changes.say_contact_is_safe(
            file, contact, safe=said["safe"], version=form.version or 0, now=clock.now()
        ),
    )


def _answer(
    request: HttpRequest,
    file: FamilyFile,
    form: Form,
    *,
    title: str,
    save: Callable[[dict[str, Any]], Any],
    row: Any = None,
) -> HttpResponse:
    """Save what a valid form says and go to the family; else the form, with both when two wrote."""
    both = None
    if form.is_valid():
        try:
            save(form.cleaned_data)
            messages.success(request, "Saved.")
            return redirect("family", reference=file.reference)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
        except Conflict as told:
            both, form.version = shown.both(row, told), told.version
    page: dict[str, Any] = {"file": file, "form": form, "title": title, "conflict": both}
    name = PRIVATE.get(type(row).__name__)
    page["private"] = reverse(name, args=[file.reference, row.pk]) if name else ""
    person = isinstance(form, forms.Person) and row is not None
    page["loss_href"] = reverse("loss", args=[file.reference, row.pk]) if person else ""
    sealing = person and file.sees(Level.RECORD)
    page["sealing_href"] = reverse("sealing", args=[file.reference, row.pk]) if sealing else ""
    back = reverse("family", args=[file.reference])
    return draw(
        request, "staff/families/detail.html", **page, back=back, status=409 if both else 200
    )
