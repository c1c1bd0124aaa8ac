"""GOV.UK's components, drawn once for each shape of options and filled in from then on.

Drawing a component by its macro takes about a millisecond; a form has dozens. What a macro does
depends on which options there are, hardly ever on what a text says. So it is drawn with a hole in
place of each text, and the holes are filled. What is kept between pages is shapes: names of
options, numbers, yes and no, the styles' class names. No text is ever in it, so nothing about
anybody is (architecture.md: nothing about a family is cached).

A hole ends in `<`, so each place where it comes out says whether the macro escaped it there:
the text is then escaped as often, or not at all where it was declared to be markup.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from markupsafe import Markup, escape

Shape = tuple[Any, ...]
Macro = Callable[[Mapping[str, Any]], str]

SHAPES: Final = 2_000
# Options whose text decides what is drawn; a few words each, written by us.
DECIDING: Final = frozenset({
    "autocapitalize", "autocomplete", "classes", "element", "formGroup", "headingLevel",
    "inputmode", "name", "textareaDescriptionText", "type", "width",
})  # fmt: skip
_HOLE: Final = "\ue000{}<\ue001"
_FOUND: Final = re.compile("\ue000([0-9]+)(<|&(?:amp;)*lt;)\ue001")
_PLAIN: Final = (bool, int, float, type(None))


class NoShape(Exception):
    """Options hold something that is neither text, number, list nor mapping."""


def draw(component: str, options: Mapping[str, Any], macro: Callable[[str], Macro]) -> Markup:
    """A component drawn with these options.

    Takes its name, the options, and what gives a component's macro by its name.
    """
    texts: dict[str, int] = {}
    try:
        shape = _shape(options, texts)
    except NoShape:
        return Markup(macro(component)(options).strip())  # noqa: S704 - the macro has escaped
    return Markup("".join(_filled(_drawn(component, shape, macro), list(texts))))  # noqa: S704


def _shape(value: Any, texts: dict[str, int], option: str = "") -> Shape:
    """The shape of a value, hashable. Its texts are numbered in `texts` and not in the shape."""
    if isinstance(value, str):
        if not value or option in DECIDING:
            return ("literal", str(value))
        kind = "markup" if isinstance(value, Markup) else "text"
        return (kind, texts.setdefault(value, len(texts)))
    if isinstance(value, Mapping):
        return ("mapping", *[(name, _shape(held, texts, name)) for name, held in value.items()])
    if isinstance(value, list | tuple):
        return ("list", *[_shape(held, texts, option) for held in value])
    if not isinstance(value, _PLAIN):
        raise NoShape
    if option == "value" and value and not isinstance(value, bool):
        return ("text", texts.setdefault(str(value), len(texts)))  # a year of birth is a text too
    return (type(value).__name__, value)


@lru_cache(maxsize=SHAPES)
def _drawn(
    component: str, shape: Shape, macro: Callable[[str], Macro]
) -> Sequence[tuple[str, int, int]]:
    """A shape drawn: each piece of markup, the number of the text after it, and how often that is
    escaped there. The last piece has -1 for none."""
    pieces = _FOUND.split(str(macro(component)(_options(shape))).strip())
    after = [(int(n), 0 if end == "<" else end.count("amp;") + 1)
             for n, end in zip(pieces[1::3], pieces[2::3], strict=True)]  # fmt: skip
    return [(piece, *hole) for piece, hole in zip(pieces[::3], [*after, (-1, 0)], strict=True)]


def _options(shape: Shape) -> Any:
    """Options of this shape, with a hole in place of each text."""
    kind, *held = shape
    if kind == "mapping":
        return {name: _options(inner) for name, inner in held}
    if kind == "list":
        return [_options(inner) for inner in held]
    if kind == "text":
        return _HOLE.format(*held)
    return Markup(_HOLE.format(*held)) if kind == "markup" else held[0]  # noqa: S704 - a hole


def _filled(pieces: Sequence[tuple[str, int, int]], texts: Sequence[str]) -> Iterator[str]:
    for piece, number, times in pieces:
        yield piece
        if number < 0:
            return
        text = texts[number]
        for _ in range(times):
            text = escape(str(text))
        yield text
