"""Acting as one of the cast at the door, and counting past it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import connection

from hub.access import door, opening
from hub.agencies.models import Agency, Practitioner
from hub.audit import journal
from hub.kernel import clock
from hub.kernel.files import Actor, FamilyFile
from tests.c3.world import World


@contextmanager
def acting(actor: Actor) -> Iterator[Actor]:
    """A transaction at the door."""
    with journal.transaction():
        opening.begin(actor)
        try:
            yield actor
        finally:
            opening.forget()


@contextmanager
def opened(world: World, who: str, family: str) -> Iterator[FamilyFile]:
    """A family's file, open to somebody of the cast."""
    with acting(world.cast.actor(who)) as actor:
        reference = world.cast.family(family).reference
        yield door.open_file(actor, reference, "family", now=clock.now())


def invited_again(world: World, who: str, agency: str) -> Practitioner:
    """The same person, taken on by another agency with the account they have."""
    old = world.cast.practitioner(who)
    return Practitioner.objects.create(
        account=old.account,
        agency=Agency.objects.get(name=agency),
        locality=old.locality,
        name=old.name,
        role_title="Health visitor",
        phone="07700 900999",
        email="again@example.org",
        joined_at=clock.now() - timedelta(days=1),
    )


def count(table: str, where: str) -> int:
    """Rows of a table that the wall shows now."""
    with connection.cursor() as cursor:
        cursor.execute(f"select count(*) from {table} where {where}")
        return int(cursor.fetchone()[0])
