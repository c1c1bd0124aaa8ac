"""Every component, drawn from its examples: a page for developers, in demonstration mode only."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template import engines
from markupsafe import Markup

from hub.ui import components, gallery_forms
from hub.ui.draw import draw
from hub.ui.environment import govuk
from hub.ui.gallery_govuk import GOVUK_EXAMPLES


class Section(NamedTuple):
    """One example of one component."""

    component: str
    example: str
    html: Markup


def names() -> list[str]:
    """Our own components, by the name of their folder and macro."""
    return sorted(found.name for found in iter_modules(components.__path__) if found.ispkg)


def examples(component: str) -> dict[str, dict[str, Any]]:
    """A component's examples: a name to the macro's arguments."""
    found: dict[str, dict[str, Any]] = import_module(
        f"hub.ui.components.{component}.examples"
    ).EXAMPLES
    return found


def drawn(component: str, arguments: dict[str, Any]) -> Markup:
    """A component of ours with these arguments."""
    engine: Any = engines["jinja2"]
    module = engine.env.get_template(f"components/{component}/macro.html").module
    return Markup(getattr(module, component)(**arguments))  # noqa: S704 - the macro has escaped


def sections() -> list[Section]:
    """Every example of every component: ours, the fields, then GOV.UK's that we use."""
    return [*_own(), *_fields(), *_govuk()]


def gallery(request: HttpRequest) -> HttpResponse:
    """The page. Raises Http404 outside demonstration mode."""
    if not getattr(settings, "DEMONSTRATION", False):
        raise Http404
    return draw(request, "layouts/gallery.html", sections=sections())


def _own() -> Iterator[Section]:
    for component in names():
        for example, arguments in examples(component).items():
            yield Section(component, example, drawn(component, arguments))


def _fields() -> Iterator[Section]:
    for example, form in gallery_forms.EXAMPLES.items():
        part = form()
        yield Section("fields", example, part.error_summary() + part.draw_fields())


def _govuk() -> Iterator[Section]:
    for component, given in GOVUK_EXAMPLES.items():
        for example, options in given.items():
            yield Section(f"govuk {component}", example, govuk(component, options))
