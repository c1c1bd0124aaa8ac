"""Reads of agencies and their people."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from hub.kernel.files import Actor, ActorKind, Role

# One question a page: who is this, with which roles, and what help numbers their locality has.
STANDING = """
select p.id, p.name, p.agency_id, a.name, p.locality_id,
       (select count(*) from agencies_practitioner o join agencies_agency oa on oa.id = o.agency_id
        where o.account_id = %(account)s and o.left_at is null and oa.closed_at is null),
       coalesce((select array_agg(g.code || '@' || coalesce(g.locality_id::text, ''))
                 from agencies_rolegrant g
                 where g.practitioner_id = p.id and g.since <= %(now)s
                   and coalesce(g.until > %(now)s, true)), '{}'),
       coalesce((select array_agg(h.label || chr(31) || h.number order by h.position, h.label)
                 from agencies_helpnumber h
                 where h.locality_id = p.locality_id or h.locality_id is null), '{}')
from agencies_practitioner p join agencies_agency a on a.id = p.agency_id
where p.account_id = %(account)s and (%(chosen)s::bigint is null or p.id = %(chosen)s)
  and p.joined_at <= %(now)s and coalesce(p.left_at > %(now)s, true)
  and coalesce(a.closed_at > %(now)s, true)
limit 2
"""


@dataclass(frozen=True)
class Standing:
    """Who an account is now (None: nobody, or several and none chosen) and what they can ring."""

    actor: Actor | None
    help_numbers: list[tuple[str, str]]
    people: int


def standing(account: int, practitioner: int | None, now: datetime) -> Standing:
    """Who signed in, from an account and the practitioner chosen in this session, if any."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING, {"account": account, "chosen": practitioner, "now": now})
        rows = cursor.fetchall()
    if len(rows) != 1:
        return Standing(None, [], len(rows))
    found, name, agency, agency_name, locality, people, roles, numbers = rows[0]
    actor = Actor(
        kind=ActorKind.PRACTITIONER,
        id=found,
        name=name,
        agency=agency,
        agency_name=agency_name,
        locality=locality,
        roles=frozenset(_role(text) for text in roles),
        account=account,
    )
    help_numbers = [(label, number) for label, _, number in (n.partition("\x1f") for n in numbers)]
    return Standing(actor, help_numbers, people)


def _role(text: str) -> Role:
    code, _, locality = text.partition("@")
    return Role(code, int(locality) if locality else None)
