"""A page made one that is only read: no form, no button, and no link but to what is read too.

It works on the page as it was drawn, so that it cannot differ from the page, and so that a link or
form which a page gains later is taken away without anybody thinking of it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Final

# What acts, and is left out with all that is in it.
ACTS: Final = ("form", "button", "input", "select", "textarea")
EMPTY: Final = ("input", "br", "img", "hr", "meta", "link", "path", "circle", "rect", "line")
# What is left out when nothing is left in it.
HOLDERS: Final = ("p", "li", "ul", "span", "div")
STAYS: Final = ("#", "tel:", "mailto:")
TAG: Final = re.compile(r"<[^>]*>")
EDGES: Final = re.compile(r"^(?:\s|<br>|·)+|(?:\s|<br>|·)+$")


@dataclass
class _Open:
    """A holder that is being read: what is in it so far, and whether something was left out."""

    tag: str
    start: str
    inside: list[str] = field(default_factory=list)
    less: bool = False


def only_to_read(html: str, twins: Mapping[str, str], banner: str, name: str) -> str:
    """The page to be read only. `twins` gives for each address that may be gone to the one that it
    becomes; `banner` goes on top of its content, and `name` into its title."""
    reader = _Reader(twins, banner)
    reader.feed(html)
    reader.close()
    title = f"<title>As {escape(name)} sees it: "
    return "".join(reader.out).replace("<title>", title, 1)


class _Reader(HTMLParser):
    def __init__(self, twins: Mapping[str, str], banner: str) -> None:
        super().__init__(convert_charrefs=False)
        self.twins = twins
        self.banner = banner
        self.out: list[str] = []
        self.holders: list[_Open] = []
        self.in_content = False
        self.skipping = ""
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raw = self.get_starttag_text() or ""
        if self.skipping:
            self.depth += tag == self.skipping
            return
        has = {key: value or "" for key, value in attrs}
        if tag == "a":
            raw = self._link(raw, has.get("href", ""))
        elif self.in_content and tag in ACTS:
            raw = ""
        if not raw:
            self._leave_out(tag)
        elif self.in_content and tag in HOLDERS:
            self.holders.append(_Open(tag, raw))
        else:
            self._write(raw)
        if tag == "main":
            self.in_content = True
            self._write(self.banner)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.skipping and not (self.in_content and tag in ACTS):
            self._write(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            if tag == self.skipping:
                self.depth -= 1
                self.skipping = self.skipping if self.depth else ""
            return
        if tag == "main":
            self.in_content = False
        if self.holders and self.holders[-1].tag == tag:
            self._end(self.holders.pop())
        else:
            self._write(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self._write(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self._write(f"<!{decl}>")

    def _link(self, raw: str, href: str) -> str:
        """The link as it stands, as it is here, or "" when it leads to something else."""
        if href in self.twins:
            return raw.replace(escape(href), escape(self.twins[href]), 1)
        return raw if not self.in_content or href.startswith(STAYS) else ""

    def _leave_out(self, tag: str) -> None:
        for holder in self.holders[-1:]:
            holder.less = True
        if tag not in EMPTY:
            self.skipping, self.depth = tag, 1

    def _end(self, holder: _Open) -> None:
        inside = "".join(holder.inside)
        if holder.less:
            inside = EDGES.sub("", inside)
            if not TAG.sub("", inside).strip(" \n·"):
                for outer in self.holders[-1:]:
                    outer.less = True
                return
        self._write(f"{holder.start}{inside}</{holder.tag}>")

    def _write(self, text: str) -> None:
        (self.holders[-1].inside if self.holders else self.out).append(text)
