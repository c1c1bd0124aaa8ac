"""What tests of agreements and terms sign with."""

from datetime import date, datetime, timedelta
from typing import Any

from hub.agencies.models import SharingAgreement, SharingParty, Terms
from hub.agencies.sharing import changes, queries, terms
from tests.agencies.conftest import NOW, Place

TODAY = date(2026, 3, 2)
LATER = NOW + timedelta(days=10)
SAID: dict[str, Any] = {
    "name": "For families",
    "shares": "Who is in the family",
    "last_day": None,
    "review_on": date(2027, 3, 1),
}


def add(place: Place, who: str = "coordinator", **other: Any) -> SharingAgreement:
    asked = SAID | {"purposes": ["help"], "begins": TODAY} | other
    return changes.add_agreement(place.actor(who), locality=place.here.pk, now=NOW, **asked)


def sign(place: Place, agreement: SharingAgreement, who: str = "coordinator") -> SharingParty:
    return changes.add_party(
        place.actor(who),
        agreement.pk,
        agency=place.agency.pk,
        signed_on=TODAY,
        signed_by="The head",
        now=NOW,
    )


def renew(place: Place, agreement: SharingAgreement, who: str = "coordinator", **other: Any) -> Any:
    asked: dict[str, Any] = {
        "purposes": ["help"],
        "parties": [place.agency.pk],
        "signed_on": TODAY,
        "begins": TODAY,
        "last_day": None,
        "review_on": date(2027, 6, 1),
    }
    return changes.renew_agreement(place.actor(who), agreement.pk, **asked | {"now": NOW} | other)


def publish(
    place: Place, who: str = "administrator", *, now: datetime = NOW, **other: Any
) -> Terms:
    asked: dict[str, Any] = {"text": "Look only at need", "counts_from": TODAY} | other
    return terms.publish(place.actor(who), now=now, **asked)


def accept(place: Place, who: str = "coordinator", now: datetime = NOW) -> Any:
    return terms.accept(
        place.actor(who), place.agency.pk, accepted_on=TODAY, accepted_by="The head", now=now
    )


def stands(place: Place, now: datetime = NOW) -> bool:
    return place.agency.pk in queries.standing_in(place.here.pk, now=now)
