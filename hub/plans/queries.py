"""Reads of plans. Each takes open files and leaves out what is held back in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from django.db.models import F, Q, QuerySet

from hub.access.models import Involvement, Lead
from hub.access.queries import Leading, lead_of
from hub.agencies.models import Practitioner
from hub.consent.force import in_force
from hub.consent.models import Agreement
from hub.consent.sharing import serves
from hub.database.kept import kept
from hub.families.elsewhere import home_borough, reached
from hub.families.models import Membership
from hub.kernel.decisions import Decision
from hub.kernel.files import FamilyFile, Level, NotInYourFiles
from hub.plans import rules
from hub.plans.models import Action, Closure, Goal, Plan, name_of
from hub.plans.rules import Owner

R = TypeVar("R")

# Why a plan can close, as code and words.
CLOSING_REASONS = [(reason.value, str(reason.label)) for reason in Closure.Reason]


@dataclass(frozen=True)
class GoalWithActions:
    """A goal and its actions, the soonest due first, what is done last."""

    goal: Goal
    actions: list[Action] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many of its actions are done."""
        return sum(action.done_at is not None for action in self.actions)


@dataclass(frozen=True)
class PossibleOwner:
    """Somebody who can take an action on, and how a list names them."""

    owner: Owner
    name: str
    about: str


@dataclass(frozen=True)
class Opening:
    """Whether the actor may open a plan, and who leads. `taken` when somebody was there first: it
    is not the actor who may not, there is a plan or somebody else leads."""

    decision: Decision
    lead: Leading | None
    taken: bool


def opening_in(file: FamilyFile) -> Opening:
    """Whether the actor may open this family's plan now."""
    # The plan before the lead: both are saved together, so where the plan is seen, the lead is.
    plan_is_open = is_open(file)
    lead = lead_of(file)
    leads_here = lead is not None and lead.practitioner == file.actor.id
    led_by = f"{lead.name} ({lead.agency})" if lead is not None and not leads_here else ""
    borough = home_borough(file)
    decision = rules.may_open_plan(
        leads=leads_here,
        works=works_with(file),
        led_by=led_by,
        plan_is_open=plan_is_open,
        # From whom the place is kept the yes is kept too: they are told what anybody is told.
        agreed=file.family in file.held_back or serves(file),
        elsewhere=(borough.name, reached(borough)) if borough else ("", ""),
    )
    return Opening(decision, lead, taken=plan_is_open or led_by != "")


def is_open(file: FamilyFile) -> bool:
    """Whether the family has an open plan."""
    return Plan.objects.filter(family=file.family, closed_at=None).exists()


def plan_in(file: FamilyFile) -> Plan | None:
    """The family's open plan, else the one closed last, else None."""
    return next(iter(_newest_plan(file.family)), None)


@kept
def _newest_plan(family: int) -> QuerySet[Plan]:
    rows = Plan.objects.filter(family=family).select_related("opened_by__agency")
    return rows.order_by(F("closed_at").desc(nulls_first=True), "-opened_at")[:1]


def goals_in(file: FamilyFile, plan: Plan) -> list[GoalWithActions]:
    """The plan's goals in the order they were added, with their actions, in two queries."""
    held_back = list(file.held_back)
    goals = _goals(file.family, plan.pk, held_back)
    found = {goal.pk: GoalWithActions(goal) for goal in goals}
    for action in _actions_for(file.family, list(found), held_back):
        action.goal = found[action.goal_id].goal
        found[action.goal_id].actions.append(action)
    return list(found.values())


@kept
def _goals(family: int, plan: int, held_back: list[int]) -> QuerySet[Goal]:
    rows = Goal.objects.filter(family=family, plan=plan).exclude(pk__any=held_back)
    return rows.select_related("added_by").order_by("added_at", "pk")


