"""What the pages of signatures and papers are drawn from, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.files import FamilyFile
from hub.papers import contents, queries, rules, scanning, strokes
from hub.papers.queries import Proof
from hub.ui import words

TO = {
    "service": "Working together, with",
    "record": "Writing it down, by",
    "keep": "Keeping it, by",
    "share": "Letting know:",
}
KIND = {"agreement": "Signed agreement", "other": "Another paper"}


@dataclass(frozen=True)
class Shown:
    """How one yes was signed, in a sentence; `signature` leads to what proves it."""

    words: str
    signature: int | None
    overdue: bool


@dataclass(frozen=True)
class Signing:
    """Somebody and the yeses they may sign: `yeses` as (id, words), those `open` not signed yet,
    and the words shown to them, each once."""

    person: int
    name: str
    yeses: list[tuple[int, str]]
    open: list[int]
    wordings: list[Any]


@dataclass(frozen=True)
class Signed:
    """One act of signing: what, by whom, how, and how the words had come to them."""

    name: str
    kind: str
    title: str
    path: str
    typed: str
    picture_words: str
    yeses: list[str]
    wordings: list[Any]
    facts: list[tuple[str, str]]
    paper: int | None


@dataclass(frozen=True)
class PaperLine:
    """One paper of the list."""

    id: int
    title: str
    whose: str
    put_by: str
    put_at: datetime
    file: str
    tells_place: bool
    scanned: bool


def what(yes: Any) -> str:
    """One yes in words, as whoever signs reads it."""
    return f"{TO[yes.scope]} {yes.agency.name}"


def standing(file: FamilyFile, given: list[Any], ended: list[Any]) -> dict[str, Any]:
    """What the page of agreement shows of signatures: how each yes in force was signed, by the
    yes (one that has ended keeps what proves it), and who is to sign."""
    found = queries.standing_of(file, given, ended, today=clock.today())
    shown = {yes.pk: _shown(found.proofs[yes.pk]) for yes in (*found.given, *found.ended)}
    return {"proofs": shown, "to_sign": found.to_sign}


def signing(file: FamilyFile, person: int) -> Signing:
    """What somebody may sign now. Raises NotInYourFiles for who is not in this family."""
    given = sorted(queries.given_by(file, person), key=_in_order)
    found = queries.proofs_in(file, given, today=clock.today())
    return Signing(
        person=person,
        name=families.member(file, person).person.full_name,
        yeses=[(yes.pk, what(yes)) for yes in given],
        open=[yes.pk for yes in given if found[yes.pk].due_on],
        wordings=list({yes.wording_id: yes.wording for yes in given}.values()),
    )


def signed(file: FamilyFile, pk: int) -> Signed:
    """One act of signing with all that is known of it. Raises NotInYourFiles."""
    rows = queries.act_of(file, pk)
    first, yeses = rows[0], sorted((row.agreement for row in rows), key=_in_order)
    name, on = first.signer.full_name, words.day(first.said_on)
    kind = str(first.get_kind_display())
    return Signed(
        name=name,
        kind=first.kind,
        title=f"{kind} by {name}" if first.kind != "stands" else f"What {name} said again",
        path=strokes.path(first.strokes),
        typed=first.typed,
        picture_words=f"Signature of {name}, drawn on screen on {on}",
        yeses=[what(yes) for yes in yeses],
        wordings=list({yes.wording_id: yes.wording for yes in yeses}.values()),
        facts=_facts(first, on),
        paper=first.paper_id,
    )


def papers(file: FamilyFile) -> list[PaperLine]:
    """Every paper of the family, newest first."""
    return [paper_line(row) for row in queries.papers_in(file)]


def paper_line(row: Any) -> PaperLine:
    """One paper in words."""
    media = contents.BY_TYPE[row.media_type]
    return PaperLine(
        id=row.pk,
        title=row.about or KIND[row.kind],
        whose=row.signer.full_name if row.signer else "",
        put_by=f"{row.put_by.name}, {row.put_by.agency.name}",
        put_at=row.put_at,
        file=f"{media.words}, {_size(row.size)}",
        tells_place=row.tells_place,
        scanned=row.scanned,
    )


def checked_for_viruses() -> bool:
    """Whether papers are checked here."""
    return scanning.is_on()


def _in_order(yes: Any) -> tuple[int, str]:
    """Writing down, then keeping, then each agency by its name."""
    return list(TO).index(yes.scope), yes.agency.name


def _facts(row: Any, on: str) -> list[tuple[str, str]]:
    """How it came about, question by question, without what was not asked."""
    read = rules.READ.get(row.read_how, "")
    by = row.read_by or rules.BY.get(row.read_whose, "")
    facts = (
        ("On", on),
        ("For", "The services in the plan" if row.plan_id else ""),
        ("Written down", f"{words.moment(row.at)}, by {row.taken_by.name}"),
        ("Before it was signed", f"{read}{f', by {by}' if by else ''}"),
        ("Language", row.language),
        ("Met", rules.MET.get(row.met, "")),
        ("Signed on", rules.DEVICE.get(row.device, "")),
        ("Seen too by", row.witness),
    )  # fmt: skip
    return [(name, said) for name, said in facts if said]


def _shown(proof: Proof) -> Shown:
    signed = proof.signed
    if signed is not None:
        day = words.day(signed.said_on)
        said = {
            "drawn": f"Signed on screen on {day}.",
            "typed": f"Signed on screen on {day}, by typing their name.",
            "paper": f"Signed on paper. The sheet was put here on {day}.",
        }[signed.kind]
        return Shown(said, signed.pk, overdue=False)
    said = "Not signed."
    if proof.stood_on:
        said = f"Not signed. On {words.day(proof.stood_on)} they said that it still stands."
    if proof.due_on:
        was = "was to be signed" if proof.overdue else "is to be signed"
        said += f" It {was} by {words.day(proof.due_on)}"
        said += ", and stays in force." if proof.overdue else "."
    return Shown(said, None, proof.overdue)


def _size(size: int) -> str:
    return f"{max(1, round(size / 1000)):,} kB" if size < 1_000_000 else f"{size / 1e6:.1f} MB"
