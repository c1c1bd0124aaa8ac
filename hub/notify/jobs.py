"""Jobs of the outbox. Each takes an id or nothing and may run twice without harm."""

from procrastinate.contrib.django import app

from hub.kernel import clock
from hub.notify import outbox


@app.task(name="notify.send_message")
def send_message(message: int) -> None:
    """Send one message, if it still waits."""
    outbox.send(message, now=clock.now())


@app.periodic(cron="*/10 * * * *")
@app.task(name="notify.send_waiting", queueing_lock="notify.send_waiting")
def send_waiting(timestamp: int) -> None:
    """Send whatever waits and has lost its job, as after a restore from a backup."""
    now = clock.now()
    for message in outbox.waiting(now):
        outbox.send(message, now=now)


@app.periodic(cron="17 2 * * *")
@app.task(name="notify.forget_old", queueing_lock="notify.forget_old")
def forget_old(timestamp: int) -> None:
    """Delete old messages."""
    outbox.forget_old(clock.now())
