"""Merge, then undo: after any history everything is as it was, and nobody ever saw more (S21)."""

import os
import random
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any, Final

import pytest
from django.db import transaction
from django.test import override_settings

from hub.access import changes as access
from hub.consent import changes as consent
from hub.families import queries
from hub.intake import changes as intake
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles
from hub.kernel.labels import FATES, MERGES
from hub.matching.rules import Description
from hub.plans import changes as plans
from hub.plans.queries import goals_in, plan_in
from tests.access.looking_up import CHILD, HOME, MOTHER
from tests.access.test_lookup_index import WAYS, Acts
from tests.databases import Fresh
from tests.families_setup import Staff, acting, make_staff, open_as
from tests.merging.seen import differ, everything, listed_for, seen_by, seen_inside, told
from tests.merging.two import LEADS, Two

FULL: Final = os.environ.get("HUB_TEST_SCALE") == "full"
HISTORIES: Final = 100 if FULL else 3  # in a database of their own
PARTS: Final = 10 if FULL else 1
MOST: Final = {f"{of}_{span}": 10**6 for of in ("person", "agency") for span in ("hour", "day")}
STAFF: Final = ("registrar", "colleague", "nurse", "doctor", "stranger", "coordinator")
# The tables that say of themselves that merging changes them, but for what merging itself writes.
CHANGED: Final = {m._meta.db_table for m, fate in FATES.items() if fate.merge == MERGES[1]}
PLANS: Final = ("open_plan", "add_goal", "edit_goal", "close_plan", "team", "hold_back")


class MoreActs(Acts):
    """What is done to a family, with its plan, its team and what it keeps private."""

    def open_plan(self) -> None:
        plans.open_plan(self.file, now=self.now)

    def add_goal(self) -> None:
        plans.add_goal(self.file, words=self.chance.choice(["Sleep", "School"]), now=self.now)

    def edit_goal(self) -> None:
        plan = plan_in(self.file)
        if plan is None:
            raise NotAllowed("no plan")
        goal = self.chance.choice(goals_in(self.file, plan)).goal
        plans.edit_goal(self.file, goal.pk, words="Rest", version=goal.version, now=self.now)

    def close_plan(self) -> None:
        plans.close_plan(
            self.file, reason="needs_met", note="Well", protection_concern=False, now=self.now
        )

    def team(self) -> None:
        who = self.staff.people[self.chance.choice(["doctor", "colleague"])]
        access.add_to_team(self.file, who.pk, why="Helps", since_on=clock.today(), now=self.now)

    def hold_back(self) -> None:
        row = self.somebody()
        consent.hold_back(
            self.file, item_kind="member", item=row.pk, kept_from="practitioner",
            kept_from_id=self.staff.people[self.chance.choice(STAFF[1:])].pk, now=self.now,
        )  # fmt: skip

    def some(self, ways: list[str], times: int) -> list[str]:
        done = [self.chance.choice(ways) for _ in range(times)]
        for name in done:
            with (
                suppress(NotAllowed, NotInYourFiles, Conflict, IndexError),
                transaction.atomic(),
            ):
                getattr(self, name)()
        return done


EVERY: Final = sorted((WAYS - {"seal"}) | set(PLANS))
# What a closed file refuses: all but what takes sight away.
REFUSED: Final = sorted(set(EVERY) - {"withdraw", "hold_back", "record_loss"})


def a_family(staff: Staff, chance: random.Random) -> tuple[Two, list[Description]]:
    """Two files of a family of a name of its own, and how somebody types it."""
    surname = "".join(chance.choice("bdfglmnrst") + chance.choice("aeiou") for _ in range(4))
    people = [replace(who, family_name=surname.title()) for who in (MOTHER, CHILD)]
    references = []
    for who, agencies in (("registrar", staff.clinic), ("nurse", staff.school)):
        typed = staff.registration(*people, **HOME)
        shares = (agencies.pk,) if chance.random() < 0.8 else (staff.charity.pk,)
        with acting(staff.actor(who)) as actor:
            file = intake.register(actor, replace(typed, agencies=shares), now=clock.now())
        references.append(file.reference)
    asked = [Description(given="Tamsin", surname=surname, born="2017-11-02", postcode="ZA4 7QT")]
    return Two(staff, references[0], references[1]), asked


