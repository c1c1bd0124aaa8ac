"""Every template is drawn by something, and pages stay out of what components do."""

import re
from pathlib import Path

from tests.architecture import source

FOLDERS = ("hub/web/staff/templates", "hub/web/public/templates", "hub/ui")


def templates() -> dict[str, Path]:
    """Every page's template by the name it is drawn by."""
    return {
        path.relative_to(source.ROOT / folder).as_posix(): path
        for folder in FOLDERS
        for path in source.kept()
        if path.suffix == ".html" and path.is_relative_to(source.ROOT / folder)
    }


def texts() -> dict[Path, str]:
    """Where a template's name may stand: the hub's code and its templates."""
    return {
        path: source.text_of(path)
        for path in source.kept()
        if source.name_of(path).startswith("hub/") and path.suffix in (".py", ".html")
    }


def test_every_template_is_used() -> None:
    """Components are drawn by the gallery, so that they have examples is tested there."""
    everything = texts()
    unused = [
        name
        for name, path in templates().items()
        if not name.startswith("components/")
        and not any(f'"{name}"' in text for where, text in everything.items() if where != path)
    ]

    assert unused == []


def test_every_template_that_is_named_exists() -> None:
    known = templates()
    named = re.compile(
        r"""(?:extends|import|from|include|draw\(request,)\s+["']([a-z_/]+\.html)["']"""
    )

    missing = [
        f"{source.name_of(path)}: {name}"
        for path, text in texts().items()
        for name in named.findall(text)
        if name not in known and not name.startswith("govuk_frontend_jinja/")
    ]

    assert missing == []


def test_nothing_is_marked_safe_or_inline_in_a_template() -> None:
    """Markup from Python comes as Markup; style and script stand in files (the policy's header)."""
    forbidden = re.compile(r"\|\s*safe\b|<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=")

    wrong = [
        f"{name}: {found.group()}"
        for name, path in templates().items()
        if (found := forbidden.search(source.text_of(path)))
    ]

    assert wrong == []


def test_every_form_that_changes_something_carries_the_token_against_forgery() -> None:
    form = re.compile(r"<form\b[^>]*method=\"post\"[^>]*>(.*?)</form>", re.DOTALL)

    bare = [
        name
        for name, path in templates().items()
        for inside in form.findall(source.text_of(path))
        if "csrf_input" not in inside and ".draw" not in inside and "hidden" not in inside
    ]

    assert bare == []
