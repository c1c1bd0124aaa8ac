"""Who may agree, as tables."""

from dataclasses import replace

import pytest

from hub.consent import rules
from hub.kernel.files import Level

UNDERSTANDS = rules.Judgement(understands=True, parent_needed=False, because="Said it back")


def giver(*ages: int, adult: bool = False, responsible: bool = False) -> rules.Giver:
    known = range(ages[0], ages[-1] + 1) if ages else range(0)
    return rules.Giver(ages=known, is_adult=adult, responsible_for_a_child=responsible)


@pytest.mark.requirement("2.85", "2.86", "S6")
@pytest.mark.parametrize(
    ("who", "judgement", "basis"),
    [
        (giver(11), UNDERSTANDS, ""),
        (giver(12), None, ""),
        (giver(12), UNDERSTANDS, "competent"),
        (giver(15), UNDERSTANDS, "competent"),
        (giver(15), replace(UNDERSTANDS, understands=False), ""),
        (giver(15), replace(UNDERSTANDS, parent_needed=True), ""),
        (giver(15), replace(UNDERSTANDS, because=" "), ""),
        (giver(16), None, "young_person"),
        (giver(17, responsible=True), None, "responsible"),
        (giver(15, responsible=True), None, ""),
        (giver(18), None, "adult"),
        (giver(40, responsible=True), None, "responsible"),
        (giver(11, 13), UNDERSTANDS, ""),
        (giver(15, 17), None, ""),
        (giver(), None, ""),
        (giver(adult=True), None, "adult"),
        (giver(15, adult=True), None, ""),
    ],
)
def test_who_may_agree(who: rules.Giver, judgement: rules.Judgement | None, basis: str) -> None:
    decision, found = rules.basis_for(who, judgement)

    assert found == basis
    assert bool(decision) == bool(basis)
    assert bool(decision.reason) != bool(basis)


ADULT = giver(40)
NOT_NOW = rules.Capacity.CANNOT
FOR_THEM = rules.Capacity.BEST_INTERESTS


@pytest.mark.requirement("2.85", "S9", "S10", "S17", "3.13")
@pytest.mark.parametrize(
    ("who", "basis", "reason"),
    [
        (replace(ADULT, carer=True), "carer", ""),
        (replace(giver(40, responsible=True), carer=True), "responsible", ""),
        (replace(ADULT, died=True), "", "Nothing more"),
        (replace(giver(40, responsible=True), died=True), "", "Nothing more"),
        (replace(giver(40, responsible=True), barred=True), "", "Their yes cannot"),
        (replace(ADULT, barred=True), "", "Their yes cannot"),
        (replace(ADULT, barred=True, carer=True), "", "Their yes cannot"),
        (replace(giver(17), barred=True), "", "Their yes cannot"),
        (replace(giver(40, responsible=True), capacity=NOT_NOW), "", "Their yes cannot"),
        (replace(giver(16), capacity=NOT_NOW), "", "Their yes cannot"),
        (replace(ADULT, capacity=FOR_THEM), "best_interests", ""),
        (replace(giver(40, responsible=True), capacity=FOR_THEM), "best_interests", ""),
        (replace(giver(16), capacity=FOR_THEM), "best_interests", ""),
        (replace(ADULT, capacity=FOR_THEM, other_adults_agreed=False), "", "Ask each other adult"),
        (replace(ADULT, capacity=FOR_THEM, barred=True), "", "Their yes cannot"),
        (replace(ADULT, other_adults_agreed=False), "adult", ""),
    ],
)
def test_who_may_agree_by_order_as_carer_or_in_their_interests(
    who: rules.Giver, basis: str, reason: str
) -> None:
    decision, found = rules.basis_for(who, UNDERSTANDS)

    assert found == basis
    assert decision.reason.startswith(reason)
    assert bool(decision.reason) == bool(reason)


@pytest.mark.requirement("S9")
def test_a_court_order_and_capacity_are_refused_in_the_same_words() -> None:
    by_order, _ = rules.basis_for(replace(ADULT, barred=True))
    by_capacity, _ = rules.basis_for(replace(ADULT, capacity=NOT_NOW))

    assert by_order.reason == by_capacity.reason
    assert "court" not in by_order.reason
    assert "order" not in by_order.reason


@pytest.mark.requirement("S10")
@pytest.mark.parametrize(
    ("who", "judgement", "basis"),
    [
        (giver(15, responsible=True), UNDERSTANDS, "competent"),
        (giver(13, responsible=True), UNDERSTANDS, "competent"),
        (giver(15, responsible=True), replace(UNDERSTANDS, understands=False), ""),
        (giver(11, responsible=True), UNDERSTANDS, ""),
        (giver(16, responsible=True), None, "responsible"),
        (giver(17, responsible=True), None, "responsible"),
    ],
)
def test_a_young_mother_agrees_for_her_baby_if_she_understands(
    who: rules.Giver, judgement: rules.Judgement | None, basis: str
) -> None:
    assert rules.basis_for(who, judgement)[1] == basis


@pytest.mark.requirement("S8", "S17")
@pytest.mark.parametrize(
    ("scope", "basis", "others", "outlives"),
    [
        ("share", "adult", False, False),
        ("share", "young_person", False, False),
        ("share", "competent", False, False),
        ("share", "best_interests", False, False),
        ("share", "responsible", False, True),
        ("share", "carer", False, True),
        ("share", "responsible", True, False),
        ("record", "adult", False, True),
        ("keep", "young_person", False, True),
        ("record", "adult", True, False),
        ("keep", "responsible", True, False),
    ],
)
def test_what_outlives_who_gave_it(scope: str, basis: str, others: bool, outlives: bool) -> None:
    found = rules.outlives_its_giver(scope=scope, basis=basis, others_agreed=others)

    assert found is outlives


@pytest.mark.requirement("2.84", "2.87")
@pytest.mark.parametrize(
    ("level", "ages", "encouraged", "reason"),
    [
        (Level.RECORD, range(13, 14), "Asked her to bring her mother", ""),
        (Level.RECORD, range(13, 14), None, ""),
        (Level.RECORD, range(13, 14), " ", "Write down how you encouraged"),
        (Level.RECORD, range(16, 17), "Asked", "This judgement is for"),
        (Level.PLAN, range(13, 14), "Asked", "Whoever leads"),
    ],
)
def test_a_judgement_says_how_a_parent_was_encouraged(
    level: Level, ages: range, encouraged: str | None, reason: str
) -> None:
    decision = rules.may_judge(
        level=level, ages=ages, because="Said it back", encouraged=encouraged
    )

    assert decision.reason.startswith(reason)
    assert bool(decision.reason) == bool(reason)


@pytest.mark.requirement("2.60", "2.88")
@pytest.mark.parametrize(
    ("scopes", "child", "allowed"),
    [
        (["record", "keep"], True, True),
        (["record"], True, False),
        (["keep", "share"], True, False),
        ([], True, False),
        (["record", "keep"], False, False),
    ],
)
def test_what_is_enough_to_register(scopes: list[str], child: bool, allowed: bool) -> None:
    assert bool(rules.may_register(has_child=child, scopes=scopes)) == allowed


def test_an_end_is_refused_only_where_another_way_is_asked() -> None:
    assert rules.may_withdraw(in_force=True)
    assert "already ended" in rules.may_withdraw(in_force=False).reason
    assert "Stop everything" in rules.may_withdraw(in_force=True, ends_the_record=True).reason
    assert "plan first" in rules.may_stop_everything(level=Level.RECORD, open_plan=True).reason
    assert not rules.may_stop_everything(level=Level.SIGNPOST, open_plan=False)
