"""kill -9 of servers and the job runner while people write: nothing acknowledged is lost, nothing
is half done, no message leaves twice (C3 14). The database's own kills are in tests/database."""

import secrets
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections

from tests.c3.pages import FULL
from tests.c3.site import ROOT, Site, serving, visitor
from tests.c3.world import look
from tests.cast import Cast, past_the_wall
from tests.databases import Fresh

KILLS = 50 if FULL else 3
WRITERS = 8 if FULL else 4
WHOLE = """
select g.words,
       (select count(*) from plans_goalhistoryrow h where h.pgh_obj_id = g.id),
       (select count(*) from audit_entry e
        where e.event = 'goal.added' and (e.refs->>'row')::bigint = g.id)
from plans_goal g where g.words like 'Written %'
"""


@pytest.mark.heavy
def test_killed_while_writing_nothing_acknowledged_is_lost_or_half_done(
    fresh_database: Fresh, tmp_path: Path, socket_enabled: None
) -> None:
    cast = Cast()
    world = look(cast)
    with serving(fresh_database, tmp_path) as site:
        site.start_worker()
        amina, efua = visitor(site, cast, "amina"), visitor(site, cast, "efua")
        connections.close_all()
        goals = f"/families/{cast.family('okafor').reference}/plan/goals/"
        invitations = f"/agencies/{world.agencies['Kestrel Nursery']}/invitations/"
        until = [False]
        acknowledged: list[str] = []

        def write(writer: int) -> list[str]:
            kept, number = [], 0
            while not until[0]:
                number += 1
                words = f"Written {writer} {number}"
                answer = amina.insist(goals, {"words": words, "once": secrets.token_urlsafe(18)})
                assert answer.status == 302, answer.body[:300]
                kept.append(words)
                acknowledged.append(words)
            return kept

        def invite(writer: int) -> list[str]:
            kept, number = [], 0
            while not until[0]:
                number += 1
                email = f"killed-{writer}-{number}-{secrets.token_hex(4)}@example.org"
                sent: dict[str, object] = {
                    "name": "Ida Berg", "role_title": "Nurse", "phone": "020 7946 0300",
                    "email": email, "locality": str(world.localities[2]),
                    "once": secrets.token_urlsafe(18),
                }  # fmt: skip
                answer = efua.insist(invitations, sent)
                assert answer.status == 302, answer.body[:3000]
                kept.append(email)
                time.sleep(0.1)
            return kept

        with ThreadPoolExecutor(WRITERS + 1) as pool:
            writing = [pool.submit(write, n) for n in range(WRITERS)]
            inviting = pool.submit(invite, 0)
            try:
                for _ in range(KILLS):
                    _wait_for(acknowledged, 6)
                    site.kill_a_server()
                    site.kill_the_worker()
                _wait_for(acknowledged, 6)
            finally:
                until[0] = True
            kept = [words for one in writing for words in one.result(timeout=60)]
            invited = inviting.result(timeout=60)
        site.kill_the_worker()
        _work_all(site)

    with past_the_wall() as database:
        rows = database.execute(WHOLE).fetchall()
        messages = dict(
            database.execute('select "to", count(*) from notify_message group by 1').fetchall()
        )
    assert len(kept) > KILLS * 5
    assert sorted(row[0] for row in rows) == sorted(kept)
    assert [row for row in rows if row[1:] != (1, 1)] == []
    assert {email: messages.get(email) for email in invited} == dict.fromkeys(invited, 1)
    sent = [path.read_text() for path in Path(settings.MAIL_FOLDER).glob("*.eml")]
    assert max(sum(email in text for text in sent) for email in invited) == 1
    assert "Traceback" not in site.log()


def _wait_for(acknowledged: list[str], more: int) -> None:
    """Until so many more writes were acknowledged."""
    enough, give_up = len(acknowledged) + more, time.monotonic() + 60
    while len(acknowledged) < enough and time.monotonic() < give_up:
        time.sleep(0.02)


def _work_all(site: Site) -> None:
    """Whatever jobs are left, worked to the end by a runner that is not killed."""
    if site.worker is not None:
        site.worker.kill()
        site.worker.wait()
    subprocess.run(
        [sys.executable, "-m", "django", "worker", "--once"],
        cwd=ROOT, env=site.environment | {"HUB_DATABASE_ROLE": "worker"},
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
