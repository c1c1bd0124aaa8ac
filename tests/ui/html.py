"""Reading drawn HTML in tests: strictly, and in a form that can be compared."""

from typing import Any

import html5lib


def parsed(html: str) -> Any:
    """The tree of a fragment or page. Raises html5lib's ParseError for HTML that is not valid."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(html) if "<!DOCTYPE" in html else parser.parseFragment(html)


def outline(html: str) -> list[Any]:
    """A fragment as nested lists, with white space and the order of attributes made alike."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return _inside(tree)


def _inside(element: Any) -> list[Any]:
    found: list[Any] = [_text(element.text)]
    for child in element:
        if isinstance(child.tag, str):
            attributes = {name: _text(value) for name, value in child.attrib.items()}
            found.append((child.tag, attributes, _inside(child)))
        found.append(_text(child.tail))
    return [part for part in found if part]


def _text(value: str | None) -> str:
    return " ".join((value or "").split())


def walk(html: str) -> list[Any]:
    """Every element of valid HTML."""
    return [element for element in parsed(html).iter() if isinstance(element.tag, str)]
