"""What was judged of young people of 12 to 15, decision by decision: for who leads alone (S6)."""

from django.db.models import QuerySet

from hub.consent.models import Judgement
from hub.database.kept import kept
from hub.kernel.files import FamilyFile


def judgements_in(file: FamilyFile) -> list[Judgement]:
    """Every judgement of this family, newest first, with `person` and `judged_by`."""
    return _judgements(file.family)


@kept
def _judgements(family: int) -> QuerySet[Judgement]:
    rows = Judgement.objects.filter(family=family).select_related("person", "judged_by")
    return rows.order_by("-judged_at", "pk")[:50]
