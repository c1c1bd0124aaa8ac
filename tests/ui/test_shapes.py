"""A component filled in by its shape is the component the macro draws, whatever its texts say."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from hub.ui import shapes
from hub.ui.environment import _macro, govuk
from tests.ui.html import outline

KEPT = Path(__file__).parent / "fixtures/govuk-frontend-6.3.0/fixtures.json.gz"
FIXTURES: dict[str, list[dict[str, Any]]] = json.loads(gzip.decompress(KEPT.read_bytes()))
HOSTILE = "\"><script>alert('1')</script> &amp; ünï \ue0001<\ue001 سلام {{ 7 * 7 }}"


def hostile(value: Any, option: str = "") -> Any:
    """The same options with every text of anybody's own made hostile."""
    if isinstance(value, dict):
        return {name: hostile(held, name) for name, held in value.items()}
    if isinstance(value, list):
        return [hostile(held, option) for held in value]
    ours = option in shapes.DECIDING or option in ("id", "idPrefix", "html", "caller")
    return f"{value}{HOSTILE}" if isinstance(value, str) and value and not ours else value


@pytest.mark.requirement("S33")
@pytest.mark.parametrize("component", FIXTURES)
def test_a_hostile_text_is_escaped_as_the_macro_escapes_it(component: str) -> None:
    different = [
        fixture["name"]
        for fixture in FIXTURES[component]
        for options in [hostile(fixture["options"])]
        for _ in range(2)  # the second time the shape is there already
        if outline(govuk(component, options)) != outline(_macro(component)(options))
    ]

    assert different == []


@given(st.text(), st.text(), st.booleans())
def test_an_input_says_what_was_typed_and_keeps_none_of_it(
    label: str, typed: str, wrong: bool
) -> None:
    options = {"id": "i", "name": "n", "label": {"text": label}, "value": typed}
    if wrong:
        options["errorMessage"] = {"text": label}

    assert outline(govuk("input", options)) == outline(_macro("input")(options))


def test_what_is_kept_of_a_component_is_its_shape() -> None:
    texts: dict[str, int] = {}

    shape = shapes._shape(
        {"label": {"text": "Amina's date of birth"}, "value": "Okafor", "rows": 3, "year": 2019}
        | {"items": [{"value": 1984, "checked": True}], "html": Markup("<b>Okafor</b>")},
        texts,
    )

    assert "Okafor" not in repr(shape)
    assert "1984" not in repr(shape)
    assert list(texts) == ["Amina's date of birth", "Okafor", "1984", "<b>Okafor</b>"]


def test_an_option_that_is_neither_text_nor_number_is_drawn_by_the_macro() -> None:
    class Words:
        def __str__(self) -> str:
            return "Send <it>"

    assert "Send &lt;it&gt;" in govuk("button", {"text": Words()})
