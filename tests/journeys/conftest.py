"""One site and one browser for all journeys of a worker; a window of its own for each person."""

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browsers import chromium
from tests.journeys.people import Window
from tests.journeys.site import Site, running

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Opener = Callable[..., Window]


@pytest.fixture(scope="package")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the server says."""
    return tmp_path_factory.mktemp("journeys") / "server.log"


@pytest.fixture(scope="package")
def site(template: str, log: Path) -> Iterator[Site]:
    """The running hub."""
    with running(template, log) as found:
        yield found


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The distribution's Chromium. It is ended before other tests run in this process."""
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=flags)
        yield found
        found.close()


@pytest.fixture
def window(browser: Browser, site: Site) -> Iterator[Opener]:
    """Opens a window with cookies of its own: `window(width=320, scripts=False)`.

    When the test ends, nothing in any of them may have gone wrong unseen.
    """
    opened: list[Window] = []
    with ExitStack() as open_ones:

        def opener(*, width: int = 1280, scripts: bool = True, **more: Any) -> Window:
            context = browser.new_context(
                base_url=site.address,
                viewport={"width": width, "height": 900},
                java_script_enabled=scripts,
                locale="en-GB",
                **more,
            )
            open_ones.callback(context.close)
            context.set_default_timeout(8_000)
            opened.append(Window(site, context))
            return opened[-1]

        yield opener
        trouble = [said for one in opened for said in one.trouble]
    assert trouble == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """Put what the server said beside a journey that failed."""
    report: Any = yield
    log = getattr(item, "funcargs", {}).get("log")
    if report.failed and log and log.exists():
        report.sections.append(("server", log.read_text()[-5000:]))
    return report
