"""The Jinja environment pages are drawn in: strict with our templates, lenient with GOV.UK's.

The GOV.UK macros ask for options nobody gave on every line, so they live in an environment of
their own; our templates import them by name and never notice.
"""

from functools import cache
from typing import Any

from django.templatetags.static import static
from jinja2 import (
    BaseLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
)
from markupsafe import Markup

from hub.ui import shapes, words
from hub.ui.addresses import address
from hub.ui.speaking import say

GOVUK = "govuk_frontend_jinja"


class PageEnvironment(Environment):
    """An environment that hands GOV.UK's macros over to the lenient one."""

    def _load_template(self, name: str, globals: Any) -> Template:  # noqa: A002 - Jinja's own name
        if name.startswith(f"{GOVUK}/"):
            return govuk_environment().get_template(name)
        return super()._load_template(name, globals)


@cache
def govuk_environment() -> Environment:
    """The environment GOV.UK's macros run in: missing options are simply missing."""
    return Environment(
        loader=PrefixLoader({GOVUK: PackageLoader(GOVUK)}),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def environment(**options: Any) -> Environment:
    """The environment of our pages. Takes what Django's Jinja2 engine passes (a loader above all).

    A name a template uses and nobody gave is an error, as is an unknown filter.
    """
    loader: BaseLoader | None = options.pop("loader", None)
    options.pop("undefined", None)
    options["autoescape"] = True
    made = PageEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **options,
    )
    made.globals.update(static=static, url=address, govuk=govuk, say=say)
    made.filters.update(
        age=words.age,
        day=words.day,
        day_short=words.day_short,
        moment=words.moment,
        plural=words.plural,
        isolate=words.isolate,
    )
    return made


def govuk(component: str, params: dict[str, Any]) -> Markup:
    """One GOV.UK component drawn: `govuk("button", {"text": "Save"})`.

    The options are those of the Design System's own macros. Raises TemplateNotFound for a
    component there is not.
    """
    return shapes.draw(component, params, _macro)


@cache
def _macro(component: str) -> Any:
    template = govuk_environment().get_template(f"{GOVUK}/components/{component}/macro.html")
    name = "govuk" + "".join(word.capitalize() for word in component.split("-"))
    return getattr(template.module, name)
