"""Reads of a family's papers and signatures: what proves each yes, and what is still to sign."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from hub.audit import journal
from hub.audit.events import register
from hub.consent import queries as consent
from hub.consent.emergency import rules as emergency
from hub.consent.emergency.queries import over_on
from hub.consent.models import Agreement, Scope
from hub.database.kept import kept
from hub.families import queries as families
from hub.families.models import Relationship
from hub.kernel.clock import day_of
from hub.kernel.files import FamilyFile, Level, NotInYourFiles
from hub.papers import contents, rules, store
from hub.papers.models import Paper, Signature

register("paper.taken", "took a copy of one of the family's papers")


@dataclass(frozen=True)
class Proof:
    """How one yes was signed so far. `due_on` is None once it is signed, or has ended."""

    agreement: int
    signed: Signature | None
    stood_on: date | None
    due_on: date | None
    overdue: bool


@dataclass(frozen=True)
class ToSign:
    """Somebody's yeses that are in force and not signed."""

    person: int
    name: str
    agreements: list[Agreement]
    due_on: date
    overdue: bool


@dataclass(frozen=True)
class Standing:
    """The yeses in force and those that ended, what proves each, and who is still to sign."""

    given: list[Agreement]
    ended: list[Agreement]
    proofs: dict[int, Proof]
    to_sign: list[ToSign]


@dataclass(frozen=True)
class Download:
    """A paper's bytes, what they are, and a name that tells nothing of anybody."""

    data: bytes
    media_type: str
    name: str


def proofs_in(
    file: FamilyFile, agreements: Iterable[Agreement], *, today: date
) -> dict[int, Proof]:
    """How each of these yeses was signed, by the yes. Those that ended keep what proves them."""
    rows = signatures_in(file)
    return {yes.pk: _proof(yes, [r for r in rows if r.agreement_id == yes.pk], today)
            for yes in agreements}  # fmt: skip


def standing_of(
    file: FamilyFile, given: list[Agreement], ended: list[Agreement], *, today: date
) -> Standing:
    """These yeses of the family with what proves each, and who is still to sign, those due first
    on top; in one question however many there are."""
    given, ended = _shown(file, given), _shown(file, ended)
    proofs = proofs_in(file, [*given, *ended], today=today)
    found: dict[int, list[Agreement]] = {}
    for yes in given:
        if proofs[yes.pk].due_on:
            found.setdefault(yes.given_by_id, []).append(yes)
    waiting = [_to_sign(yeses, proofs) for yeses in found.values()]
    return Standing(given, ended, proofs, sorted(waiting, key=lambda one: (one.due_on, one.name)))


def to_sign_in(file: FamilyFile, *, today: date) -> list[ToSign]:
    """Whose yeses are still to be signed, those due first on top."""
    return standing_of(file, consent.agreements_in(file), [], today=today).to_sign


def given_by(file: FamilyFile, person: int) -> list[Agreement]:
    """The yeses of one member that are in force. Raises NotInYourFiles for another's."""
    families.member(file, person)
    return [row for row in _shown(file, consent.agreements_in(file)) if row.given_by_id == person]


def _shown(file: FamilyFile, yeses: list[Agreement]) -> list[Agreement]:
    """Which agency works with them and writes the record down is for who leads, and may tell a
    place (S3): others are shown, asked and counted what is shared alone, whoever they are, so that
    a mark changes nothing here."""
    return [yes for yes in yeses if file.sees(Level.RECORD) or yes.scope == Scope.SHARE]


def signatures_in(file: FamilyFile) -> list[Signature]:
    """Every signature of this family, newest first, with `signer`, `taken_by` and `agreement`."""
    return _signatures(file.family, list(file.held_back))


@kept
def _signatures(family: int, held_back: list[int]) -> QuerySet[Signature]:
    rows = Signature.objects.filter(family=family).exclude(pk__any=held_back)
    return rows.select_related(
        "signer", "taken_by", "agreement__agency", "agreement__wording"
    ).order_by("-at", "agreement__from_at", "pk")


def act_of(file: FamilyFile, pk: int) -> list[Signature]:
    """What was signed in one go with this signature, itself first. Raises NotInYourFiles."""
    rows = signatures_in(file)
    found = next((row for row in rows if row.pk == pk), None)
    if found is None:
        raise NotInYourFiles(file.reference)
    return [found, *(row for row in rows if row.act == found.act and row.pk != pk)]


def papers_in(file: FamilyFile) -> list[Paper]:
    """Every paper of this family, newest first, with `signer` and `put_by`; without the bytes."""
    return _papers(file.family, list(file.held_back))


@kept
def _papers(family: int, held_back: list[int]) -> QuerySet[Paper]:
    rows = Paper.objects.filter(family=family).exclude(pk__any=held_back).defer("content")
    return rows.select_related("signer", "put_by__agency").order_by("-put_at", "pk")


def paper(file: FamilyFile, pk: int) -> Paper:
    """One paper, without its bytes. Raises NotInYourFiles."""
    found = next((row for row in papers_in(file) if row.pk == pk), None)
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


def same_file(file: FamilyFile, fingerprint: str) -> list[Paper]:
    """The family's papers that are this very file, oldest first; never one held back, whose
    being there would be told by it."""
    return [row for row in reversed(papers_in(file)) if row.sha256 == fingerprint]


def download(file: FamilyFile, pk: int) -> Download:
    """A paper to be taken away, which is written down. Raises NotInYourFiles."""
    row = paper(file, pk)
    data = store.read(file, pk)
    journal.record(
        "paper.taken", actor=file.actor, family=file.family, purpose=file.purpose, row=pk
    )
    media = contents.BY_TYPE[row.media_type]
    name = f"{file.reference}-{row.kind}-{day_of(row.put_at):%Y-%m-%d}.{media.ending}"
    return Download(data, media.type, name)


def too_close(file: FamilyFile, signer: int) -> set[str]:
    """The names of the signer's partner and of the family's children, folded: none of them reads
    to the signer what is signed (S16)."""
    members = families.living_in(file)
    close = {row.person_id for row in members if row.part == "child"}
    for related in families.relationships_in(file):
        if related.kind == Relationship.Kind.PARTNER and signer in (related.person, related.other):
            close |= {related.person, related.other}
    people = [row.person for row in members if row.person_id in close - {signer}]
    named = {name for person in people for name in (person.full_name, person.given_names)}
    return {name.casefold() for name in named if name}


def _proof(yes: Agreement, rows: list[Signature], today: date) -> Proof:
    signed = next((row for row in rows if row.kind != Signature.Kind.STANDS), None)
    stood = max((row.said_on for row in rows if row.kind == Signature.Kind.STANDS), default=None)
    due = None
    if signed is None and not yes.ended_because:
        since = max(day_of(yes.from_at), stood or date.min)
        due = rules.due_on(since, days=settings.SIGNATURE_DAYS)
        if yes.emergency is not None and yes.sign_by is not None:
            due = emergency.due_on(usual=due, eased=yes.sign_by, over=over_on(yes.emergency))
    return Proof(yes.pk, signed, stood, due, bool(due and due < today))


def _to_sign(yeses: list[Agreement], proofs: dict[int, Proof]) -> ToSign:
    soonest = min(day for yes in yeses if (day := proofs[yes.pk].due_on))
    giver = yeses[0].given_by
    overdue = any(proofs[yes.pk].overdue for yes in yeses)
    return ToSign(giver.pk, giver.full_name, yeses, soonest, overdue)
