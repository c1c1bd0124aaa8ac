"""Roles: given and taken. They act from the next page on, since each page asks who is acting."""

from datetime import datetime

from hub.agencies import queries, rules
from hub.agencies.changes.rows import lock_administrators, locked, refused_by, touch
from hub.agencies.models import Locality, Practitioner, RoleGrant
from hub.audit.change import change
from hub.audit.events import register
from hub.kernel.files import Actor, ActorKind

register("role.granted", "gave somebody a role")
register("role.ended", "took a role from somebody")


def _refs(role: RoleGrant) -> dict[str, int | str | None]:
    return {
        "practitioner": role.practitioner_id,
        "code": role.code,
        "locality": role.locality_id,
    }


@change("role.granted", refs=_refs)
def grant_role(
    actor: Actor, practitioner: int, *, code: str, locality: int | None, now: datetime
) -> RoleGrant:
    """Give a practitioner a role, in a locality or (None) everywhere (A3)."""
    person = locked(Practitioner, practitioner)
    if locality is not None:
        locked(Locality, locality)
    rules.may_grant(
        actor, person=queries.person_for_rules(person), role=rules.Held(code, locality)
    ).or_raise()
    with refused_by("role_is_held_once", "They already hold this role."):
        return RoleGrant.objects.create(
            practitioner=person,
            code=code,
            locality_id=locality,
            since=now,
            granted_by_id=actor.id if actor.kind is ActorKind.PRACTITIONER else None,
        )


@change("role.ended", refs=_refs)
def end_role(actor: Actor, role: int, *, now: datetime) -> RoleGrant:
    """End a role somebody holds; it stays in the record of what they held until then."""
    lock_administrators()
    row = locked(RoleGrant, role)
    rules.may_end_role(
        actor,
        person=queries.person_for_rules(row.practitioner),
        role=rules.Held(row.code, row.locality_id if row.until is None else -1),
        administrators=queries.administrators(),
    ).or_raise()
    touch(row, until=now)
    return row
