"""Which words are in use, and how a language stands in a page: pure answers."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hub.consent.languages import LANGUAGES, OWN_NAMES, SPOKEN, direction_of
from hub.consent.words import rules

BEGAN = datetime(2026, 1, 5, 9, tzinfo=UTC)


@pytest.mark.requirement("S16")
@pytest.mark.parametrize(
    ("published_at", "newest_english", "used"),
    [(BEGAN, None, True), (BEGAN, BEGAN, True), (BEGAN, BEGAN + timedelta(seconds=1), False)],
)
def test_words_are_in_use_unless_newer_english_words_are(
    published_at: Any, newest_english: Any, used: bool
) -> None:
    assert rules.in_use(published_at, newest_english=newest_english) == used


def test_every_written_language_has_its_own_name_and_direction() -> None:
    assert set(OWN_NAMES) == set(LANGUAGES) - set(SPOKEN)
    assert [direction_of(code) for code in ("ar", "ur", "fa", "ps", "ku", "so")] == [
        "rtl", "rtl", "rtl", "rtl", "auto", "ltr",
    ]  # fmt: skip
