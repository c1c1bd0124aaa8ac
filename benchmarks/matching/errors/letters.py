"""Slips in a word: of the hand, and of the ear."""

from random import Random
from typing import Final

_NEAR: Final = {
    "a": "sqe", "b": "vn", "c": "xvk", "d": "sf", "e": "wra", "f": "dg", "g": "fh", "h": "gj",
    "i": "uoy", "j": "hk", "k": "jlc", "l": "k", "m": "n", "n": "mb", "o": "ip", "p": "o",
    "q": "wa", "r": "et", "s": "adz", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc",
    "y": "tui", "z": "xs",
}  # fmt: skip
# What sounds the same to somebody who has never seen it written.
_SOUNDS: Final = (
    ("ph", "f"), ("f", "ph"), ("ck", "k"), ("c", "k"), ("k", "c"), ("ee", "ea"), ("ea", "ee"),
    ("ie", "ei"), ("ei", "ie"), ("ey", "y"), ("y", "ie"), ("ow", "ou"), ("ou", "ow"), ("oo", "u"),
    ("tt", "t"), ("ll", "l"), ("nn", "n"), ("ss", "s"), ("rr", "r"), ("pp", "p"), ("bb", "b"),
    ("dd", "d"), ("gg", "g"), ("mm", "m"), ("t", "tt"), ("l", "ll"), ("n", "nn"), ("r", "rr"),
    ("s", "z"), ("z", "s"), ("gh", "g"), ("wh", "w"), ("kn", "n"), ("er", "ar"), ("ar", "er"),
    ("or", "er"), ("ai", "ay"), ("ay", "ai"), ("i", "y"), ("j", "g"), ("q", "k"), ("kh", "k"),
    ("dh", "d"), ("th", "t"), ("sz", "sh"), ("cz", "ch"), ("w", "v"), ("v", "w"), ("sch", "sh"),
    ("ts", "tz"), ("x", "ks"), ("u", "oo"), ("e", "i"), ("a", "e"), ("o", "a"), ("ş", "sh"),
    ("ç", "ch"), ("ğ", ""), ("ı", "i"), ("ö", "o"), ("ü", "u"), ("ł", "w"), ("ó", "u"), ("ś", "sh"),
    ("ń", "n"), ("ć", "ch"), ("ż", "zh"), ("ź", "z"), ("ą", "on"), ("ę", "en"), ("ș", "sh"),
    ("ț", "ts"), ("ă", "a"), ("â", "a"), ("ñ", "ny"), ("é", "e"), ("í", "i"), ("á", "a"),
    ("ã", "an"), ("ð", "d"), ("š", "sh"), ("č", "ch"), ("ž", "zh"), ("ū", "oo"), ("ī", "ee"),
)  # fmt: skip


def typed(rng: Random, word: str) -> str:
    """One letter wrong, doubled or next to the right one; never the whole word."""
    at = _inside(rng, word)
    if at < 0:
        return word
    letter = word[at].casefold()
    pick = rng.random()
    if pick < 0.6 and letter in _NEAR:
        return word[:at] + _like(word[at], rng.choice(_NEAR[letter])) + word[at + 1 :]
    if pick < 0.8:
        return word[:at] + letter + word[at:]
    return word[: at + 1] + rng.choice("aeinrst") + word[at + 1 :]


def swapped(rng: Random, word: str) -> str:
    """Two neighbours the wrong way round."""
    ats = [
        n for n in range(1, len(word) - 1) if word[n : n + 2].isalpha() and word[n] != word[n + 1]
    ]
    if not ats:
        return word
    at = rng.choice(ats)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def shorter(rng: Random, word: str) -> str:
    """A letter missing, of a long word sometimes two."""
    for _ in range(2 if len(word) > 8 and rng.random() < 0.3 else 1):
        at = _inside(rng, word)
        if at < 0 or len(word) < 4:
            return word
        word = word[:at] + word[at + 1 :]
    return word


def heard(rng: Random, word: str) -> str:
    """Written as it sounds: once, or twice in a long word."""
    for _ in range(2 if len(word) > 6 and rng.random() < 0.5 else 1):
        word = _heard_once(rng, word)
    return word


def _heard_once(rng: Random, word: str) -> str:
    low = word.casefold()
    if len(low) != len(word):
        return word
    places = [
        (at, was, now)
        for was, now in _SOUNDS
        for at in range(len(low))
        if low.startswith(was, at) and not low.startswith(now or " ", at)
    ]
    if not places:
        return word
    at, was, now = rng.choice(places)
    changed = word[:at] + now + word[at + len(was) :]
    return changed[:1].upper() + changed[1:]


def _inside(rng: Random, word: str) -> int:
    ats = [n for n, letter in enumerate(word) if letter.isalpha() and (n or len(word) > 4)]
    if not ats:
        return -1
    # The first letter is seldom wrong.
    at = rng.choice(ats)
    return rng.choice(ats) if at == 0 else at


def _like(letter: str, other: str) -> str:
    return other.upper() if letter.isupper() else other
