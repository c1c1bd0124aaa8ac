"""Nightly: registrations that were never finished (S11), what waited in the hubs' queues, and
advice that somebody asked for long ago and that is in no file."""

from procrastinate.contrib.django import app

from hub.intake.arrivals.changes import expire_arrivals
from hub.intake.changes import expire_drafts
from hub.intake.sought.changes import expire_sought
from hub.kernel import clock


@app.periodic(cron="41 2 * * *")
@app.task(name="intake.expire_drafts", queueing_lock="intake.expire_drafts")
def expire_old_drafts(timestamp: int) -> None:
    """Delete every draft not touched for 28 days, practice for 7; running it twice does no harm."""
    expire_drafts(now=clock.now())


@app.periodic(cron="47 2 * * *")
@app.task(name="intake.expire_arrivals", queueing_lock="intake.expire_arrivals")
def expire_old_arrivals(timestamp: int) -> None:
    """Delete what waited in the queues and whose time has run out; twice does no harm."""
    expire_arrivals(now=clock.now())


@app.periodic(cron="53 2 * * *")
@app.task(name="intake.expire_sought", queueing_lock="intake.expire_sought")
def expire_old_sought(timestamp: int) -> None:
    """Delete advice asked for two years ago that is in no file; twice does no harm."""
    expire_sought(now=clock.now())
