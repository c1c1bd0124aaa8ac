"""Hourly: what somebody typed, could not save and never came back for (S27)."""

from procrastinate.contrib.django import app

from hub.about.changes import expire_unsent
from hub.kernel import clock


@app.periodic(cron="23 * * * *")
@app.task(name="about.expire_unsent", queueing_lock="about.expire_unsent")
def expire_old_unsent(timestamp: int) -> None:
    """Delete what has been kept for more than a day; running it twice does no harm."""
    expire_unsent(now=clock.now())
