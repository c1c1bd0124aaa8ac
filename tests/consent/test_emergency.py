"""Rules for emergencies: who makes one, for how long, what it eases, and what its end brings."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.utils import IntegrityError

from hub.consent import changes, queries
from hub.consent import rules as consent
from hub.consent.emergency import changes as emergency
from hub.consent.emergency.models import EmergencyRule
from hub.consent.emergency.queries import over_on, running_on
from hub.consent.emergency.rules import Rule, due_on, in_words, may_end, may_set, runs
from hub.consent.models import Agreement
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, ActorKind, FamilyFile, Role
from hub.kernel.working_days import after_working_days
from hub.papers.emergency import Counted, counted
from hub.papers.following import follow_ups, overdue_in
from hub.papers.queries import proofs_in
from tests.consent.deciders import Deciders, make
from tests.families_setup import Staff, acting

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("4.2")]
TODAY = clock.today()
DAY = timedelta(days=1)
SNOW = Rule("Snow", TODAY, TODAY + 30 * DAY, 60)
KEEPER = Actor(ActorKind.PRACTITIONER, 1, "", roles=frozenset({Role("administrator", None)}))
OFFICER = replace(KEEPER, roles=frozenset({Role("data_protection_officer", None)}))


@pytest.fixture
def family(db: None) -> Deciders:
    return make()


def made(staff: Staff, rule: Rule = SNOW) -> EmergencyRule:
    with acting(staff.actor("administrator")) as actor:
        return emergency.make_rule(actor, rule, now=clock.now())


def ended(staff: Staff, rule: EmergencyRule) -> EmergencyRule:
    with acting(staff.actor("administrator")) as actor:
        return emergency.end_rule(actor, rule.pk, version=rule.version, now=clock.now())


def told(family: Deciders, file: FamilyFile, how: str = "remote", name: str = "Amina") -> Any:
    return family.share(file, name, how=how, witness="A nurse" if how == "spoken" else "")


@pytest.mark.parametrize(
    ("who", "rule", "because"),
    [
        (KEEPER, SNOW, ""),
        (OFFICER, SNOW, "Only an administrator"),
        (replace(KEEPER, roles=frozenset()), SNOW, "Only an administrator"),
        (KEEPER, replace(SNOW, reason=" "), "Write down what"),
        (KEEPER, replace(SNOW, from_on=None), "Enter the first and the last day"),
        (KEEPER, replace(SNOW, until_on=None), "Enter the first and the last day"),
        (KEEPER, replace(SNOW, from_on=TODAY - DAY), "The first day is today or later"),
        (KEEPER, replace(SNOW, until_on=TODAY - DAY), "The last day cannot"),
        (KEEPER, replace(SNOW, until_on=TODAY), ""),
        (KEEPER, replace(SNOW, until_on=TODAY + 183 * DAY), ""),
        (KEEPER, replace(SNOW, until_on=TODAY + 184 * DAY), "Choose a last day within half"),
        (KEEPER, replace(SNOW, sign_days=19), "Enter 20 working days"),
        (KEEPER, replace(SNOW, sign_days=20), ""),
        (KEEPER, replace(SNOW, sign_days=121), "Enter 20 working days"),
    ],
)
def test_who_makes_which_rule(who: Actor, rule: Rule, because: str) -> None:
    decision = may_set(who, rule, today=TODAY, usual_days=20)

    assert bool(decision) == (because == "")
    assert decision.reason.startswith(because)


@pytest.mark.parametrize(
    ("who", "over", "because"),
    [(KEEPER, False, ""), (KEEPER, True, "This rule is over"), (OFFICER, False, "Only an")],
)
def test_who_ends_a_rule(who: Actor, over: bool, because: str) -> None:
    decision = may_end(who, over=over)

    assert bool(decision) == (because == "")
    assert decision.reason.startswith(because)


@pytest.mark.parametrize(
    ("day", "early", "eases"),
    [(0, None, False), (1, None, True), (3, None, True), (4, None, False), (2, 2, False),
     (2, 3, False)],
)  # fmt: skip
def test_it_eases_from_its_first_day_to_its_last_and_nothing_once_ended(
    day: int, early: int | None, eases: bool
) -> None:
    on = [date(2026, 12, one) for one in range(1, 6)]
    told = runs(from_on=on[1], until_on=on[3], ended_on=on[early] if early else None, day=on[day])
    assert told is eases


@pytest.mark.parametrize(
    ("usual", "eased", "over", "due"),
    [(5, 20, 15, 15), (5, 10, 15, 10), (5, 20, 3, 5), (5, 4, 15, 5)],
)
def test_what_was_said_is_due_when_the_rule_says_or_ends_and_not_sooner_than_usual(
    usual: int, eased: int, over: int, due: int
) -> None:
    days = [date(2026, 12, one) for one in range(1, 25)]

    assert due_on(usual=days[usual], eased=days[eased], over=days[over]) == days[due]


@pytest.mark.parametrize(("count", "words"), [(None, "fewer than 5"), (0, "0"), (5, "5")])
def test_a_small_number_is_no_number(count: int | None, words: str) -> None:
    assert in_words(count) == words


@pytest.mark.parametrize(
    ("how", "witness", "running", "may"),
    [
        ("remote", "", True, True),
        ("remote", "", False, False),
        ("spoken", "", True, False),
        ("spoken", "A nurse", False, True),
    ],
)
def test_only_a_yes_by_telephone_or_video_needs_no_witness_and_only_then(
    how: str, witness: str, running: bool, may: bool
) -> None:
    assert bool(consent.may_agree_so(how=how, witness=witness, in_emergency=running)) is may


def test_a_yes_carries_the_rule_it_rests_on_and_the_day_to_sign(family: Deciders) -> None:
    with family.opened() as file, pytest.raises(NotAllowed, match="No emergency rule runs"):
        told(family, file)
    rule = made(family.staff)
    with family.opened("doctor") as file:
        remote, spoken = told(family, file), told(family, file, "spoken", "Karim")
        plain = family.share(file, "Amina", scope="service")
        eased = after_working_days(TODAY, 60)
        assert [(y.emergency_id, y.sign_by) for y in (remote, spoken, plain)] == [
            (rule.pk, eased), (rule.pk, eased), (None, None)
        ]  # fmt: skip
    with family.opened() as file:
        usual = after_working_days(TODAY, settings.SIGNATURE_DAYS)
        assert due(file, remote.pk) == max(usual, min(eased, over_on(rule)))
        assert due(file, plain.pk) == usual


def due(file: FamilyFile, pk: int) -> date | None:
    return proofs_in(file, queries.agreements_in(file), today=TODAY)[pk].due_on


def test_its_end_ends_no_yes_and_what_is_unsigned_is_due(family: Deciders) -> None:
    rule = made(family.staff, replace(SNOW, until_on=TODAY + 180 * DAY, sign_days=100))
    with family.opened() as file:
        yes = told(family, file)
        assert due(file, yes.pk) == after_working_days(TODAY, 100)
    ended(family.staff, rule)
    assert running_on(TODAY) is None
    with family.opened() as file:
        assert queries.agreement(file, yes.pk).until_at is None
        assert due(file, yes.pk) == after_working_days(TODAY, settings.SIGNATURE_DAYS)
        changes.withdraw(file, yes.pk, now=clock.now())
        with pytest.raises(NotAllowed, match="No emergency rule runs"):
            told(family, file)


def test_lists_of_what_is_overdue_wait_as_long_as_the_rule_says(family: Deciders) -> None:
    rule = made(family.staff, replace(SNOW, until_on=TODAY + 180 * DAY, sign_days=100))
    with family.opened() as file:
        told(family, file)
    usual = clock.now() + timedelta(days=settings.SIGNATURE_DAYS * 2)

    def late(at: Any) -> tuple[int, int]:
        with family.opened() as file:
            led = overdue_in([file], now=at)
        with acting(family.staff.actor("coordinator")) as actor:
            seen = [one for one in follow_ups(actor, now=at) if one.reference == family.reference]
        assert led == seen
        return (led[0].yeses, led[0].spoken) if led else (0, 0)

    others = late(usual)
    assert late(usual + timedelta(days=150)) == (others[0] + 1, 1)
    ended(family.staff, rule)
    assert late(usual) == (others[0] + 1, 1)


def test_two_rules_never_run_at_once_and_an_ended_one_makes_room(family: Deciders) -> None:
    rule = made(family.staff)
    for days in ((0, 1), (30, 40), (10, 60)):
        with pytest.raises(NotAllowed, match="Another emergency rule runs"):
            made(family.staff, replace(SNOW, from_on=TODAY + days[0] * DAY,
                                       until_on=TODAY + days[1] * DAY))  # fmt: skip
    assert made(family.staff, replace(SNOW, from_on=TODAY + 31 * DAY, until_on=TODAY + 40 * DAY))
    ended(family.staff, rule)
    assert made(family.staff).pk
    with acting(family.staff.actor("administrator")) as actor:
        with pytest.raises(NotAllowed, match="over already"):
            emergency.end_rule(actor, rule.pk, version=2, now=clock.now())
        newest = running_on(TODAY)
        assert newest is not None
        with pytest.raises(Conflict):
            emergency.end_rule(actor, newest.pk, version=9, now=clock.now())


def test_the_database_holds_its_days_and_who_makes_one(family: Deciders) -> None:
    rule = made(family.staff)
    for words in ("until_on = until_on + 1", "from_on = from_on - 1", "reason = 'More'"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"update consent_emergencyrule set {words} where id = {rule.pk}")
    for who in ("registrar", "coordinator"):
        with pytest.raises(NotAllowed), acting(family.staff.actor(who)) as actor:
            emergency.make_rule(actor, SNOW, now=clock.now())
        with pytest.raises(DatabaseError), acting(family.staff.actor(who)):
            row = EmergencyRule(reason="x", from_on=TODAY, until_on=TODAY, sign_days=20,
                                set_by_id=rule.set_by_id, set_at=clock.now())  # fmt: skip
            row.save(force_insert=True)
    with family.opened() as file, pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(family=file.family).update(how="remote")


@pytest.mark.requirement("S33")
@pytest.mark.parametrize("who", ["administrator", "coordinator", "registrar"])
def test_counts_are_for_who_keeps_the_rules_and_small_ones_are_none(
    family: Deciders, who: str
) -> None:
    rule = made(family.staff)
    staff = family.staff
    with family.opened() as file:
        for name in ("Amina", "Karim"):
            for scope, agency in (("share", staff.charity), ("service", staff.school),
                                  ("keep", staff.school)):  # fmt: skip
                if (name, scope) in (("Amina", "service"), ("Amina", "keep")):
                    continue
                told_to = {"scope": scope, "agency": agency.pk, "how": "remote"}
                family.share(file, name, **told_to)
    with acting(staff.actor(who)):
        few = counted(clock.now())
    with family.opened() as file:
        family.share(file, "Karim", scope="record", agency=staff.school.pk, how="remote")
    with acting(staff.actor(who)):
        enough = counted(clock.now())
    keeps = who == "administrator"
    assert few.get(rule.pk) == (Counted(None, None) if keeps else None)
    assert enough.get(rule.pk) == (Counted(5, 5) if keeps else None)
