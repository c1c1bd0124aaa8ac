"""Valid answers for the forms of who decides for a child."""

from collections.abc import Callable
from typing import Any

from tests.c3.forms import Row, day, kept_from, member, now_there, perhaps, typing
from tests.c3.world import World

ORDER = {
    "kind": "specific_issue",
    "bound": "nobody",
    "other": "nobody",
    "seen": "told",
    "effects": "decided",
}
JUDGED = {
    "decision": "Swimming",
    "understands": "yes",
    "because": "Said it back",
    "encouraged": "Asked whether her mother may come",
    "parent_needed": "no",
}
# Somebody without parental responsibility, once the form before these has added her.
AMA = """select m.person_id from families_membership m
    join families_person p on p.id = m.person_id
    join families_familyreference r on r.family_id = m.family_id
    where m.part = 'adult' and m.until_at is null and r.reference = %s
    order by exists (select from families_responsibility x
                     where x.person_id = p.id and x.until_at is null), p.id desc limit 1"""
QUESTION = """select l.id from consent_lookagain l
    join families_familyreference r on r.family_id = l.family_id
    where l.done_at is null and r.reference = %s order by l.made_at desc limit 1"""


def rows() -> list[Row]:
    """Parental responsibility, a court order, a carer, capacity, and what is looked at again."""
    holder = now_there("responsibility", _newest("families_responsibility"))
    order = now_there("order", _newest("consent_courtorder"))
    child, adult = member("child", "okafor"), member("adult", "okafor")
    return [
        Row("responsibility_holder", typed=_with(child=child, person=adult, source="mother")),
        Row("responsibility_change", numbers=holder, typed=typing(source="says_so")),
        Row("responsibility_end", numbers=holder, typed=typing(because="mistake")),
        Row("orders", query="?kind=specific_issue", typed=_with(children=child, **ORDER)),
        Row("order", numbers=order, typed=_with(children=child, court="The court", **ORDER)),
        Row("private_order", numbers=order, typed=kept_from("Northgate Homes")),
        Row("order_end", numbers=order, typed=typing(because="Its day has passed")),
        Row("carers", typed=_with(person=_of_okafor("person", AMA), because="Nobody answers",
                                  advice="The legal team", **day("again_on", 30))),
        Row("carer_end", numbers=perhaps("carer", _newest("consent_careragrees"))),
        Row("capacity", typed=_with(person=adult, about="other", decision="Moving house",
                                    doubt="A fall", help_given="Another day", able="none",
                                    consulted="Her mother", best_interests="To wait",
                                    **day("again_on", 30))),
        Row("judgements", "lena", "young", typed=_with(person=member("child", "young"), **JUDGED)),
        Row("look_again", numbers=_of_okafor("look", QUESTION), typed=typing(
            found="All is well", more="no")),
    ]  # fmt: skip


def _of_okafor(name: str, sql: str) -> Callable[[World], dict[str, Any]]:
    return lambda world: now_there(name, sql, world.cast.family("okafor").reference)(world)


def _newest(table: str) -> str:
    return f"select id from {table} where until_at is null order by from_at desc limit 1"


def _with(**said: Any) -> Callable[[World], dict[str, Any]]:
    """What is typed, with numbers of rows found where a function finds them."""

    def typed(world: World) -> dict[str, Any]:
        return {
            name: str(next(iter(value(world).values()))) if callable(value) else value
            for name, value in said.items()
        }

    return typed
