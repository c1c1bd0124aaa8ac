"""The policy in SQL, which lists use, is the policy in Python, which was signed."""

import os
from datetime import datetime

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.access.facts import known_about
from hub.access.models import Involvement, Lead
from hub.access.rules import Facts, decide
from hub.agencies.models import (
    RoleGrant,
    SharingAgreement,
    SharingParty,
    Terms,
    TermsAcceptance,
)
from hub.consent.models import Agreement, Override, Restriction
from hub.families.models import Family, Membership, Person
from hub.kernel.ids import random_id
from tests.access.conftest import Organisations, make_family, organise
from tests.access.worlds import MOMENTS, World, worlds
from tests.setting_up import wording

EXAMPLES = 5000 if os.environ.get("HUB_TEST_SCALE") == "full" else 150
LONG_AGO = MOMENTS[0].replace(year=2025)
LATER = MOMENTS[-1].replace(year=2027)  # the same role twice at once is refused, so it ends
Window = tuple[datetime, datetime | None]


def in_force(window: Window, at: datetime) -> bool:
    return window[0] <= at and (window[1] is None or window[1] > at)


def facts_of(world: World, at: datetime, items: dict[int, int]) -> Facts:
    """What the rules are to be told, written from the world without asking the database."""
    in_force_now = [(s, place, reach) for s, place, reach, w in world.agreements if in_force(w, at)]
    agreed = [(scope, place) for scope, place, _ in in_force_now]
    kept_back = [(by, mine, item) for by, mine, item, w in world.restrictions if in_force(w, at)]
    shown = [(mine, item, why) for _, mine, item, why, w in world.overrides if in_force(w, at)]
    mine = [(by, item) for by, to_me, item in kept_back if to_me]
    counts = counts_since(world, at)
    shares = [
        reach
        for scope, place, reach, w in world.agreements
        if (scope, place) == ("share", 0) and in_force(w, at) and w[0] >= (counts or w[0])
    ]
    kept = {"record", "keep"} <= {scope for scope, _ in agreed}
    grounds = {ground for to_me, item, ground in shown if to_me and item is None}
    return Facts(
        works=in_force(world.joined, at),
        administrator=any(c == "administrator" and in_force(w, at) for c, _, w in world.roles),
        kept=kept,
        recorded=("record", 0) in agreed,
        shared=bool(shares),
        reach=max(shares, default=0),
        stands=counts is not None,
        lead=any(in_force(w, at) for w in world.leads),
        team=any(k == "team" and in_force(w, at) for k, w in world.involvements),
        working=any(k == "working" and in_force(w, at) for k, w in world.involvements),
        coordinator=any(
            c == "coordinator" and here and in_force(w, at) for c, here, w in world.roles
        ),
        kept_from_them=("practitioner", None) in mine,
        kept_from_agency=("agency", None) in mine,
        # Of a family that stopped everything, only serious harm shows it (2.61, 2.75).
        overridden="harm" in grounds or (bool(grounds) and kept),
        held_from_them=frozenset(items[i] for by, i in mine if i and by == "practitioner"),
        held_from_agency=frozenset(items[i] for by, i in mine if i and by == "agency"),
        lifted=frozenset(
            items[i] for to_me, i, ground in shown if to_me and i and ground == "harm"
        ),
    )


def counts_since(world: World, at: datetime) -> datetime | None:
    """Since when a yes to the first agency counts at a moment; None when none does."""
    superseded = world.newer_terms is not None and world.newer_terms <= at
    ways = [
        window[0] if kind == "asks" else LONG_AGO
        for kind, window in world.signed
        if in_force(window, at)
        and (kind in ("here", "asks") or (kind == "terms" and not superseded))
    ]
    return min(ways, default=None)


def sign(world: World, org: Organisations) -> None:
    """Record what the first agency signed."""
    agency = org.agencies[0]
    terms = Terms.objects.create(text="Old", published_at=LONG_AGO, counts_from=LONG_AGO)
    for kind, (start, end) in world.signed:
        if kind == "terms":
            TermsAcceptance.objects.create(
                agency=agency, terms=terms, accepted_on=start.date(), accepted_by="A head",
                from_at=start, until_at=end or LATER,
            )  # fmt: skip
            continue
        # The agreement or the party's signature is what begins and ends, by turns.
        open_ended = kind == "asks"
        agreement = SharingAgreement.objects.create(
            locality=org.elsewhere if kind == "elsewhere" else org.here,
            name="An agreement", shares="What was agreed", review_on=LATER.date(),
            purposes=["safety"] if kind == "other" else ["safety", "help"],
            from_at=MOMENTS[0] if open_ended else start, until_at=None if open_ended else end,
            asks_from=start if kind == "asks" else None,
        )  # fmt: skip
        SharingParty.objects.create(
            agreement=agreement, agency=agency, signed_on=start.date(), signed_by="A head",
            from_at=start if open_ended else MOMENTS[0], until_at=end if open_ended else None,
        )  # fmt: skip
    if world.newer_terms is not None:
        Terms.objects.create(text="New", published_at=MOMENTS[0], counts_from=world.newer_terms)


