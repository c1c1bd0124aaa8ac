"""What tests of plans do again and again."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hub.consent.models import Restriction
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles
from hub.plans import changes
from hub.plans.models import Action
from tests.plans.around import Around, opened, through


def plan_with_action(around: Around, owner: str = "ben") -> tuple[int, int]:
    """An open plan with a goal and an action: their ids."""
    with opened(around.amina, around.reference) as file:
        changes.open_plan(file, now=around.now)
        goal = changes.add_goal(file, words="Mornings without shouting", now=around.now)
        action = add(file, goal.pk, around, owner)
    return goal.pk, action.pk


def add(file: FamilyFile, goal: int, around: Around, owner: str) -> Action:
    """An action owned by somebody by name; "mother" is the family's."""
    mine = None if owner == "mother" else around.who(owner).id
    return changes.add_action(
        file,
        goal=goal,
        step="Ring the school",
        due_on=around.today + timedelta(days=7),
        owner_practitioner=mine,
        owner_member=around.mother if owner == "mother" else None,
        now=around.now,
    )


def attempt(
    around: Around, name: str, change: Callable[..., object], *args: Any, **kwargs: Any
) -> bool:
    """Whether somebody could; False when they were told no, or have no such file."""
    try:
        with opened(around.who(name), around.reference) as file:
            change(file, *args, **kwargs)
    except (NotAllowed, NotInYourFiles):
        return False
    return True


def close(around: Around, name: str, **extra: Any) -> bool:
    """Whether somebody could close the plan."""
    said = {"reason": "enough", "note": "Things are better", "protection_concern": False}
    return attempt(around, name, changes.close_plan, **said | extra, now=clock.now())


def row(around: Around, action: int) -> Action:
    """The action as it is kept."""
    with through(around.amina, around.family):
        return Action.objects.get(pk=action)


def hold_back(around: Around, kind: str, item: int) -> None:
    """Keep one item from Ben."""
    Restriction(
        family_id=around.family,
        item_kind=kind,
        item=item,
        kept_from="practitioner",
        kept_from_id=around.ben.id,
        set_by_id=around.amina.id,
        from_at=around.now - timedelta(minutes=1),
    ).save(force_insert=True)
