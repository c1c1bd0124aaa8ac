"""Nightly: how common each name is, for the searches of the next day."""

from procrastinate.contrib.django import app

from hub.matching import changes


@app.periodic(cron="23 3 * * *")
@app.task(name="matching.count", queueing_lock="matching.count")
def count_names(timestamp: int) -> None:
    """The job as the worker runs it; running it twice does no harm."""
    changes.count()
