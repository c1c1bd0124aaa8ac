"""Who gets a copy of the plan, worked out from it, from what the family agreed to and from what it
keeps private; and the copies given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery

from hub.access.inside.facts import known_inside_each
from hub.access.inside.rules import level_of, may_look
from hub.agencies.models import Practitioner
from hub.consent.models import Kept, Restriction
from hub.database.kept import kept
from hub.families import queries as families
from hub.families.models import Membership
from hub.kernel.decisions import Decision
from hub.kernel.files import FamilyFile, Level
from hub.plans import queries
from hub.plans.copies import rules
from hub.plans.models import Plan, PlanCopy, name_of
from hub.plans.queries import GoalWithActions
from hub.plans.services import InPlan, services_in

HOW = [(how.value, str(how.label)) for how in PlanCopy.How]
CHANGED = """
select max(at) from (
    select pgh_created_at as at from plans_goalhistoryrow
    where family_id = %(family)s and plan_id = %(plan)s
    union all
    select pgh_created_at from plans_actionhistoryrow
    where family_id = %(family)s and goal_id = any (array(
        select id from plans_goal where family_id = %(family)s and plan_id = %(plan)s))
    union all
    select pgh_created_at from plans_closurehistoryrow
    where family_id = %(family)s and plan_id = %(plan)s
) changes
"""


@dataclass(frozen=True)
class Given:
    """The last copy somebody was given, and whether the plan changed since."""

    copy: PlanCopy
    is_old: bool


@dataclass(frozen=True)
class Recipient:
    """A service or a member, whether they get a copy of the plan or why not, and the one they got.
    `partly` is who gets only what they see themselves."""

    id: int
    name: str
    about: tuple[str, ...]
    gets: Decision
    partly: bool = False
    last: Given | None = None


@dataclass(frozen=True)
class Recipients:
    """Everybody who is named in the plan or is in the family."""

    plan: Plan
    services: list[Recipient]
    members: list[Recipient]


def recipients_in(file: FamilyFile) -> Recipients | None:
    """Who gets a copy of the newest plan and who does not; None where there is none."""
    plan = queries.plan_in(file)
    if plan is None:
        return None
    goals = queries.goals_in(file, plan)
    people = families.members_in(file)
    last = _last_copies(file, plan)
    return Recipients(
        plan,
        [
            _service(file, one, last.get(one.agency))
            for one in with_kept(file, services_in(file, goals), goals, people)
        ],
        _members(file, plan, people, last),
    )


def with_kept(
    file: FamilyFile,
    services: Sequence[InPlan],
    goals: Sequence[GoalWithActions],
    people: Iterable[Membership],
) -> list[InPlan]:
    """These services with whether something in the plan is kept from them, as far as the reader
    knows: who leads knows all but what is kept from themselves. What is kept from somebody is kept
    from them in every agency they work for: it goes by their account."""
    if not services or not file.sees(Level.RECORD):
        return list(services)
    items = {None, file.family, *(member.pk for member in people)}
    items |= {goal.goal.pk for goal in goals}
    items |= {action.pk for goal in goals for action in goal.actions}
    found = [row for row in _kept_from(file.family) if row[0] in items or row[1] == "closure"]
    agencies = {whom for _, _, kind, whom, _ in found if kind == Kept.AGENCY}
    accounts = {account for *_, kind, _, account in found if kind == Kept.PRACTITIONER}
    return [
        replace(
            one,
            facts=replace(
                one.facts, kept=one.agency in agencies or not accounts.isdisjoint(one.accounts)
            ),
        )
        for one in services
    ]


@kept
def _kept_from(family: int) -> QuerySet[Any, Any]:
    """Each item kept from somebody, its kind, from what and whom, and a practitioner's account."""
    account = Practitioner.objects.filter(pk=OuterRef("kept_from_id")).values("account_id")[:1]
    rows = Restriction.objects.filter(family=family, until_at=None)
    return rows.annotate(account=Subquery(account)).values_list(
        "item", "item_kind", "kept_from", "kept_from_id", "account"
    )


def _service(file: FamilyFile, one: InPlan, last: Given | None) -> Recipient:
    gets = rules.service_gets(one.facts, reader=file.level)
    return Recipient(one.agency, one.name, one.people, gets, last=last)


def _members(
    file: FamilyFile, plan: Plan, people: Sequence[Membership], last: dict[int, Given]
) -> list[Recipient]:
    asked = [row for row in people if row.part != Membership.Part.UNBORN and not row.loss]
    whom = [row.person_id for row in asked]
    whole = file.sees(Level.RECORD)
    views = known_inside_each(whom, file.reference, file.opened_at) if whole and whom else {}
    found = []
    for row in asked:
        view = views[row.person_id].viewer if row.person_id in views else None
        facts = (
            rules.Member(may_look(view), level_of(view), view.places_kept)
            if view is not None
            else None
        )
        found.append(
            Recipient(
                row.person_id,
                name_of(row.person),
                (),
                rules.member_gets(facts, reader=file.level),
                # Why a plan was closed is shown to no member.
                partly=view is not None and bool(view.held or plan.closed_at),
                last=last.get(row.person_id),
            )
        )
    return found


def _last_copies(file: FamilyFile, plan: Plan) -> dict[int, Given]:
    """The newest copy of each service and member that got one, by their id."""
    copies = _copies(file.family, plan.pk, list(file.held_back))
    changed = _changed_at(file, plan) if copies else None
    found: dict[int, Given] = {}
    for row in copies:
        old = rules.is_old(given_on=row.given_on, at=row.at, changed_at=changed)
        found.setdefault(row.agency_id or row.person_id or 0, Given(row, old))
    return found


@kept
def _copies(family: int, plan: int, held_back: list[int]) -> QuerySet[PlanCopy]:
    rows = PlanCopy.objects.filter(family=family, plan=plan).exclude(pk__any=held_back)
    return rows.select_related("given_by").order_by("-given_on", "-at", "pk")


def _changed_at(file: FamilyFile, plan: Plan) -> datetime | None:
    """When the plan changed last, as far as the reader sees: from its history, which every change
    leaves."""
    with connection.cursor() as cursor:
        cursor.execute(CHANGED, {"family": file.family, "plan": plan.pk})
        row = cursor.fetchone()
    return row[0] if row else None
