"""A name as words that can be compared: titles dropped, particles joined, nicknames known."""

import re
from functools import cache, lru_cache
from typing import Final

from hub.matching.rules import lists
from hub.matching.rules.letters import plain
from hub.matching.rules.sounds import sound

TITLES: Final = lists.words("titles")
ARTICLES: Final = lists.words("articles")
PARTICLES: Final = lists.words("particles")
# Written in one word with what follows they are dropped as well: MacDonald, Donald.
_STARTS: Final = ("mac", "mc", "vander", "van")
_LONG: Final = 4
_ELIDED: Final = re.compile(
    "\\b[odl]['`\u00b4\u2018\u2019](\\w{3,})", re.IGNORECASE
)  # O'Mahony, D'Souza


@lru_cache(maxsize=300_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a name in order: titles and articles dropped, particles joined to what follows.

    A name of nothing but titles, articles and particles keeps them.
    """
    typed = plain(text).split()
    found: list[str] = []
    held = ""
    kept = [word for word in typed if word not in TITLES]
    for word in kept:
        if word in PARTICLES:
            held += word
        elif word not in ARTICLES or len(kept) == 1:
            found.append(held + word)
            held = ""
    if held:
        found.append(held)
    return tuple(found or typed)


@lru_cache(maxsize=300_000)
def spellings(text: str) -> tuple[str, ...]:
    """Every word a name may be typed as: its words, all of them as one, and without particles."""
    found = list(words(text))
    if len(found) > 1:
        found.append("".join(found))
    bare = [word for word in plain(text).split() if word not in PARTICLES | ARTICLES | TITLES]
    found += [plain(word) for word in _ELIDED.findall(text)] + bare
    for word in bare:
        start = next((start for start in _STARTS if word.startswith(start)), "")
        if start and len(word) - len(start) > _LONG:
            found.append(word[len(start) :])
    return tuple(dict.fromkeys(filter(None, found)))


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for names in lists.lines("nicknames"):
        for name in names:
            found.setdefault(name, []).append(names[0])
    return {name: tuple(dict.fromkeys(firsts)) for name, firsts in found.items()}


@lru_cache(maxsize=100_000)
def classes(word: str) -> tuple[str, ...]:
    """The names that a given name may stand for: `bob` for robert; itself when it is in no list."""
    return _classes().get(word, (word,))


@lru_cache(maxsize=100_000)
def heard(word: str) -> tuple[str, ...]:
    """What a given name, and each name that it may stand for, sounds like."""
    return tuple(dict.fromkeys(sound(name) for name in (*classes(word), word)))
