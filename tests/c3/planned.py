"""The forms of the plan's copies, and of signing for the services in it."""

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.c3.agreeing import GAVE
from tests.c3.forms import Row, day, now_there
from tests.c3.world import World
from tests.papers.files import PNG

YES = """select c.id from consent_agreement c join families_familyreference r using (family_id)
    join plans_plan p on p.family_id = c.family_id and p.closed_at is null
    join plans_goal g on g.plan_id = p.id join plans_action a on a.goal_id = g.id
    join agencies_practitioner o on o.id = a.owner_practitioner_id and o.agency_id = c.agency_id
    where r.reference = %s and c.until_at is null and c.scope in ('share', 'record')
      and not exists (select from papers_signature s where s.agreement_id = c.id
                      and s.plan_id = p.id and s.kind <> 'stands')
    order by c.scope desc, c.id limit 1"""


def rows() -> list[Row]:
    """A copy to a service and to a member; one service said aloud, signed on paper and another on
    screen."""
    gave = _of(GAVE, "person")
    given = {"how": "handed", **day("given_on", 0)}
    read = {"read_how": "self", "language": "English"}
    return [
        Row("plan_copy_service", numbers=lambda w: {
            "agency": w.agencies["Riverside Health Visiting"]}, typed=lambda w: given),
        Row("plan_copy_member", numbers=gave, typed=lambda w: given),
        Row("plan_said", numbers=gave, typed=lambda w: _of(YES, "agreements")(w) | {
            "met": "phone", "witness": "Ben Hughes", **day("said_on", 0)}),
        Row("plan_signed_sheet", numbers=gave, typed=lambda w: _of(YES, "agreements")(w) | read | {
            "file": SimpleUploadedFile("sheet.png", PNG), "tells_place": "no"}),
        Row("plan_sign", numbers=gave, typed=lambda w: _of(YES, "agreements")(w) | read | {
            "met": "together", "device": "ours", "typed": "Chidinma Okafor"}),
    ]  # fmt: skip


def _of(sql: str, name: str) -> Callable[[World], dict[str, Any]]:
    return lambda world: now_there(name, sql, world.cast.family("okafor").reference)(world)
