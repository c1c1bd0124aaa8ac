"""Jobs run when what queued them was kept, as the role worker, and carry ids only."""

import subprocess
import sys
from pathlib import Path

from django.db import transaction
from procrastinate.contrib.django import app

from hub.notify import outbox
from hub.notify.models import Message
from tests.databases import Fresh
from tests.notify.conftest import as_role

ROOT = Path(__file__).resolve().parents[2]


def work(fresh: Fresh, role: str = "worker") -> subprocess.CompletedProcess[str]:
    """Run the worker, as a process of its own, until nothing is left to do."""
    return subprocess.run(
        [sys.executable, "-m", "django", "worker", "--once"],
        cwd=ROOT,
        env=fresh.environment
        | {"DJANGO_SETTINGS_MODULE": "config.settings", "HUB_DATABASE_ROLE": role},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_job_runs_if_its_transaction_was_kept_and_is_then_gone(fresh_database: Fresh) -> None:
    with transaction.atomic():
        lost = outbox.queue("no_account", "lost@example.org")
        transaction.set_rollback(True)
    kept = outbox.queue("no_account", "kept@example.org")

    done = work(fresh_database)

    assert done.returncode == 0, done.stderr
    with as_role("hub_worker"):
        sent = dict(Message.objects.values_list("pk", "sent_at"))
        assert lost not in sent
        assert sent[kept] is not None
        jobs = app.job_manager.list_jobs(task="notify.send_message")
        assert list(jobs) == []


def test_the_worker_refuses_to_run_as_another_role(fresh_database: Fresh) -> None:
    done = work(fresh_database, role="web")

    assert done.returncode == 1
    assert "has to run as the database's role worker" in done.stderr
    assert "Traceback" not in done.stderr


def test_jobs_take_numbers_and_nothing_else() -> None:
    ours = [task for name, task in app.tasks.items() if task.func.__module__.startswith("hub.")]

    assert {task.name for task in ours} >= {
        "accounts.forget_old",
        "jobs.forget_old",
        "jobs.retry_lost",
        "notify.forget_old",
        "notify.send_message",
        "notify.send_waiting",
    }
    for task in ours:
        asked = {k: v for k, v in task.func.__annotations__.items() if k != "return"}
        assert set(asked.values()) <= {int}, task.name
