"""The words of messages: text files of the packages that send them, filled with plain values."""

from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from jinja2 import Environment, FileSystemLoader, StrictUndefined

Plain = str | int | bool


@cache
def environment() -> Environment:
    """Templates of all packages; a value that was not given is an error. Text, so no escaping."""
    folders = [Path(app.path) / "mail" for app in apps.get_app_configs()]
    return Environment(
        loader=FileSystemLoader([folder for folder in folders if folder.is_dir()]),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - plain text, never HTML
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def write(template: str, context: dict[str, Plain]) -> tuple[str, str]:
    """Subject and text of a message. Raises jinja2's errors for a template or value not there."""
    words = environment().get_template(f"{template}.txt")
    text = words.render({"hub_name": settings.HUB_NAME, **context})
    subject, _, body = text.partition("\n")
    return " ".join(subject.split()), body.strip() + "\n"
