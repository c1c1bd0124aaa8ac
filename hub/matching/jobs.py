"""Nightly: how common each name is, and who of those that changed stands in the index twice."""

from procrastinate.contrib.django import app

from hub.matching import changes
from hub.matching.batch.review import review


@app.periodic(cron="23 3 * * *")
@app.task(name="matching.count", queueing_lock="matching.count")
def count_names(timestamp: int) -> None:
    """The job as the worker runs it; running it twice does no harm."""
    changes.count()


@app.periodic(cron="33 1 * * *")
@app.task(name="matching.review", queueing_lock="matching.review", lock="matching.review")
def review_duplicates(timestamp: int) -> None:
    """The job as the worker runs it; what it did not get to waits for the next night."""
    review()