def named(org: Organisations, kind: str, to_me: bool) -> int:
    """The id of the practitioner or agency that a restriction or override names."""
    if kind == "practitioner":
        return org.practitioners[not to_me].pk
    return org.agencies[not to_me].pk


def write(world: World, org: Organisations, family: Family, items: dict[int, int]) -> None:
    """Record a world about the first practitioner (or, where not them, about the second)."""
    me, other = org.practitioners
    me.joined_at, me.left_at = world.joined
    me.save()
    person = Person(given_names="A", search_name="a")
    person.save(force_insert=True)
    Membership(family=family, person=person, part="adult", from_at=MOMENTS[0]).save(
        force_insert=True
    )
    words = wording("Words", at=MOMENTS[0])
    common = {"family": family, "version": 1}
    yes = common | {"wording": words, "basis": "adult", "how": "paper", "taken_by": me}
    for code, here, (start, end) in world.roles:
        where = org.here if here else org.elsewhere
        RoleGrant.objects.create(
            practitioner=me,
            code=code,
            locality=where,
            since=start,
            until=end or MOMENTS[-1].replace(year=2027),
        )
    for number, (scope, place, reach, (start, end)) in enumerate(world.agreements):
        giver = Person(given_names=f"G{number}", search_name="g")
        giver.save(force_insert=True)
        Agreement(
            **yes,
            given_by=giver,
            scope=scope,
            reach=reach,
            agency=org.agencies[place],
            recorded_at=start,
            from_at=start,
            until_at=end,
        ).save(force_insert=True)
    for start, end in world.leads:
        Lead(**common, practitioner=me, stage="appointed", from_at=start, until_at=end).save(
            force_insert=True
        )
    for kind, (start, end) in world.involvements:
        Involvement(
            **common,
            practitioner=me,
            kind=kind,
            why="Weekly visits",
            since_on=start.date(),
            from_at=start,
            until_at=end,
        ).save(force_insert=True)
    for by, to_me, item, (start, end) in world.restrictions:
        target = named(org, by, to_me)
        Restriction(
            **common,
            item_kind="goal" if item else "",
            item=items.get(item or 0),
            kept_from=by,
            kept_from_id=target,
            set_by=other,
            from_at=start,
            until_at=end,
        ).save(force_insert=True)
    for to, to_me, item, ground, (start, end) in world.overrides:
        target = named(org, to, to_me)
        Override(
            **common,
            shown_to=to,
            shown_to_id=target,
            item=items.get(item or 0),
            ground="harm" if item else ground,
            because="A reason",
            decided_by=other,
            told_family=True,
            from_at=start,
            until_at=end,
        ).save(force_insert=True)


@pytest.mark.requirement("S1", "S14", "S34", "2.72")
@pytest.mark.django_db
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(world=worlds, at=st.sampled_from(MOMENTS))
def test_the_sql_for_lists_agrees_with_the_rules(world: World, at: datetime) -> None:
    items = {number: random_id() for number in (1, 2, 3)}
    with transaction.atomic():
        org = organise()
        family, reference = make_family(org)
        sign(world, org)
        write(world, org, family, items)
        me = org.practitioners[0].pk

        known = known_about(me, reference, at)
        with connection.cursor() as cursor:
            cursor.execute(
                "select level, held_back from hub.sight_levels(%s, array[%s]::bigint[], %s)",
                [me, family.pk, at],
            )
            level, held_back = cursor.fetchone()
        transaction.set_rollback(True)

    harmful = [(t, m, i, "harm" if i else g, w) for t, m, i, g, w in world.overrides]
    told = World(**{**vars(world), "overrides": harmful})
    expected = facts_of(told, at, items)
    assert known is not None
    assert known.facts == expected
    sight = decide(expected)
    assert level == sight.level
    if level:
        assert set(held_back) == sight.held_back
