"""Putting a family into the queue, taking it up, and saying what came of it."""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, connection, transaction

from hub.agencies import queries as agencies
from hub.agencies.models import RoleGrant
from hub.audit.change import change
from hub.audit.events import register
from hub.intake.arrivals import rules
from hub.intake.models import Arrival
from hub.kernel.clock import day_of
from hub.kernel.conflicts import Conflict
from hub.kernel.files import Actor, NotInYourFiles
from hub.kernel.ids import ALPHABET, ID_BITS, REFERENCE_LENGTH, new_reference
from hub.notify.outbox import queue

register("arrival.came", "put a family into the hub's queue")
register("arrival.taken", "took up a family from the hub's queue")
register("arrival.given_back", "put a family back into the hub's queue")
register("arrival.ended", "wrote down what came of a family in the hub's queue")
register("arrival.registered", "registered a family from the hub's queue")
register("arrival.reopened", "opened a family in the hub's queue again")

PREFIX = "HELP"
FROM = ("name", "relation", "child_name", "child_age", "contact", "contact_words", "may_say_who")


@change("arrival.came")
def ask(
    actor: Actor, /, *, locality: int | None, words: str, token: str, now: datetime, **said: Any
) -> Arrival:
    """A family asks for help itself (2.50); the actor is the job that takes what it sends.

    Takes the hub's locality, what would help, the token of the form, and `name`, `relation`,
    `child_name`, `child_age`, `contact`, `contact_words` and `may_say_who`. The same words sent
    again with the same token wait once, under the same reference. Raises NotAllowed.
    """
    known = _sent_as(token, [locality, words, sorted(said.items())])
    return _come(actor, Arrival.Way.SELF, locality, words, said, now, **known)


@change("arrival.came")
def ask_for(
    actor: Actor, /, *, locality: int | None, words: str, agreed: bool, now: datetime, **said: Any
) -> Arrival:
    """Somebody at work asks for a family that said yes to it (2.50, S11). As `ask`."""
    rules.may_ask_for(agreed=agreed).or_raise()
    return _come(actor, Arrival.Way.BEHALF, locality, words, said, now)


@change("arrival.came")
def pass_down(
    actor: Actor,
    /,
    *,
    locality: int | None,
    words: str,
    outcome_words: str,
    agreed: str,
    agreed_on: date | None,
    not_to_say: str = "",
    now: datetime,
    **said: Any,
) -> Arrival:
    """The access team passes a family down with what it agreed (2.51). As `ask`.

    It is no yes to a plan: that is asked again when the hub meets the family.
    """
    rules.may_pass_down(access_team=actor.has_role(rules.ACCESS_TEAM)).or_raise()
    rules.may_have_agreed(agreed_on, today=day_of(now)).or_raise()
    told = {"outcome_words": outcome_words, "agreed": agreed, "agreed_on": agreed_on}
    more = told | {"not_to_say": not_to_say}
    return _come(actor, Arrival.Way.PASSED_DOWN, locality, words, said, now, **more)


@change("arrival.taken")
def take(actor: Actor, pk: int, *, version: int, now: datetime) -> Arrival:
    """A coordinator takes it up. Raises NotInYourFiles, NotAllowed, and Conflict when it changed
    since `version` was shown."""
    row = _locked(actor, pk, version)
    rules.may_take(taken=row.taken_by_id is not None, ended=bool(row.outcome)).or_raise()
    return _keep(row, taken_by_id=actor.id, taken_at=now)


@change("arrival.given_back")
def give_back(actor: Actor, pk: int, *, version: int, now: datetime) -> Arrival:
    """Whoever took it up puts it back into the queue. Raises as `take`."""
    row = _locked(actor, pk, version)
    rules.may_give_back(mine=row.taken_by_id == actor.id, ended=bool(row.outcome)).or_raise()
    return _keep(row, taken_by_id=None, taken_at=None)


@change("arrival.ended")
def end(
    actor: Actor, pk: int, *, outcome: str, note: str = "", version: int, now: datetime
) -> Arrival:
    """Write down what came of it. Raises as `take`."""
    row = _locked(actor, pk, version)
    outcome = outcome if outcome in rules.OUTCOMES else ""
    _ask_to_end(actor, row, outcome)
    return _keep(row, outcome=outcome, note=note, ended_at=now)


