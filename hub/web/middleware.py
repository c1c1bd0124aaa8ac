"""Headers that every answer carries, errors and files included."""

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
}


class Headers:
    """Sets them, and forbids keeping any page: what was on a screen is not left in a cache.

    Stands first, so it also notes when a request arrived (`request.arrived`, of `time.monotonic`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.arrived = time.monotonic()  # type: ignore[attr-defined]
        response = self.get_response(request)
        # Only what says nothing of anybody asks to be kept: files, colours, the logo.
        kept = "immutable" in response.headers.get("Cache-Control", "")
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not kept:
            response.headers["Cache-Control"] = "no-store"
        return response
