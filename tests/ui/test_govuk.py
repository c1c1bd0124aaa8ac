"""The macros draw what GOV.UK Frontend itself says they should: its own published fixtures."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from hub.ui.environment import _macro, govuk
from tests.ui.html import outline

KEPT = Path(__file__).parent / "fixtures/govuk-frontend-6.3.0/fixtures.json.gz"
FIXTURES: dict[str, list[dict[str, Any]]] = json.loads(gzip.decompress(KEPT.read_bytes()))


def test_the_fixtures_are_all_there() -> None:
    assert sum(len(fixtures) for fixtures in FIXTURES.values()) == 657


@pytest.mark.parametrize("component", FIXTURES)
def test_a_component_is_drawn_as_published(component: str) -> None:
    different = [
        fixture["name"]
        for fixture in FIXTURES[component]
        if outline(govuk(component, fixture["options"])) != outline(fixture["html"])
    ]

    assert different == []


@pytest.mark.parametrize("component", FIXTURES)
def test_filling_a_shape_gives_what_the_macro_gives(component: str) -> None:
    different = [
        fixture["name"]
        for fixture in FIXTURES[component]
        for _ in range(2)  # the second time the shape is there already
        if outline(govuk(component, fixture["options"]))
        != outline(_macro(component)(fixture["options"]))
    ]

    assert different == []
