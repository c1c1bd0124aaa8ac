"""What was typed of a family: for the look-up, and for the registration that may follow."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import QueryDict

from hub.kernel.clock import today
from hub.kernel.dates import Accuracy, PartialDate, age_on
from hub.matching.rules import Description
from hub.ui import forms
from hub.web.staff.lookup.forms import MOST, PEOPLE, Family, Somebody


class Typed:
    """The whole form: what is the same for all of them, and each of them. `purpose` is chosen
    already for who comes from a page that says it; nobody else has one chosen for them."""

    def __init__(self, data: QueryDict | None, *, purpose: str = "") -> None:
        self.family = Family(data, initial={"purpose": purpose})
        self.people = forms.Repeated(
            Somebody, data, name=PEOPLE, noun="person", most=MOST, initial=[{}, {}]
        )
        self.family.quiet = self.people.pressed

    @property
    def in_error(self) -> bool:
        """Whether something is wrong, for the page's title."""
        return self.family.in_error or self.people.in_error

    def error_summary(self) -> Any:
        """Everything that is wrong, in the order of the page."""
        return forms.error_summary([self.people, self.family])

    def is_valid(self) -> bool:
        """Whether it can be looked up; each part says what is wrong."""
        judged = [self.people.is_valid(), self.family.is_valid()]
        return all(judged)

    @property
    def descriptions(self) -> list[Description]:
        """What is looked up of each. Only after `is_valid`."""
        whole = self.family.cleaned_data
        people = [said for said in self.people.cleaned if any(said.values())]
        shared: dict[str, Any] = {
            "address": " ".join((whole["lines"] or "").split()),
            "postcode": whole["postcode"] or "",
            "phones": tuple(filter(None, [whole["phone"]])),
        }
        return [_described(said, shared) for said in people]


def _described(said: Mapping[str, Any], shared: Mapping[str, Any]) -> Description:
    given, _, middle = (said["given_names"] or "").partition(" ")
    return Description(
        given=given,
        middle=middle.strip(),
        surname=said["family_name"] or "",
        born=_known(said["born"]),
        nhs=said["nhs"] or "",
        **shared,
    )


def _known(born: PartialDate | None) -> str:
    if born is None:
        return ""
    text = born.first_day.isoformat()
    return text[: {Accuracy.YEAR: 4, Accuracy.MONTH: 7}.get(born.accuracy, 10)]


def carried(data: QueryDict) -> list[tuple[str, str]]:
    """What a form that registers the family carries on, as hidden boxes."""
    boxes = ("given_names", "family_name", "born-day", "born-month", "born-year", "nhs")
    sets = [n for n in data.getlist(f"{PEOPLE}-set") if n.isdecimal()][:MOST]
    found = [(f"{PEOPLE}-set", n) for n in sets]
    names = [f"{PEOPLE}-{n}-{box}" for n in sets for box in boxes]
    names += ["lines", "postcode", "phone", "reference"]
    return found + [(name, said) for name in names if (said := data.get(name, "").strip())]


def typed_again(data: QueryDict) -> tuple[list[Description], str]:
    """What was carried on, as it is looked up once more, and the reference; what no longer reads
    as it did is nobody."""
    again = data.copy()
    again["purpose"] = "lookup.request"
    typed = Typed(again)
    if not typed.is_valid():
        return [], ""
    return typed.descriptions, str(typed.family.cleaned_data["reference"] or "")


def for_registration(data: QueryDict, *, short: bool) -> QueryDict:
    """What was carried on, under the names of the boxes of registering: whoever may say yes first.
    The short form has room for one adult and one child."""
    said = [person for n in data.getlist(f"{PEOPLE}-set")[:MOST] if (person := _person(data, n))]
    adults = [person for person in said if person["part"] == "adult"] or [{"part": "adult"}]
    children = [person for person in said if person["part"] == "child"] or [{"part": "child"}]
    given = QueryDict(mutable=True)
    for place, person in enumerate([adults[0], children[0]] if short else adults + children):
        given.appendlist(f"{PEOPLE}-set", str(place))
        for box, typed in person.items():
            given[f"{PEOPLE}-{place}-{box}"] = typed
    for name in ("lines", "postcode", "known", "seen", "another"):
        given[name] = data.get(name, "")[:300]
    given[f"{PEOPLE}-0-contact"] = data.get("phone", "")[:254]
    return given


def _person(data: QueryDict, n: str) -> dict[str, str]:
    boxes = ("given_names", "family_name", "born-day", "born-month", "born-year")
    said = {
        box: typed[:200] for box in boxes if (typed := data.get(f"{PEOPLE}-{n}-{box}", "").strip())
    }
    return said | {"part": _part(said.get("born-year", ""))} if said else {}


def _part(year: str) -> str:
    """An adult, but for who is surely younger: somebody of whom no date is known says yes first."""
    if not (year.isascii() and year.isdecimal() and len(year) == 4):
        return "adult"
    return "child" if age_on(date(max(int(year), 1), 1, 1), today()) < 18 else "adult"
