"""The services in a plan: agencies whose practitioners do something in it, and how far the family's
yes to each reaches now."""

from collections.abc import Sequence
from dataclasses import dataclass

from hub.consent import queries as consent
from hub.consent.models import Agreement, Scope
from hub.consent.sharing import reach_of
from hub.kernel.files import FamilyFile, Level
from hub.plans.copies import rules
from hub.plans.models import Action
from hub.plans.queries import GoalWithActions


@dataclass(frozen=True)
class InPlan:
    """An agency in the plan: who of it does what, the yeses that let the plan reach it, one of each
    person, and what is true of it for the rules."""

    agency: int
    name: str
    people: tuple[str, ...]
    accounts: frozenset[int]
    steps: tuple[str, ...]
    yeses: tuple[Agreement, ...]
    facts: rules.Service


def services_in(file: FamilyFile, goals: Sequence[GoalWithActions]) -> list[InPlan]:
    """The services whose practitioners do, or did, something in these goals, by name. Who sees
    less of the plan is told of fewer (S19)."""
    owned: dict[int, list[Action]] = {}
    for action in (action for goal in goals for action in goal.actions):
        if action.owner_practitioner is not None:
            owned.setdefault(action.owner_practitioner.agency_id, []).append(action)
    if not owned:
        return []
    given = consent.agreements_in(file)
    counting = [yes for yes in given if yes.counts]
    said, counts = reach_of(given), reach_of(counting)
    found = [_in_plan(agency, actions, said, counts, counting) for agency, actions in owned.items()]
    return sorted(found, key=lambda one: (one.name, one.agency))


def _in_plan(
    agency: int,
    actions: list[Action],
    said: dict[int, Level],
    counts: dict[int, Level],
    counting: list[Agreement],
) -> InPlan:
    owners = {
        a.owner_practitioner.pk: a.owner_practitioner for a in actions if a.owner_practitioner
    }
    first = next(iter(owners.values()))
    reach = said.get(agency, Level.NOTHING)
    stands = counts.get(agency, Level.NOTHING) >= min(reach, Level.PLAN)
    return InPlan(
        agency=agency,
        name=first.agency.name,
        people=tuple(owner.name for owner in owners.values()),
        accounts=frozenset(owner.account_id for owner in owners.values()),
        steps=tuple(action.step for action in actions),
        yeses=_reaching(agency, counting),
        facts=rules.Service(reach=reach, stands=stands),
    )


def _reaching(agency: int, counting: list[Agreement]) -> tuple[Agreement, ...]:
    """One yes of each person that lets the plan reach an agency: to sharing before any other."""
    found: dict[int, Agreement] = {}
    for yes in sorted(counting, key=lambda yes: yes.scope != Scope.RECORD):
        shares = yes.scope == Scope.SHARE and yes.reach >= Level.PLAN
        if yes.agency_id == agency and (shares or yes.scope == Scope.RECORD):
            found[yes.given_by_id] = yes
    return tuple(sorted(found.values(), key=lambda yes: (yes.given_by.full_name, yes.pk)))
