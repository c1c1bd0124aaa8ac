"""Localities, sectors and the numbers to ring: the authority's own words and lists."""

from collections.abc import Mapping, Sequence

from hub.agencies import rules
from hub.agencies.changes.rows import edit, locked, refused_by
from hub.agencies.models import HelpNumber, Locality, Sector
from hub.agencies.queries import HelpLine
from hub.audit.change import change
from hub.audit.events import register
from hub.kernel.conflicts import refuse_if_changed
from hub.kernel.files import Actor

register("locality.added", "added a locality")
register("locality.edited", "changed how a hub is reached")
register("sector.added", "added a kind of organisation")
register("help_numbers.edited", "changed the numbers to ring when somebody is not safe")

NAME_TAKEN = "There is already a locality with this name."
CODE_TAKEN = "There is already a sector with this code."


@change("locality.added")
def add_locality(
    actor: Actor, *, name: str, hub_name: str, hub_phone: str, hub_email: str, hub_address: str = ""
) -> Locality:
    """A new area with its hub."""
    rules.may_edit_locality(actor, locality=None).or_raise()
    with refused_by("locality_names_differ", NAME_TAKEN):
        return Locality.objects.create(
            name=name,
            hub_name=hub_name,
            hub_address=hub_address,
            hub_phone=hub_phone,
            hub_email=hub_email,
        )


@change("locality.edited")
def edit_locality(
    actor: Actor,
    locality: int,
    *,
    version: int,
    name: str,
    hub_name: str,
    hub_phone: str,
    hub_email: str,
    hub_address: str = "",
) -> Locality:
    """A locality's name and how its hub is reached. Raises Conflict."""
    row = locked(Locality, locality)
    rules.may_edit_locality(actor, locality=locality).or_raise()
    wanted = {
        "name": name,
        "hub_name": hub_name,
        "hub_address": hub_address,
        "hub_phone": hub_phone,
        "hub_email": hub_email,
    }
    with refused_by("locality_names_differ", NAME_TAKEN):
        edit(row, edited=version, wanted=wanted)
    return row


@change("sector.added", refs=lambda sector: {"position": sector.position})
def add_sector(actor: Actor, *, code: str, name: str, position: int) -> Sector:
    rules.may_edit_locality(actor, locality=None).or_raise()
    with refused_by("agencies_sector_pkey", CODE_TAKEN):
        return Sector.objects.create(code=code, name=name, position=position)


@change("help_numbers.edited", refs=lambda lines: {"lines": len(lines)})
def edit_help_numbers(
    actor: Actor,
    locality: int | None,
    *,
    lines: Sequence[HelpLine],
    shown: Mapping[int, int],
) -> list[HelpNumber]:
    """The numbers of one locality (None: those shown everywhere), all at once, in their order.

    `shown` maps the id of each row that was shown to its version. Raises Conflict, which names
    the lines "lines", when they are not the ones that stand, and NotAllowed when no number would
    be left for every page.
    """
    rules.may_edit_locality(actor, locality=locality).or_raise()
    rules.may_leave_numbers(locality=locality, lines=len(lines)).or_raise()
    _lock_numbers(locality)
    rows = list(HelpNumber.objects.filter(locality=locality).order_by("position", "id"))
    stand = {row.pk: row.version for row in rows}
    written = [tuple(line) for line in lines]
    refuse_if_changed(
        stands={"lines": [(row.label, row.number, row.hint) for row in rows]},
        wanted={"lines": written},
        version=max(stand.values(), default=0),
        edited=max(stand.values(), default=0) if dict(shown) == stand else -1,
    )
    version = max(stand.values(), default=0) + 1
    HelpNumber.objects.filter(pk__in=stand).delete()
    return HelpNumber.objects.bulk_create(
        HelpNumber(locality_id=locality, position=place, version=version, **line._asdict())
        for place, line in enumerate(lines)
    )


def _lock_numbers(locality: int | None) -> None:
    """One editor at a time, also while there is no number yet to lock."""
    if locality is not None:
        locked(Locality, locality)
        return
    # Those shown everywhere belong to all localities: lock them all, always in one order.
    list(Locality.objects.select_for_update().order_by("id").values_list("id"))
