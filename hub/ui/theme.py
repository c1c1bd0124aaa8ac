"""A council's own name, colour and logo, without changing a file of ours.

Settings: HUB_NAME, HUB_AREA, HUB_COLOUR (like #14505c), HUB_LOGO (a path to an .svg or .png file).
"""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse

KINDS = {".svg": "image/svg+xml", ".png": "image/png"}
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3: the header's white text on the colour


def hub_name() -> str:
    """What the service is called."""
    return str(getattr(settings, "HUB_NAME", "") or "Family Hub")


def hub_area() -> str:
    """The council or area it serves; may be empty."""
    return str(getattr(settings, "HUB_AREA", "") or "")


def stylesheet_href() -> str:
    """The address of the council's stylesheet, or nothing when the colour is ours."""
    colour = _colour()
    return f"{reverse('theme')}?v={_mark(colour.encode())}" if colour else ""


def logo_href() -> str:
    """The address of the logo in the header: the council's, else our own."""
    logo = _logo()
    return f"{reverse('logo')}?v={_mark(logo[0])}" if logo else static("ui/logo.svg")


def stylesheet(request: HttpRequest) -> HttpResponse:
    """The council's colour as a stylesheet: a page of its own, because the CSP allows no inline."""
    css = f":root{{--govuk-brand-colour:{_colour()}}}" if _colour() else ""
    return _kept(HttpResponse(css, content_type="text/css"))


def logo(request: HttpRequest) -> HttpResponse:
    """The council's logo. Raises Http404 when it has none."""
    found = _logo()
    if found is None:
        raise Http404
    response = HttpResponse(found[0], content_type=found[1])
    # An SVG is a document: opened on its own it may run nothing.
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    response["X-Content-Type-Options"] = "nosniff"
    return _kept(response)


def check_colour(colour: str) -> str:
    """The colour, if white text on it can be read. Raises ImproperlyConfigured with a sentence."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ImproperlyConfigured(f"HUB_COLOUR must look like #14505c, not {colour!r}.")
    contrast = 1.05 / (_luminance(colour) + 0.05)
    if contrast < LEAST_CONTRAST:
        raise ImproperlyConfigured(
            f"HUB_COLOUR {colour} is too light: white text on it has a contrast of {contrast:.1f}, "
            f"and {LEAST_CONTRAST} is the least."
        )
    return colour.lower()


def _colour() -> str:
    colour = str(getattr(settings, "HUB_COLOUR", "") or "")
    return check_colour(colour) if colour else ""


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _logo() -> tuple[bytes, str] | None:
    path = str(getattr(settings, "HUB_LOGO", "") or "")
    return _read(Path(path)) if path else None


@cache
def _read(path: Path) -> tuple[bytes, str]:
    kind = KINDS.get(path.suffix.lower())
    if kind is None or not path.is_file():
        raise ImproperlyConfigured(f"HUB_LOGO must be an .svg or .png file that exists: {path}")
    return path.read_bytes(), kind


def _mark(content: bytes) -> str:
    return sha256(content).hexdigest()[:8]


def _kept(response: HttpResponse) -> HttpResponse:
    # Nothing personal, and the address changes with the content.
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
