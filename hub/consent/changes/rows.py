"""What changes of agreement look up before they write."""

from hub.agencies.models import Agency, Practitioner
from hub.consent.models import Kept
from hub.families import queries as families
from hub.families.models import Membership
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile


def find_whom(file: FamilyFile, kind: str, pk: int) -> Membership | Practitioner | Agency:
    """Whom something is kept from or shown to. Raises NotAllowed when nobody is there, and
    NotInYourFiles for a member who is not in this file."""
    if kind == Kept.PERSON:
        return families.member(file, pk)
    tables = {Kept.PRACTITIONER.value: Practitioner, Kept.AGENCY.value: Agency}
    table = tables.get(kind)
    found = table._default_manager.filter(pk=pk).first() if table else None
    if found is None:
        raise NotAllowed("Choose from whom.")
    assert isinstance(found, Practitioner | Agency)  # noqa: S101 - the tables above
    return found
