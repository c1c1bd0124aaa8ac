"""Families hidden in every way there is, families that may be told, and twins of them that are not
there: for whoever tries to tell the one from the other by asking."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any, Final

from hub.consent import changes as consent
from hub.consent.models import Kept
from hub.consent.orders import changes as orders
from hub.consent.orders.rules import Told
from hub.families import changes as families
from hub.families import queries
from hub.intake import changes as intake
from hub.intake.registration import NamedPerson
from hub.kernel import clock
from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.files import FamilyFile
from hub.kernel.ids import new_reference
from hub.sealed import changes as sealed
from tests.families_setup import Staff, acting, open_as, register

ENEMY: Final = "stranger"  # of the charity, with whom no family works
SOUNDS: Final = [f"{first}{last}" for first in "bdgklmnr" for last in "aeio"]
OWN: Final = re.compile(rb'name="(people-0-[a-z_-]+|lines|postcode|phone|reference|known|seen)"')
TEN: Final = range(10, 1, -1)


@dataclass(frozen=True)
class Kin:
    """A mother and her child; `reference` is theirs, or nobody's."""

    surname: str
    mother: str
    child: str
    born: date
    lines: str
    postcode: str
    nhs: str
    reference: str = ""

    def asked(self, by: str) -> dict[str, Any]:
        """The look-up's page filled in for them: by the child, by number or by reference."""
        form: dict[str, Any] = {"people-set": ["0"], "purpose": "lookup.request"}
        if by == "reference":
            return form | {"reference": self.reference or new_reference("FH")}
        if by == "number":
            return form | {"people-0-nhs": self.nhs}
        return form | {
            "people-0-given_names": self.child,
            "people-0-family_name": self.surname,
            "people-0-born-day": str(self.born.day),
            "people-0-born-month": str(self.born.month),
            "people-0-born-year": str(self.born.year),
            "postcode": self.postcode,
        }


def draw(rng: Random) -> Kin:
    """Some family, there or not."""
    number = rng.randrange(100, 999)
    return Kin(
        surname=_name(rng, 4),
        mother=_name(rng, 3),
        child=_name(rng, 3),
        born=date(2010 + rng.randrange(14), 1 + rng.randrange(12), 1 + rng.randrange(28)),
        lines=f"{number} {_name(rng, 3)} Road",
        postcode=f"ZA{rng.randrange(1, 10)} {rng.randrange(1, 10)}{rng.choice('ABDEFGH')}"
        f"{rng.choice('JLNPQRS')}",
        nhs=_number(rng),
    )


def there(staff: Staff, kin: Kin, way: str) -> Kin:
    """A family that is registered, hidden from the enemy in this way; "" for one that may be
    told."""
    given: dict[str, Any] = {"lines": kin.lines, "postcode": kin.postcode}
    if way == "no sharing":
        given["agencies"] = ()
    if way == "address held by a refuge":
        given |= {"lines": "", "postcode": "", "held_by": "The refuge"}
    mother = NamedPerson(
        kin.mother, "adult", kin.surname, born=_exact(date(1985, 5, 4)), relation="mother",
        responsible=True,
    )  # fmt: skip
    child = NamedPerson(kin.child, "child", kin.surname, born=_exact(kin.born))
    reference = register(staff, staff.registration(mother, child, **given))
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        people = {row.person.given_names: row.person_id for row in queries.members_in(file)}
        families.save_identifiers(
            file, people[kin.child], version=0, nhs_number=kin.nhs, nhs_verified="told",
            now=clock.now(),
        )  # fmt: skip
    if way in AFTERWARDS:
        with acting(staff.actor("registrar")):
            file = open_as(staff, "registrar", reference)
            AFTERWARDS[way](staff, file, people[kin.mother], people[kin.child])
    return Kin(**(vars(kin) | {"reference": reference}))


def _kept(kind: str, of: Callable[[Staff], int], *, place: bool = False) -> Any:
    def keep(staff: Staff, file: FamilyFile, mother: int, child: int) -> None:
        consent.hold_back(
            file, item_kind="places" if place else "", item=file.family if place else None,
            kept_from=kind, kept_from_id=of(staff), now=clock.now(),
        )  # fmt: skip

    return keep


def _refused(staff: Staff, file: FamilyFile, mother: int, child: int) -> None:
    consent.refuse(file, said_by=mother, agency=staff.charity.pk, now=clock.now())


def _no_contact(staff: Staff, file: FamilyFile, mother: int, child: int) -> None:
    told = Told(
        kind="non_molestation", effects=("no_contact",), children=[child], person_name="Somebody"
    )
    orders.record_order(file, told, telling_is_safe=False, now=clock.now())


def _sealed(staff: Staff, file: FamilyFile, mother: int, child: int) -> None:
    for person in (child, mother):
        sealed.seal(
            file.actor, file, person, ground="protected", because="A threat", now=clock.now()
        )


def _stopped(staff: Staff, file: FamilyFile, mother: int, child: int) -> None:
    intake.stop_everything(file, open_plan=False, now=clock.now())


AFTERWARDS: Final[dict[str, Callable[[Staff, FamilyFile, int, int], None]]] = {
    "kept from them": _kept(Kept.PRACTITIONER, lambda staff: staff.people[ENEMY].pk),
    "kept from their agency": _kept(Kept.AGENCY, lambda staff: staff.charity.pk),
    "a no to their agency": _refused,
    "keeps where it is from somebody": _kept(Kept.AGENCY, lambda s: s.clinic.pk, place=True),
    "no contact by an order": _no_contact,
    "sealed": _sealed,
    "stopped everything": _stopped,
}
WAYS: Final = ("no sharing", "address held by a refuge", *AFTERWARDS)


def ways_of(by: str) -> list[str]:
    """The ways in which a family is hidden from who asks like this: what is sealed is somebody in
    a family, whom no name and no number finds; the family itself is there."""
    return [way for way in WAYS if (by, way) != ("reference", "sealed")]


def untyped(page: bytes) -> bytes:
    """A look-up's page without what was typed on it, and the marks made of that."""
    return re.sub(rb"<input[^>]*>", lambda box: re.sub(rb'value="[^"]*"', b"", box[0])
                  if OWN.search(box[0]) else box[0], page)  # fmt: skip


def _exact(day: date) -> PartialDate:
    return PartialDate(day, Accuracy.EXACT)


def _name(rng: Random, sounds: int) -> str:
    return "".join(rng.choice(SOUNDS) for _ in range(sounds)).capitalize()


def _number(rng: Random) -> str:
    while True:
        nine = f"999{rng.randrange(10**6):06}"
        check = 11 - sum(int(digit) * by for digit, by in zip(nine, TEN, strict=True)) % 11
        if check != 10:
            return f"{nine}{check % 11}"
