"""Nightly: the tokens of forms that were posted long ago, and look-ups of 90 days ago. Every hour:
who is not searched for any more since their yes ended by its day. Every five minutes: families that
two registered at one time."""

from datetime import datetime, timedelta
from typing import Final

from django.db import connection
from procrastinate.contrib.django import app

from hub.access import opening
from hub.access.lookup.behind import look_behind
from hub.access.lookup.index import ended, keep_family
from hub.audit import journal
from hub.kernel import clock
from hub.kernel.files import job_actor

RENEWER: Final = job_actor("lookup.renew")
# A week, so that some nights on which no job ran are made good.
ENDED_WITHIN: Final = timedelta(days=7)


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


def renew_index(now: datetime) -> int:
    """Let the index forget who said yes for a time that is over (S11); say how many families were
    looked at. One transaction each, so that no page waits."""
    families = _ended(now)
    for family in families:
        with journal.transaction():
            opening.begin(RENEWER)
            try:
                keep_family(family)
            finally:
                opening.forget()
    return len(families)


def _ended(now: datetime) -> list[int]:
    with journal.transaction():
        opening.begin(RENEWER)
        try:
            return ended(now - ENDED_WITHIN, now)
        finally:
            opening.forget()


@app.periodic(cron="3 * * * *")
@app.task(name="access.renew_index", queueing_lock="access.renew_index")
def renew_the_index(timestamp: int) -> None:
    """The job as the worker runs it, every hour; running it twice does no harm."""
    renew_index(clock.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="access.look_behind", queueing_lock="access.look_behind")
def look_behind_registrations(timestamp: int) -> None:
    """The job as the worker runs it; running it twice does no harm."""
    with journal.transaction():
        opening.begin(job_actor("lookup.behind"))
        try:
            look_behind(now=clock.now())
        finally:
            opening.forget()