def act(two: Two, side: str, chance: random.Random, ways: list[str], times: int) -> list[str]:
    with acting(two.staff.actor(LEADS[side])):
        file = open_as(two.staff, LEADS[side], two.reference(side))
        return MoreActs(two.staff, chance, file).some(ways, times)


def seen(
    two: Two, asked: list[Description], people: list[int], staff: Sequence[str]
) -> dict[str, Any]:
    """What each of the cast, and each member, sees of both files, and is told by a look-up."""
    sights: dict[str, Any] = {who: seen_by(two, who) for who in staff}
    sights |= {f"member {one}": seen_inside(two, one) for one in people}
    sights |= {f"list of {who}": listed_for(two, who) for who in staff}
    for who in staff:
        if not (sights[who]["kept"] and sights[who]["gone"]):
            sights[f"look-up of {who}"] = told(two, who, *asked)
    return sights


def members(two: Two) -> list[int]:
    found = []
    for side, who in LEADS.items():
        with acting(two.staff.actor(who)):
            file = open_as(two.staff, who, two.reference(side))
            found += [row.person_id for row in queries.members_in(file)]
    return found


def merged(two: Two) -> bool:
    """Merge them as far as the rules let it be: by whoever may, in turn."""
    with suppress(NotAllowed, NotInYourFiles, IndexError):
        two.agree()
        two.do()
        return True
    return False


@pytest.mark.requirement("S21")
@pytest.mark.parametrize("part", range(PARTS))
def test_merging_and_undoing_it_gives_back_everything_after_any_history(
    fresh_database: Fresh, part: int
) -> None:
    staff, done = make_staff(), Counter[str]()
    with override_settings(HUB_LOOKUP_LIMITS=MOST):
        for seed in range(HISTORIES * 8 * part, HISTORIES * 8 * (part + 1)):
            if done["merged"] < HISTORIES:
                done.update(one_history(staff, random.Random(seed)))
    assert done["merged"] == HISTORIES
    assert min(done["with a plan"], done["went on"], done["refused"]) > 0, done


def one_history(staff: Staff, chance: random.Random) -> list[str]:
    """One of them, and what came of it."""
    two, asked = a_family(staff, chance)
    log = [act(two, side, chance, EVERY, 5) for side in LEADS for _ in range(2)]
    people = members(two)
    staff_here: tuple[str, ...] = STAFF
    if not FULL:  # some of them, by turns
        people, staff_here = people[:2], tuple(chance.sample(STAFF, 3))
    look = partial(seen, two, asked, people, staff_here)
    before, sights = everything(), look()
    if not merged(two):
        assert differ(before, everything()) == [], log
        return ["refused"]
    # Only the plan that was closed changed, and nobody sees a row more or less.
    changed = differ(before, everything())
    assert set(changed) <= CHANGED, log
    assert look() == sights, log
    log.append(act(two, "gone", chance, REFUSED, 6))
    assert differ(before, everything()) == changed, log
    came = ["merged", *("with a plan" for _ in changed)]
    if chance.random() < 0.5:
        log.append(go_on(two, chance, sights, seen=look))
        came.append("went on")
    else:
        undo(two, *chance.choice([("coordinator",), ("nurse",)]))
        assert differ(before, everything()) == [], log
        assert look() == sights, log
    return came


def go_on(
    two: Two, chance: random.Random, sights: dict[str, Any], *, seen: Callable[[], dict[str, Any]]
) -> list[str]:
    """Things are done in the file that goes on, and then the merge is undone: of the closed file
    everybody saw what they saw all the time, and it is again as it was."""
    with acting(two.staff.actor("coordinator")):
        gone = two.files("coordinator")[1].family
    closed = everything(family=gone)
    log = act(two, "kept", chance, EVERY, 6)
    assert differ(closed, everything(family=gone)) == [], log
    now = seen()
    for who, sight in sights.items():
        if isinstance(sight, dict):
            assert now[who]["gone"] == sight["gone"], (who, log)
    then = everything()
    undo(two, "nurse", "coordinator")
    assert set(differ(then, everything())) <= CHANGED, log
    return log


def undo(two: Two, *by: str) -> None:
    """By the first of them who still sees both files: what was done since may have taken the lead
    of one its sight of the other, and the hub's coordinator undoes it then."""
    for who in by:
        with suppress(NotInYourFiles):
            return two.end(who)
    raise AssertionError("nobody can undo it")
