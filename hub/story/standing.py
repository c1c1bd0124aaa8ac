"""What the story's agencies signed: a sharing agreement in each locality, terms for all others.

Tests that make agencies of their own call `let_stand` too: without standing a yes does not count.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from hub.agencies.models import (
    Agency,
    AgencyBasis,
    AgencyStatement,
    Locality,
    SharingAgreement,
    SharingParty,
    Terms,
    TermsAcceptance,
)
from hub.agencies.sharing.rules import PURPOSES
from hub.kernel.clock import today

TERMS: Final = (
    "We use what we see in the Family Hub only to help the families who agreed to it, and to keep "
    "people safe.\n\nOnly those of us who need to know look. We keep safe whatever we print or "
    "write down elsewhere. We tell the hub the same day when somebody leaves us or something goes "
    "wrong."
)
SHARES: Final = (
    "Who is in the family and how to reach it safely, who leads, and the plan it made with its "
    "workers. Not: what is kept private, and what an agency knows from elsewhere."
)
LONG_AGO: Final = datetime(2020, 1, 1, tzinfo=UTC)
BECAUSE: Final = "Helping families is what we are here for; those we help expect us to know them."


def let_stand(agencies: Iterable[tuple[Agency, Sequence[Locality]]], began: datetime) -> None:
    """Let each agency stand from a moment on: party in the localities given, else by terms."""
    whole = list(agencies)
    agreements: dict[int, SharingAgreement] = {}
    for agency, localities in whole:
        for locality in localities:
            if locality.pk not in agreements:
                agreements[locality.pk] = _agreement(locality, began)
            SharingParty.objects.create(
                agreement=agreements[locality.pk],
                agency=agency,
                signed_on=began.date(),
                signed_by=f"The head of {agency.name}"[:120],
                from_at=began,
            )
        _answer(agency)
        if not localities:
            TermsAcceptance.objects.create(
                agency=agency,
                terms=_terms(began),
                accepted_on=began.date(),
                accepted_by=f"The head of {agency.name}"[:120],
                from_at=began,
            )


def _agreement(locality: Locality, began: datetime) -> SharingAgreement:
    return SharingAgreement.objects.create(
        locality=locality,
        name=f"Sharing agreement of {locality.name}",
        purposes=list(PURPOSES),
        shares=SHARES,
        document="Held by the authority's information team",
        from_at=began,
        review_on=today() + timedelta(days=200),
    )


def _terms(began: datetime) -> Terms:
    """The oldest terms there are; where there are none, these, as if published long ago."""
    long_ago = min(began, LONG_AGO)
    return Terms.objects.order_by("published_at").first() or Terms.objects.create(
        text=TERMS, published_at=long_ago, counts_from=long_ago
    )


def _answer(agency: Agency) -> None:
    if not agency.sector.public_body:
        for purpose in PURPOSES:
            AgencyBasis.objects.create(
                agency=agency,
                purpose=purpose,
                basis="legitimate_interests",
                because=BECAUSE,
                keeps="Six years after we last worked with you",
            )
    AgencyStatement.objects.create(
        agency=agency,
        contact=f"Information lead, {agency.phone}",
        complain_to=f"The head of the agency, {agency.email}",
        notice="https://agency.example.org/privacy",
    )
