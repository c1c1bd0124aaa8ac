"""What has to be known of a court order, of a carer and of somebody's capacity, as tables."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from hub.consent.deciding import rules as deciding
from hub.consent.looking import rules as looking
from hub.consent.orders import rules
from hub.consent.orders.rules import EFFECTS, Told, Whose
from hub.families import rules as families
from hub.kernel.files import Level

TODAY = date(2026, 11, 2)
KINDS = ("non_molestation", "care")
TOLD = Told("non_molestation", ("no_place", "no_contact"), children=(2,), person=1)


@pytest.mark.requirement("S9")
@pytest.mark.parametrize(
    ("change", "level", "reason"),
    [
        ({}, Level.RECORD, ""),
        ({}, Level.PLAN, "Only whoever leads"),
        ({"kind": "none"}, Level.RECORD, "Choose what kind"),
        ({"effects": ()}, Level.RECORD, "Choose what the order does"),
        ({"effects": ("no_such",)}, Level.RECORD, "Choose what the order does"),
        ({"person": None}, Level.RECORD, "Choose whom the order binds"),
        ({"person": None, "person_name": "Karim, the father"}, Level.RECORD, ""),
        ({"children": ()}, Level.RECORD, ""),
        ({"children": (), "effects": ("no_agree",)}, Level.RECORD, "Choose which children"),
        ({"effects": ("lives_with",)}, Level.RECORD, "Choose with whom"),
        ({"effects": ("lives_with",), "other": 3}, Level.RECORD, ""),
        ({"effects": ("shares",)}, Level.RECORD, "Enter the name of the local authority"),
        ({"effects": ("shares",), "authority": "Tidewell Council"}, Level.RECORD, ""),
        ({"person": 2}, Level.RECORD, "Choose different people"),
        ({"other": 1}, Level.RECORD, "Choose different people"),
        ({"other": 2}, Level.RECORD, "Choose different people"),
        ({"from_on": TODAY, "until_on": date(2026, 11, 1)}, Level.RECORD, "It cannot end"),
        ({"made_on": TODAY, "from_on": date(2026, 11, 1)}, Level.RECORD, "It cannot begin"),
        ({"seen_by": "The nurse"}, Level.RECORD, "Enter who saw"),
        ({"seen_on": TODAY}, Level.RECORD, "Enter who saw"),
        ({"seen_by": "The nurse", "seen_on": TODAY}, Level.RECORD, ""),
    ],
)
def test_what_has_to_be_known_of_an_order(
    change: dict[str, Any], level: Level, reason: str
) -> None:
    decision = rules.may_record_order(replace(TOLD, **change), level=level, kinds=KINDS)

    assert decision.reason.startswith(reason)
    assert bool(decision.reason) == bool(reason)


def test_every_effect_says_what_it_does_in_a_sentence_about_somebody() -> None:
    for code, effect in EFFECTS.items():
        words = rules.in_words(code, who="Karim", child="Sami")
        assert "{" not in words
        assert ("Karim" in words) == (effect.whose is not Whose.NOBODY), code
        assert "order" not in words or "as the order says" in words, code


@pytest.mark.parametrize(
    ("level", "because", "reason"),
    [
        (Level.RECORD, "Its day has passed", ""),
        (Level.RECORD, " ", "Write down why"),
        (Level.PLAN, "It ended", "Only whoever leads"),
    ],
)
def test_who_may_end_an_order(level: Level, because: str, reason: str) -> None:
    decision = rules.may_end_order(level=level, because=because)

    assert decision.reason.startswith(reason)
    assert bool(decision.reason) == bool(reason)


@pytest.mark.requirement("S9")
@pytest.mark.parametrize(
    ("source", "person", "authority", "reason"),
    [
        ("mother", True, "", ""),
        ("unknown", True, "", ""),
        ("mother", False, "", "Choose who has it"),
        ("", True, "", "Choose how they come to have it"),
        ("authority", False, "Tidewell Council", ""),
        ("authority", False, " ", "Enter the name"),
        ("authority", True, "", "A local authority has it"),
    ],
)
def test_who_can_be_recorded_as_responsible(
    source: str, person: bool, authority: str, reason: str
) -> None:
    decision = families.may_be_responsible(source=source, person=person, authority=authority)

    assert decision.reason.startswith(reason)
    assert bool(decision.reason) == bool(reason)


CARER = deciding.Asked(ages=range(60, 61), is_adult=True)
SOON = TODAY + timedelta(days=30)


@pytest.mark.requirement("S10")
@pytest.mark.parametrize(
    ("asked", "more", "reason"),
    [
        (CARER, {}, ""),
        (replace(CARER, ages=range(0)), {}, ""),
        (CARER, {"level": Level.PLAN}, "Only whoever leads"),
        (replace(CARER, died=True), {}, "Choose somebody"),
        (
            replace(CARER, ages=range(17, 18), is_adult=False),
            {},
            "The carer who agrees is an adult",
        ),
        (replace(CARER, responsible=True), {}, "They have parental responsibility"),
        (replace(CARER, barred=True), {}, "A court order says"),
        (CARER, {"because": " "}, "Write down why nobody"),
        (CARER, {"advice": ""}, "Write down whose advice"),
        (CARER, {"again_on": None}, "Enter the day"),
        (CARER, {"again_on": TODAY}, "Choose a day after today"),
        (CARER, {"again_on": TODAY + timedelta(days=400)}, "Choose a day after today"),
    ],
)
def test_when_a_carer_agrees(asked: deciding.Asked, more: dict[str, Any], reason: str) -> None:
    usual: dict[str, Any] = {
        "level": Level.RECORD,
        "because": "In prison abroad",
        "advice": "Legal team",
    }
    decision = deciding.may_agree_as_carer(
        asked, **(usual | {"again_on": SOON, "today": TODAY} | more)
    )

    assert decision.reason.startswith(reason)
    assert bool(decision.reason) == bool(reason)


CANNOT = deciding.CapacityTold(
    about="agreeing", decision="Agreeing", doubt="A stroke last week", help_given="Pictures",
    understands=True, retains=False, weighs=True, communicates=True,
    consulted="Her sister", best_interests="To go on as before", again_on=SOON,
)  # fmt: skip
CAN = replace(CANNOT, retains=True, consulted="", best_interests="", again_on=None)
FOUR = ("understands", "retains", "weighs", "communicates")


@pytest.mark.requirement("3.13")
@pytest.mark.parametrize(
    ("asked", "told", "level", "reason"),
    [
        (CARER, CAN, Level.RECORD, ""),
        (CARER, CANNOT, Level.RECORD, ""),
        (CARER, replace(CANNOT, says_yes=True), Level.RECORD, ""),
        (replace(CARER, ages=range(16, 17), is_adult=False), CANNOT, Level.RECORD, ""),
        (replace(CARER, ages=range(15, 17), is_adult=False), CANNOT, Level.RECORD, "This is for"),
        (CARER, CAN, Level.PLAN, "Only whoever leads"),
        (replace(CARER, died=True), CAN, Level.RECORD, "Choose somebody"),
        (CARER, replace(CAN, decision=" "), Level.RECORD, "Write down which decision"),
        (CARER, replace(CAN, doubt=""), Level.RECORD, "Everybody is taken to be able"),
        (CARER, replace(CAN, help_given=""), Level.RECORD, "Write down how you helped"),
        (CARER, replace(CAN, says_yes=True), Level.RECORD, "They can decide"),
        (CARER, replace(CANNOT, consulted=""), Level.RECORD, "Write down who you asked"),
        (CARER, replace(CANNOT, best_interests=""), Level.RECORD, "Write down what is best"),
        (CARER, replace(CANNOT, again_on=None), Level.RECORD, "Enter the day"),
        (CARER, replace(CANNOT, again_on=TODAY), Level.RECORD, "Choose a day"),
    ],
)
def test_what_has_to_be_known_of_somebodys_capacity(
    asked: deciding.Asked, told: deciding.CapacityTold, level: Level, reason: str
) -> None:
    decision = deciding.may_judge_capacity(asked, told, level=level, today=TODAY)

    assert decision.reason.startswith(reason)
    assert bool(decision.reason) == bool(reason)


@pytest.mark.requirement("3.13")
@pytest.mark.parametrize("missing", FOUR)
def test_who_cannot_do_one_of_the_four_cannot_decide_this(missing: str) -> None:
    assert CAN.can
    without: dict[str, Any] = {missing: False}
    assert not replace(CAN, **without).can


@pytest.mark.parametrize(
    ("level", "done", "found", "again_on", "reason"),
    [
        (Level.RECORD, False, "All is well", None, ""),
        (Level.RECORD, False, "Not yet", SOON, ""),
        (Level.PLAN, False, "All is well", None, "Only whoever leads"),
        (Level.RECORD, True, "All is well", None, "This was looked at"),
        (Level.RECORD, False, " ", None, "Write down what you found"),
        (Level.RECORD, False, "Not yet", TODAY, "Choose a day after today"),
    ],
)
def test_how_a_question_is_answered(
    level: Level, done: bool, found: str, again_on: date | None, reason: str
) -> None:
    decision = looking.may_have_looked(
        level=level, done=done, found=found, again_on=again_on, today=TODAY
    )

    assert decision.reason.startswith(reason)
    assert bool(decision.reason) == bool(reason)


def test_every_question_names_whom_it_is_about_or_nobody() -> None:
    for kind in looking.KINDS:
        assert "{" not in looking.asks(kind, "Ada")
    assert "somebody" in looking.asks("carer", "")
    assert not looking.may_look_again("no such")
