"""The queue's own housekeeping."""

import logging

from procrastinate.contrib.django import app

log = logging.getLogger(__name__)

HOURS_KEPT = 24 * 7  # a job that failed is kept so long for whoever looks into it


@app.periodic(cron="*/2 * * * *")
@app.task(name="jobs.retry_lost", queueing_lock="jobs.retry_lost")
async def retry_lost(timestamp: int) -> None:
    """Give jobs whose worker died to another worker. Jobs may run twice without harm."""
    for job in await app.job_manager.get_stalled_jobs():
        log.warning("job of a worker that died is tried again: %s", job.task_name)
        await app.job_manager.retry_job(job)


@app.periodic(cron="47 2 * * *")
@app.task(name="jobs.forget_old", queueing_lock="jobs.forget_old")
async def forget_old(timestamp: int) -> None:
    """Delete jobs that failed a week ago; those that were done are deleted at once."""
    await app.job_manager.delete_old_jobs(
        nb_hours=HOURS_KEPT, include_failed=True, include_cancelled=True, include_aborted=True
    )
