"""Who asks: the county's practitioners for measuring, signed in by a session row made for them."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connections, transaction

from hub.accounts.models import Account
from hub.agencies.models import Practitioner
from hub.kernel.ids import new_reference
from hub.story.county.staff import DOMAIN

# The levels as hub.sight_levels numbers them.
LEVELS: Final = {1: "signpost", 2: "summary", 3: "plan", 4: "record", 0: "refused"}
# As the door: the only one who may ask about families that nobody has open.
_REFERENCES: Final = """
with candidates as materialized (
    select f.id from families_family f tablesample bernoulli (%(percent)s) repeatable (1)
    union
    select l.family_id from access_lead l where l.practitioner_id = %(who)s and l.until_at is null
    union
    select i.family_id from access_involvement i
    where i.practitioner_id = %(who)s and i.until_at is null
    union
    (select a.family_id from consent_agreement a where a.scope = 'share' and a.until_at is null
     and a.agency_id = (select agency_id from agencies_practitioner where id = %(who)s) limit 500)
)
select s.level, array_agg(r.reference order by r.reference)
from hub.sight_levels(%(who)s, array(select id from candidates), now()) s
join families_familyreference r on r.family_id = s.family_id and r.until_at is null
group by s.level
"""
_COMMON: Final = """
select search_name from families_person group by search_name order by count(*) desc limit 5
"""
_NAMES: Final = """
select distinct p.given_names || ' ' || p.family_name
from access_lead l join families_membership m using (family_id)
join families_person p on p.id = m.person_id
where l.practitioner_id = %s and p.family_name <> '' order by 1 limit 20
"""


@dataclass(frozen=True)
class Person:
    """A practitioner: their cookies, and the families they may and may not see, by level."""

    cookies: dict[str, str]
    references: dict[str, list[str]]
    names: list[str]


def signed_in(name: str) -> Person:
    """The county's practitioner of that name, with a new session."""
    account = Account.objects.get(email=f"{name}@{DOMAIN}")
    return Person(_session(account), *_families(account))


def practitioner(name: str) -> int:
    """The id of the county's practitioner of that name."""
    return Practitioner.objects.values_list("pk", flat=True).get(email=f"{name}@{DOMAIN}")


def common_names() -> list[str]:
    """The county's most common whole names."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("set local role hub_door")
        cursor.execute(_COMMON)
        return [row[0] for row in cursor.fetchall()]


def _session(account: Account) -> dict[str, str]:
    from hub.kernel import clock

    store: Any = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store["began"] = clock.now().isoformat()  # the accounts' own limit on a session's age
    store.create()
    return {settings.SESSION_COOKIE_NAME: store.session_key}


def _families(account: Account) -> tuple[dict[str, list[str]], list[str]]:
    found: dict[str, list[str]] = {level: [] for level in LEVELS.values()}
    found["absent"] = [new_reference("FH") for _ in range(200)]
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("select id from agencies_practitioner where account_id = %s", [account.pk])
        who = cursor.fetchone()[0]
        cursor.execute("set local role hub_door")
        cursor.execute(_REFERENCES, {"who": who, "percent": 1})
        for level, references in cursor.fetchall():
            found[LEVELS[level]] = references
        cursor.execute(_NAMES, [who])
        return found, [row[0] for row in cursor.fetchall()]
