"""What counts as a signature and as a paper, and when a yes is to be signed."""

from datetime import date
from typing import Any

import pytest

from hub.kernel.files import Level
from hub.papers import contents, rules, strokes
from tests.papers import files

LINE = [[[0, 0, 0], [100, 50, 90]]]
SIGNING: dict[str, Any] = {
    "strokes": LINE,
    "typed": "",
    "read_how": "self",
    "read_whose": "",
    "read_by": "",
    "language": "English",
    "met": "phone",
    "device": "ours",
    "witness": "",
}
ASKED: dict[str, Any] = {"level": Level.SUMMARY, "yeses": 1, "close": {"dee okafor"}}


@pytest.mark.requirement("2.88", "2.68", "S16")
@pytest.mark.parametrize(
    ("changed", "begins"),
    [
        ({}, ""),
        ({"strokes": None, "typed": "Ama Okafor"}, ""),
        ({"strokes": None}, "Sign in the box"),
        ({"strokes": []}, "Sign in the box"),
        ({"yeses": 0}, "Choose what they sign"),
        ({"level": Level.SIGNPOST}, "Only people who work"),
        ({"read_how": ""}, "Say how they came to know"),
        ({"read_how": "aloud"}, "Say who read"),
        ({"read_how": "aloud", "read_whose": "me"}, ""),
        ({"read_how": "interpreted", "read_whose": "interpreter"}, "Enter the name"),
        ({"read_how": "interpreted", "read_whose": "interpreter", "read_by": "Zoe Lund"}, ""),
        ({"read_how": "interpreted", "read_whose": "partner"}, "A partner or a child"),
        ({"read_how": "aloud", "read_whose": "child", "read_by": "Bo"}, "A partner or a child"),
        ({"read_how": "aloud", "read_whose": "friend", "read_by": "Dee OKAFOR"}, "A partner or"),
        ({"read_how": "self", "read_whose": "child"}, ""),
    ],
)
def test_who_signs_knows_what_it_says_and_from_whom(changed: dict[str, Any], begins: str) -> None:
    asked = {name: changed.get(name, value) for name, value in ASKED.items()}
    how = {name: changed.get(name, value) for name, value in SIGNING.items()}
    decision = rules.may_sign(how=rules.HowSigned(**how), **asked)

    assert bool(decision) == (begins == "")
    assert decision.reason.startswith(begins)


@pytest.mark.requirement("4.2")
@pytest.mark.parametrize(
    ("changed", "begins"),
    [
        ({}, ""),
        ({"said_on": date(2026, 11, 2)}, ""),
        ({"said_on": date(2026, 11, 1)}, "Enter a day"),
        ({"said_on": date(2026, 11, 23)}, "Enter a day"),
        ({"yeses": 0}, "Choose what still stands"),
        ({"level": Level.SIGNPOST}, "Only people who work"),
    ],
)
def test_a_yes_stands_on_a_day_since_it_was_given(changed: dict[str, Any], begins: str) -> None:
    asked: dict[str, Any] = {
        "level": Level.SUMMARY,
        "yeses": 2,
        "said_on": date(2026, 11, 22),
        "given_on": date(2026, 11, 2),
        "today": date(2026, 11, 22),
    }
    decision = rules.may_stand(**asked | changed)

    assert bool(decision) == (begins == "")
    assert decision.reason.startswith(begins)


@pytest.mark.parametrize(
    ("changed", "begins"),
    [
        ({}, ""),
        ({"kind": "other", "about": "A letter", "yeses": 0}, ""),
        ({"kind": "other", "about": " ", "yeses": 0}, "Enter what this paper is"),
        ({"yeses": 0}, "Choose what the sheet shows"),
        ({"level": Level.SIGNPOST}, "Only people who work"),
    ],
)
def test_a_sheet_is_of_a_yes_and_another_paper_says_what_it_is(
    changed: dict[str, Any], begins: str
) -> None:
    asked: dict[str, Any] = {"level": Level.SUMMARY, "kind": "agreement", "about": "", "yeses": 1}
    decision = rules.may_put(**asked | changed)

    assert bool(decision) == (begins == "")
    assert decision.reason.startswith(begins)


