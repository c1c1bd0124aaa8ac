"""What becomes of typed text."""
# ruff: noqa: RUF001 - names in other scripts

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.ui.forms import text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Amina \t Yusuf\u00a0 ", "Amina Yusuf"),
        ("Zoe\u0308", "Zoë"),
        ("أمينة يوسف", "أمينة يوسف"),
        ("\u202eniM\u202c Lee", "niM Lee"),
        ("\u2066Lee\u2069\u200b", "Lee"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("ශ්\u200dරී", "ශ්\u200dරී"),
        ("e\u200b\u0301", "é"),
        ("\u200dLee\u200c ", "Lee"),
        ("O’Brien-Ní Dhomhnaill", "O’Brien-Ní Dhomhnaill"),
    ],
)
def test_a_line_is_kept_as_it_reads(typed: str, kept: str) -> None:
    assert text.one_line(typed) == kept


def test_lines_are_kept_and_their_ends_made_alike() -> None:
    assert text.many_lines("\r\nOne  \r\n\r\n  Two\rThree\n\n") == "One\n\n  Two\nThree"


@pytest.mark.parametrize("mark", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
def test_no_mark_that_turns_the_writing_is_kept(mark: str) -> None:
    assert text.one_line(f"a{mark}b") == "ab"
    assert text.many_lines(f"a{mark}b") == "ab"


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x1b", "\x7f", "\x9f", "\ud800", "\ufffe"])
def test_control_characters_are_seen_and_taken_out(character: str) -> None:
    assert text.has_control(f"a{character}b")
    assert text.without_control(f"a{character}b") == "ab"


@given(st.text(st.characters()))
def test_tidying_twice_changes_nothing_more(typed: str) -> None:
    once = text.one_line(typed)

    assert text.one_line(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert text.many_lines(text.many_lines(typed)) == text.many_lines(typed)
