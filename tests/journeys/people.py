"""Somebody at a window of the browser: signs in, fills in what a page asks, and notices trouble."""

import re
from datetime import date

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Response

from hub.story.cast import CAST, address_of
from hub.web.middleware import HEADERS
from tests.journeys.site import Site

PARTS = {part.key: part for part in CAST}
# The browser says so of every answer that is not a success; the test looks at those itself.
STATUS = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")


class Window:
    """A window with cookies of its own. `trouble` holds what went wrong in it, unseen by anybody:
    errors in the console, refused scripts and styles, answers without their headers.
    """

    def __init__(self, site: Site, context: BrowserContext, *, scripts: bool) -> None:
        self.site, self.context, self.scripts = site, context, scripts
        self.trouble: list[str] = []
        self.answer: Response | None = None  # the page as it came
        self.keys = self.clicks = self.pages = 0
        self.page = self.another()

    def another(self) -> Page:
        """One more page with the same cookies, watched."""
        page = self.context.new_page()
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.trouble.append(f"script: {error}"))
        page.on("response", self._answered)
        return page

    def sign_in(self, who: str) -> "Window":
        """Be somebody of the cast, by the demonstration's list."""
        self.page.goto("/demonstration/")
        self.press(f"Sign in as {PARTS[who].name}")
        return self

    def sign_in_by_code(self, who: str) -> "Window":
        """Sign in as somebody of the cast does: with the code from the mail."""
        address = address_of(PARTS[who])
        self.page.goto("/")
        self.type("Work email address", address)
        self.press("Send me a code")
        self.type("Code", self.site.code_sent_to(address))
        self.press("Sign in")
        return self

    def type(self, label: str, words: str, *, nth: int = 0, exact: bool = True) -> None:
        """Type into the box with this label."""
        self.page.get_by_label(label, exact=exact).nth(nth).fill(words)
        self.keys += len(words)

    def type_day(self, day: date, *, nth: int = 0) -> None:
        """Type a date into the three boxes."""
        for box, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            self.type(box, str(number), nth=nth)

    def choose(self, label: str, *, nth: int = 0) -> None:
        """Tick a box or choose an answer."""
        self.page.get_by_label(label, exact=True).nth(nth).check()
        self.clicks += 1

    def press(self, name: str, *, nth: int = 0) -> None:
        """Press a button."""
        self.go(self.page.get_by_role("button", name=name, exact=True).nth(nth))

    def follow(self, name: str, *, nth: int = 0) -> None:
        """Follow a link."""
        self.go(self.page.get_by_role("link", name=name, exact=True).nth(nth))

    def go(self, control: Locator) -> None:
        """Press what leads to another page, and wait until that is there."""
        with self.page.expect_navigation():
            control.click()
        self.clicks += 1
        self.pages += 1

    @property
    def width(self) -> int:
        """How wide the window is."""
        size = self.page.viewport_size
        assert size is not None
        return size["width"]

    @property
    def words(self) -> str:
        """What stands in the page's main part."""
        return self.page.locator("main").inner_text()

    @property
    def source(self) -> str:
        """The page's HTML as the server sent it."""
        assert self.answer is not None
        return self.answer.text()

    @property
    def status(self) -> int:
        """The status the page came with."""
        assert self.answer is not None
        return self.answer.status

    @property
    def heading(self) -> str:
        """The page's heading."""
        return self.page.locator("h1").inner_text()

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not STATUS.match(message.text):
            self.trouble.append(f"console: {message.text}")

    def _answered(self, answer: Response) -> None:
        if not answer.url.startswith(self.site.address):
            self.trouble.append(f"reached beyond the hub: {answer.url}")
            return
        if answer.request.resource_type == "document":
            self.answer = answer
        have = answer.headers
        lacks = [name for name, value in HEADERS.items() if have.get(name.lower()) != value]
        path = answer.url.removeprefix(self.site.address)
        if "content-security-policy" not in have and not path.startswith("/static/"):
            lacks.append("content-security-policy")
        kept = path.startswith(("/static/", "/theme"))
        if have.get("cache-control") != "no-store" and not kept:
            lacks.append("no-store")
        self.trouble += [f"{path} ({answer.status}) lacks {name}" for name in lacks]
