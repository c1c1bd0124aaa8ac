"""Tells the story through the same changes that pages make, so that nothing in it is a fake."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hub.about import changes as about
from hub.access import changes as access
from hub.access import door, opening
from hub.access.lookup import index
from hub.agencies.models import Agency, Practitioner
from hub.audit import journal
from hub.consent import changes as consent
from hub.consent.holding import PLACES
from hub.consent.models import Agreement, Kept, Override, Wording
from hub.families import queries as families
from hub.families.models import Membership
from hub.intake import changes as intake
from hub.kernel.clock import day_of
from hub.kernel.files import Actor, ActorKind, FamilyFile
from hub.plans import changes as plans
from hub.plans.models import Goal
from hub.story.arrivals import tell_arrivals
from hub.story.cast import engage
from hub.story.emergency import tell_of_an_emergency
from hub.story.families import AGENCY, FAMILIES, Step, Told
from hub.story.looked_up import look_up, review_by_night
from hub.story.ordered import record
from hub.story.others import others_join
from hub.story.registering import JUDGED, registration
from hub.story.saying import say_less, say_no
from hub.story.signed import sign
from hub.story.sought import by_a_colleague, by_the_lead, of_nobody

BEGUN = timedelta(weeks=12)
WORDING = (
    "We would like to write down what you tell us about your family and keep it, so that you do "
    "not have to tell it again. Only people who work with you can read it. You choose which "
    "agencies may know that somebody is helping you, and you can change your mind at any time. "
    "If somebody may come to serious harm we may have to tell others; we would talk to you first "
    "unless that made things less safe."
)


@dataclass
class Stage:
    """The story as it is told so far."""

    now: datetime
    cast: dict[str, Practitioner]
    agencies: dict[str, int]
    wording: int
    references: dict[str, str]

    @property
    def begun(self) -> datetime:
        """When the families were registered."""
        return self.now - BEGUN


def tell(*, now: datetime) -> dict[str, str]:
    """Fill an empty hub. Takes the moment everything is relative to; gives each family's
    reference by its key."""
    cast = engage(joined=now - timedelta(days=400))
    wording = Wording.objects.create(
        text=WORDING, published_at=now - timedelta(days=400), checked_by="The hub's own team"
    )
    tell_of_an_emergency(cast["efua"], now)
    agencies = {key: Agency.objects.get(name=name).pk for key, name in AGENCY.items()}
    stage = Stage(now, cast, agencies, wording.pk, {})
    for told in FAMILIES:
        _tell_family(stage, told)
    tell_arrivals(cast, now=now)
    _tell_sought(stage)
    review_by_night()
    cast["idris"].left_at = now - timedelta(days=30)
    cast["idris"].save(update_fields=["left_at"])
    return stage.references


def _tell_sought(stage: Stage) -> None:
    okafor = next(told for told in FAMILIES if told.key == "okafor")
    for key, asks in ((okafor.lead, by_the_lead), (okafor.working[0], by_a_colleague)):
        with opened(stage, key, okafor) as file:
            asks(file, now=stage.now)
    with at_the_door(stage.cast[okafor.lead]) as actor:
        of_nobody(actor, now=stage.now)
    with at_the_door(stage.cast["carys"]) as actor:
        look_up(actor, now=stage.now - timedelta(hours=3))


def _tell_family(stage: Stage, told: Told) -> None:
    with at_the_door(stage.cast[told.lead]) as lead:
        file = intake.register(
            lead,
            registration(
                told, agencies=stage.agencies, wording=stage.wording, today=day_of(stage.now)
            ),
            now=stage.begun,
        )
    stage.references[told.key] = file.reference
    for key in told.working:
        with opened(stage, key, told) as other:
            access.work_with(
                other,
                why="I see the family every week",
                since_on=day_of(stage.begun),
                now=stage.begun + timedelta(days=1),
            )
    for name, agency in told.said_no:
        with opened(stage, told.working[0], told) as other:
            say_no(other, name, stage.agencies[agency], now=stage.begun + timedelta(days=2))
    with opened(stage, told.lead, told, "plan") as file:
        _with_the_lead(stage, told, file)
    for by in {page.by for page in told.about if page.by}:
        with opened(stage, by, told) as other:
            _about(told, other, stage.begun + timedelta(days=7), by)


def _with_the_lead(stage: Stage, told: Told, file: FamilyFile) -> None:
    later = stage.begun + timedelta(days=7)
    for key in told.team:
        access.add_to_team(
            file,
            stage.cast[key].pk,
            why="Asked to join by the family",
            since_on=day_of(later),
            now=later,
        )
    for order in told.ordered:
        record(file, order, today=day_of(stage.now), at=later)
    sign(told.key, file, now=stage.begun + timedelta(days=1))
    if told.shares[0]:
        _share_a_child(stage, told, file)
    others_join(told, file, wording=stage.wording, judged=JUDGED, at=later)
    _about(told, file, later)
    if told.plan:
        _plan(stage, told, file, later)
    for item, kept_from in told.kept_from:
        _hold_back(stage, told, file, item, kept_from)
    for key in told.shown_to:
        _override(stage, file, key)
    for key, reach, days in told.less:
        last = day_of(stage.now) + timedelta(days=days)
        say_less(file, stage.agencies[key], reach, last, now=stage.begun + timedelta(days=9))
    for key in told.withdrawn:
        agreement = Agreement.objects.get(
            family=file.family, scope="share", agency=stage.agencies[key], until_at=None
        )
        consent.withdraw(file, agreement.pk, now=stage.now - timedelta(days=7))


def _about(told: Told, file: FamilyFile, at: datetime, by: str = "") -> None:
    people = {m.person.given_names: m.person_id for m in families.members_in(file)}
    for page in (page for page in told.about if page.by == by):
        person = people.get(page.whose)
        told_so: dict[str, Any] = {"version": 0, "said": page.said, "now": at}
        if page.part == "alone" and person:
            about.save_asked_alone(file, person, alone=True, **told_so)
        else:
            known = page.known_to
            about.save_part(file, page.part, person=person, known_to=known, **told_so)


def _plan(stage: Stage, told: Told, file: FamilyFile, at: datetime) -> None:
    plans.open_plan(file, now=at)
    people = {m.person.given_names: m.person_id for m in families.members_in(file)}
    for words, steps in told.goals:
        goal = plans.add_goal(file, words=words, now=at)
        at += timedelta(minutes=1)
        for step in steps:
            _action(stage, file, goal.pk, step, people, at)
    if told.closed:
        plans.close_plan(
            file,
            reason=told.closed,
            note="The family has its own home and the children sleep.",
            continues="The children's centre, once a week.",
            protection_concern=False,
            now=stage.now - timedelta(days=14),
        )


def _action(
    stage: Stage,
    file: FamilyFile,
    goal: int,
    step: Step,
    people: dict[str, int],
    at: datetime,
) -> None:
    whose = stage.cast.get(step.owner)
    action = plans.add_action(
        file,
        goal=goal,
        step=step.words,
        due_on=day_of(stage.now) + timedelta(days=step.due),
        owner_practitioner=whose.pk if whose else None,
        owner_member=None if whose else people[step.owner],
        now=at,
    )
    if step.done:
        plans.mark_done(file, action.pk, version=action.version, now=at + timedelta(days=20))


def _hold_back(stage: Stage, told: Told, file: FamilyFile, item: str, kept_from: str) -> None:
    agency, whom = stage.agencies.get(kept_from), stage.cast.get(kept_from)
    members = {m.person.given_names: m.person_id for m in families.members_in(file)}
    kind = Kept.AGENCY if agency else Kept.PRACTITIONER if whom else Kept.PERSON
    consent.hold_back(
        file,
        item_kind="" if item == "family" else item,
        item=_item(file, item),
        kept_from=kind,
        kept_from_id=agency or (whom.pk if whom else members[kept_from]),
        now=stage.begun + timedelta(days=8),
    )


def _item(file: FamilyFile, item: str) -> int | None:
    if item == "address":
        return families.addresses_in(file)[0].pk
    if item == "goal":
        return Goal.objects.filter(family=file.family).latest("added_at").pk
    if item == PLACES:
        return file.family
    if item == "member":  # the father
        return next(m.pk for m in families.members_in(file) if m.person.given_names == "Obinna")
    return None


def _override(stage: Stage, file: FamilyFile, key: str) -> None:
    consent.override(
        file,
        shown_to=Kept.PRACTITIONER,
        shown_to_id=stage.cast[key].pk,
        ground=Override.Ground.HARM,
        because="A threat was made against the mother.",
        advice="The access team, by telephone: let the family worker know.",
        second=stage.cast["dilip"].pk,
        told_family=True,
        why_not_told="",
        until_at=stage.now + timedelta(days=5),
        now=stage.now - timedelta(days=2),
    )


def _share_a_child(stage: Stage, told: Told, file: FamilyFile) -> None:
    """One person in two families that must not see each other (S2, S21)."""
    other, child = told.shares
    theirs = next(f for f in FAMILIES if f.key == other)
    with opened(stage, theirs.lead, theirs) as elsewhere:
        person = next(
            m.person_id for m in families.members_in(elsewhere) if m.person.given_names == child
        )
    with opened(stage, told.lead, told):
        Membership(family_id=file.family, person_id=person, part="child", from_at=stage.begun).save(
            force_insert=True
        )
        index.keep_family(file.family)


@contextmanager
def at_the_door(who: Practitioner) -> Iterator[Actor]:
    """A transaction in which somebody of the cast acts, its journal written last."""
    actor = Actor(
        ActorKind.PRACTITIONER,
        who.pk,
        who.name,
        agency=who.agency_id,
        agency_name=who.agency.name,
        locality=who.locality_id,
    )
    with journal.transaction():
        opening.begin(actor)
        try:
            yield actor
        finally:
            opening.forget()


@contextmanager
def opened(stage: Stage, key: str, told: Told, purpose: str = "working") -> Iterator[FamilyFile]:
    """A family's file, open to somebody of the cast in a transaction of its own."""
    with at_the_door(stage.cast[key]) as actor:
        reference = stage.references[told.key]
        yield door.open_file(actor, reference, purpose, now=stage.begun + timedelta(days=1))


def who_to_sign_in_as(cast: Sequence[str] = ("amina", "grace", "ben", "dilip")) -> list[str]:
    """A line for each of the people a newcomer may want to be."""
    from hub.story.cast import CAST, address_of

    return [
        f"{part.name}, {part.role_title.lower()}: {address_of(part)} ({part.shows})"
        for part in CAST
        if part.key in cast
    ]
