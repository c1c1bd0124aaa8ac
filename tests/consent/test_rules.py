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
