"""What a family asked and was advised; and which other borough helps families that live there."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import AskedRequest, family_page, role_page
from hub.families import elsewhere
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.ui import forms
from hub.web.staff.context import draw

FIELDS = ("name", "service", "phone", "email", "website")


class Advice(forms.Form):
    """A line of the advice log."""

    asked = forms.TextArea(
        label="What did they ask?", required="Enter what they asked", longest=2000, rows=3
    )
    advised = forms.TextArea(
        label="What did you advise?", required="Enter what you advised", longest=2000, rows=3
    )


class Borough(forms.Form):
    """Another borough, and how its service is reached."""

    name = forms.Text(label="Name of the borough", required="Enter its name", longest=120)
    service = forms.Text(
        label="What is its service for families called?",
        hint="For example, Brent Family Information Service.",
        required="Enter what its service is called",
        longest=160,
    )
    phone = forms.Telephone(label="Telephone")
    email = forms.Email(label="Email")
    website = forms.Text(label="Website", longest=200)
    codes = forms.TextArea(
        label="First halves of its postcodes",
        hint="Only those that lie in it whole, like NW10. One that lies in two authorities stays "
        "out, so that nobody is sent away by mistake.",
        required="Enter at least one first half of a postcode",
        rows=3,
    )


@family_page("family", needs=Level.SUMMARY)
def advice(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """What was asked and advised, and one more line."""
    form = Advice(request.POST or None)
    if form.is_valid():
        try:
            elsewhere.give_advice(file, **form.cleaned_data, now=clock.now())
            messages.success(request, "What you advised is written down.")
            return redirect("advice", reference=file.reference)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    page: dict[str, Any] = {"rows": elsewhere.advice_in(file), "form": form}
    page["borough"] = elsewhere.home_borough(file)
    back = reverse("family", args=[file.reference])
    return draw(request, "staff/families/advice.html", file=file, **page, back=back)


@role_page("administrator")
def boroughs(request: AskedRequest) -> HttpResponse:
    """Every other borough, and one to add."""
    form = Borough(request.POST or None)
    if _saved(request, form, None):
        return redirect("boroughs")
    rows = [(one, elsewhere.codes_of(one)) for one in elsewhere.boroughs()]
    back = (reverse("agencies"), "Agencies")
    return draw(request, "staff/families/boroughs.html", form=form, rows=rows, back=back)


@role_page("administrator")
def borough(request: AskedRequest, borough: int) -> HttpResponse:
    """One of them, to correct."""
    row = elsewhere.borough(borough)
    stands = {name: getattr(row, name) for name in FIELDS}
    stands["codes"] = " ".join(elsewhere.codes_of(row))
    form = Borough(request.POST or None, initial=stands, version=row.version)
    if _saved(request, form, borough):
        return redirect("boroughs")
    page: dict[str, Any] = {"form": form, "row": row, "back": (reverse("boroughs"), "Boroughs")}
    return draw(request, "staff/families/borough.html", **page)


def _saved(request: AskedRequest, form: Borough, pk: int | None) -> bool:
    """Whether it was right and is kept; else the form says why not."""
    if not form.is_valid():
        return False
    said = {name: value or "" for name, value in form.cleaned_data.items()}
    try:
        elsewhere.save_borough(request.actor, pk, version=form.version or 0, **said)
    except NotAllowed as refusal:
        form.refuse(str(refusal))
        return False
    except Conflict as told:
        form.version = told.version
        form.refuse("Somebody else changed this meanwhile. Read it again, then save yours.")
        return False
    messages.success(request, "Saved.")
    return True
