"""Keys made, ended, and used."""

from datetime import datetime, timedelta

from hub.agencies.changes.rows import locked, refused_by
from hub.agencies.models import Agency, LocalityMembership
from hub.agencies.systems import rules
from hub.agencies.systems.models import SystemKey
from hub.agencies.systems.queries import System
from hub.audit.change import change
from hub.audit.events import register
from hub.kernel.clock import day_of
from hub.kernel.files import Actor, ActorKind, NotInYourFiles

register("system_key.made", "gave a system of an agency a key")
register("system_key.ended", "ended the key of an agency's system")

NAME_TAKEN = "A system of this name has a key. End that key first, or choose another name."


@change("system_key.made")
def make_key(
    actor: Actor, agency: int, *, name: str, days: int, digest: str, now: datetime
) -> SystemKey:
    """A key for a system of an agency, good for so many days. `digest` is all that is kept of it
    (`rules.new_key`, `rules.digest_of`). Raises NotAllowed, also while the name has another."""
    row = locked(Agency, agency)
    rules.may_make_key(
        actor, localities=_localities(row), closed=row.closed_at is not None, days=days
    ).or_raise()
    with refused_by("system_keys_of_an_agency_differ", NAME_TAKEN):
        return SystemKey.objects.create(
            agency=row,
            name=name,
            digest=digest,
            made_at=now,
            made_by_id=actor.id if actor.kind is ActorKind.PRACTITIONER else None,
            expires_at=now + timedelta(days=days),
        )


@change("system_key.ended")
def end_key(actor: Actor, agency: int, *, key: int, now: datetime) -> SystemKey:
    """From this moment on the key opens nothing. Ending one that was ended is no error."""
    row = SystemKey.objects.select_for_update().filter(agency=agency, pk=key).first()
    if row is None:
        raise NotInYourFiles
    rules.may_end_key(actor, localities=_localities(row.agency)).or_raise()
    if row.ended_at is None:
        row.ended_at = now
        row.save(update_fields=["ended_at"])
    return row


def used(system: System, *, now: datetime) -> None:
    """Keep the day a key was last used on: one write on the first use of a day."""
    day = day_of(now)
    SystemKey.objects.filter(pk=system.key).exclude(used_on=day).update(used_on=day)


def _localities(agency: Agency) -> set[int]:
    present = LocalityMembership.objects.filter(agency=agency, until=None)
    return set(present.values_list("locality_id", flat=True))
