"""A requirement mark names a number there is, on a test that runs."""

import pytest

from tools import marks
from tools.register import Trouble, read


def test_every_mark_names_a_number_of_the_register() -> None:
    known = read()

    assert [mark for mark in marks.in_tests() if mark.number not in known] == []


def test_no_mark_stands_on_a_test_that_is_skipped_or_expected_to_fail() -> None:
    assert [mark for mark in marks.in_tests() if mark.idle] == []


def test_marks_are_read_from_tests_classes_and_modules() -> None:
    found = marks.in_source(
        "import pytest\n"
        "pytestmark = [pytest.mark.requirement('2.6')]\n"
        "@pytest.mark.requirement('S7', '2.104')\n"
        "def test_one(): ...\n"
        "@pytest.mark.requirement('S8')\n"
        "class TestThese:\n"
        "    @pytest.mark.skip\n"
        "    def test_two(self): ...\n"
        "    def test_three(self):\n"
        "        pytest.skip('not today')\n"
        "def helper(): ...\n",
        "tests/test_x.py",
    )

    assert [(mark.test, mark.number, mark.idle) for mark in found] == [
        ("test_one", "2.6", ""),
        ("test_one", "S7", ""),
        ("test_one", "2.104", ""),
        ("test_two", "2.6", "skip"),
        ("test_two", "S8", "skip"),
        ("test_three", "2.6", "skip"),
        ("test_three", "S8", "skip"),
    ]


@pytest.mark.parametrize("bad", ["requirement", "requirement()", "requirement(NUMBER)"])
def test_a_mark_without_written_numbers_is_refused(bad: str) -> None:
    with pytest.raises(Trouble):
        marks.in_source(f"@pytest.mark.{bad}\ndef test_one(): ...\n", "tests/test_x.py")
