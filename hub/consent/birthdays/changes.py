"""Writing down what was said when a birthday brought its question."""

from datetime import date, datetime

from hub.audit.change import change
from hub.audit.events import register
from hub.consent.birthdays import rules
from hub.consent.birthdays.models import BirthdayAnswer
from hub.consent.birthdays.queries import birthday_of
from hub.families.models import Membership
from hub.kernel.clock import day_of
from hub.kernel.files import FamilyFile, NotInYourFiles

register("birthday.answered", "wrote down what a young person said on a birthday")


@change("birthday.answered")
def answer_birthday(
    file: FamilyFile,
    *,
    person: int,
    age: int,
    said: str,
    note: str = "",
    again_on: date | None = None,
    now: datetime,
) -> BirthdayAnswer:
    """Record what somebody said about one age. It opens and closes nothing (S6).

    Raises NotInYourFiles for somebody who is not in this family, NotAllowed with the reason when
    there is no such question, or when it was put off without a day.
    """
    rows = Membership.objects.select_for_update()
    if not rows.filter(family=file.family, person=person, until_at=None).exists():
        raise NotInYourFiles(file.reference)
    today = day_of(now)
    asked = birthday_of(file, person, today=today)
    due = asked is not None and asked.age == age
    rules.may_answer(
        level=file.level, due=due, said=said, again_on=again_on, today=today
    ).or_raise()
    row = BirthdayAnswer(
        family_id=file.family,
        person_id=person,
        age=age,
        said=said,
        note=note.strip(),
        again_on=again_on if said == rules.NOT_YET else None,
        asked_by_id=file.actor.id,
        asked_at=now,
    )
    row.save(force_insert=True)
    return row