@pytest.mark.parametrize(
    ("size", "known", "begins"),
    [
        (90, True, ""),
        (0, False, "The file is empty"),
        (2_000_000, True, ""),
        (2_000_001, True, "The file is larger than 2 MB"),
        (90, False, "This is not a PDF, JPEG, PNG or HEIC"),
    ],
)
def test_which_files_are_kept(size: int, known: bool, begins: str) -> None:
    decision = rules.is_kept(size=size, most_mb=2, known=known)

    assert bool(decision) == (begins == "")
    assert decision.reason.startswith(begins)


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (files.PDF, "pdf"),
        (files.JPEG, "jpg"),
        (files.PNG, "png"),
        (files.HEIC, "heic"),
        (files.HTML, ""),
        (b"", ""),
        (b"MZ\x90\x00", ""),
        (b"%PDF-1.4 broken off", ""),
        (b"<html>%PDF-1.4 %%EOF", ""),
        (files.PNG[:20], ""),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ""),
    ],
)
def test_a_file_is_what_its_bytes_say(data: bytes, ending: str) -> None:
    media = contents.media_of(data)

    assert (media.ending if media else "") == ending


@pytest.mark.requirement("S3")
@pytest.mark.parametrize(
    ("data", "tells"),
    [
        (files.jpeg_with(files.tiff(0x8825)), True),
        (files.jpeg_with(files.tiff(0x8825, ">")), True),
        (files.jpeg_with(files.tiff(0x010F)), False),
        (files.jpeg_with(b"II*\x00\xff\xff\xff\xff"), False),
        (files.jpeg_with(b""), False),
        (files.PDF + b"<exif:GPSLatitude>53,1N</exif:GPSLatitude>", True),
        (files.JPEG, False),
    ],
)
def test_a_picture_that_says_where_it_was_taken_is_known(data: bytes, tells: bool) -> None:
    assert contents.says_where_it_was_taken(data) is tells


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("[[[0,0,0],[100,50,90]]]", True),
        ("[[[0,0,0],[100,50,90]],[[5,5,200]]]", True),
        ("", False),
        ("[]", False),
        ("[[[5,5,0]]]", False),
        ("[[[0,0,0],[100,50]]]", False),
        ("[[[0,0,0],[601,50,9]]]", False),
        ("[[[0,0,0],[100.5,50,9]]]", False),
        ("[[[0,0,0],[true,50,9]]]", False),
        ('[[["a",0,0],[100,50,9]]]', False),
        ('{"a":1}', False),
        ("[" * 5000, False),
        ("[" + ",".join(["[[0,0,0],[99,99,9]]"] * 201) + "]", False),
    ],
)
def test_a_signature_is_lines_of_points_and_no_slip(text: str, drawn: bool) -> None:
    assert (strokes.read(text) is not None) is drawn


def test_a_signature_is_drawn_again_as_it_was() -> None:
    assert strokes.path([[[1, 2, 0], [30, 40, 9]], [[5, 6, 20]]]) == "M1 2L30 40 M5 6L5 6"


@pytest.mark.requirement("4.2")
def test_a_signature_is_due_so_many_working_days_after_the_yes() -> None:
    assert rules.due_on(date(2026, 12, 23), days=2) == date(2026, 12, 29)


@pytest.mark.requirement("4.2")
@pytest.mark.parametrize("days", [1, 3, 20])
@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2026, 12, 29), date(2027, 1, 4)])
def test_what_is_overdue_is_told_by_the_day_it_was_given(today: date, days: int) -> None:
    last = rules.last_day_overdue(today, days=days)

    assert rules.due_on(last, days=days) < today
    assert rules.due_on(date.fromordinal(last.toordinal() + 1), days=days) >= today
