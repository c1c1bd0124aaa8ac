"""Finds the browser for journeys; where there is none, says loudly that they were not run.

Then the run fails, unless HUB_NO_BROWSER=1 says that this is known.
"""

import os
import shutil
import sys

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
NOT_RUN = "journey not run: no Chromium on this machine"


def chromium() -> str | None:
    """The path of the browser, or None."""
    named = os.environ.get("HUB_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a browser when there is none."""
    if chromium():
        return
    for item in items:
        if item.get_closest_marker("journey"):
            item.add_marker(pytest.mark.skip(reason=NOT_RUN))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it where nobody overlooks it, just above pytest's closing line."""
    count = _not_run(terminalreporter)
    if count:
        terminalreporter.section("JOURNEYS NOT RUN", red=True)
        terminalreporter.line(f"{count} journeys need a browser and this machine has no Chromium.")
        terminalreporter.line("Install it (Debian: apt install chromium), or set HUB_NO_BROWSER=1.")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A run without its journeys is no success, unless that was asked for."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and _not_run(reporter) and os.environ.get("HUB_NO_BROWSER") != "1":
        session.exitstatus = session.exitstatus or pytest.ExitCode.TESTS_FAILED


def _not_run(reporter: pytest.TerminalReporter) -> int:
    return sum(NOT_RUN in str(report.longrepr) for report in reporter.stats.get("skipped", []))


if __name__ == "__main__":
    sys.exit(0 if chromium() else 1)
