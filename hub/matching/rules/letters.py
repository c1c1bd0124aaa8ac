"""Letters of any script as plain lower-case Latin ones, as far as a small table goes."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from hub.matching.rules.lists import words

_LETTERS: Final = str.maketrans(
    {letter: plain for letter, _, plain in (pair.partition("=") for pair in words("letters"))}
)
_APART: Final = re.compile(r"[^\w]+|_")
_NO_DIGIT: Final = re.compile(r"\D+")
_SILENT: Final = re.compile("['`.\\u00b4\\u2018\\u2019\\u02bc\\u02bb]")


@lru_cache(maxsize=200_000)
def plain(text: str) -> str:
    """Lower-case words with one space between them: no marks, no apostrophes, no full stops.

    Hyphens and other signs become spaces; a script without a table stays as it is.
    """
    if text.isascii():
        folded = text.lower()
    else:
        # Composed first, so that a table sees a letter with its mark where the mark makes it one.
        folded = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
        folded = "".join(
            letter
            for letter in unicodedata.normalize("NFKD", folded)
            if unicodedata.category(letter) != "Mn"
        ).translate(_LETTERS)
    return _APART.sub(" ", _SILENT.sub("", folded)).strip()


def digits(text: str) -> str:
    """The digits of a text, in any script's writing, as 0 to 9."""
    if text.isascii():
        return _NO_DIGIT.sub("", text)
    return "".join(str(unicodedata.digit(letter)) for letter in text if letter.isdigit())
