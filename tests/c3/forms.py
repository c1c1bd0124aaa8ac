"""Valid answers for every form there is. A form without a row here fails the tests."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from hub.kernel import clock
from tests.c3.world import World


@dataclass(frozen=True)
class Row:
    """A form: who posts it, to which family or row, what is typed, and the page it stands in.

    `again` names the effect a second post, with a new token, may have: "" for none but a refusal.
    """

    page: str
    who: str = "amina"
    family: str = "okafor"
    numbers: Callable[[World], dict[str, Any]] = field(default=lambda world: {})
    typed: Callable[[World], dict[str, Any]] = field(default=lambda world: {})
    stands_in: str = ""


def day(name: str, days: int) -> dict[str, str]:
    """A day so many days from now, as it is typed."""
    on = clock.today() + timedelta(days=days)
    return {
        f"{name}-day": str(on.day),
        f"{name}-month": str(on.month),
        f"{name}-year": str(on.year),
    }


def of(kind: str, family: str = "okafor", place: int = 0) -> Callable[[World], dict[str, Any]]:
    """The number of one of a family's rows."""
    return lambda world: {kind: world.ids[family][kind][place]}


def typing(**values: Any) -> Callable[[World], dict[str, Any]]:
    """These values, whatever the world."""
    return lambda world: values


PERSON = {"given_names": "Ama", "family_name": "Okafor", "part": "adult"}
REGISTRATION = {
    "said_yes": "yes", "how": "paper", "people-set": ["0", "1"], "people-0-given_names": "Ines",
    "people-0-family_name": "Ferreira", "people-0-part": "adult", "people-1-given_names": "Rui",
    "people-1-part": "child", "people-0-relation": "mother", "lines": "1 Weir Lane",
    "postcode": "ZA1 9XY",
}  # fmt: skip


def rows() -> list[Row]:
    """Every form of the practitioners' site, in an order in which each can be posted."""
    step = {"step": "Ring the school", **day("due_on", 5)}
    return [
        Row("registration", typed=lambda w: REGISTRATION | {"wording": str(w.wording)}),
        Row("people", typed=typing(**PERSON)),
        Row("person", numbers=of("person"), typed=typing(**PERSON | {"known_as": "Amie"})),
        Row("addresses", typed=lambda w: {"lines": "2 New Road", "postcode": "ZA1 1ZZ",
                                          "household": str(w.ids["okafor"]["person"][0])}),
        Row("address", numbers=of("address"), typed=typing(lines="3 New Road", postcode="ZA1 1ZZ")),
        Row("contacts", typed=lambda w: {"value": "07700 900321",
                                         "person": str(w.ids["okafor"]["person"][0])}),
        Row("contact", numbers=of("contact"), typed=typing(value="07700 900322")),
        Row("contact_safety", numbers=of("contact"), typed=typing(alone="yes", safe="no")),
        Row("working", "hanna", "haddad", typed=typing(why="I visit", **day("since_on", -3))),
        Row("working_end", "ben", "okafor"),
        Row("sharing", typed=lambda w: {
            "agency": str(w.agencies["Northgate Homes"]), "how": "paper",
            "given_by": str(w.ids["okafor"]["person"][0]), "wording": str(w.wording)}),
        Row("sharing_end", "lena", "marin", numbers=lambda w: {"agreement": 0}),
        Row("plan_opening", "amina", "haddad"),
        Row("goals", typed=typing(words="We want a garden")),
        Row("goal", numbers=of("goal"), typed=typing(words="We want a dog")),
        Row("actions", numbers=of("goal"), typed=lambda w: step | {
            "owner": f"practitioner-{w.practitioners['amina']}"}),
        Row("action", numbers=of("action"), typed=lambda w: step | {
            "owner": f"practitioner-{w.practitioners['amina']}"}),
        Row("action_done", numbers=of("action"), stands_in="plan"),
        Row("action_not_done", numbers=of("action"), stands_in="plan"),
        Row("plan_closure", "amina", "price", typed=typing(
            reason="enough", note="Better", protection_concern="no")),
        Row("stopping", "amina", "silva"),
    ]  # fmt: skip


# Pages that only ask or that take nobody's form: a post to them changes nothing.
ASKING = {
    "home", "families", "family", "who_sees", "plan", "plan_paper", "agreement", "looks",
    "registration_no_record", "looked", "looked_at_family", "looked_by_practitioner",
    "looked_sight", "hub", "agencies", "agency", "practitioner", "roles",
}  # fmt: skip
# Pages before or around signing in, whose forms have tests of their own in tests/web/public.
OF_ACCOUNTS = ("public", "account")
