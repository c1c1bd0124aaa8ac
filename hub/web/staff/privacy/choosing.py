"""What can be kept private and has no page of its own: who somebody is to another, who holds
parental responsibility, what was agreed to, and who works with the family."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hub.access import queries as access
from hub.consent import queries as consent
from hub.families import queries as families
from hub.families.rules import isolated
from hub.kernel.files import FamilyFile, Level

TO: Final = {
    "service": "Working together, with",
    "record": "Writing it down, by",
    "keep": "Keeping it, by",
    "share": "Letting know",
}
WAYS: Final = {"working": "works with the family", "team": "is in the team around the family"}


@dataclass(frozen=True)
class Other:
    """One thing: its kind and number, what it is in words, and what is no longer seen with it."""

    kind: str
    id: int
    called: str
    title: str
    words: str
    gone: tuple[str, ...]
    for_the_lead: bool = False


def others_in(file: FamilyFile) -> list[Other]:
    """All of them that the reader sees, kind by kind."""
    return [*_relationships(file), *_responsibilities(file), *_agreements(file), *_people(file)]


def to_choose(file: FamilyFile) -> list[Other]:
    """The same as a list shows them: which agency writes the record down is listed for the lead."""
    whole = file.sees(Level.RECORD)
    return [one for one in others_in(file) if whole or not one.for_the_lead]


def _relationships(file: FamilyFile) -> Iterator[Other]:
    names = _names(file)
    for row in families.relationships_in(file):
        if row.person in names and row.other in names:
            words = f"{names[row.person]}: {row.words} of {names[row.other]}"
            gone = ("that they are related in this way, also in the family tree",)
            yield Other(
                "relationship", row.id, "Who somebody is to another",
                "Keep a relation private", words, gone,
            )  # fmt: skip


def _responsibilities(file: FamilyFile) -> Iterator[Other]:
    names = _names(file)
    for row in families.responsible_in(file):
        if row.person in names and row.child in names:
            words = f"{names[row.person]} has parental responsibility for {names[row.child]}"
            gone = ("who holds parental responsibility for this child, as far as this says it",)
            yield Other(
                "responsibility", row.id, "Who has parental responsibility",
                "Keep parental responsibility private", words, gone,
            )  # fmt: skip


def _agreements(file: FamilyFile) -> Iterator[Other]:
    for row in consent.agreements_in(file):
        words = f"{TO[row.scope]} {row.agency.name}, agreed by {isolated(row.given_by.full_name)}"
        gone = ("that the family agreed to this, and who said yes",)
        yield Other(
            "agreement", row.pk, "What the family agreed to",
            "Keep private what was agreed to", words, gone, row.scope != "share",
        )  # fmt: skip


def _people(file: FamilyFile) -> Iterator[Other]:
    for row in access.involved_in(file):
        who = row.practitioner
        words = f"{who.name}, {who.agency.name}, {WAYS[row.kind]}"
        gone = (f"that {who.name} {WAYS[row.kind]}, and why",)
        yield Other(
            "involvement", row.pk, "Who works with the family",
            "Keep private who works with the family", words, gone,
        )  # fmt: skip


def _names(file: FamilyFile) -> dict[int, str]:
    rows = families.members_in(file)
    return {row.person_id: isolated(row.person.full_name) for row in rows}
