"""Signing a yes on screen or on paper, saying that it still stands, and putting a paper here."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from hub.audit.change import change
from hub.audit.events import register
from hub.consent import queries as consent
from hub.consent.models import Agreement
from hub.families import queries as families
from hub.kernel.clock import day_of
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles
from hub.kernel.ids import random_id
from hub.papers import contents, queries, rules, scanning, store
from hub.papers.models import Paper, Signature
from hub.papers.rules import ForPlan, HowSigned

register("agreement.signed", "recorded a signature on screen")
register("agreement.stands", "recorded that a yes still stands")
register("paper.put", "put a paper to the family's file")

UNSAID = HowSigned(read_how="", read_whose="", read_by="", language="")
SIGNED_ALREADY = "This was signed on screen already. Look at the signature on the page before."


@change("agreement.signed", refs=lambda rows: {"row": rows[0].pk, "signed": len(rows)})
def sign(
    file: FamilyFile,
    *,
    signer: int,
    agreements: Sequence[int],
    how: HowSigned,
    for_plan: ForPlan | None = None,
    now: datetime,
) -> list[Signature]:
    """Record one person's signature under one or several of their yeses (2.88); with `for_plan`
    once more, for the services in the plan (2.89).

    Raises NotAllowed with the reason: nothing drawn or typed, the words not brought to them or by
    somebody who must not (S16), or signed before. NotInYourFiles for what is not theirs.
    """
    yeses = _theirs(file, signer, agreements, for_plan)
    rules.may_sign(
        level=file.level,
        yeses=len(yeses),
        how=how,
        close=queries.too_close(file, signer),
    ).or_raise()
    rows = [
        Signature(
            kind=Signature.Kind.DRAWN if how.strokes else Signature.Kind.TYPED,
            agreements=[yes.pk],
            **_how(file, how),
            **_said(file, yes, signer, day_of(now), now),
        )
        for yes in yeses
    ]
    return _together(rows, for_plan)


@change("agreement.stands", refs=lambda rows: {"row": rows[0].pk, "said": len(rows)})
def stands(
    file: FamilyFile,
    *,
    signer: int,
    agreements: Sequence[int],
    said_on: date,
    met: str,
    witness: str = "",
    for_plan: ForPlan | None = None,
    now: datetime,
) -> list[Signature]:
    """Record that somebody says their yeses still stand, so that the days to a signature begin
    anew (4.2); with `for_plan` that they say so of the services in the plan, which a witness hears
    and a signature follows (2.89). Raises NotAllowed for a day that cannot be, NotInYourFiles for
    what is not theirs.
    """
    yeses = _theirs(file, signer, agreements, for_plan)
    if for_plan is not None:
        rules.may_sign_for_plan(level=file.level, witness=witness, spoken=True).or_raise()
    rules.may_stand(
        level=file.level,
        yeses=len(yeses),
        said_on=said_on,
        given_on=max((day_of(yes.from_at) for yes in yeses), default=said_on),
        today=day_of(now),
    ).or_raise()
    rows = [
        Signature(
            kind=Signature.Kind.STANDS,
            agreements=[yes.pk],
            met=met,
            witness=witness.strip(),
            **_said(file, yes, signer, said_on, now),
        )
        for yes in yeses
    ]
    return _together(rows, for_plan)


@change("paper.put")
def put(
    file: FamilyFile,
    *,
    kind: str,
    data: bytes,
    size: int,
    tells_place: bool,
    about: str = "",
    signer: int | None = None,
    agreements: Sequence[int] = (),
    how: HowSigned = UNSAID,
    for_plan: ForPlan | None = None,
    now: datetime,
) -> Paper:
    """Keep a file as it is; a signed sheet also signs the yeses it shows, `how` it came about, with
    `for_plan` for the services in the plan (2.89). `size` is the whole size, of which `data` may be
    the beginning when it is too large. Raises NotAllowed for what is not kept as a paper, what the
    check for viruses found, a file put twice, and a sheet signed before its words came (S16).
    """
    yeses = _theirs(file, signer, agreements, for_plan) if signer is not None else []
    media = contents.media_of(data)
    rules.may_put(level=file.level, kind=kind, about=about, yeses=len(yeses)).or_raise()
    if signer is not None:
        rules.came_to_know(how, queries.too_close(file, signer)).or_raise()
    _may_keep(file, data, size, signer)
    paper = Paper(
        family_id=file.family,
        kind=kind,
        about=about.strip() if kind == Paper.Kind.OTHER else "",
        signer_id=signer,
        agreements=[yes.pk for yes in yeses],
        tells_place=tells_place or contents.says_where_it_was_taken(data),
        media_type=media.type if media else "",
        scanned=scanning.check(data),
        put_by_id=file.actor.id,
        put_at=now,
    )
    store.keep(paper, data)
    _together([_on_paper(file, yes, paper, how, now) for yes in yeses], for_plan)
    return paper


def _may_keep(file: FamilyFile, data: bytes, size: int, signer: int | None) -> None:
    """Say what is wrong with a file, or that this very one is here already; the sheet of two
    people is here for each."""
    known, most = contents.media_of(data) is not None, settings.PAPER_MOST_MB
    rules.is_kept(size=size, most_mb=most, known=known).or_raise()
    for paper in queries.same_file(file, store.fingerprint(data)):
        if paper.signer_id == signer:
            day = f"{day_of(paper.put_at):%-d %B %Y}"
            raise NotAllowed(f"This very file was put here on {day}. Look among their papers.")


def _on_paper(
    file: FamilyFile, yes: Agreement, paper: Paper, how: HowSigned, now: datetime
) -> Signature:
    return Signature(
        kind=Signature.Kind.PAPER,
        paper=paper,
        agreements=paper.agreements,
        tells_place=paper.tells_place,
        **_how(file, how),
        **_said(file, yes, paper.signer_id or 0, day_of(now), now),
    )


def _how(file: FamilyFile, how: HowSigned) -> dict[str, Any]:
    """What is kept of how somebody signed: of who read it nothing when they did so themselves."""
    heard = how.read_how != "self"
    own = file.actor.name if how.read_whose == "me" else ""
    return vars(how) | {
        "strokes": how.strokes or [],
        "read_whose": how.read_whose if heard else "",
        "read_by": (how.read_by or own) if heard else "",
    }


def _said(file: FamilyFile, yes: Agreement, signer: int, on: date, now: datetime) -> dict[str, Any]:
    return {
        "family_id": file.family,
        "agreement_id": yes.pk,
        "signer_id": signer,
        "said_on": on,
        "taken_by_id": file.actor.id,
        "at": now,
    }


def _together(rows: list[Signature], for_plan: ForPlan | None) -> list[Signature]:
    """Write what was signed at once, all or nothing."""
    act = random_id()
    try:
        with transaction.atomic():
            for row in rows:
                row.act, row.plan_id = act, for_plan.plan if for_plan else None
                row.save(force_insert=True)
    except IntegrityError as error:
        raise NotAllowed(SIGNED_ALREADY) from error
    return rows


def _theirs(
    file: FamilyFile, signer: int, agreements: Sequence[int], for_plan: ForPlan | None
) -> list[Agreement]:
    """The yeses of one member that are in force and, for a plan, let it reach a service in it.
    Raises NotInYourFiles when one is not; NotAllowed for who may not record it."""
    families.member(file, signer)
    own = {row.pk: row for row in consent.agreements_in(file) if row.given_by_id == signer}
    if for_plan is not None:
        rules.may_sign_for_plan(level=file.level).or_raise()
        own = {pk: row for pk, row in own.items() if pk in for_plan.agreements}
    if set(agreements) - set(own):
        raise NotInYourFiles(file.reference)
    return [own[pk] for pk in dict.fromkeys(agreements)]
