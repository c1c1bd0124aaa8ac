"""Nightly: the tokens of forms that were posted long ago, and look-ups of 90 days ago."""

from django.db import connection
from procrastinate.contrib.django import app


def forget_posted_forms() -> int:
    """Delete the tokens of forms posted more than seven days ago and say how many."""
    with connection.cursor() as cursor:
        cursor.execute("select hub.forget_posted_forms()")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


@app.periodic(cron="51 2 * * *")
@app.task(name="access.forget_posted_forms", queueing_lock="access.forget_posted_forms")
def forget_old_posted_forms(timestamp: int) -> None:
    """The job as the worker runs it; running it twice does no harm."""
    forget_posted_forms()


def forget_lookups() -> int:
    """Delete what is kept of look-ups of more than 90 days ago and say how many. The journal's own
    lines stay."""
    with connection.cursor() as cursor:
        cursor.execute("select hub.forget_lookups()")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


@app.periodic(cron="53 2 * * *")
@app.task(name="access.forget_lookups", queueing_lock="access.forget_lookups")
def forget_old_lookups(timestamp: int) -> None:
    """The job as the worker runs it; running it twice does no harm."""
    forget_lookups()
