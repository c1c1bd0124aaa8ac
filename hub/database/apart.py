"""A member held back in one family is so there even while another family of theirs is open.

`hub.people_open()` knows people, not in which family: with both files open, a list or a search
say, it names somebody who is held back in one of them. A table whose rows name people has this
wall as well, so that their rows stay hidden in the family that keeps them private (S2, C3).
"""

from collections.abc import Sequence
from typing import Final

from django.db.migrations import RunSQL

from hub.database.functions import definer
from hub.database.statements import PAGES, name

# A family and a person as one number: ids are random, so no two pairs give the same.
PAIR: Final = "({family} # {person})"


def members_held_back() -> RunSQL:
    """`hub.members_held_back()`: everybody held back in an open family, each with that family."""
    return definer(
        "hub.members_held_back() returns bigint[]",
        """
        select coalesce(array_agg(m.family_id # m.person_id), '{}')
        from families_membership m
        where m.id = any (hub.held_back())
          and m.family_id = any (hub.open_families('summary'))
          and not exists (
              select from families_membership again
              where again.family_id = m.family_id and again.person_id = m.person_id
                and not again.id = any (hub.held_back()))
        """,
    )


def apart(table: str, people: Sequence[str], *, family: str = "family_id") -> RunSQL:
    """Rows that name somebody in `people` are hidden where that member is held back.

    `family` is the column with the family that the row is in. Comes on top of the table's wall.
    """
    shown = " and ".join(
        f"({name(column)} is null or not ({PAIR.format(family=name(family), person=name(column))}"
        " = any ((select hub.members_held_back())::bigint[])))"
        for column in people
    )
    on = f"on {name(table)} as restrictive for"
    return RunSQL(
        [
            f"create policy apart_read {on} select to {PAGES} using ({shown})",
            f"create policy apart_change {on} update to {PAGES} using ({shown})",
        ],
        reverse_sql=[
            f"drop policy if exists {policy} on {name(table)}"
            for policy in ("apart_read", "apart_change")
        ],
    )
