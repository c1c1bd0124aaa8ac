"""Addresses of pages, worked out once for each page and filled in from then on.

Django's `reverse` looks through every pattern at each call; a list of families calls it a hundred
times. What is kept is the page's pattern: no reference and no id of anybody is.
"""

import re
from functools import lru_cache
from typing import Any, Final

from django.conf import settings
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse

# What stands for a text in a pattern, and numbers that no address of ours has.
_TEXT: Final = "zq{}qz"
_NUMBER: Final = 909_090_900_000
_FILLS: Final = re.compile(r"[A-Za-z0-9_-]+")
_HOLE: Final = re.compile(r"zq[0-9]qz|90909090000[0-9]")


def address(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page by its name and the parts of its pattern, in order or by name.

    As Django's `reverse`. Raises NoReverseMatch.
    """
    parts = dict(enumerate(args)) if args else kwargs
    texts = {part: str(value) for part, value in parts.items()}
    if not all(_FILLS.fullmatch(text) for text in texts.values()):
        return reverse(name, args=args or None, kwargs=kwargs or None)
    kinds = tuple((part, isinstance(value, int)) for part, value in parts.items())
    where = (str(get_urlconf() or settings.ROOT_URLCONF), get_script_prefix())
    pieces, order = _pattern(name, kinds, where)
    filled = [piece + texts[part] for piece, part in zip(pieces, order, strict=False)]
    return "".join(filled) + pieces[-1]


def address_or_none(name: str) -> str:
    """The address of a page that needs no parts; empty when the site has no such page."""
    try:
        return address(name)
    except NoReverseMatch:
        return ""


@lru_cache(maxsize=500)
def _pattern(
    name: str, kinds: tuple[tuple[str | int, bool], ...], where: tuple[str, str]
) -> tuple[list[str], list[str | int]]:
    """The pieces of a page's address, and the names or places of the parts between them."""
    holes = {
        part: _NUMBER + place if is_number else _TEXT.format(place)
        for place, (part, is_number) in enumerate(kinds)
    }
    in_order = [hole for part, hole in holes.items() if isinstance(part, int)]
    named = {part: hole for part, hole in holes.items() if isinstance(part, str)}
    made = reverse(name, args=in_order or None, kwargs=named or None)
    stands_for = {str(hole): part for part, hole in holes.items()}
    return _HOLE.split(made), [stands_for[found] for found in _HOLE.findall(made)]