@change("arrival.registered")
def end_registered(actor: Actor, pk: int, *, now: datetime) -> Arrival:
    """The family is registered: it waits no more. Whoever registers has it in hand."""
    row = _locked(actor, pk, None)
    if row.taken_by_id is None:
        row.taken_by_id, row.taken_at = actor.id, now
    _ask_to_end(actor, row, rules.REGISTERED)
    fields = {"taken_by_id": row.taken_by_id, "taken_at": row.taken_at}
    return _keep(row, outcome=rules.REGISTERED, ended_at=now, **fields)


@change("arrival.reopened")
def reopen(actor: Actor, pk: int, *, version: int, now: datetime) -> Arrival:
    """Take back what was written down of what came of it; the actor has it in hand then."""
    row = _locked(actor, pk, version)
    rules.may_reopen(outcome=row.outcome).or_raise()
    return _keep(row, outcome="", note="", ended_at=None, taken_by_id=actor.id, taken_at=now)


def expire_arrivals(*, now: datetime) -> int:
    """Delete every arrival whose time has run out and say how many. For a job; whoever else calls
    it can delete no more than that."""
    with connection.cursor() as cursor:
        ended, waiting = now - rules.KEPT_AFTER, now - rules.KEPT_WAITING
        cursor.execute("select hub.expire_arrivals(%s, %s)", [ended, waiting])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def _sent_as(token: str, said: Any) -> dict[str, Any]:
    """The number and reference of what was sent with a token: for the same words the same."""
    typed = f"{token} {said!r}".encode(errors="replace")
    digest = hmac.new(settings.SECRET_KEY.encode(), typed, hashlib.sha256).digest()
    number = int.from_bytes(digest[:8], "big") >> 64 - ID_BITS | 1 << (ID_BITS - 1)
    body = "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[8 : 8 + REFERENCE_LENGTH])
    return {"id": number, "reference": f"{PREFIX}-{body}"}


def _come(
    actor: Actor,
    way: str,
    locality: int | None,
    words: str,
    said: Mapping[str, Any],
    now: datetime,
    **told: Any,
) -> Arrival:
    hub = next((one for one in agencies.localities() if one.pk == locality), None)
    rules.may_ask(locality=hub is not None, name=str(said.get("name", "")), words=words).or_raise()
    row = Arrival(
        locality=hub,
        way=way,
        arrived_at=now,
        passed_by_id=actor.id or None,
        words=words,
        **{name: value for name, value in said.items() if name in FROM and value is not None},
        **({"reference": new_reference(PREFIX)} | told),
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as refused:
        if "intake_arrival_pkey" not in str(refused):
            raise
        return row  # sent again: nobody who sends may read, so its number says so
    _tell(row, now)
    return row


def _tell(row: Arrival, now: datetime) -> None:
    """A message to the hub's coordinators that something waits, and nothing of what it is."""
    held = RoleGrant.objects.filter(code=rules.COORDINATOR, until=None, locality=row.locality_id)
    people = agencies.working(now).filter(
        pk__any=list(held.values_list("practitioner_id", flat=True))
    )
    for email in dict.fromkeys(people.order_by("pk").values_list("email", flat=True)):
        queue("arrival", email, address=f"{settings.HUB_ADDRESS}/queue/")


def _locked(actor: Actor, pk: int, version: int | None) -> Arrival:
    own = [r.locality for r in actor.roles if r.code == rules.COORDINATOR and r.locality]
    row = Arrival.objects.select_for_update().filter(pk=pk, locality__any=own).first()
    if row is None:
        raise NotInYourFiles("arrival")
    if version is not None and row.version != version:
        raise Conflict(theirs={}, yours={}, version=row.version)
    return row


def _ask_to_end(actor: Actor, row: Arrival, outcome: str) -> None:
    rules.may_end(
        taken=row.taken_by_id is not None,
        mine=row.taken_by_id == actor.id,
        ended=bool(row.outcome),
        outcome=outcome,
    ).or_raise()


def _keep(row: Arrival, **values: Any) -> Arrival:
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    row.save(update_fields=[*values, "version"])
    return row
