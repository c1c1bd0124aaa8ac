"""What is wrong with a page's HTML beyond how it looks: structure, labels, references, titles."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from html5lib.html5parser import ParseError

from tests.ui.html import parsed

REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers")
UNLABELLED = {"hidden", "submit", "button", "reset", "image"}
LANDMARKS = ("main", "footer", "header")


def faults(html: str) -> list[str]:
    """Sentences on what is wrong with a whole page; none for a page that is right."""
    try:
        elements = [e for e in parsed(html).iter() if isinstance(e.tag, str)]
    except ParseError as error:
        return [f"is not valid HTML: {error}"]
    return [
        *_page(elements),
        *_shown(elements),
        *_ids(elements),
        *_labels(elements),
        *_links(elements),
        *_forms(elements),
    ]


def title_of(html: str) -> str:
    """The page's title."""
    return next((_words(e) for e in parsed(html).iter("title")), "")


def _page(elements: list[Any]) -> Iterator[str]:
    tags = Counter(e.tag for e in elements)
    root = elements[0]
    if not root.get("lang") or root.get("dir") not in ("ltr", "rtl"):
        yield "does not say its language and direction"
    if tags["title"] != 1 or not next(_words(e) for e in elements if e.tag == "title"):
        yield "has no title"
    if tags["h1"] != 1:
        yield f"has {tags['h1']} headings of the first rank"
    yield from (f"has {tags[tag]} of {tag}" for tag in LANDMARKS if tags[tag] != 1)
    ranks = [int(e.tag[1]) for e in elements if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    ranks = ranks[ranks.index(1) :] if 1 in ranks else ranks
    for before, after in pairwise(ranks):
        if after > before + 1:
            yield f"leaps from a heading of rank {before} to one of rank {after}"
    for element in elements:
        if element.get("style") or any(name.startswith("on") for name in element.attrib):
            yield f"has style or script within <{element.tag}>"
        if element.tag in ("style", "script") and _words(element):
            yield f"has a <{element.tag}> of its own"


def _shown(elements: list[Any]) -> Iterator[str]:
    """Markup that reached the reader as words."""
    body = next(e for e in elements if e.tag == "body")
    for words in ("<span", "</", "&lt;", "&amp;", "{{", "{%"):
        if words in _words(body):
            yield f"shows {words!r} to the reader"


def _ids(elements: list[Any]) -> Iterator[str]:
    ids = Counter(e.get("id") for e in elements if e.get("id") is not None)
    yield from (f"uses the id {name!r} {count} times" for name, count in ids.items() if count > 1)
    yield from (f"has the id {name!r}" for name in ids if not name or " " in name)
    for element in elements:
        for attribute in REFERENCES:
            for name in (element.get(attribute) or "").split():
                if name not in ids:
                    yield f"<{element.tag}> refers to #{name} by {attribute}, which is not there"
        href = element.get("href") or ""
        if href.startswith("#") and href[1:] not in ids:
            yield f"leads to {href}, which is not there"


def _labels(elements: list[Any]) -> Iterator[str]:
    labelled = {e.get("for") for e in elements if e.tag == "label"}
    within = {id(inner) for e in elements if e.tag == "label" for inner in e.iter()}
    for element in elements:
        asks = element.tag in ("select", "textarea") or (
            element.tag == "input" and element.get("type") not in UNLABELLED
        )
        named = element.get("aria-label") or element.get("aria-labelledby")
        if asks and not (named or element.get("id") in labelled or id(element) in within):
            yield f"<{element.tag} name={element.get('name')!r}> has no label"
        if element.tag == "fieldset" and not any(child.tag == "legend" for child in element):
            yield "has a fieldset without a legend"
        if element.tag == "img" and element.get("alt") is None:
            yield "has a picture without words"
        if element.tag == "th" and not element.get("scope"):
            yield "has a table heading without scope"


def _links(elements: list[Any]) -> Iterator[str]:
    for element in elements:
        if element.tag in ("a", "button") and not (_words(element) or element.get("aria-label")):
            yield f"has an <{element.tag}> without words"
        if element.tag == "a" and not element.get("href"):
            yield f"has a link to nowhere: {_words(element)}"


def _forms(elements: list[Any]) -> Iterator[str]:
    for form in elements:
        if form.tag != "form":
            continue
        names = [e.get("name") for e in form.iter("input") if e.get("type") == "hidden"]
        for name in ("csrfmiddlewaretoken", "once", "version"):
            if names.count(name) > 1:
                yield f"has a form with {name} {names.count(name)} times"
        if form.get("method") == "post" and "csrfmiddlewaretoken" not in names:
            yield f"has a form without its token: {form.get('action')}"


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
