"""A carer who agrees, capacity and understanding decision by decision, and what comes back."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from hub.access.pages import family_page
from hub.consent import changes as consent
from hub.consent.deciding import changes, queries
from hub.consent.looking import changes as looking
from hub.consent.looking.queries import look_in
from hub.kernel import clock
from hub.kernel.files import FamilyFile, Level
from hub.web.staff.responsibility import forms, shown
from hub.web.staff.responsibility.capacity_form import CapacityForm
from hub.web.staff.responsibility.saving import answer


@family_page("responsibility", needs=Level.RECORD)
def carer(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """A carer who agrees, since nobody with parental responsibility is reached (S10)."""
    form = forms.Carer(request.POST or None, people=shown.adults(file))
    return answer(
        request,
        file,
        form,
        lambda said: changes.agree_as_carer(file, **said, now=clock.now()),
        template="staff/responsibility/carer.html",
        title="A carer agrees",
    )


@family_page("responsibility", needs=Level.RECORD)
def carer_end(request: HttpRequest, file: FamilyFile, carer: int) -> HttpResponse:
    """Somebody with parental responsibility is reached again."""
    row = queries.carer_in(file, carer)
    form = forms.Button(request.POST or None)
    return answer(
        request,
        file,
        form,
        lambda said: changes.end_carer(file, carer, now=clock.now()),
        template="staff/responsibility/carer_end.html",
        name=row.person.full_name,
    )


@family_page("responsibility", needs=Level.RECORD)
def capacity(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Whether somebody from 16 can take one decision (3.13)."""
    form = CapacityForm(request.POST or None, people=shown.from_16(file))
    return answer(
        request,
        file,
        form,
        lambda said: changes.judge_capacity(
            file, person=said["person"], told=form.told(), now=clock.now()
        ),
        template="staff/responsibility/capacity.html",
    )


@family_page("responsibility", needs=Level.RECORD)
def judgement(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Whether a young person of 12 to 15 understands one decision (2.84-2.87)."""
    people = shown.judged(file)
    form = forms.Judged(request.POST or None, people=people)
    save = lambda said: consent.judge(file, **said, now=clock.now())  # noqa: E731 - as it says
    return answer(
        request, file, form, save, template="staff/responsibility/judgement.html", people=people
    )


@family_page("responsibility", needs=Level.RECORD)
def look(request: HttpRequest, file: FamilyFile, look: int) -> HttpResponse:
    """One thing to look at again, and what was found."""
    asked = look_in(file, look, today=clock.today())
    form = forms.Looked(request.POST or None)

    def save(said: dict[str, Any]) -> None:
        again_on = said["again_on"] if said["more"] else None
        looking.have_looked(file, look, found=said["found"], again_on=again_on, now=clock.now())

    return answer(request, file, form, save, template="staff/responsibility/look.html", asked=asked)
