"""Writes about organisations and staff. Each is one verb, one savepoint, one line in the journal.

All take the actor first, the moment as `now` where time matters, and raise NotAllowed with the
rule's reason, NotInYourFiles for what is not there, Conflict when somebody else saved first.
"""

from hub.agencies.changes.agencies import (
    add_agency,
    close_agency,
    edit_agency,
    join_locality,
)
from hub.agencies.changes.localities import (
    add_locality,
    add_sector,
    edit_help_numbers,
    edit_locality,
)
from hub.agencies.changes.people import (
    deactivate_practitioner,
    edit_practitioner,
    invite_practitioner,
    revive,
)
from hub.agencies.changes.roles import end_role, grant_role

__all__ = [
    "add_agency",
    "add_locality",
    "add_sector",
    "close_agency",
    "deactivate_practitioner",
    "edit_agency",
    "edit_help_numbers",
    "edit_locality",
    "edit_practitioner",
    "end_role",
    "grant_role",
    "invite_practitioner",
    "join_locality",
    "revive",
]
