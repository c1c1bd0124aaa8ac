"""What becomes of typed text before anything else looks at it. Pure; no Django.

Control characters are refused: they are never typed, and hide what a text says. Marks that turn
the direction of writing (U+202A to U+202E, U+2066 to U+2069) and characters of no width are
taken out without a word: people paste them unseen from messages, so a refusal would puzzle them,
and kept they could make one name look like another. Only the joiners that Persian, Urdu and
Sinhala spell with stay, inside words.
"""

import re
import unicodedata
from typing import Final

JOINERS: Final = "\u200c\u200d"
TURNING: Final = "\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c"
NO_WIDTH: Final = (
    "\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
UNSEEN: Final = re.compile(f"[{TURNING}{NO_WIDTH}]")
LOOSE_JOINER: Final = re.compile(rf"(?<!\S)[{JOINERS}]+|[{JOINERS}]+(?!\S)")
# C0 and C1 without tab and new line, halves of pairs, and code points that are no characters.
CONTROL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
    )
    + "]"
)
NEW_LINE: Final = re.compile("\r\n|[\r\n\u2028\u2029]")


def has_control(typed: str) -> bool:
    """Whether a text holds a character that cannot be kept."""
    return CONTROL.search(typed) is not None


def without_control(typed: str) -> str:
    """The text as it may be drawn again in a page."""
    return CONTROL.sub("", typed)


def one_line(typed: str) -> str:
    """A text of one line as it is kept: NFC, single spaces, nothing unseen."""
    return " ".join(_seen(typed).split())


def many_lines(typed: str) -> str:
    """A text of many lines as it is kept: NFC, lines ended alike, no trailing spaces."""
    lines = NEW_LINE.sub("\n", _seen(typed)).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _seen(typed: str) -> str:
    return unicodedata.normalize("NFC", LOOSE_JOINER.sub("", UNSEEN.sub("", typed)))
