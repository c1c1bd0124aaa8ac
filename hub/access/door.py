"""The door. Nothing about a family is read or written but through a file that was opened here."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from hub.access import events as _registered  # noqa: F401 - what this writes down
from hub.access import facts as known
from hub.access import opening
from hub.access.inside import rules as inside
from hub.access.inside.facts import Viewing, known_inside, rows_inside
from hub.access.rules import decide, may_look_in_emergency
from hub.audit import journal
from hub.kernel.files import Actor, ActorKind, FamilyFile, Level, NotInYourFiles
from hub.kernel.ids import new_reference, random_id, tidy_reference

PAGE = 50
R = TypeVar("R")


def open_file(
    actor: Actor, reference: str, purpose: str, *, now: datetime, needs: Level = Level.SIGNPOST
) -> FamilyFile:
    """Open a family's file for an actor, and write down that it was.

    Takes the family's reference as typed and why it is opened. Raises NotInYourFiles alike when
    there is none, it is not theirs, or below `needs` (S19). Whoever catches it writes it down.
    """
    file = _opened(actor, reference, purpose, now, needs)
    journal.record(
        "file.opened", actor=actor, family=file.family, purpose=purpose, level=file.level.word
    )
    return file


def open_as(
    subject: Actor,
    reference: str,
    viewing: Viewing,
    *,
    now: datetime,
) -> FamilyFile:
    """Open a family's file as somebody else sees it, less what is held back from who looks.

    From here on the database knows `subject` as who is acting, so that the walls show what they
    show them; nothing can be written. The line in the journal is the viewer's, and names both.
    Raises NotInYourFiles when the subject sees nothing of this family.
    """
    opening.begin(subject)
    file = _opened(subject, reference, "views", now, less=viewing.held_back)
    refs: dict[str, Any] = {subject.kind.value: subject.id, "level": file.level.word}
    if viewing.why:
        refs["why"] = viewing.why
    journal.record(
        "file.viewed_as", actor=viewing.viewer, family=file.family, purpose="views", **refs
    )
    return file


def member_actor(person: int) -> Actor:
    """A member of a family, acting. What they see is decided when a file is opened."""
    return Actor(ActorKind.MEMBER, person, "")


def new_file(actor: Actor, *, now: datetime) -> FamilyFile:
    """A file for a family that does not exist yet, so that its first rows can be written.

    Its number and reference are drawn here and belong to nobody. What keeps it open to the actor
    afterwards is what is recorded in it: the agreement, and that they lead.
    """
    family = random_id()
    opening.open_at([(family, Level.RECORD, frozenset())], through=family)
    return FamilyFile(
        family=family,
        reference=new_reference("FH"),
        locality=actor.locality or 0,
        actor=actor,
        level=Level.RECORD,
        purpose="registering",
        opened_at=now,
        reasons=("Registering this family.",),
    )


def in_emergency(
    actor: Actor, reference: str, record: Callable[[FamilyFile], R], *, now: datetime
) -> R:
    """Record an emergency look at a family that somebody does not see (S14); gives what `record`
    gives. The file it is handed reads nothing; what was recorded opens the family the next time.

    Raises NotInYourFiles alike when there is no such family and when it is kept from them.
    """
    found = None
    if actor.kind is ActorKind.PRACTITIONER:
        found = known.known_about(actor.id, tidy_reference(reference), now)
    if found is None or not may_look_in_emergency(found.facts):
        raise NotInYourFiles(reference)
    return _only_to_record(
        actor, found.family, found.reference, found.locality, "emergency", record, now
    )


def of_override(
    actor: Actor,
    override: known.KnownOverride,
    record: Callable[[FamilyFile], R],
    *,
    now: datetime,
) -> R:
    """Record something about an override that the door has shown this actor: that it ends, a
    second person, a review. The file handed to `record` reads nothing of the family."""
    return _only_to_record(
        actor, override.family, override.reference, override.locality, "override", record, now
    )


def as_shown_to(
    file: FamilyFile,
    somebody: Actor,
    *,
    level: Level,
    held_back: frozenset[int],
    show: Callable[[FamilyFile], R],
) -> R:
    """What `show` gives for somebody who sees this family at this level, without these items
    (3.14). Never more than the reader of `file` sees: the level is theirs at the most."""
    kept = file.held_back | held_back
    level = min(level, file.level)
    theirs = replace(file, actor=somebody, level=level, held_back=kept, writes=False, reasons=())
    with opening.as_if(somebody, file.family, level, kept):
        return show(theirs)


def list_mine(actor: Actor, *, now: datetime, page: int = 1, size: int = PAGE) -> list[FamilyFile]:
    """The families an actor leads or works with, newest first: a page of open files."""
    rows = known.listed("families_of", actor, now, size, (page - 1) * size)
    return _open_all(actor, rows, "list.mine", now)


def list_page(
    actor: Actor, also: Iterable[int], *, now: datetime, page: int, size: int
) -> tuple[list[FamilyFile], list[FamilyFile], bool]:
    """A page of the same; those of `also` that the actor may see, however they were found; and
    whether more families follow. `also` only asks, and tells nothing about who they are."""
    skip, others = (page - 1) * size, opening.MOST_OPEN_AT_ONCE - size
    rows = known.listed_beside(actor, also, now, size, skip, others)
    page_of = [row for place, row in rows if 0 < place <= size]
    seen = [row for place, row in rows if not place]
    files = _open_all(actor, [*page_of, *seen], "list.mine", now)
    return files[: len(page_of)], files[len(page_of) :], len(files) < len(rows)


def list_led_by_leavers(actor: Actor, *, now: datetime, size: int = PAGE) -> list[FamilyFile]:
    """Families in a coordinator's locality whose lead has left, or that have none (A1, E2); those
    registered first, at most so many."""
    rows = known.listed("families_without_a_lead", actor, now, size)
    return _open_all(actor, rows, "list.without_a_lead", now)


def find_by_name(actor: Actor, words: Sequence[str], *, now: datetime) -> list[FamilyFile]:
    """The families an actor may see with a member of this name, as open files.

    Takes the words of a name, normalised. Part of a name finds families the actor works with;
    for any other family they may see, only the whole name does.
    """
    if not words:
        return []
    rows = known.listed("families_named", actor, list(words), now, PAGE)
    return _open_all(actor, rows, "list.found", now)


def keep_open(files: Sequence[FamilyFile]) -> list[FamilyFile]:
    """Close every open file but these, for a page that has chosen what it shows of a long list."""
    if files:
        opening.keep_open(file.family for file in files)
    return list(files)


@contextmanager
def past_what_is_kept(file: FamilyFile) -> Iterator[None]:
    """Let all of the family be reached in the block, also what is kept from the actor: to end it
    when the family stops everything, to tell who leads. Nothing read in it is shown to them."""
    with opening.whole(file.family):
        yield


def _opened(
    actor: Actor,
    reference: str,
    purpose: str,
    now: datetime,
    needs: Level = Level.SIGNPOST,
    less: frozenset[int] | None = None,
) -> FamilyFile:
    """A family's file as far as an actor sees it; `less` is what is left out besides, and then it
    is open only to be read. Raises NotInYourFiles for who sees less than `needs`."""
    if actor.kind is ActorKind.MEMBER:
        return _inside(actor, reference, purpose, now, needs, less or frozenset())
    found = None
    if actor.kind is ActorKind.PRACTITIONER:
        found = known.known_about(actor.id, tidy_reference(reference), now)
    if found is None or (sight := decide(found.facts)).level < needs:
        raise NotInYourFiles(reference)
    held_back = sight.held_back | (less or frozenset())
    through = found.family if less is None else None
    opening.open_at([(found.family, sight.level, held_back)], through=through)
    return FamilyFile(
        family=found.family,
        reference=found.reference,
        locality=found.locality,
        actor=actor,
        level=sight.level,
        purpose=purpose,
        opened_at=now,
        reasons=sight.reasons,
        held_back=held_back,
        writes=sight.writes and less is None,
        closed=found.closed,
    )


def _inside(
    actor: Actor,
    reference: str,
    purpose: str,
    now: datetime,
    needs: Level,
    less: frozenset[int],
) -> FamilyFile:
    """A family's file as one of its members sees it: the rows the policy lists, only to be read."""
    found = known_inside(actor.id, tidy_reference(reference), now)
    level = inside.level_of(found.viewer) if found else Level.NOTHING
    if found is None or level < max(needs, Level.SIGNPOST):
        raise NotInYourFiles(reference)
    shown = inside.shown(found.viewer, rows_inside(actor.id, found.family, now))
    held_back = found.viewer.held | less
    # Where they are is decided row by row in what is shown: their own number stays theirs.
    opening.open_inside(found.family, shown=shown, held_back=held_back - {found.family})
    return FamilyFile(
        family=found.family,
        reference=found.reference,
        locality=found.locality,
        actor=Actor(ActorKind.MEMBER, actor.id, found.name, account=actor.account),
        level=level,
        purpose=purpose,
        opened_at=now,
        reasons=("In this family.",),
        held_back=held_back,
        writes=False,
    )


def _only_to_record(
    actor: Actor,
    family: int,
    reference: str,
    locality: int,
    purpose: str,
    record: Callable[[FamilyFile], R],
    now: datetime,
) -> R:
    """Let rows be written while `record` runs, with a file of no level, and close again."""
    opening.open_at([(family, Level.RECORD, frozenset())], through=family)
    try:
        return record(
            FamilyFile(
                family=family,
                reference=reference,
                locality=locality,
                actor=actor,
                level=Level.NOTHING,
                purpose=purpose,
                opened_at=now,
            )
        )
    finally:
        opening.close_all()


def _open_all(
    actor: Actor, rows: Sequence[known.Listed], event: str, now: datetime
) -> list[FamilyFile]:
    if rows:
        opening.open_at([(r.family, r.level, r.held_back) for r in rows], through=None)
    journal.record(event, actor=actor, families=[r.family for r in rows], shown=len(rows))
    return [
        FamilyFile(
            family=row.family,
            reference=row.reference,
            locality=row.locality,
            actor=actor,
            level=row.level,
            purpose=event,
            opened_at=now,
            held_back=row.held_back,
        )
        for row in rows
    ]
