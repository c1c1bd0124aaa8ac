"""Messages wait in the database with what they tell of, and leave at most once."""

import threading
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage as Parsed
from pathlib import Path
from typing import Any

import jinja2
import pytest
from django.core.mail.backends.base import BaseEmailBackend
from django.db import ProgrammingError, connection, connections, transaction

from hub.kernel import clock
from hub.notify import outbox
from hub.notify.models import Message
from hub.notify.rules import MOST_TRIES, wait_after
from tests.notify.conftest import as_role

CODE: dict[str, str | int] = {"code": "1234-5678", "minutes": 10}


class Refusing(BaseEmailBackend):
    """A mail server that is down, and says whom it was to write to."""

    def send_messages(self, email_messages: Any) -> int:
        """Raises ConnectionRefusedError with the address in it."""
        raise ConnectionRefusedError(email_messages[0].to[0])


class Dying(BaseEmailBackend):
    """A worker that is killed while it hands a message over."""

    def send_messages(self, email_messages: Any) -> int:
        """Ends the process, as far as anybody here can tell."""
        raise SystemExit


def letters(folder: Path) -> list[Parsed]:
    """The messages in a folder."""
    paths = sorted(folder.glob("*.eml"))
    return [message_from_bytes(p.read_bytes(), policy=policy.default) for p in paths]


def queue() -> int:
    """One message with a code."""
    return outbox.queue("sign_in_code", "ines@example.org", **CODE)


def jobs() -> int:
    """How many jobs wait to be worked."""
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs where status = 'todo'")
        return int(cursor.fetchone()[0])


def test_a_message_is_sent_once_however_often_it_is_asked_for(committing: Path) -> None:
    number = queue()

    with as_role("hub_worker"):
        sent = [outbox.send(number, now=clock.now()) for _ in range(3)]

        assert sent == [True, False, False]
        message = Message.objects.get(pk=number)
        assert (message.tries, message.context, message.last_error) == (1, {}, "")
        assert message.sent_at is not None
    [letter] = letters(committing)
    assert letter["To"] == "ines@example.org"
    assert letter["Subject"] == "1234-5678 is your code to sign in to Family Hub"
    assert "1234-5678" in letter.get_content()
    assert [path.stat().st_mode & 0o777 for path in committing.glob("*.eml")] == [0o600]


def test_a_message_goes_when_its_transaction_does_and_not_otherwise(committing: Path) -> None:
    with transaction.atomic():
        queue()
        transaction.set_rollback(True)

    with as_role("hub_worker"):
        assert (Message.objects.count(), jobs()) == (0, 0)

    with transaction.atomic():
        number = queue()

    with as_role("hub_worker"):
        with connection.cursor() as cursor:
            cursor.execute("select task_name, args from procrastinate_jobs")
            rows = cursor.fetchall()
        assert rows == [("notify.send_message", f'{{"message": {number}}}')]


def test_a_page_adds_messages_and_reads_none(committing: Path) -> None:
    number = queue()

    for question in (
        lambda: list(Message.objects.values_list("id")),
        lambda: Message.objects.filter(pk=number).update(to="me@example.org"),
        lambda: Message.objects.filter(pk=number).delete(),
    ):
        with pytest.raises(ProgrammingError, match="permission denied"):
            question()


def test_a_page_adds_jobs_and_reads_none(committing: Path) -> None:
    queue()

    for statement in (
        "select args from procrastinate_jobs",
        "update procrastinate_jobs set args = '{}'",
        "delete from procrastinate_jobs",
        "select * from procrastinate_events",
    ):
        with pytest.raises(ProgrammingError, match="permission denied"), connection.cursor() as c:
            c.execute(statement)


def test_two_workers_at_once_send_it_once(committing: Path) -> None:
    number = queue()
    together = threading.Barrier(2)
    sent = []

    def work() -> None:
        together.wait()
        sent.append(outbox.send(number, now=clock.now()))
        connections.close_all()

    with as_role("hub_worker"):
        workers = [threading.Thread(target=work) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()

    assert sorted(sent) == [False, True]
    assert len(letters(committing)) == 1


def test_a_message_that_is_refused_waits_longer_each_time_and_is_given_up(
    committing: Path, settings: Any
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    number, now = queue(), clock.now()
    waits: list[timedelta] = []

    with as_role("hub_worker"):
        for _ in range(MOST_TRIES + 2):
            assert outbox.send(number, now=now) is False
            message = Message.objects.get(pk=number)
            waits.append(message.not_before - now)
            assert outbox.send(number, now=message.not_before - timedelta(seconds=1)) is False
            now = message.not_before

        assert message.tries == MOST_TRIES
        assert message.last_error == "ConnectionRefusedError"
        assert waits[:3] == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4)]
        assert jobs() == 1 + MOST_TRIES - 1
        assert outbox.waiting(now) == []


def test_a_message_whose_worker_died_is_not_sent_again(committing: Path, settings: Any) -> None:
    number = queue()

    with as_role("hub_worker"):
        backend, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.Dying"
        with pytest.raises(SystemExit):
            outbox.send(number, now=clock.now())
        settings.EMAIL_BACKEND = backend

        assert outbox.send(number, now=clock.now()) is False
        assert outbox.waiting(clock.now()) == []
    assert letters(committing) == []


def test_old_messages_are_forgotten(committing: Path) -> None:
    queue()

    with as_role("hub_worker"):
        assert outbox.forget_old(clock.now() + timedelta(days=6)) == 0
        assert outbox.forget_old(clock.now() + timedelta(days=8)) == 1


@pytest.mark.parametrize(
    ("name", "context", "error"),
    [
        ("sign_in_code", {"code": "1234-5678"}, jinja2.UndefinedError),
        ("not_there", {}, jinja2.TemplateNotFound),
        ("../models", {}, jinja2.TemplateNotFound),
        ("sign_in_code", {"code": datetime.max, "minutes": 1}, TypeError),  # noqa: DTZ901
    ],
)
def test_a_message_that_cannot_be_written_is_refused_at_once(
    db: None, name: str, context: Any, error: type[Exception]
) -> None:
    with pytest.raises(error):
        outbox.queue(name, "ines@example.org", **context)


def test_the_waits_grow_and_end() -> None:
    waits = [wait_after(tries) for tries in range(1, MOST_TRIES + 1)]

    given = [wait for wait in waits if wait is not None]
    assert given == sorted(given)
    assert waits[-1] is None
