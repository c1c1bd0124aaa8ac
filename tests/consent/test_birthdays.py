"""A birthday brings a question and changes nothing (S6)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.consent.birthdays import rules
from hub.consent.birthdays.changes import answer_birthday
from hub.consent.birthdays.queries import birthdays_in
from hub.kernel import clock
from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Level, NotInYourFiles
from tests.consent.young import TURNED_16, Young, make

TODAY = date(2026, 11, 22)
LONG_AGO = date(2010, 1, 1)
DAYS = st.dates(date(1990, 1, 1), date(2026, 11, 22))
ROUGHLY = st.sampled_from([Accuracy.EXACT, Accuracy.ESTIMATED, Accuracy.MONTH, Accuracy.YEAR])


def born(day: date, accuracy: Accuracy = Accuracy.EXACT) -> PartialDate:
    return PartialDate(day, accuracy)


@pytest.mark.requirement("S6", "2.86")
@given(DAYS, ROUGHLY, st.sampled_from(rules.CROSSED))
def test_the_day_is_the_first_on_which_they_are_surely_this_old(
    day: date, accuracy: Accuracy, age: int
) -> None:
    told = born(day, accuracy)
    turns = rules.turns(told, age)

    assert turns is not None
    assert min(told.ages_on(turns)) == age
    assert min(told.ages_on(turns - timedelta(days=1))) == age - 1


@pytest.mark.requirement("S6")
@given(DAYS, ROUGHLY, st.dates(LONG_AGO, TODAY), st.dates(LONG_AGO, TODAY))
def test_at_most_one_question_is_due_and_none_from_before_they_came(
    day: date, accuracy: Accuracy, since: date, today: date
) -> None:
    found = rules.questions(born(day, accuracy), since=since, today=today, asked={})

    assert sum(question.due for question in found) <= 1
    assert all(since < question.from_day <= today + rules.AHEAD for question in found)


@pytest.mark.parametrize(
    ("day", "since", "asked", "due"),
    [
        (date(2010, 11, 22), LONG_AGO, {}, [16]),  # today
        (date(2010, 11, 23), LONG_AGO, {}, [12]),  # tomorrow: nobody asked at 12
        (date(2010, 11, 23), date(2024, 1, 1), {}, []),  # tomorrow
        (date(2008, 11, 22), LONG_AGO, {}, [18]),  # stands for 12 and 16 too
        (date(2008, 11, 22), LONG_AGO, {18: None}, []),
        (date(2009, 11, 22), LONG_AGO, {16: None}, []),
        (date(2009, 11, 22), LONG_AGO, {12: None}, [16]),
        (date(2009, 11, 22), LONG_AGO, {16: date(2026, 11, 22)}, [16]),
        (date(2009, 11, 22), LONG_AGO, {16: date(2026, 11, 23)}, [12]),
        (date(2009, 11, 22), date(2025, 11, 22), {}, []),  # was 16 when they came
        (date(2020, 1, 1), LONG_AGO, {}, []),
    ],
)  # fmt: skip
def test_what_is_due(day: date, since: date, asked: dict[int, date | None], due: list[int]) -> None:
    found = rules.questions(born(day), since=since, today=TODAY, asked=asked)

    assert [question.age for question in found if question.due] == due


def test_nothing_is_asked_without_a_birth_date_or_before_birth() -> None:
    unborn = born(date(2026, 12, 1), Accuracy.DUE)

    assert rules.questions(None, since=LONG_AGO, today=TODAY, asked={}) == []
    assert rules.questions(unborn, since=LONG_AGO, today=TODAY, asked={}) == []


@pytest.mark.parametrize(
    ("level", "due", "said", "again_on", "may"),
    [
        (Level.RECORD, True, "goes_on", None, True),
        (Level.RECORD, True, "not_yet", TODAY + timedelta(days=1), True),
        (Level.RECORD, True, "not_yet", TODAY + timedelta(days=92), True),
        (Level.RECORD, True, "not_yet", TODAY + timedelta(days=93), False),
        (Level.RECORD, True, "not_yet", TODAY, False),
        (Level.RECORD, True, "not_yet", None, False),
        (Level.RECORD, False, "goes_on", None, False),
        (Level.PLAN, True, "goes_on", None, False),
        (Level.SUMMARY, True, "goes_on", None, False),
    ],
)
def test_who_may_answer(
    level: Level, due: bool, said: str, again_on: date | None, may: bool
) -> None:
    decision = rules.may_answer(level=level, due=due, said=said, again_on=again_on, today=TODAY)

    assert bool(decision) is may


@pytest.fixture
def young(db: None) -> Young:
    """A family with somebody who turned 16 a month after it was registered."""
    return make()


@pytest.mark.requirement("S6")
def test_the_lead_is_asked_and_the_answer_closes_the_question(young: Young) -> None:
    with young.opened("registrar") as file:
        assert [(one.name, one.age) for one in birthdays_in(file, today=TURNED_16)] == [
            ("Dylan Yusuf", 16)
        ]
        answer_birthday(
            file, person=young.person, age=16, said="goes_on", note="Fine as it is", now=young.now
        )
        assert birthdays_in(file, today=TURNED_16) == []


@pytest.mark.requirement("S6")
def test_what_was_put_off_comes_back_with_its_note(young: Young) -> None:
    again = TURNED_16 + timedelta(days=14)
    with young.opened("registrar") as file:
        answer_birthday(
            file, person=young.person, age=16, said="not_yet", note="Exams first",
            again_on=again, now=young.now,
        )  # fmt: skip
        assert [one.due for one in birthdays_in(file, today=TURNED_16)] == [False]
        (back,) = birthdays_in(file, today=again)
        assert (back.due, back.put_off) == (True, "Exams first")


@pytest.mark.requirement("S6")
def test_a_birthday_changes_what_nobody_sees(young: Young) -> None:
    before = young.sights(young.now - timedelta(days=60))

    assert young.sights(young.now) == before
    with young.opened("registrar") as file:
        answer_birthday(file, person=young.person, age=16, said="changes", now=young.now)
    assert young.sights(clock.now()) == before


def test_a_colleague_who_works_with_them_is_not_asked_and_reads_no_answer(young: Young) -> None:
    with young.opened("registrar") as file:
        answer_birthday(file, person=young.person, age=16, said="goes_on", now=young.now)
    with young.opened("nurse") as file:
        assert birthdays_in(file, today=TURNED_16) == []
        assert young.rows() == 0
        with pytest.raises(NotAllowed, match="Only whoever leads"):
            answer_birthday(file, person=young.person, age=16, said="goes_on", now=young.now)


def test_somebody_else_and_another_age_are_refused(young: Young) -> None:
    with young.opened("registrar") as file:
        with pytest.raises(NotInYourFiles):
            answer_birthday(file, person=1, age=16, said="goes_on", now=young.now)
        with pytest.raises(NotAllowed, match="answered, or the birthday"):
            answer_birthday(file, person=young.person, age=18, said="goes_on", now=young.now)
