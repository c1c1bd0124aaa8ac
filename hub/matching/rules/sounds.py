"""What a name sounds like, coarsely: for spellings that are heard, not read.

English sound codes go wrong on names from elsewhere (in them Xiao begins like Zow and Nguyen like
Nagoo). This one keeps a name's consonants in a few wide classes, so that Mohammed, Muhammad and
Mehmet, Chowdhury and Choudhry, Szymon and Simon come out alike.
"""

import re
from functools import lru_cache
from typing import Final

_TOGETHER: Final = [
    (re.compile(pattern), becomes)
    for pattern, becomes in (
        (r"^(kn|gn|pn)", "n"),
        (r"^wr", "r"),
        (r"^ps", "s"),
        (r"^(x|z)", "s"),
        (r"^(mc|mac)(?=[a-z]{3})", "mk"),
        (r"(?<=[aeiou])ugh(?=t|$)|(?<=[aeiou])gh(?=t|$)", ""),
        (r"tsch|tch|cz|tj|tsh", "c"),
        (r"shch|sch|sh|sz|zh|rz|ssi(?=o)|ti(?=on)", "s"),
        (r"ch", "c"),
        (r"ph", "f"),
        (r"x", "ks"),
        (r"ck|q", "k"),
        (r"(?<=m)p(?=[st])", ""),
        (r"dt$", "t"),
        (r"g(?=[eiy])(?<!gg)(?<!ng)", "j"),
        (r"dg|dj|dzh", "j"),
        (r"th|dh|bh|kh|gh|jh|lh|rh", lambda found: found.group()[0]),
        (r"c(?=[eiy])(?<!^c)", "s"),
        (r"^c(?=[eiy])", "s"),
        (r"ng(?=[^aeiou]|$)", "n"),
        (r"ow(?=[^aeiouy]|$)|aw(?=[^aeiouy]|$)|ew(?=[^aeiouy]|$)|ou|au", "o"),
    )
]  # fmt: skip
_ONE: Final = str.maketrans({"w": "v", "f": "v", "z": "s", "g": "k", "j": "c"})
_HARD_C: Final = re.compile(r"c(?=[aou]|[bdfgklmnpqrstvwxz]|$)")
_VOWELS: Final = re.compile(r"[aeiouyh]")
_TWICE: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=300_000)
def sound(word: str) -> str:
    """A word's consonants by class, with `a` for any vowel it begins with; the word when none.

    Takes a plain word (`letters.plain`).
    """
    heard = _HARD_C.sub("k", word.replace("ch", "\0").replace("cz", "\1"))
    heard = heard.replace("\0", "ch").replace("\1", "cz")
    for pattern, becomes in _TOGETHER:
        heard = pattern.sub(becomes, heard)
    heard = heard.translate(_ONE)
    first = heard[:1]
    if first in ("h", "y"):
        # Said softly or not at all: Hussain and Ussain; but Yusuf and Jusuf begin alike.
        first, heard = ("c" if first == "y" else "a"), "-" + heard[1:]
    elif first in "aeiou":
        first = "a"
    rest = _VOWELS.sub("", heard[1:])
    return _TWICE.sub(r"\1", first + rest).replace("-", "") or word
