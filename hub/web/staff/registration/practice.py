"""A practice family: the whole page, the words and what comes of them, with nobody registered.

It is a draft that can never be a family: nothing else reads it, and `register` refuses it.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import AskedRequest, practitioner_page
from hub.intake import changes, queries
from hub.kernel import clock
from hub.web.staff.context import draw
from hub.web.staff.registration import starting
from hub.web.staff.registration.checked import Check, name_of, rows_of
from hub.web.staff.registration.quick import Quick
from hub.web.staff.registration.saving import from_draft


@practitioner_page
def practice(request: AskedRequest) -> HttpResponse:
    """The quick start to practise with; a post keeps it for its writer and shows what would be."""
    answers = starting.quick(request, request.POST or None)
    if request.POST and answers.is_valid(now=clock.now()):
        kept = starting.save(request, answers, None, practice=True)
        if kept is not None:
            return redirect("practice_family", draft=kept)
    families = queries.drafts_of(request.actor, practice=True, now=clock.now())
    page: dict[str, Any] = {"action": reverse("practice"), "back": reverse("quick_start")}
    return starting.page(request, answers, practice=True, families=families, **page)


@practitioner_page
def practice_family(request: AskedRequest, draft: int) -> HttpResponse:
    """What a family's page would show, and each agency; a post deletes it at once."""
    found = queries.draft(request.actor, draft, practice=True, now=clock.now())
    form = Check(request.POST or None)
    if form.is_valid():
        changes.drop_draft(request.actor, draft, practice=True, now=clock.now())
        messages.success(request, "The practice family is deleted.")
        return redirect("practice")
    answers = starting.quick(request, from_draft(found.typed))
    if not answers.is_valid(now=clock.now()):  # an agency has left meanwhile
        return redirect("practice")
    return draw(request, "staff/registration/practice_family.html", form=form, **_would_be(answers))


def _would_be(answers: Quick) -> dict[str, Any]:
    said = answers.registration()
    return {
        "people": [(name_of(person), rows_of(person)) for person in said.people],
        "agencies": [answers.names[agency] for agency in said.agencies],
        "why_now": answers.why.cleaned_data["why"],
        "back": reverse("practice"),
    }
