"""The words families agree to, language by language: read, looked at as a family, published."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from hub.access.pages import AskedRequest, role_page
from hub.consent.words import changes, queries
from hub.kernel import clock
from hub.web.staff.context import draw
from hub.web.staff.words import forms
from hub.web.staff.words.purposes import READERS


@role_page(*READERS)
def wordings(request: AskedRequest) -> HttpResponse:
    """Every language: the words families are asked with, who checked them, and what is missing."""
    languages = queries.languages_for(request.actor)
    held = [one for one in languages if one.versions or not one.translated]
    missing = [one for one in languages if one not in held]
    return draw(request, "staff/words/wordings.html", held=held, missing=missing)


@role_page(*READERS)
def wording(request: AskedRequest, language: str) -> HttpResponse:
    """One language: every version of its words, newest first."""
    held = queries.language_for(request.actor, language)
    return draw(request, "staff/words/wording.html", held=held)


@role_page("administrator")
def new(request: AskedRequest, language: str) -> HttpResponse:
    """Write the next version, look at it as a family reads it, and publish it from there."""
    held = queries.language_for(request.actor, language)
    form = forms.wording(request.POST or None, held)
    step = request.POST.get("step", "")
    change = partial(changes.publish, request.actor, language, now=clock.now())
    if step == "publish" and form.saves(change):
        messages.success(request, "The words were published. Families are asked with them now.")
        return redirect("wording", language=language)
    looking = step == "look" and form.is_valid()
    return draw(request, "staff/words/wording_new.html", held=held, form=form, looking=looking)
