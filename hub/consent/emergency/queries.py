"""The emergency rules there are, and the one that runs."""

from datetime import date

from django.db.models import QuerySet

from hub.consent.emergency import rules
from hub.consent.emergency.models import EmergencyRule
from hub.database.kept import kept
from hub.kernel.clock import day_of
from hub.kernel.files import Actor, NotInYourFiles
from hub.kernel.working_days import after_working_days


def running_on(day: date) -> EmergencyRule | None:
    """The rule that eases a yes given on this day, if any: for everybody who asks for one."""
    return next((row for row in _rules() if is_running(row, day)), None)


def is_running(row: EmergencyRule, day: date) -> bool:
    """Whether a rule runs on a day."""
    ended = day_of(row.ended_at) if row.ended_at else None
    return rules.runs(from_on=row.from_on, until_on=row.until_on, ended_on=ended, day=day)


def sign_by(rule: EmergencyRule | None, given_on: date) -> date | None:
    """The day by which a yes that rests on a rule is signed while it runs; None without a rule."""
    return after_working_days(given_on, rule.sign_days) if rule else None


def over_on(row: EmergencyRule) -> date:
    """The day on which a rule is over, past or still to come."""
    ended = day_of(row.ended_at) if row.ended_at else None
    return rules.over_on(until_on=row.until_on, ended_on=ended)


def rules_for(actor: Actor) -> list[EmergencyRule]:
    """Every rule there was, newest first, with `set_by` and `ended_by`. Raises NotInYourFiles for
    whoever may not read them."""
    if not rules.may_read(actor):
        raise NotInYourFiles
    return _rules()


def rule_for(actor: Actor, pk: int) -> EmergencyRule:
    """One rule. Raises NotInYourFiles where there is none, or they may not read it."""
    for row in rules_for(actor):
        if row.pk == pk:
            return row
    raise NotInYourFiles


@kept
def _rules() -> QuerySet[EmergencyRule]:
    rows = EmergencyRule.objects.select_related("set_by", "ended_by")
    return rows.order_by("-from_on", "-set_at", "pk")
