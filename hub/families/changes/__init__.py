"""Writes to a family's file. Each takes the open file, is journalled, and bumps the version."""

from hub.families.changes.identifiers import save_identifiers
from hub.families.changes.people import (
    add_member,
    edit_person,
    relate,
    remove_member,
    unrelate,
)
from hub.families.changes.places import (
    add_address,
    add_contact,
    edit_address,
    edit_contact,
    say_contact_is_safe,
)
from hub.families.changes.responsible import (
    edit_responsibility,
    end_responsibility,
    hold_responsibility,
)
from hub.families.changes.turns import record_birth, record_loss, take_back_loss

__all__ = [
    "add_address",
    "add_contact",
    "add_member",
    "edit_address",
    "edit_contact",
    "edit_person",
    "edit_responsibility",
    "end_responsibility",
    "hold_responsibility",
    "record_birth",
    "record_loss",
    "relate",
    "remove_member",
    "save_identifiers",
    "say_contact_is_safe",
    "take_back_loss",
    "unrelate",
]
