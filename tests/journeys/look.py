"""Looks at a page as it stands in the browser: axe, how wide it is, its HTML, its labels."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.html import faults
from tests.journeys.people import Window

AXE = Path(__file__).parent / "vendor/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN = """async tags => {
  const found = await axe.run(document, {
    runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]
  });
  return found.violations.map(v => [v.id, v.nodes.map(n => n.target.join(" ") + " " +
    n.failureSummary.replace(/\\s+/g, " "))]);
}"""
# What sticks out of the window; nothing may, but what scrolls by itself.
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > room + 1)
    .map(e => e.tagName + "." + e.className).slice(0, 5)
    .concat(["page is " + document.documentElement.scrollWidth + " wide"]);
}"""
WIDTHS = (1280, 320)


def trouble_on(window: Window, *, widths: tuple[int, ...] = WIDTHS) -> list[str]:
    """Everything that is wrong with the page now in the window, at each width."""
    page = window.page
    found = [f"html: {fault}" for fault in faults(window.source)]
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: axe {rule}: {where}" for rule, where in violations(page)]
        found += [f"{width}: too wide: {what}" for what in page.evaluate(TOO_WIDE)]
    return found


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds: rules, each with the places that break it."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_axe())
    found: list[Any] = page.evaluate(RUN, TAGS)
    return [(rule, where) for rule, where in found]


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")
