"""NHS numbers and unique pupil numbers: how they are written and whether one can be right."""

import re
from typing import Final

from hub.kernel.decisions import YES, Decision, no

NHS_LENGTH: Final = 10
UPN_LENGTH: Final = 13
# A pupil number's check letters, by what the sum of its digits leaves over 23.
CHECK_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"
# Why a child has no pupil number yet; a code in its place, as schools send it.
NO_UPN: Final = {
    "UN1": "Under school age",
    "UN2": "At school, and none was given yet",
    "UN3": "Over school age",
    "UN4": "At school outside England",
    "UN5": "Not known, or taught elsewhere",
    "UN6": "Came to England alone a short while ago",
    "UN7": "Help has only just begun",
}
_BETWEEN: Final = re.compile(r"[\s\u2010-\u2015\u2212\-]+")


def tidy_identifier(typed: str) -> str:
    """A number without the spaces and hyphens people write in it, in upper case."""
    return _BETWEEN.sub("", typed).upper()


def is_nhs_number(typed: str) -> Decision:
    """Whether this can be an NHS number: ten digits of which the last fits the others.

    One digit ten times is nobody's, though nought ten times would add up."""
    digits = tidy_identifier(typed)
    if not re.fullmatch("[0-9]*", digits):
        return no("An NHS number has digits only. Check it against the letter or card.")
    if len(digits) != NHS_LENGTH:
        return no(f"An NHS number has 10 digits. This one has {len(digits)}.")
    if len(set(digits)) == 1 or _nhs_check(digits) != int(digits[-1]):
        return no("This is not an NHS number: its digits do not fit together. Check each of them.")
    return YES


def shown_nhs_number(number: str) -> str:
    """An NHS number as people read it aloud: three, three and four digits."""
    return f"{number[:3]} {number[3:6]} {number[6:]}".strip()


def is_upn(typed: str) -> Decision:
    """Whether this can be a unique pupil number, for good or for the time being, or a code that
    says why there is none."""
    code = tidy_identifier(typed)
    if code in NO_UPN:
        return YES
    if len(code) != UPN_LENGTH:
        return no(f"A pupil number has 13 letters and digits. This one has {len(code)}.")
    if not re.fullmatch("[A-Z][0-9]{11}[0-9A-Z]", code):
        return no(
            "A pupil number is a letter and 12 digits. Only the last may be a letter again, while "
            "it is for the time being."
        )
    if set(code[:1] + code[-1:]) & set("IOS") or _upn_check(code) != code[0]:
        return no("This is not a pupil number: its letter does not fit the digits. Check each.")
    return YES


def is_temporary_upn(code: str) -> bool:
    """Whether a pupil number is for the time being: it ends in a letter."""
    return len(code) == UPN_LENGTH and code[-1].isalpha()


def _nhs_check(digits: str) -> int:
    """The last digit that fits the first nine; 10 where none does."""
    left = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - left % 11) % 11


def _upn_check(code: str) -> str:
    """The first letter that fits the other twelve. A last letter counts as its own place."""
    values = [CHECK_LETTERS.index(c) if c.isalpha() else int(c) for c in code[1:]]
    return CHECK_LETTERS[sum(v * place for place, v in enumerate(values, start=2)) % 23]
