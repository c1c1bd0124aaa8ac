"""Ways in which the policy could be wrong, each as a change of what stands in the database.

They are made by the superuser in a copy of the database that is thrown away, and taken back.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import psycopg

from tests.cast import past_the_wall


@dataclass(frozen=True)
class Wrong:
    """A part of a function's text and what would stand there; or a policy that is forgotten.

    `world` is one in which it shows, so that it need not be looked for each time.
    """

    world: int
    name: str
    function: str = ""
    says: str = ""
    instead: str = ""
    statement: str = ""
    undo: str = ""


GOALS_OPEN: Final = "family_id = any ((select hub.open_families('plan'))::bigint[])"
NOT_HELD: Final = " and not (id = any ((select hub.held_back())::bigint[]))"
WRONG: Final = (
    Wrong(5, "the end of an agreement is forgotten", "sight_facts",
          "coalesce(c.until_at, 'infinity') > at and c.from_at <= at", "c.from_at <= at"),
    Wrong(9, "an agreement counts before it begins", "sight_facts",
          "(c.until_at, 'infinity') > at and c.from_at <= at", "(c.until_at, 'infinity') > at"),
    Wrong(1, "what is kept from somebody is forgotten in their second job", "sight_facts",
          "unnest(me.agency_id || me.jobs)", "unnest(array[me.agency_id, me.id])"),
    Wrong(8, "an override never ends", "sight_facts", "and v.until_at > at", ""),
    Wrong(2, "an item kept from the very person is shown to them", "sight_facts",
          "array_agg(r.item) filter (where r.item is not null and r.kept_from = 'practitioner')",
          "array_agg(r.item) filter (where false)"),
    Wrong(0, "a coordinator sees every locality", "sight_facts",
          "f.locality_id = any (me.coordinates)", "me.coordinates <> '{}'"),
    Wrong(0, "who has left still works there", "sight_facts", "coalesce(p.left_at > at, true)",
          "true"),
    Wrong(0, "a closed agency is still at work", "sight_facts", "coalesce(a.closed_at > at, true)",
          "true"),
    Wrong(0, "a relationship that ended still counts", "sight_facts",
          "i.from_at <= at and coalesce(i.until_at > at, true)", "i.from_at <= at"),
    Wrong(0, "what agencies signed is forgotten", "sight_facts",
          "standing.since is not null", "true"),
    Wrong(0, "an agency that left a sharing agreement goes on", "standing",
          "y.from_at <= at and coalesce(y.until_at > at, true)", "y.from_at <= at"),
    Wrong(0, "a family that is to be asked again is not", "sight_facts",
          "and c.from_at >= coalesce(standing.since, '-infinity')) as shared", ") as shared"),
    Wrong(1, "a list shows who sees nothing", "families_of", "where l.level > 0", "where true"),
    Wrong(0, "where something is due shows who sees nothing", "families_among",
          "where l.level > 0", "where true"),
    Wrong(8, "a list gives administrators families", "sight_levels",
          "not s.works or s.administrator or", "not s.works or"),
    Wrong(0, "part of a name finds families of others", "families_named",
          "where p.search_name = array_to_string(words, ' ')",
          "where p.search_name like '%' || words[1] || '%'"),
    Wrong(12, "a search finds a member who is held back", "families_named",
          "and not found.membership = any (l.held_back)", ""),
    Wrong(9, "the hub lists families with a lead", "families_without_a_lead",
          "and not exists (", "and not exists (select where false) and true or exists ("),
    Wrong(2, "people held back are open", "people_open",
          "and not m.id = any (hub.held_back())", ""),
    Wrong(36, "the wall of goals forgets what is held back",
          statement=f"alter policy wall_read on plans_goal using ({GOALS_OPEN})",
          undo=f"alter policy wall_read on plans_goal using ({GOALS_OPEN}{NOT_HELD})"),
    Wrong(267, "a member held back shows through another family of theirs",
          statement="alter policy apart_read on families_householdmember using (true)",
          undo="alter policy apart_read on families_householdmember using (not ((family_id #"
               " person_id) = any ((select hub.members_held_back())::bigint[])))"),
    Wrong(1, "addresses are for the signpost",
          statement="alter policy wall_read on families_address using (family_id = any"
                    " ((select hub.open_families('signpost'))::bigint[]))",
          undo="alter policy wall_read on families_address using (family_id = any"
               " ((select hub.open_families('summary'))::bigint[])"
               f"{NOT_HELD})"),
)  # fmt: skip


@contextmanager
def broken(wrong: Wrong) -> Iterator[None]:
    """The database is wrong in this way until the end of the block."""
    with past_the_wall() as superuser:
        before = wrong.undo
        if wrong.function:
            before = _definition(superuser, wrong.function)
            assert before.count(wrong.says) == 1, f"{wrong.name}: the function says it otherwise"
            superuser.execute(before.replace(wrong.says, wrong.instead))
        else:
            superuser.execute(wrong.statement)
        superuser.commit()
        try:
            yield
        finally:
            superuser.execute(before)
            superuser.commit()


def _definition(superuser: psycopg.Connection[Any], function: str) -> str:
    found = superuser.execute(
        "select pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n"
        " on n.oid = p.pronamespace where n.nspname = 'hub' and p.proname = %s",
        [function],
    ).fetchone()
    assert found is not None, function
    return str(found[0])
