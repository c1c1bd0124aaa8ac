"""Court orders: recorded by whoever leads, put right, and their end (S9)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from hub.access.pages import family_page
from hub.consent.orders import changes, queries
from hub.kernel import clock
from hub.kernel.files import FamilyFile, Level
from hub.web.staff.context import draw
from hub.web.staff.responsibility import shown
from hub.web.staff.responsibility.order_form import OrderEnds, OrderForm
from hub.web.staff.responsibility.saving import answer

ORDER = "staff/responsibility/order.html"
END = "staff/responsibility/order_end.html"
RECORDED = "Recorded. What it does counts from now on."
ENDED = "It is recorded that the order ended. Where they are stays as private as it was."


@family_page("responsibility", needs=Level.RECORD)
def new(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """A court order: first its kind, then what it does."""
    asked = request.POST.get("kind") or request.GET.get("kind")
    kinds = queries.kinds()
    kind = next((one for one in kinds if one.code == asked), None)
    if kind is None:
        back = reverse("responsibility", args=[file.reference])
        template = "staff/responsibility/kinds.html"
        return draw(request, template, file=file, kinds=kinds, back=back)
    form = _form(request, file, {"kind": kind.code, "effects": kind.proposes, "other": "nobody"})
    page: dict[str, Any] = {"kind": kind, "title": "Record a court order", "saved": RECORDED}
    return answer(request, file, form, _recorded(file, form), template=ORDER, **page)


@family_page("responsibility", needs=Level.RECORD)
def order(request: HttpRequest, file: FamilyFile, order: int) -> HttpResponse:
    """What is recorded of an order, to put right."""
    row = queries.order_in(file, order)
    form = _form(request, file, shown.order_initial(file, row), version=row.version)
    save = lambda said: changes.edit_order(  # noqa: E731 - what a valid form does
        file,
        order,
        form.told(),
        telling_is_safe=said["telling"] is True,
        version=form.version or 0,
        now=clock.now(),
    )
    title = "Change what is recorded of a court order"
    return answer(request, file, form, save, template=ORDER, kind=row.kind, row=row, title=title)


@family_page("responsibility", needs=Level.RECORD)
def end(request: HttpRequest, file: FamilyFile, order: int) -> HttpResponse:
    """Say what ends with an order and what does not, then end it."""
    row = queries.order_in(file, order)
    form = OrderEnds(request.POST or None, version=row.version)
    save = lambda said: changes.end_order(  # noqa: E731 - what a valid form does
        file, order, version=form.version or 0, **said, now=clock.now()
    )
    page: dict[str, Any] = {"kind": row.kind, "does": shown.what_it_does(file, row), "saved": ENDED}
    return answer(request, file, form, save, template=END, row=row, **page)


def _form(
    request: HttpRequest, file: FamilyFile, initial: dict[str, Any], version: int | None = None
) -> OrderForm:
    people = shown.holders(file)
    return OrderForm(
        request.POST or None,
        initial=initial,
        version=version,
        children=shown.children(file),
        people=people,
        adults=people,
    )


def _recorded(file: FamilyFile, form: OrderForm) -> Any:
    return lambda said: changes.record_order(
        file, form.told(), telling_is_safe=said["telling"] is True, now=clock.now()
    )
