"""Which situations families are asked about: the authority's list, for its administrator (2.48)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.about import lists
from hub.about import situations as changes
from hub.access.pages import AskedRequest, role_page
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.ui import forms
from hub.web.staff.context import draw


class NewSituation(forms.Form):
    """A situation to ask about."""

    words = forms.Text(
        label="What may be going on?",
        hint="As a family would say it, without blame. For example, “Nobody to help with a baby”.",
        required="Enter what may be going on",
        longest=200,
    )
    headlines = forms.Checkboxes(
        label="What is it counted under?", hint="For reports. The family does not see this."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.choose(self, "headlines", [(one.code, one.words) for one in lists.headlines()])


class Asked(forms.Form):
    """A button: whether a situation is asked about."""

    code = forms.Text(label="Which", longest=40)
    asked = forms.YesNo(label="Is it asked about?")


@role_page("administrator")
def situations(request: AskedRequest) -> HttpResponse:
    """The list, one more to add, and for each whether it is asked about."""
    button = "code" in request.POST
    form = NewSituation(None if button else request.POST or None)
    if _saved(request, Asked(request.POST) if button else form):
        return redirect("situations")
    rows = [(one, _counted(one)) for one in lists.all_situations()]
    page = {"form": form, "rows": rows, "asked": Asked()}
    back = (reverse("agencies"), "Agencies")
    return draw(request, "staff/about/situations.html", **page, back=back)  # type: ignore[arg-type]


def _saved(request: AskedRequest, form: forms.Form) -> bool:
    """Do what was asked for; False where there is nothing to do or the form says why not."""
    if not form.is_valid():
        return False
    said, now = form.cleaned_data, clock.now()
    try:
        if isinstance(form, NewSituation):
            changes.add_situation(request.actor, **said, now=now)
        elif said["asked"]:
            changes.ask_again(request.actor, said["code"])
        else:
            changes.stop_asking(request.actor, said["code"], now=now)
    except NotAllowed as refusal:
        if isinstance(form, NewSituation):
            form.refuse(str(refusal))
            return False
        messages.warning(request, str(refusal))
        return True
    messages.success(request, "Saved.")
    return True


def _counted(row: Any) -> list[str]:
    return [one.words for one in lists.headlines() if one.code in row.headlines]
