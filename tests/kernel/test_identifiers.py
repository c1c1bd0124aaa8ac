"""NHS numbers and pupil numbers: what is one, how a slip is told, how it is written."""

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hub.kernel.identifiers import (
    CHECK_LETTERS,
    NO_UPN,
    is_nhs_number,
    is_temporary_upn,
    is_upn,
    shown_nhs_number,
    tidy_identifier,
)

DIGITS = string.digits
NINE = st.text(DIGITS, min_size=9, max_size=9)


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("9990000093", ""),
        ("999 000 0093", ""),
        ("999-000-0107", ""),
        (" 999\u00a0000\u20110018 ", ""),
        ("9990000026", ""),
        ("9990000050", ""),
        ("0" * 10, "This is not an NHS number"),
        ("9999999999", "This is not an NHS number"),
        ("9990000094", "This is not an NHS number"),
        ("999000009", "An NHS number has 10 digits. This one has 9"),
        ("99900000933", "An NHS number has 10 digits. This one has 11"),
        ("", "An NHS number has 10 digits. This one has 0"),
        ("999000009X", "An NHS number has digits only"),
        ("٩٩٩٠٠٠٠٠١٨", "An NHS number has digits only"),
    ],
)
def test_an_nhs_number_is_ten_digits_that_fit_together(typed: str, begins: str) -> None:
    decision = is_nhs_number(typed)

    assert bool(decision) is not bool(begins)
    assert decision.reason.startswith(begins)


@given(NINE)
def test_of_the_ten_last_digits_at_most_one_fits(nine: str) -> None:
    fits = [last for last in DIGITS if is_nhs_number(nine + last)]

    assert len(fits) <= 1


@given(NINE, st.integers(0, 9), st.integers(1, 9))
def test_one_digit_wrong_is_always_noticed(nine: str, place: int, more: int) -> None:
    right = next((nine + last for last in DIGITS if is_nhs_number(nine + last)), None)
    assume(right is not None)
    assert right is not None
    wrong = str((int(right[place]) + more) % 10)

    assert not is_nhs_number(right[:place] + wrong + right[place + 1 :])


@given(NINE, st.integers(0, 8))
def test_two_neighbours_changed_round_are_noticed(nine: str, place: int) -> None:
    right = next((nine + last for last in DIGITS if is_nhs_number(nine + last)), None)
    assume(right is not None)
    assert right is not None
    assume(right[place] != right[place + 1])
    turned = right[:place] + right[place + 1] + right[place] + right[place + 2 :]

    assert not is_nhs_number(turned)


@given(NINE.filter(lambda nine: len(set(nine)) > 1))
def test_a_number_is_shown_in_three_parts_and_read_back_as_it_was(nine: str) -> None:
    shown = shown_nhs_number(f"{nine}7")

    assert [len(part) for part in shown.split()] == [3, 3, 4]
    assert tidy_identifier(shown) == f"{nine}7"


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("B801200005001", ""),
        ("h801200001001", ""),
        ("B 801-2000 05001", ""),
        ("UN1", ""),
        ("un7", ""),
        ("A801200005001", "This is not a pupil number"),
        ("I801200005001", "This is not a pupil number"),
        ("B80120000500", "A pupil number has 13 letters and digits. This one has 12"),
        ("UN8", "A pupil number has 13"),
        ("B80120000500O", "This is not a pupil number"),
        ("BB01200005001", "A pupil number is a letter and 12 digits"),
        ("8801200005001", "A pupil number is a letter and 12 digits"),
    ],
)
def test_a_pupil_number_is_a_letter_that_fits_its_digits(typed: str, begins: str) -> None:
    decision = is_upn(typed)

    assert bool(decision) is not bool(begins)
    assert decision.reason.startswith(begins)


@given(st.text(DIGITS, min_size=11, max_size=11), st.sampled_from(CHECK_LETTERS))
def test_a_number_for_the_time_being_ends_in_a_letter_and_has_one_first_letter(
    digits: str, last: str
) -> None:
    fits = [f"{first}{digits}{last}" for first in CHECK_LETTERS if is_upn(first + digits + last)]

    assert len(fits) == 1
    assert is_temporary_upn(fits[0])
    assert not any(is_temporary_upn(code) for code in (*NO_UPN, "B801200005001"))
