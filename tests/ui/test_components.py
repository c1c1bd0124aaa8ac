"""Every component has examples, and every example draws, validly, with nothing inline."""

from typing import Any

import pytest
from django.test import Client

from hub.ui import gallery
from tests.ui.html import walk

SECTIONS = [(name, example) for name in gallery.names() for example in gallery.examples(name)]


def test_every_component_has_examples() -> None:
    assert [name for name in gallery.names() if not gallery.examples(name)] == []
    assert len(gallery.names()) >= 14


@pytest.mark.parametrize(("component", "example"), SECTIONS)
def test_an_example_draws_validly_and_escapes_what_it_is_given(
    component: str, example: str
) -> None:
    arguments = gallery.examples(component)[example]

    elements = walk(gallery.drawn(component, arguments))

    assert not [e for e in elements if "style" in e.attrib or e.tag in ("style", "script")]
    assert not [name for e in elements for name in e.attrib if name.startswith("on")]


def test_names_and_words_are_escaped_wherever_they_are_shown() -> None:
    evil = "<script>alert(1)</script>"
    given: list[tuple[str, dict[str, Any]]] = [
        ("person_name", {"name": evil, "known_as": evil}),
        ("signpost", {"lead": evil, "agency": evil, "telephone": evil, "role": evil}),
        ("goal_card", {"words": evil, "number": 1, "whose": evil}),
        ("empty_state", {"text": evil}),
        ("reference", {"reference": evil}),
        ("help_numbers", {"numbers": [(evil, evil)]}),
        ("confirm", {"title": evil, "reference": evil}),
        ("section_list", {"sections": [(evil, "#x")]}),
    ]

    drawn = [gallery.drawn(name, arguments) for name, arguments in given]

    assert [html for html in drawn if "<script" in html] == []


def test_the_gallery_is_one_valid_page_with_every_example(client: Client) -> None:
    response = client.get("/components/")

    elements = walk(response.content.decode())
    ids = [e.get("id") for e in elements if e.get("id")]
    assert response.status_code == 200
    assert sorted(ids) == sorted(set(ids))
    labels = {e.text for e in elements if e.get("class") == "hub-card__label"}
    assert {example for _, example in SECTIONS} <= labels


def test_the_gallery_is_not_there_outside_demonstration_mode(client: Client, settings: Any) -> None:
    settings.DEMONSTRATION = False

    assert client.get("/components/").status_code == 404
