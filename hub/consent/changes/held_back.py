"""What is kept private from whom, and its end. Both count at the door's next decision."""

from datetime import datetime
from typing import Any, Final

from django.apps import apps

from hub.agencies.models import Agency, Practitioner
from hub.audit.change import change
from hub.audit.events import register
from hub.consent import holding
from hub.consent.changes.rows import find_whom
from hub.consent.holding import PLACES, Wish
from hub.consent.models import Kept, Restriction
from hub.consent.orders.queries import is_ordered
from hub.consent.rules import ADULT_FROM, CHILD_UNTIL, ITEMS, JUDGED_UNTIL
from hub.families import queries as families
from hub.families.models import HouseholdMember, Membership
from hub.kernel.clock import day_of
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level, NotInYourFiles

register("held_back.set", "recorded that something is kept private")
register("held_back.ended", "recorded that something is no longer kept private")

OWN: Final = ("member", "contact", "agreement")  # what each has of their own in a file
# The columns that say whom in the family a row is about.
ABOUT: Final = ("person_id", "other_id", "child_id", "given_by_id", "owner_member_id", "signer_id")


@change("held_back.set")
def hold_back(
    file: FamilyFile,
    *,
    item_kind: str,
    item: int | None,
    kept_from: str,
    kept_from_id: int,
    asked_by: int | None = None,
    understands: bool = False,
    now: datetime,
) -> Restriction:
    """Keep one item, or with no item the whole family, from a person or agency, at once (2.81).

    `item_kind` is one of `rules.ITEMS`, or `PLACES` with the family's own id (S3); `asked_by` the
    member who wishes it, who `understands` it if 12 to 15. Raises NotInYourFiles, NotAllowed.
    """
    row = _find_item(file, item_kind, item) if item is not None else None
    whom = find_whom(file, kept_from, kept_from_id)
    asked = holding.Holding(
        level=file.level,
        whole_family=item is None,
        recorded=row is not None and _recorded_by_actor(file, row),
        wish=_wish(file, row, item, asked_by, understands, now),
        held_already=_is_held(file, item, kept_from, kept_from_id),
        from_whose_it_is=item_kind in OWN and _is_theirs(file, whom, row),
        **_whose(file, whom),
    )
    holding.may_hold_back(asked).or_raise()
    kept = Restriction(
        family_id=file.family,
        item_kind=item_kind if item is not None else "",
        item=item,
        kept_from=kept_from,
        kept_from_id=kept_from_id,
        asked_by_id=asked_by,
        set_by_id=file.actor.id,
        from_at=now,
    )
    kept.save(force_insert=True)
    return kept


@change("held_back.ended")
def let_go(file: FamilyFile, pk: int, *, they_say_so: bool = False, now: datetime) -> Restriction:
    """End what was kept private. Who has the whole record open sees it, and whoever wrote down
    that it is private; NotInYourFiles else.

    Raises NotAllowed for the very person, or somebody of the agency, that it is kept from (S14),
    and where somebody in the family asked for it, unless they say so. What was recorded more than
    once, by people who could not see that it was, ends as one.
    """
    rows = Restriction.objects.select_for_update().filter(family=file.family, until_at=None)
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotInYourFiles(file.reference)
    same = rows.filter(item=row.item, kept_from=row.kept_from, kept_from_id=row.kept_from_id)
    ended = list(same.order_by("pk"))
    holding.may_let_go(
        from_self=_kept_from_actor(file, row),
        asked_for=any(one.asked_by_id for one in ended),
        they_say_so=they_say_so,
        ordered=is_ordered(file, row),
    ).or_raise()
    for one in ended:
        one.until_at = now
        one.version += 1
        one.save(update_fields=["until_at", "version"])
    return row


def _find_item(file: FamilyFile, kind: str, item: int) -> Any:
    """The row that an item is; None for where the family is. Raises NotInYourFiles."""
    if kind == PLACES and item == file.family:
        return None
    if kind not in ITEMS:
        raise NotAllowed("Choose what is to be kept private.")
    # By name: the tables of later packages are behind the same wall, and known to none below.
    rows = apps.get_model(ITEMS[kind])._default_manager
    row = rows.filter(family=file.family, pk=item).first()
    if row is None:
        raise NotInYourFiles(file.reference)
    return row


def _recorded_by_actor(file: FamilyFile, row: Any) -> bool:
    first = row.history_rows.filter(family=file.family).order_by("pgh_id").first()
    return first is not None and (first.by_kind, first.by_id) == (
        file.actor.kind.value,
        file.actor.id,
    )


def _whose(file: FamilyFile, whom: Membership | Practitioner | Agency) -> dict[str, bool]:
    """How whom it is kept from stands to the actor and to who leads. Somebody with two jobs is one
    person: what is kept from them goes by their account."""
    leading = (
        apps.get_model("access.Lead")
        ._default_manager.filter(family=file.family, until_at=None)
        .select_related("practitioner")
        .first()
    )
    lead: Practitioner | None = leading.practitioner if leading else None
    actor = Practitioner.objects.get(pk=file.actor.id)
    account = whom.account_id if isinstance(whom, Practitioner) else None
    agency = whom.pk if isinstance(whom, Agency) else None
    return {
        "leads": file.sees(Level.RECORD) and (lead is None or lead.pk == file.actor.id),
        "from_self": account is not None and account == actor.account_id,
        "from_own_agency": agency is not None and agency == actor.agency_id,
        "from_lead": lead is not None and account is not None and account == lead.account_id,
        "from_leads_agency": lead is not None and agency == lead.agency_id,
    }


def _is_held(file: FamilyFile, item: int | None, kind: str, whom: int) -> bool:
    rows = Restriction.objects.filter(family=file.family, item=item, until_at=None)
    return rows.filter(kept_from=kind, kept_from_id=whom).exists()


def _is_theirs(file: FamilyFile, whom: Membership | Practitioner | Agency, row: Any) -> bool:
    return isinstance(whom, Membership) and whom.person_id in _about(file, row)


def _wish(
    file: FamilyFile,
    row: Any,
    item: int | None,
    asked_by: int | None,
    understands: bool,
    now: datetime,
) -> Wish:
    if asked_by is None:
        return Wish.NOBODY
    member = families.member(file, asked_by)
    if item != file.family and asked_by not in _about(file, row):
        return Wish.OTHER
    ages = families.ages_of(member, day_of(now))
    adult = member.part == Membership.Part.ADULT
    youngest = min(ages) if ages else ADULT_FROM if adult else 0
    if youngest >= JUDGED_UNTIL:
        return Wish.OWN
    if youngest >= CHILD_UNTIL:
        return Wish.JUDGED if understands else Wish.YOUNG
    return Wish.CHILD


def _about(file: FamilyFile, row: Any) -> set[int]:
    """Whom in the family an item is about: who lives there, for an address."""
    if row is None:
        return set()
    living = HouseholdMember.objects.filter(family=file.family, address=row.pk, until_at=None)
    named = [getattr(row, column, None) for column in ABOUT]
    return {*(pk for pk in named if pk is not None), *living.values_list("person_id", flat=True)}


def _kept_from_actor(file: FamilyFile, row: Restriction) -> bool:
    """Whether this is kept from the actor. The whole family kept from the agency of the one who
    leads is not: they see it all the same."""
    if row.kept_from == Kept.AGENCY:
        return row.item is not None and row.kept_from_id == file.actor.agency
    if row.kept_from != Kept.PRACTITIONER:
        return False
    jobs = Practitioner.objects.filter(pk__in=(row.kept_from_id, file.actor.id))
    return jobs.values("account_id").distinct().count() == 1
