"""Practitioners: invited, edited, leaving; and their accounts woken."""

from datetime import datetime

from django.conf import settings

from hub.accounts import changes as accounts
from hub.agencies import queries, rules
from hub.agencies.changes.rows import edit, lock_administrators, locked, refused_by, touch
from hub.agencies.models import Agency, LocalityMembership, Practitioner, RoleGrant
from hub.audit.change import change
from hub.audit.events import register
from hub.kernel.files import Actor
from hub.notify.outbox import queue

register("practitioner.invited", "invited somebody to an agency")
register("practitioner.edited", "changed a practitioner's details")
register("practitioner.left", "recorded that somebody left their agency")
register("account.revived", "woke an account that was not used for long")

ALREADY = "Somebody with this email address is already in this agency."


@change("practitioner.invited")
def invite_practitioner(
    actor: Actor,
    *,
    agency: int,
    locality: int,
    name: str,
    role_title: str,
    phone: str,
    email: str,
    now: datetime,
) -> Practitioner:
    """A person joins an agency; an account is made for the email address, or the one it has used.

    The invitation waits in the outbox from the same moment on.
    """
    row = locked(Agency, agency)
    present = LocalityMembership.objects.filter(agency=row, until=None)
    here = Practitioner.objects.filter(agency=row, left_at=None)
    rules.may_invite(
        actor,
        locality=locality,
        localities=set(present.values_list("locality_id", flat=True)),
        closed=row.closed_at is not None,
        already=here.filter(account__email__iexact=email).exists(),
    ).or_raise()
    account = accounts.open_account(email, now=now)
    with refused_by("practitioner_is_in_an_agency_once", ALREADY):
        practitioner = Practitioner.objects.create(
            account=account,
            agency=row,
            locality_id=locality,
            name=name,
            role_title=role_title,
            phone=phone,
            email=account.email,
            joined_at=now,
        )
    queue("invitation", account.email, agency=row.name, address=settings.HUB_ADDRESS)
    return practitioner


@change("practitioner.edited")
def edit_practitioner(
    actor: Actor,
    practitioner: int,
    *,
    version: int,
    name: str,
    role_title: str,
    phone: str,
    email: str,
) -> Practitioner:
    """What families and colleagues see of a practitioner. Raises Conflict.

    The email address is the one to write to; the account signs in with the one it has.
    """
    row = locked(Practitioner, practitioner)
    rules.may_edit_practitioner(actor, person=queries.person_for_rules(row)).or_raise()
    wanted = {"name": name, "role_title": role_title, "phone": phone, "email": email}
    edit(row, edited=version, wanted=wanted)
    return row


@change("practitioner.left")
def deactivate_practitioner(actor: Actor, practitioner: int, *, now: datetime) -> Practitioner:
    """Somebody has left: their roles and sessions end now, and all that their place gave them.

    Their account is closed unless they still work for another agency.
    """
    lock_administrators()
    row = locked(Practitioner, practitioner)
    rules.may_deactivate(
        actor,
        person=queries.person_for_rules(row),
        administrators=queries.administrators(),
    ).or_raise()
    for role in RoleGrant.objects.select_for_update().filter(practitioner=row, until=None):
        touch(role, until=now)
    touch(row, left_at=now)
    elsewhere = queries.working(now).filter(account=row.account_id)
    if elsewhere.exists():
        accounts.end_sessions(row.account_id)
    else:
        accounts.close_account(row.account_id)
    return row


@change("account.revived", refs=lambda practitioner: {"account": practitioner.account_id})
def revive(actor: Actor, practitioner: int, *, now: datetime) -> Practitioner:
    """Wake the account of a practitioner, who can sign in from this moment on."""
    row = locked(Practitioner, practitioner)
    people = queries.working(now).filter(account=row.account_id)
    rules.may_revive(
        actor,
        localities=set(people.values_list("locality_id", flat=True)),
        active=row.account.is_active,
    ).or_raise()
    accounts.revive(row.account_id, now=now)
    return row
