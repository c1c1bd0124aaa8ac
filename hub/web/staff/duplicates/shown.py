"""What the pages of two files are drawn from, gathered while the database is open."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from hub.access import door
from hub.access.queries import Leading, lead_of
from hub.families import queries as families
from hub.kernel.decisions import Decision
from hub.kernel.files import Actor, FamilyFile, Level, NotInYourFiles
from hub.matching.batch.queries import duplicates
from hub.merging import queries, rules
from hub.merging.queries import Alike, Asked, KnownMerge

ABOVE: Final = 0.5  # more probable than not
LOOKED_AT: Final = 200  # pairs of people of which the families are looked at
SIDES: Final = ("kept", "gone")
STAGES: Final = {
    "proposed": "Being asked",
    "agreed": "Both families have said yes",
    "merged": "Merged",
    "ended": "Ended",
}


@dataclass(frozen=True)
class Pair:
    """Two families that look alike."""

    alike: Alike
    surely: bool
    people: int
    found_at: datetime


@dataclass(frozen=True)
class Queue:
    """What waits for a coordinator: pairs nobody has looked at, and merges that run."""

    pairs: list[Pair]
    running: list[KnownMerge]
    merged: list[KnownMerge]


@dataclass(frozen=True)
class Side:
    """One of the two files of a merge, and what whoever reads may do for it."""

    name: str
    file: FamilyFile
    lead: Leading | None
    names: list[str]
    adults: list[Asked]
    yes: bool
    asks: bool
    may_say_yes: Decision


@dataclass(frozen=True)
class MergePage:
    """A merge as somebody who sees both files reads it."""

    known: KnownMerge
    stage: str
    words: str
    because: str
    sides: list[Side]
    may_merge: Decision
    may_end: bool
    steps: list[str] = field(default_factory=list)


def queue(actor: Actor, *, now: datetime) -> Queue:
    """What waits for a coordinator, the likeliest first."""
    rows = duplicates(above=ABOVE, limit=LOOKED_AT)
    pairs: dict[tuple[int, int], list[int]] = {}
    for place, row in enumerate(rows):
        families_of = tuple(sorted((row.left_group, row.right_group)))
        pairs.setdefault((families_of[0], families_of[1]), []).append(place)
    seen = queries.pairs_for(actor, list(pairs), now=now)
    running = queries.running_for(actor, now=now)
    return Queue(
        pairs=[
            Pair(
                seen[place],
                surely=rows[found[0]].probability >= 0.99,
                people=len(found),
                found_at=max(rows[one].found_at for one in found),
            )
            for place, found in enumerate(pairs.values())
            if place in seen
        ],
        running=[one for one in running if not one.stage.merged],
        merged=[one for one in running if one.stage.merged],
    )


def waiting(actor: Actor, *, now: datetime) -> int:
    """How many pairs and agreed merges wait for a coordinator."""
    page = queue(actor, now=now)
    return len(page.pairs) + sum(one.stage.word == "agreed" for one in page.running)


def files_of(actor: Actor, merge: int, *, now: datetime) -> tuple[KnownMerge, list[FamilyFile]]:
    """A merge and both its files, open, for the coordinator and who leads one of them. Raises
    NotInYourFiles for anybody else, and for who does not see both."""
    known = queries.known(actor, merge, now=now)
    if not known.speaks:
        raise NotInYourFiles("merge")
    references = (known.kept_reference, known.gone_reference)
    return known, [door.open_file(actor, one, "merging", now=now) for one in references]


def merge_page(known: KnownMerge, kept: FamilyFile, gone: FamilyFile) -> MergePage:
    """The page of one merge."""
    row = queries.row_of(kept, gone, known.id)
    stage = queries.stage_of(row)
    readers = queries.reader_of(kept), queries.reader_of(gone)
    sides = [
        _side(name, file, known, stage) for name, file in zip(SIDES, (kept, gone), strict=True)
    ]
    answers = [one.said_yes for side in sides for one in side.adults]
    return MergePage(
        known=known,
        stage=stage.word,
        words=STAGES[stage.word],
        because=row.because,
        sides=sides,
        may_merge=rules.may_merge(
            *readers, stage, answers=answers, stops=False, everybody_asked=True
        ),
        may_end=bool(rules.may_end(*readers, stage, because="because")),
    )


def _side(name: str, file: FamilyFile, known: KnownMerge, stage: rules.Stage) -> Side:
    reader = queries.reader_of(file)
    adults = queries.adults_in(file, known.id) if file.sees(Level.SUMMARY) else []
    yes = stage.kept_yes if name == "kept" else stage.gone_yes
    answers = [one.said_yes for one in adults]
    return Side(
        name=name,
        file=file,
        lead=lead_of(file),
        names=families.names_of([file]).get(file.family, []),
        adults=adults,
        yes=yes,
        asks=reader.speaks and stage.word in ("proposed", "agreed"),
        may_say_yes=rules.may_say_yes(reader, stage, said=yes, answers=answers),
    )
