"""Eight at once on the same chains: no gap, no fork, no deadlock."""

import os
import random
import threading

import pytest
from django.db import connection, transaction

from hub.audit import journal
from hub.audit.verify import verify
from tests.audit import make
from tests.audit.make import AMINA, BEN
from tests.databases import Fresh

THREADS = 8
EACH = 500 if os.environ.get("HUB_TEST_SCALE") == "full" else 40


@pytest.mark.heavy
@pytest.mark.requirement("S33")
def test_eight_at_once_leave_whole_chains(fresh_database: Fresh) -> None:
    trouble: list[BaseException] = []
    kept = [0] * THREADS
    begin = threading.Barrier(THREADS)

    def work(mine: int) -> None:
        chance = random.Random(mine)
        begin.wait()
        try:
            for turn in range(EACH):
                # Some chains are new to everybody, in every order; a page in ten fails.
                families = [*chance.sample(range(6), 3), 100 + turn]
                chance.shuffle(families)
                with transaction.atomic():
                    for family in families:
                        journal.record("test.looked", actor=AMINA, family=family, turn=turn)
                    journal.record("test.looked", actor=BEN, families=families)
                    journal.flush()
                    if chance.random() < 0.1:
                        transaction.set_rollback(True)
                    else:
                        kept[mine] += len(families) + 1
        except BaseException as fault:
            trouble.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[n]) for n in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = verify()

    assert trouble == []
    assert found.faults == ()
    assert found.lines == sum(kept) == len(make.rows())