@kept
def _actions_for(family: int, goals: list[int], held_back: list[int]) -> QuerySet[Action]:
    rows = Action.objects.filter(family=family, goal_id__any=goals).exclude(pk__any=held_back)
    return rows.select_related("owner_practitioner__agency", "owner_member").order_by(
        F("done_at").asc(nulls_first=True), "due_on", "added_at", "pk"
    )


def goal_in(file: FamilyFile, pk: int) -> Goal:
    """One goal of this family with its plan. Raises NotInYourFiles."""
    goals = Goal.objects.filter(family=file.family, pk=pk).exclude(pk__any=file.held_back)
    return _or_refuse(goals.select_related("plan").first())


def action_in(file: FamilyFile, pk: int) -> Action:
    """One action of this family with its goal and plan. Raises NotInYourFiles."""
    return _or_refuse(_actions([file]).filter(pk=pk).first())


def closure_of(file: FamilyFile, plan: Plan) -> Closure | None:
    """Why a plan was closed, for who may see into it."""
    closures = Closure.objects.filter(family=file.family, plan=plan)
    return closures.exclude(pk__any=file.held_back).select_related("closed_by__agency").first()


def owners_in(file: FamilyFile) -> list[PossibleOwner]:
    """Who can take on an action: the family's members, then the lead and the team, as far as the
    family agrees with their agency and so they see what they took on (2.174, S12)."""
    members = (
        Membership.objects.filter(family=file.family, until_at=None, loss="")
        .exclude(part=Membership.Part.UNBORN)
        .exclude(pk__any=file.held_back)
        .select_related("person")
        .order_by("part", "from_at", "person__given_names")
    )
    family = [
        PossibleOwner(Owner(member=m.person_id), name_of(m.person), "In the family")
        for m in members
    ]
    staff = Practitioner.objects.filter(pk__in=_around(file), left_at=None)
    return family + [
        PossibleOwner(Owner(practitioner=p.pk), p.name, f"{p.role_title}, {p.agency.name}")
        for p in staff.select_related("agency").order_by("name")
    ]


def leads(file: FamilyFile) -> bool:
    """Whether the actor is the one who leads this family now."""
    return Lead.objects.filter(
        family=file.family, practitioner=file.actor.id, until_at=None
    ).exists()


def works_with(file: FamilyFile) -> bool:
    """Whether it is recorded that the actor works with this family or is in its team."""
    return Involvement.objects.filter(
        family=file.family, practitioner=file.actor.id, until_at=None
    ).exists()


def _actions(files: Sequence[FamilyFile]) -> QuerySet[Action]:
    held_back = held_back_in(files)
    return (
        Action.objects.filter(family_id__any=[file.family for file in files])
        .exclude(pk__any=held_back)
        .exclude(goal_id__any=held_back)
        .select_related("goal__plan", "owner_practitioner__agency", "owner_member")
    )


def held_back_in(files: Sequence[FamilyFile]) -> list[int]:
    """Every item that is held back in one of these files."""
    return list(frozenset[int]().union(*(file.held_back for file in files)))


def _around(file: FamilyFile) -> set[int]:
    """The lead and the team, without those whose agency the plan does not reach."""
    reaches = Q(scope="record") | Q(scope="share", reach=Level.PLAN)
    agreed = set(
        Agreement.objects.filter(reaches, in_force(file.opened_at), family=file.family).values_list(
            "agency_id", flat=True
        )
    )
    lead = Lead.objects.filter(family=file.family, until_at=None)
    team = Involvement.objects.filter(
        family=file.family, until_at=None, kind=Involvement.Kind.TEAM
    ).exclude(pk__any=file.held_back)
    around = [
        *lead.values_list("practitioner_id", "practitioner__agency_id"),
        *team.values_list("practitioner_id", "practitioner__agency_id"),
    ]
    return {practitioner for practitioner, agency in around if agency in agreed}


def _or_refuse(found: R | None) -> R:
    if found is None:
        raise NotInYourFiles
    return found
