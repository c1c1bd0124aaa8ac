"""Reads of how agencies answer for what they hold of families."""

from collections.abc import Sequence
from dataclasses import dataclass

from hub.agencies.answering.rules import BASES, Basis, basis_of
from hub.agencies.models import Agency, AgencyBasis, AgencyStatement
from hub.agencies.sharing.rules import PURPOSES


@dataclass(frozen=True)
class Purposed:
    """One purpose of one agency: its basis, who is answerable, how long it keeps things."""

    code: str
    signed: str
    told: str
    basis: Basis | None
    stated: bool
    because: str
    controller: str
    keeps: str
    row: AgencyBasis | None


@dataclass(frozen=True)
class Answers:
    """How an agency answers to families: purpose by purpose, and whom to ask."""

    agency: Agency
    purposes: tuple[Purposed, ...]
    contact: str
    complain_to: str
    notice: str
    row: AgencyStatement | None

    @property
    def can_object(self) -> bool:
        """Whether a family can object to something the agency does with what it knows."""
        return any(one.basis is not None and one.basis.can_object for one in self.purposes)


def bases_of(agencies: Sequence[int]) -> dict[int, dict[str, str]]:
    """The bases stated, by agency and purpose."""
    found: dict[int, dict[str, str]] = {}
    for row in AgencyBasis.objects.filter(agency_id__any=list(agencies)):
        found.setdefault(row.agency_id, {})[row.purpose] = row.basis
    return found


def answers_of(agencies: Sequence[Agency]) -> list[Answers]:
    """How each of these agencies (with their sectors) answers, in their order."""
    ids = [agency.pk for agency in agencies]
    stated = {
        (row.agency_id, row.purpose): row for row in AgencyBasis.objects.filter(agency_id__any=ids)
    }
    said = {row.agency_id: row for row in AgencyStatement.objects.filter(agency_id__any=ids)}
    return [_answers(agency, stated, said.get(agency.pk)) for agency in agencies]


def in_use() -> set[str]:
    """The codes of all bases that some agency at work rests on, by statement or as its default."""
    stated = set(AgencyBasis.objects.values_list("basis", flat=True).distinct())
    by_default = Agency.objects.filter(closed_at=None, sector__public_body=True).exists()
    return stated | ({"public_task"} if by_default else set())


def _answers(
    agency: Agency,
    stated: dict[tuple[int, str], AgencyBasis],
    said: AgencyStatement | None,
) -> Answers:
    mine = {purpose: row.basis for (of, purpose), row in stated.items() if of == agency.pk}
    purposes = []
    for code, purpose in PURPOSES.items():
        row = stated.get((agency.pk, code))
        basis = basis_of(code, stated=mine, public_body=agency.sector.public_body)
        purposes.append(
            Purposed(
                code=code,
                signed=purpose.signed,
                told=purpose.told,
                basis=BASES.get(basis),
                stated=row is not None,
                because=row.because if row else "",
                controller=row.controller if row and row.controller else agency.name,
                keeps=row.keeps if row else "",
                row=row,
            )
        )
    return Answers(
        agency=agency,
        purposes=tuple(purposes),
        contact=said.contact if said and said.contact else agency.information_lead,
        complain_to=said.complain_to if said else "",
        notice=said.notice if said else "",
        row=said,
    )
