"""Tables of a family's file. Identity is the person's, every place the family's (S2)."""

from hub.families.models.elsewhere import Advice, Borough, OutwardCode
from hub.families.models.identifiers import Identifiers
from hub.families.models.people import Membership, Person, Relationship
from hub.families.models.places import Address, Contact, HouseholdMember
from hub.families.models.responsible import Responsibility
from hub.families.models.rows import ROWS, Family, FamilyReference, FamilyRow, window

__all__ = [
    "ROWS",
    "Address",
    "Advice",
    "Borough",
    "Contact",
    "Family",
    "FamilyReference",
    "FamilyRow",
    "HouseholdMember",
    "Identifiers",
    "Membership",
    "OutwardCode",
    "Person",
    "Relationship",
    "Responsibility",
    "window",
]
