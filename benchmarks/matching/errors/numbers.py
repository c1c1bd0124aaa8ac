"""Slips in days, postcodes and telephone numbers."""

from datetime import date
from random import Random
from string import digits


def day_and_month(rng: Random, dob: str) -> str:
    """The day taken for the month; unchanged where that is no day."""
    if len(dob) != 10 or int(dob[8:]) > 12:
        return dob
    return f"{dob[:4]}-{dob[8:]}-{dob[5:7]}"


def one_digit(rng: Random, dob: str) -> str:
    """One digit of day or month wrong, or two swapped; still a day."""
    for _ in range(20):
        at = rng.choice((5, 6, 8, 9))
        other = dob[:at] + str(int(rng.random() * 10)) + dob[at + 1 :]
        if rng.random() < 0.25 and len(dob) == 10:
            other = dob[:8] + dob[9] + dob[8]
        if other != dob and _is_day(other):
            return other
    return dob


def another_year(rng: Random, dob: str) -> str:
    """The year one or two out, or ten."""
    if len(dob) < 4:
        return dob
    year = int(dob[:4]) + rng.choice((-1, -1, 1, 1, -2, 2, -10, 10))
    other = f"{year}{dob[4:]}"
    return other if year <= 2026 and _is_day(other) else dob


def estimated(rng: Random, dob: str) -> str:
    """The first of January of the year, as one writes who knows no more."""
    return f"{dob[:4]}-01-01" if len(dob) == 10 and not dob.endswith("01-01") else dob


def postcode(rng: Random, code: str) -> str:
    """One character of the part behind wrong, or two swapped, or that part missing."""
    if len(code) < 6:
        return code
    pick = rng.random()
    if pick < 0.2:
        return code.split(" ")[0]
    if pick < 0.4:
        return code[:-2] + code[-1] + code[-2]
    at = rng.choice((-1, -2, -3))
    letters = "ABDEFGHJLNPQRSTUWXYZ" if at > -3 else digits
    end = code[at + 1 :] if at < -1 else ""
    return code[:at] + rng.choice(letters) + end


def telephone(rng: Random, number: str) -> str:
    """One digit wrong."""
    ats = [n for n, digit in enumerate(number) if digit.isdigit() and n > 3]
    if not ats:
        return number
    at = rng.choice(ats)
    return number[:at] + str((int(number[at]) + 1 + int(rng.random() * 9)) % 10) + number[at + 1 :]


def _is_day(text: str) -> bool:
    if len(text) == 4:
        return True
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
