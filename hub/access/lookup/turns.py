"""Registrations of people who may be the same take turns, so that the second sees the first.

A turn is an advisory lock until the end of the transaction, on a few coarse facts of each person
typed: two registrations of one family that are worded differently still share one. All are taken
in the order of their numbers, so that two never wait for each other.

Only a family that may be told of takes a lock. One that agreed to no sharing takes none: nobody's
save is longer for it (S19). It looks whether a lock is held, and waits until it is free.
"""

import time
from collections.abc import Sequence
from typing import Final
from zlib import crc32

from django.db import OperationalError, connection, transaction

from hub.matching.rules import Description
from hub.matching.rules.known import Known, ready
from hub.matching.rules.sounds import sound

MOST: Final = 24
_KIND: Final = 4  # the first number of these locks; the second is the fact's
_HALF: Final = 1 << 31
_LONGEST_S: Final = 5.0
_STEP_S: Final = 0.005
TAKE: Final = "select pg_advisory_xact_lock(%s, fact) from unnest(%s::int[]) fact"
HELD: Final = """
select exists (select from pg_locks
               where locktype = 'advisory' and classid::bigint = %s and objsubid = 2 and granted
                 and database = (select oid from pg_database where datname = current_database())
                 and objid::bigint = any (%s::bigint[]))
"""


def facts_typed(people: Sequence[Description]) -> list[int]:
    """The numbers of the coarse facts that are waited for, smallest first, at most 24.

    Of each: where they are, how each name sounds whichever box it stands in, and each two of year,
    month and day of birth, so that one of them may have slipped or two be swapped.
    """
    known = [ready(one) for one in people]
    said: list[str] = []
    for facts in (_places, _names, _dates):
        said += [fact for one in known for fact in facts(one)]
    few = list(dict.fromkeys(said))[:MOST]
    return sorted({crc32(fact.encode()) - _HALF for fact in few})


def wait_for_turn(people: Sequence[Description], *, shown: bool) -> None:
    """Wait until nobody else registers who may be the same, and with `shown`, that the family may
    be told of, keep others waiting until this transaction ends. Inside a transaction.

    Who waits longer than the database allows goes on without a turn: help is not stopped, and what
    was missed is looked at behind.
    """
    facts = facts_typed(people)
    if not facts:
        return
    if not shown:
        _wait_until_free(facts)
        return
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(TAKE, [_KIND, facts])
    except OperationalError:
        return


def _wait_until_free(facts: Sequence[int]) -> None:
    objects = [fact % (1 << 32) for fact in facts]
    give_up = time.monotonic() + _LONGEST_S
    with connection.cursor() as cursor:
        while time.monotonic() < give_up:
            cursor.execute(HELD, [_KIND, objects])
            row = cursor.fetchone()
            if not (row and row[0]):
                return
            time.sleep(_STEP_S)


def _places(one: Known) -> list[str]:
    return [f"t{number}" for number in one.phones] + ([f"p{one.postcode}"] if one.postcode else [])


def _names(one: Known) -> list[str]:
    return [f"n{sound(word)}" for word in (*one.surname, *one.given[:1]) if len(word) > 1]


def _dates(one: Known) -> list[str]:
    year, month, day = one.born
    if not (month and day):
        return [f"y{year}"] if year else []
    first, last = sorted((month, day))
    return [f"d{first}.{last}", f"d{year}.{month}", f"d{year}.{day}"]
