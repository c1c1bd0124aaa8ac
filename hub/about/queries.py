"""Reads of what a family told of itself, as far as its file is open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import QuerySet

from hub.about import models, rules
from hub.about.lists import all_situations
from hub.about.models import Answers, Ethnicity, OwnAnswers, Unsent
from hub.about.rules import Part, State
from hub.database.kept import kept
from hub.families import queries as families
from hub.families.models import Membership
from hub.kernel.files import Actor, ActorKind, FamilyFile

TABLES: Final[dict[str, type[Answers]]] = {
    rules.LANGUAGE.code: models.Language,
    rules.HELPERS.code: models.Helpers,
    rules.BACKGROUND.code: models.Background,
    rules.NEEDS.code: models.Needs,
    rules.OWN_WORDS.code: models.OwnWords,
    rules.STORY.code: models.Story,
    rules.GOING_ON.code: models.GoingOn,
    rules.LIVING.code: models.Living,
    rules.ALONE.code: models.AskedAlone,
    rules.SAID.code: models.ChildSaid,
    rules.TOLD.code: models.ChildTold,
    rules.CARES.code: models.ChildCares,
    rules.CARER.code: models.YoungCarer,
}
OWN_PARTS: Final = tuple(part for part in rules.PARTS.values() if part.own)
COLUMNS: Final = {"ethnicity": "ethnicity_id"}


@dataclass(frozen=True)
class Task:
    """A part of the task list: whose it is (None: the family's) and how far it is."""

    part: Part
    person: int | None
    state: State


@dataclass(frozen=True)
class Told:
    """A part that was answered, to be read: its title, whose it is ("": the family's), and what
    each question is called with its answer."""

    title: str
    whose: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Own:
    """A page that is somebody's own: whose, with what it says, and who may know it (S4)."""

    part: Part
    person: int
    row: OwnAnswers
    shared: frozenset[str]
    mine: bool


def answers_of(part: Part, row: Answers) -> dict[str, Any]:
    """What a row answers, by the names of the part's questions; ethnicity as its code."""
    return {name: getattr(row, COLUMNS.get(name, name)) for name in part.labels}


def answers_in(file: FamilyFile, part: Part, person: int | None = None) -> Answers | None:
    """What was saved last of a part, or None. Where two people wrote a page of their own because
    one was kept from the other, whoever sees both reads the newer. Of a child's words it is the
    page that the reader wrote: each child may talk with several people (S4)."""
    return _newest(file, part, mine=part in rules.HEARD).get(person)


def own_in(file: FamilyFile) -> list[Own]:
    """Every page that is somebody's own and that this reader knows, by whose it is: what they
    wrote down or lead, and what was shared with the team."""
    members = [member.person_id for member in families.members_in(file)]
    found = [
        Own(part, row.person_id, row, frozenset(shared_with(row)), _is_mine(file, row))
        for part in OWN_PARTS
        for row in _rows(file, part)
        if row.person_id in members
    ]
    return sorted(found, key=lambda one: (members.index(one.person), OWN_PARTS.index(one.part)))


def said_in_words(part: Part, row: Answers) -> list[tuple[str, str]]:
    """What a page says: what each question is called, and the answer, where there is one."""
    words = in_words(part, answers_of(part, row))
    return [(part.labels[name], value) for name, value in words.items() if value]


def in_words(part: Part, answers: dict[str, Any]) -> dict[str, str]:
    """Answers as they are read, by the names of the part's questions."""
    words = {name: rules.in_words(part, name, said) for name, said in answers.items()}
    if words.get("ethnicity"):
        called = {one.code: one.words for one in _ethnicities()}
        words["ethnicity"] = called.get(words["ethnicity"], "")
    if part is rules.GOING_ON:
        chosen = set(answers["chosen"])
        words["chosen"] = "\n".join(one.words for one in all_situations() if one.code in chosen)
    return words


def shared_with(row: Answers) -> set[str]:
    """Who may know a page besides those whose own it is and the lead: some of `rules.WITH`."""
    return {whom for whom in rules.WITH if getattr(row, f"with_{whom}", False)}


def asked_in(file: FamilyFile) -> list[tuple[Part, int | None]]:
    """Every part of the task list that this reader may see, with whose it is: the family's first,
    then each member's in the order of the parts. What is asked alone is not among them (S15)."""
    found: list[tuple[Part, int | None]] = [
        (part, None) for part in rules.FAMILY_PARTS if file.sees(part.level)
    ]
    return found + [
        (part, member.person_id)
        for member in families.living_in(file)
        for part in rules.PERSON_PARTS
        if file.sees(part.level) and rules.is_asked(part, member=member.part, loss=member.loss)
    ]


def tasks_in(file: FamilyFile) -> list[Task]:
    """The parts of `asked_in` with how far each is."""
    asked = asked_in(file)
    rows = {code: _newest(file, rules.PARTS[code]) for code in {part.code for part, _ in asked}}
    return [_task(part, person, rows[part.code].get(person)) for part, person in asked]


def told_in(file: FamilyFile) -> list[Told]:
    """What was answered, in words, as far as this reader may see it: the family's parts first, then
    each member's. What was asked alone is not among it (S15)."""
    whose: list[tuple[int | None, str]] = [
        (None, ""),
        *((row.person_id, row.person.full_name) for row in families.members_in(file)),
    ]
    groups = {str(one.code): one.words for one in ethnicities(file)}
    found = []
    for parts, people in ((rules.FAMILY_PARTS, whose[:1]), (rules.PERSON_PARTS, whose[1:])):
        rows = [(part, _newest(file, part)) for part in parts]
        found += [
            _told(part, name, had[person], groups)
            for person, name in people
            for part, had in rows
            if person in had
        ]
    return [one for one in found if one.answers]


def adults_asked_alone(file: FamilyFile) -> list[tuple[Membership, Answers | None]]:
    """Every adult, with what they said when asked alone, or None (S15)."""
    rows = _newest(file, rules.ALONE)
    return [
        (member, rows.get(member.person_id))
        for member in families.living_in(file)
        if rules.is_asked(rules.ALONE, member=member.part, loss=member.loss)
    ]


def children_heard(file: FamilyFile) -> list[tuple[Membership, Answers | None, Answers | None]]:
    """Every child, with what they said to the reader and what may be told of it, or None (S4)."""
    said, told = (_newest(file, part, mine=True) for part in (rules.SAID, rules.TOLD))
    return [
        (member, said.get(member.person_id), told.get(member.person_id))
        for member in families.living_in(file)
        if rules.is_asked(rules.SAID, member=member.part, loss=member.loss)
    ]


def genders_in(file: FamilyFile) -> dict[int, str]:
    """What each said their gender is, as far as the reader knows it; who would rather not say, or
    was not asked, is not in it."""
    rows: Mapping[int | None, Any] = _newest(file, rules.BACKGROUND)
    return {
        who: row.gender
        for who, row in rows.items()
        if who is not None and row.gender not in ("", "rather_not")
    }


def doctor_of_another(file: FamilyFile, person: int) -> str:
    """The doctor of whoever else in the family has one: mostly it is the same, so it is not asked
    twice (B2). "" when nobody has."""
    rows: Mapping[int | None, Any] = _newest(file, rules.HELPERS)
    return next((row.doctor for who, row in rows.items() if who != person and row.doctor), "")


def ethnicities(file: FamilyFile) -> list[Ethnicity]:
    """The answers of the standard question, in its order."""
    return _ethnicities()


@kept
def _ethnicities() -> QuerySet[Ethnicity]:
    return Ethnicity.objects.order_by("position")


def unsent_of(actor: Actor, place: str, *, now: datetime) -> dict[str, Any] | None:
    """What this practitioner typed on a page and could not save in the last day, or None (S27)."""
    rows = Unsent.objects.filter(practitioner=actor.id, place=place)
    newest = rows.filter(kept_at__gt=now - rules.UNSENT_KEPT).order_by("-kept_at", "pk").first()
    return newest.typed if newest else None


def _task(part: Part, person: int | None, row: Answers | None) -> Task:
    answers = answers_of(part, row) if row else None
    finished = row.finished if row else False
    return Task(part, person, rules.state_of(part, answers, finished=finished))


def _told(part: Part, name: str, row: Answers, groups: Mapping[str, str]) -> Told:
    answers = answers_of(part, row)
    if answers.get("ethnicity"):
        answers["ethnicity"] = groups.get(answers["ethnicity"], answers["ethnicity"])
    words = ((part.labels[key], rules.in_words(part, key, said)) for key, said in answers.items())
    return Told(part.title, name, tuple((label, said) for label, said in words if said))


def _newest(file: FamilyFile, part: Part, *, mine: bool = False) -> dict[int | None, Answers]:
    """The newest row of a part for each member it is about; for None where it is the family's."""
    rows = [row for row in _rows(file, part) if not mine or _is_mine(file, row)]
    return {getattr(row, "person_id", None): row for row in rows}


def _rows(file: FamilyFile, part: Part) -> list[Any]:
    """The rows of a part that this reader knows, oldest first, as the wall would show them."""
    return [
        row
        for row in _READS[part.code](file.family)
        if row.pk not in file.held_back and _knows(file, part, row)
    ]


def _knows(file: FamilyFile, part: Part, row: Answers) -> bool:
    # What a member of the family reads, the door has listed row by row (hub/access/inside).
    return file.actor.kind is ActorKind.MEMBER or rules.knows(
        part,
        level=file.level,
        with_team=getattr(row, "with_team", False),
        recorded=_is_mine(file, row),
    )


def _is_mine(file: FamilyFile, row: Answers) -> bool:
    return row.saved_by_id == file.actor.id


def _read(table: type[Answers]) -> Any:
    def rows(family: int) -> QuerySet[Answers]:
        return table._default_manager.filter(family=family).order_by("saved_at", "pk")

    return kept(rows)


_READS: Final = {code: _read(table) for code, table in TABLES.items()}
