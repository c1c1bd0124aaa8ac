"""Sign on screen, say that it stands, print a sheet to sign, and look at a signature again."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import family_page
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.papers import changes, rules
from hub.ui.forms import Form
from hub.web.staff.context import draw
from hub.web.staff.papers import forms, shown


@family_page("agreement", needs=Level.SUMMARY)
def signing(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """Exactly what is signed, how it came to them, and their signature (2.88, S16)."""
    of = shown.signing(file, person)
    form = forms.Sign(request.POST or None, yeses=_open(of), ticked=of.open)
    if form.is_valid() and saved(form, "typed", changes.sign, file, form.change(person)):
        messages.success(request, f"{of.name} has signed. It cannot be changed any more.")
        return redirect("agreement", reference=file.reference)
    return _draw(request, "staff/papers/signing.html", file=file, of=of, form=form)


@family_page("agreement", needs=Level.SUMMARY)
def standing(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """Somebody says that what they agreed to still stands (4.2)."""
    of = shown.signing(file, person)
    form = forms.Stands(request.POST or None, yeses=_open(of), ticked=of.open)
    if form.is_valid() and saved(
        form, "said_on", changes.stands, file, {**form.cleaned_data, "signer": person}
    ):
        messages.success(request, "It is written down that it still stands.")
        return redirect("agreement", reference=file.reference)
    return _draw(request, "staff/papers/standing.html", file=file, of=of, form=form)


@family_page("agreement", needs=Level.SUMMARY)
def sheet(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """One sheet of paper with one person's yeses, to be signed by hand."""
    of = shown.signing(file, person)
    return _draw(request, "staff/papers/sheet.html", file=file, of=of, at=clock.now(), unnamed=True)


@family_page("agreement", needs=Level.SUMMARY)
def signature(request: HttpRequest, file: FamilyFile, signature: int) -> HttpResponse:
    """A signature as it was given, with what was signed."""
    return _draw(
        request, "staff/papers/signature.html", file=file, signed=shown.signed(file, signature)
    )


def saved(
    form: Form, field: str, change: Callable[..., Any], file: FamilyFile, said: Mapping[str, Any]
) -> bool:
    """Whether it was written down; what was refused is said in the form."""
    try:
        change(file, **said, now=clock.now())
    except NotAllowed as refusal:
        of_reading = {rules.HOW: "read_how", rules.WHO: "read_whose", rules.NAME: "read_by",
                      rules.NEVER: "read_whose"}  # fmt: skip
        form.refuse(str(refusal), of_reading.get(str(refusal), field))
        return False
    return True


def _open(of: shown.Signing) -> list[tuple[int, str]]:
    return [(pk, words) for pk, words in of.yeses if pk in of.open]


def _draw(request: HttpRequest, page: str, *, file: FamilyFile, **context: Any) -> HttpResponse:
    back = reverse("agreement", args=[file.reference])
    return draw(request, page, file=file, back=back, **context)
