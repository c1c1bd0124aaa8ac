"""What a yes has to be before it is written down, and its end: for the changes that write it."""

from datetime import datetime

from django.db.models import QuerySet

from hub.agencies.models import Agency, LocalityMembership
from hub.agencies.sharing.queries import standing_in
from hub.consent import queries, rules
from hub.consent import terms as limits
from hub.consent.languages import ENGLISH
from hub.consent.models import Agreement, Purpose, Scope, Wording
from hub.consent.terms import Explained, Terms
from hub.consent.words.rules import in_use
from hub.families import queries as families
from hub.families.models import Membership
from hub.kernel.clock import day_of
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile


def may_be_asked_about(file: FamilyFile, scope: str, agency: int, now: datetime) -> None:
    """Refuse what nobody can be asked: another scope, an agency that is not there (S12)."""
    if scope not in Scope.values:
        raise NotAllowed("Choose what the yes is to.")
    found = Agency.objects.filter(pk=agency, opened_at__lte=now).exclude(closed_at__lte=now)
    if scope == Scope.SHARE:
        here = LocalityMembership.objects.filter(
            locality=queries.locality_for(file), since__lte=now
        )
        found = found.filter(pk__in=here.exclude(until__lte=now).values("agency"))
    if not found.exists():
        raise NotAllowed("Choose an agency that works in this locality.")
    if scope != Scope.KEEP and agency not in standing_in(file.locality, now=now):
        raise NotAllowed(rules.NOT_STANDING)


def may_be_explained(file: FamilyFile, person: int, wording: Wording, said: Explained) -> None:
    """Refuse a yes whose words a child or the signer's partner read to them (S16)."""
    if not said.read_by and not said.language:
        return
    names = {row.person_id: _names(row) for row in families.members_in(file)}
    pairs = [(r.person, r.other) for r in families.relationships_in(file) if r.kind == "partner"]
    partners = {a if b == person else b for a, b in pairs if person in (a, b)}
    children = [m for m in families.members_in(file) if m.part != Membership.Part.ADULT]
    limits.was_explained(
        said,
        wording_language=wording.language,
        children=[name for m in children for name in _names(m)],
        partners=[name for one in partners for name in names.get(one, [])],
    ).or_raise()


def _names(row: Membership) -> list[str]:
    who = row.person
    return [name for name in (who.given_names, who.known_as, who.full_name) if name]


def wording_in_use(pk: int, now: datetime) -> Wording:
    """Wording that is published and that a person has checked, no translation of older English
    words (S16). English words that were replaced count where they were read before that.
    Raises NotAllowed."""
    checked = Wording.objects.filter(published_at__lte=now).exclude(checked_by="")
    found = checked.filter(pk=pk).first()
    if found is None or (found.language != ENGLISH and _is_behind(found, checked)):
        raise NotAllowed("Show them wording that is in use, then ask again.")
    return found


def _is_behind(found: Wording, checked: QuerySet[Wording]) -> bool:
    english = checked.filter(language=ENGLISH).order_by("-published_at").first()
    since = english.published_at if english else None
    return not in_use(found.published_at, newest_english=since)


def until(scope: str, terms: Terms, now: datetime) -> datetime | None:
    """The moment these terms end the yes at. Raises NotAllowed for terms that cannot be."""
    sharing = scope == Scope.SHARE
    limits.may_be_limited(terms, sharing=sharing, today=day_of(now)).or_raise()
    offered = Purpose.objects.filter(from_at__lte=now).exclude(until_at__lte=now)
    if terms.purpose is not None and not offered.filter(pk=terms.purpose).exists():
        raise NotAllowed("Choose what it is for from the list, or say it in your own words.")
    return limits.end_of(terms.until_on)


def end(
    row: Agreement,
    file: FamilyFile,
    now: datetime,
    because: str = Agreement.Ended.WITHDRAWN,
) -> None:
    """End one yes now, before the day it may have been given until. For the changes beside this."""
    row.until_at, row.ended_by_id = now, file.actor.id
    row.ended_because = because
    row.version += 1
    row.save(update_fields=["until_at", "ended_by", "ended_because", "version"])
