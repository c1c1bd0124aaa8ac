"""Nightly: registrations that were never finished (S11)."""

from procrastinate.contrib.django import app

from hub.intake.changes import expire_drafts
from hub.kernel import clock


@app.periodic(cron="41 2 * * *")
@app.task(name="intake.expire_drafts", queueing_lock="intake.expire_drafts")
def expire_old_drafts(timestamp: int) -> None:
    """Delete every draft not touched for 28 days; running it twice does no harm."""
    expire_drafts(now=clock.now())
