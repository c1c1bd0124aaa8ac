"""The record of processing, as a page and as a file."""

import csv
from io import StringIO
from typing import Final

from django.http import HttpResponse

from hub.access import processing
from hub.access.pages import AskedRequest, role_page
from hub.kernel import clock
from hub.web.staff.context import draw
from hub.web.staff.oversight.officer import OFFICER

COLUMNS: Final = {
    "Table": "table",
    "What it is": "what",
    "Personal facts": "kinds",
    "Purposes": "purposes",
    "Lawful bases": "bases",
    "Level": "level",
    "Recipients": "recipients",
    "Expires": "expires",
    "Erased": "erased",
}


@role_page(OFFICER)
def record(request: AskedRequest) -> HttpResponse:
    """Every table there is, drawn from its labels."""
    return draw(request, "staff/oversight/processing.html", rows=processing.record())


@role_page(OFFICER)
def as_file(request: AskedRequest) -> HttpResponse:
    """The same as a file that a spreadsheet opens."""
    processing.taken(request.actor)
    written = StringIO()
    lines = csv.writer(written)
    lines.writerow(COLUMNS)
    lines.writerows(
        [getattr(row, field) for field in COLUMNS.values()] for row in processing.record()
    )
    answer = HttpResponse("\ufeff" + written.getvalue(), content_type="text/csv; charset=utf-8")
    name = f"processing-{clock.today():%Y-%m-%d}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
