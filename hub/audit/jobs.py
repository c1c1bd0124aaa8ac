"""The journal's job: sealing, every five minutes."""

import logging

from procrastinate.contrib.django import app

from hub.audit.seals import Sealed, seal
from hub.kernel import clock

log = logging.getLogger(__name__)


def seal_heads() -> Sealed:
    """Seal what has grown; a chain that does not follow its seal is reported as critical."""
    done = seal(clock.now())
    for fault in done.faults:
        log.critical("The journal was changed: %s", fault)
    return done


@app.periodic(cron="*/5 * * * *", periodic_id="audit.seal_heads")
@app.task(name="audit.seal_heads", queueing_lock="audit.seal_heads", pass_context=False)
def seal_heads_now(timestamp: int) -> None:
    """The job as the worker runs it; running it twice does no harm."""
    seal_heads()
