"""Questions that birthdays bring: what is due, and what was said (S6)."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import family_page
from hub.consent.birthdays import changes, queries
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.web.staff.agreement import forms
from hub.web.staff.context import draw


@family_page("agreement", needs=Level.RECORD)
def birthdays(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """What is to be asked and when, and every answer."""
    asked = queries.birthdays_in(file, today=clock.today())
    page: dict[str, Any] = {"file": file, "asked": asked, "answers": queries.answers_in(file)}
    back = reverse("agreement", args=[file.reference])
    return draw(request, "staff/agreement/birthdays.html", **page, said=queries.SAID, back=back)


@family_page("agreement", needs=Level.RECORD)
def birthday(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """One young person's question, and their answer; without a question, the list."""
    asked = queries.birthday_of(file, person, today=clock.today())
    form = forms.BirthdaySaid(request.POST or None)
    if asked is None:
        return _answered_before(request, file)
    if form.is_valid() and _saved(file, asked, form):
        messages.success(request, f"What {asked.name} said is written down.")
        changing = form.cleaned_data["said"] == "changes"
        return redirect("agreement" if changing else "birthdays", reference=file.reference)
    page: dict[str, Any] = {"file": file, "asked": asked, "form": form}
    back = reverse("birthdays", args=[file.reference])
    return draw(request, "staff/agreement/birthday.html", **page, back=back)


def _answered_before(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """The list, with the answers there are; who sent another is told that it was not kept."""
    if request.method == "POST":
        messages.warning(request, "This was answered already, so nothing was saved. Read it here.")
    return redirect("birthdays", reference=file.reference)


def _saved(file: FamilyFile, asked: queries.Birthday, form: forms.BirthdaySaid) -> bool:
    said = form.cleaned_data
    try:
        changes.answer_birthday(file, person=asked.person, age=asked.age, **said, now=clock.now())
    except NotAllowed as refusal:
        form.refuse(str(refusal), "again_on" if said["said"] == "not_yet" else None)
        return False
    return True
