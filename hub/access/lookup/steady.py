"""Answers to look-ups leave on the strokes of a clock: how long one took tells nothing (S19).

The work is alike for what is hidden and what is not there, but never the same to the microsecond:
there is one family more to weigh, and a row more to write. Whoever asks often enough could average
that out of an answer that leaves when it is ready, and cannot where it waits for the next stroke.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def steady(view: View) -> View:
    """Let the answer to a post leave a whole number of steps after the question arrived
    (HUB_LOOKUP_STEP_MS). Stands above the page's mark: nothing is locked while it waits."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        began: float = getattr(request, "arrived", time.monotonic())
        try:
            return view(request, *args, **kwargs)
        finally:
            time.sleep(until_the_stroke(time.monotonic() - began, settings.HUB_LOOKUP_STEP_MS))

    return page


def until_the_stroke(took: float, step_ms: int) -> float:
    """How many seconds are left until a whole number of steps; none where there are no steps."""
    if step_ms <= 0:
        return 0.0
    step = step_ms / 1000
    return step - took % step
