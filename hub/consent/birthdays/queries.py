"""The questions that birthdays in one family bring."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from hub.consent.birthdays import rules
from hub.consent.birthdays.models import BirthdayAnswer
from hub.database.kept import kept
from hub.families import queries as families
from hub.families.models import Membership
from hub.kernel.clock import day_of
from hub.kernel.files import FamilyFile, Level

SAID = {choice.value: str(choice.label) for choice in BirthdayAnswer.Said}


@dataclass(frozen=True)
class Birthday:
    """One young person's question, and what was said when it was put off before."""

    person: int
    name: str
    age: int
    from_day: date
    due: bool
    put_off: str


def birthdays_in(
    file: FamilyFile, *, today: date, members: list[Membership] | None = None
) -> list[Birthday]:
    """The questions of this family, due ones first; none for who does not lead.

    `members` may be given where they are fetched already. Asks the database for the answers only
    when a birthday crossed an age at all, which is seldom.
    """
    if not file.sees(Level.RECORD):
        return []
    crossing = [
        row
        for row in (families.living_in(file) if members is None else members)
        if rules.questions(row.person.born, since=day_of(row.from_at), today=today, asked={})
    ]
    answers = _newest(file) if crossing else {}
    found = [
        Birthday(
            person=row.person_id,
            name=row.person.full_name,
            age=question.age,
            from_day=question.from_day,
            due=question.due,
            put_off=answer.note if (answer := answers.get((row.person_id, question.age))) else "",
        )
        for row in crossing
        for question in rules.questions(
            row.person.born,
            since=day_of(row.from_at),
            today=today,
            asked={age: said.again_on for (who, age), said in answers.items()
                   if who == row.person_id},
        )
    ]  # fmt: skip
    return sorted(found, key=lambda one: (not one.due, one.from_day, one.name))


def birthday_of(file: FamilyFile, person: int, *, today: date) -> Birthday | None:
    """The question that is due for one member, or None: there is never a second.

    Raises NotInYourFiles for somebody who is not in this family.
    """
    row = families.member(file, person)
    found = birthdays_in(file, today=today, members=[] if row.loss else [row])
    return next((one for one in found if one.due), None)


def answers_in(file: FamilyFile) -> list[BirthdayAnswer]:
    """Every answer of this family, newest first, with `person` and `asked_by`."""
    return list(reversed(_answers(file.family, list(file.held_back))))


def _newest(file: FamilyFile) -> dict[tuple[int, int], BirthdayAnswer]:
    rows = _answers(file.family, list(file.held_back))
    return {(row.person_id, row.age): row for row in rows}


@kept
def _answers(family: int, held_back: list[int]) -> QuerySet[BirthdayAnswer]:
    rows = BirthdayAnswer.objects.filter(family=family).exclude(pk__any=held_back)
    return rows.select_related("person", "asked_by").order_by("asked_at", "pk")
