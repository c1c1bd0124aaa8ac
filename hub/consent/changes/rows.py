"""What changes of agreement look up before they write."""

from hub.agencies.models import Agency, Practitioner
from hub.consent.models import Kept
from hub.families import queries as families
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile


def find_whom(file: FamilyFile, kind: str, pk: int) -> None:
    """Check that somebody of this kind is there. Raises NotAllowed, and NotInYourFiles for a
    member who is not in this file."""
    if kind == Kept.PERSON:
        families.member(file, pk)
        return
    tables = {Kept.PRACTITIONER.value: Practitioner, Kept.AGENCY.value: Agency}
    table = tables.get(kind)
    if table is None or not table._default_manager.filter(pk=pk).exists():
        raise NotAllowed("Choose from whom.")
