"""The cast of the story, which every test shares. `load` runs once, into the template database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import psycopg
from django.conf import settings
from django.db import connections

from hub.accounts.models import Account
from hub.agencies.models import Practitioner
from hub.database import cluster
from hub.kernel.files import Actor, ActorKind, Role
from hub.story.cast import CAST, address_of
from hub.story.families import FAMILIES

BY_FIRST_MEMBER = """
select m.family_id, r.reference
from families_person p
join families_membership m on m.person_id = p.id
join families_familyreference r on r.family_id = m.family_id and r.until_at is null
where p.given_names = %s and p.family_name = %s
"""


def load() -> None:
    """Tell the story. Called by tests/databases.py while it makes the template."""
    if find_spec("hub.intake.changes") is None:
        return
    from hub.kernel import clock
    from hub.story.tell import tell

    tell(now=clock.now())
    with past_the_wall() as behind:  # what the story had to say was sent long ago
        behind.execute("delete from notify_message")
        behind.execute("delete from procrastinate_jobs")


@contextmanager
def past_the_wall() -> Iterator[psycopg.Connection[Any]]:
    """A superuser's connection, for what a test must know and nobody in the hub may ask."""
    name = connections.settings["default"]["NAME"]
    with cluster.connect(settings.DATA_DIR, name) as connection:
        yield connection


@dataclass(frozen=True)
class Known:
    """A family of the story as tests name it."""

    key: str
    id: int
    reference: str
    seen_by: dict[str, str]


class Cast:
    """Who and what there is: `cast.amina`, `cast.family("okafor")`."""

    def __init__(self) -> None:
        self.families = dict(_families())

    def family(self, key: str) -> Known:
        """A family by its key in hub/story/families.py."""
        return self.families[key]

    def practitioner(self, key: str) -> Practitioner:
        """A practitioner by their key in hub/story/cast.py."""
        part = next(p for p in CAST if p.key == key)
        return Practitioner.objects.select_related("agency").get(
            email=address_of(part), role_title=part.role_title
        )

    def account(self, key: str) -> Account:
        """The account somebody signs in with."""
        return self.practitioner(key).account

    def actor(self, key: str) -> Actor:
        """Somebody as an actor, with the roles they hold."""
        who = self.practitioner(key)
        grants = who.roles.filter(until=None).values_list("code", "locality_id")
        return Actor(
            ActorKind.PRACTITIONER,
            who.pk,
            who.name,
            agency=who.agency_id,
            agency_name=who.agency.name,
            locality=who.locality_id,
            roles=frozenset(Role(code, locality) for code, locality in grants),
            account=who.account_id,
        )


def everybody() -> list[str]:
    """The keys of the whole cast."""
    return [part.key for part in CAST]


def _families() -> Iterator[tuple[str, Known]]:
    with past_the_wall() as connection:
        for told in FAMILIES:
            first = told.members[0]
            row = connection.execute(BY_FIRST_MEMBER, [first.names, first.family_name]).fetchone()
            assert row is not None, told.key
            yield told.key, Known(told.key, row[0], row[1], told.seen_by)
