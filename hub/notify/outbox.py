"""Putting messages in, and sending them: at most once each."""

from datetime import datetime

from django.core.mail import EmailMessage
from django.db import transaction

from hub.kernel import clock
from hub.notify import templates
from hub.notify.models import Message
from hub.notify.rules import KEPT, MOST_TRIES, wait_after
from hub.notify.templates import Plain


def queue(template: str, to: str, **context: Plain) -> int:
    """Put a message into the outbox and ask for it to be sent, with the running transaction.

    Takes a template's name, an address and plain values (nothing about a family); gives the
    message's id. Raises TypeError for other values and jinja2's errors for a template that is
    not there or lacks a value, before anything is written.
    """
    for name, value in context.items():
        if not isinstance(value, Plain):
            raise TypeError(f"A message holds plain values; {name} is a {type(value).__name__}.")
    templates.write(template, context)
    now = clock.now()
    with transaction.atomic():
        message = Message.objects.create(
            template=template, to=to, context=context, created_at=now, not_before=now
        )
        _ask(message.pk)
    return message.pk


def send(message_id: int, *, now: datetime) -> bool:
    """Send one message if it waits and its time has come; say whether it was sent.

    It is marked as begun before it is handed over, so that a worker that dies in between leaves
    it unsent rather than sent twice. A refusal of the mail server puts it back to wait longer.
    """
    message = _begin(message_id, now)
    if message is None:
        return False
    try:
        subject, text = templates.write(message.template, message.context)
        EmailMessage(subject, text, to=[message.to]).send()
    except Exception as error:
        # Whatever went wrong, the message waits again.
        _put_back(message, type(error).__name__, now)
        return False
    message.sent_at = max(clock.now(), now)
    message.context, message.last_error = {}, ""
    message.save(update_fields=["sent_at", "context", "last_error"])
    return True


def waiting(now: datetime) -> list[int]:
    """The messages whose time has come, oldest first."""
    due = Message.objects.filter(began_at=None, not_before__lte=now, tries__lt=MOST_TRIES)
    return list(due.order_by("not_before").values_list("pk", flat=True)[:500])


def forget_old(now: datetime) -> int:
    """Delete messages of more than a week ago, sent or not; say how many."""
    return Message.objects.filter(created_at__lt=now - KEPT).delete()[0]


def _ask(message_id: int, at: datetime | None = None) -> None:
    from hub.notify.jobs import send_message  # the jobs module imports this one

    send_message.configure(schedule_at=at).defer(message=message_id)


def _begin(message_id: int, now: datetime) -> Message | None:
    with transaction.atomic():
        message = (
            Message.objects.select_for_update(skip_locked=True)
            .filter(pk=message_id, began_at=None, not_before__lte=now, tries__lt=MOST_TRIES)
            .first()
        )
        if message is not None:
            message.began_at = now
            message.tries += 1
            message.save(update_fields=["began_at", "tries"])
    return message


def _put_back(message: Message, error: str, now: datetime) -> None:
    wait = wait_after(message.tries)
    message.began_at = None
    message.last_error = error[:60]  # its kind only: what the server says may hold the address
    message.not_before = now + (wait or KEPT)
    with transaction.atomic():
        message.save(update_fields=["began_at", "last_error", "not_before"])
        if wait is not None:
            _ask(message.pk, message.not_before)
