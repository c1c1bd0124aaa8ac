"""Words of staff, and what families are told instead: one table, used wherever it is needed."""

import re
from pathlib import Path

import pytest

import hub
from hub.ui.environment import environment
from hub.ui.speaking import TO_FAMILIES, say, to_family
from tests.inside.staff_words import STAFF

HUB = Path(hub.__file__).parent
SAID = re.compile(r"\bsay\(\s*\"([^\"]+)\"")
REASON = "Lead professional. The family agreed to their agency."


def test_staff_are_told_in_their_own_words_and_families_in_theirs() -> None:
    assert say("Closed") == "Closed"
    with to_family(inside=False):
        assert say(REASON) == REASON
    with to_family(inside=True):
        assert say("Closed") == "Finished"
        assert say(REASON) == "Your main worker. The family agreed to their agency."
        assert say("Ring the hub.") == "Ring the hub."
        with to_family(inside=False):
            assert say("Closed") == "Closed"
    assert say("Closed") == "Closed"


def test_a_template_says_it_anew_each_time_it_is_drawn() -> None:
    template = environment().from_string('{{ say("Closed") }}')
    with to_family(inside=True):
        assert template.render() == "Finished"
    assert template.render() == "Closed"


@pytest.mark.parametrize("words", TO_FAMILIES)
def test_each_line_is_needed_and_puts_it_right(words: str) -> None:
    assert STAFF.search(words) or "without agreement" in words
    assert not STAFF.search(TO_FAMILIES[words])


def test_what_pages_say_has_a_line_and_no_line_is_left_over() -> None:
    texts = [
        path.read_text()
        for path in (*HUB.rglob("*.html"), *HUB.rglob("*.py"))
        if path.name != "speaking.py"
    ]
    spoken = [text for text in texts if "{{" in text or "hub.ui.speaking" in text]
    said = {words for text in spoken for words in SAID.findall(text)}

    assert said <= set(TO_FAMILIES)
    assert all(any(words in text for text in texts) for words in TO_FAMILIES)
