"""How an agency answers for what it holds: a basis for each purpose, and whom families ask."""

from collections.abc import Mapping

from hub.agencies.answering import rules
from hub.agencies.changes.rows import edit, locked
from hub.agencies.models import Agency, AgencyBasis, AgencyStatement, LocalityMembership
from hub.audit.change import change
from hub.audit.events import register
from hub.kernel.files import Actor

register("agency.basis_stated", "recorded an agency's lawful basis")
register("agency.statement_changed", "changed how an agency answers to families")


@change("agency.basis_stated")
def state_basis(
    actor: Actor,
    agency: int,
    *,
    purpose: str,
    version: int,
    basis: str,
    because: str = "",
    controller: str = "",
    keeps: str = "",
) -> AgencyBasis:
    """On what an agency rests one purpose, who is answerable for it (blank: the agency) and how
    long it keeps things in its own systems (S13). Version 0 is a purpose nothing was stated for.

    Raises Conflict when somebody else stated it since.
    """
    _may(actor, agency)
    rules.may_rest_on(purpose=purpose, basis=basis, because=because).or_raise()
    rows = AgencyBasis.objects.select_for_update().filter(agency=agency, purpose=purpose)
    row = rows.first() or AgencyBasis(agency_id=agency, purpose=purpose, version=0)
    wanted = {"basis": basis, "because": because, "controller": controller, "keeps": keeps}
    _write(row, edited=version, wanted=wanted)
    return row


@change("agency.statement_changed")
def change_statement(
    actor: Actor,
    agency: int,
    *,
    version: int,
    contact: str = "",
    complain_to: str = "",
    notice: str = "",
) -> AgencyStatement:
    """Whom a family asks, where it complains, and where the agency's own notice is (2.77, 2.97)."""
    _may(actor, agency)
    rows = AgencyStatement.objects.select_for_update().filter(agency=agency)
    row = rows.first() or AgencyStatement(agency_id=agency, version=0)
    wanted = {"contact": contact, "complain_to": complain_to, "notice": notice}
    _write(row, edited=version, wanted=wanted)
    return row


def _write(
    row: AgencyBasis | AgencyStatement, *, edited: int, wanted: Mapping[str, object]
) -> None:
    if row.version:
        edit(row, edited=edited, wanted=wanted)
        return
    for name, value in wanted.items():
        setattr(row, name, value)
    row.version = 1
    row.save(force_insert=True)


def _may(actor: Actor, agency: int) -> None:
    row = locked(Agency, agency)
    present = LocalityMembership.objects.filter(agency=row, until=None)
    places = list(present.values_list("locality_id", flat=True))
    closed = row.closed_at is not None
    rules.may_state(actor, localities=places, closed=closed).or_raise()
