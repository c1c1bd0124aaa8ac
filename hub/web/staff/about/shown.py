"""What the pages of "About my family" are drawn from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse

from hub.about import caring, lists, queries, rules
from hub.about.queries import Task
from hub.about.rules import Part, State
from hub.families import queries as families
from hub.kernel.files import FamilyFile, Level
from hub.web.staff.about import carer_forms, forms, own_forms

TAGS = {State.NOT_STARTED: "govuk-tag--grey", State.SOME_ANSWERS: "govuk-tag--yellow"}
FORMS: Final[dict[str, Callable[..., forms.Page]]] = {
    "language": forms.Language,
    "helpers": forms.Helpers,
    "background": own_forms.Background,
    "needs": own_forms.Needs,
    "words": own_forms.OwnWords,
    "story": forms.Story,
    "going-on": forms.GoingOn,
    "living": forms.Living,
    "said": own_forms.Said,
    "told": own_forms.Told,
    "caring": carer_forms.Cares,
    "carer": carer_forms.Carer,
}
# What a child is asked next.
THEN: Final = {rules.SAID.code: rules.TOLD, rules.CARES.code: rules.CARER}
SOMEBODY = "Somebody in the family"
MEMBER = {"adult": "Adult", "child": "Child or young person", "unborn": "Unborn child"}


@dataclass(frozen=True)
class Group:
    """The tasks of one member, or of the family (without a name)."""

    name: str
    part: str
    birth: str
    numbers: str
    items: list[dict[str, Any]]


@dataclass(frozen=True)
class TaskList:
    """The task list, with how many parts are done."""

    groups: list[Group]
    done: int
    parts: int


def task_list(file: FamilyFile) -> TaskList:
    """Every part this reader may see, by whose it is."""
    tasks = queries.tasks_in(file)
    groups = [_group(file, "Everybody together", None, "", tasks)] if _family(tasks) else []
    for member in families.living_in(file):
        name = member.person.full_name
        groups.append(_group(file, name, member.person_id, member.part, tasks))
    done = sum(task.state is State.DONE for task in tasks)
    return TaskList(groups, done, len(tasks))


@dataclass(frozen=True)
class Choice:
    """Somebody's choice of who may know a page: in words, made or not, and the other way round."""

    whom: str
    words: str
    may: bool


@dataclass(frozen=True)
class Known:
    """A page that is somebody's own: whose, what it says, who may know it. `change` is the form
    that changes that, None for who may not."""

    whose: str
    part: Part
    row: Any
    day: Any
    said: list[tuple[str, str]]
    choices: list[Choice]
    change: own_forms.Known | None


def known(file: FamilyFile) -> list[Known]:
    """Every page that is somebody's own, as far as this reader knows it. Where the speaker chose
    so, nobody but who leads or wrote it down is told whose it is (S4)."""
    names = {row.person_id: row.person.full_name for row in families.members_in(file)}
    shown = [_known(file, one, names[one.person]) for one in queries.own_in(file)]
    return sorted(shown, key=lambda one: one.whose == SOMEBODY)


def _known(file: FamilyFile, one: queries.Own, name: str) -> Known:
    by_name = file.sees(Level.RECORD) or one.mine or getattr(one.row, "speaker", "") != "somebody"
    may = rules.may_let_know(one.part, level=file.level, recorded=one.mine)
    return Known(
        whose=name if by_name else SOMEBODY,
        part=one.part,
        row=one.row,
        day=one.row.told_on or one.row.saved_at,
        said=queries.said_in_words(one.part, one.row),
        choices=[Choice(whom, rules.WITH[whom], whom in one.shared) for whom in rules.WITH],
        change=own_forms.Known(version=one.row.version)
        if may and one.part not in rules.BETWEEN
        else None,
    )


def address_of(file: FamilyFile, part: Part, person: int | None) -> str:
    """Where a part is filled in."""
    own = [person] if person is not None else []
    return reverse(f"about_{part.code}", args=[file.reference, *own])


def list_of(file: FamilyFile, part: Part) -> str:
    """Where a part is listed: with the others, or apart from them (S4, S15)."""
    return reverse("alone" if part in rules.APART else "about", args=[file.reference])


def after(file: FamilyFile, part: Part, person: int | None) -> str:
    """Where one goes on when a page is saved: the next that nobody began, else the list."""
    if part.code in THEN and (part is not rules.CARES or caring.said_yes(file, person)):
        return address_of(file, THEN[part.code], person)
    if part in rules.APART:
        return list_of(file, part)
    tasks = queries.tasks_in(file)
    here = next((n for n, t in enumerate(tasks) if (t.part, t.person) == (part, person)), -1)
    left = [task for task in tasks[here + 1 :] if task.state is State.NOT_STARTED]
    if left:
        return address_of(file, left[0].part, left[0].person)
    return reverse("about", args=[file.reference])


def following(file: FamilyFile, part: Part, person: int | None) -> str:
    """Where one goes when a page is skipped: the one that comes after it, else the list."""
    if part in rules.APART:
        return list_of(file, part)
    asked = queries.asked_in(file)
    here = asked.index((part, person)) if (part, person) in asked else len(asked)
    if here + 1 < len(asked):
        return address_of(file, *asked[here + 1])
    return reverse("about", args=[file.reference])


def form_for(
    file: FamilyFile, part: Part, member: str, row: Any, *args: Any, **kwargs: Any
) -> forms.Page:
    """The form of a part with what stands in it; takes what a member is, "" for the family's."""
    made = FORMS[part.code]
    if part is rules.HELPERS and member == rules.UNBORN:
        made = forms.UnbornHelpers
    if part is rules.BACKGROUND:
        kwargs["ethnicities"] = queries.ethnicities(file)
    if part is rules.GOING_ON:
        kwargs["situations"] = lists.situations_asked(row.chosen if row else ())
    if row is not None:
        stands = queries.answers_of(part, row)
        kwargs["initial"] = stands | {
            "finished": row.finished,
            "told_on": row.told_on,
            "known_to": queries.shared_with(row),
        }
        kwargs["version"] = row.version
        kwargs["later"] = kwargs.get("later") or row.told_on is not None
    kwargs.setdefault("version", 0)
    return made(*args, **kwargs)


def _family(tasks: list[Task]) -> bool:
    return any(task.person is None for task in tasks)


def _group(file: FamilyFile, name: str, person: int | None, part: str, tasks: list[Task]) -> Group:
    birth = reverse("birth", args=[file.reference, person]) if part == "unborn" else ""
    asked = person is not None and part != "unborn"
    numbers = reverse("identifiers", args=[file.reference, person]) if asked else ""
    items = [_item(file, task, name) for task in tasks if task.person == person]
    return Group(name, MEMBER.get(part, ""), birth, numbers, items)


def _item(file: FamilyFile, task: Task, name: str) -> dict[str, Any]:
    state = task.state
    status: dict[str, Any] = {"text": state.value}
    if state in TAGS:
        status = {"tag": {"text": state.value, "classes": TAGS[state]}}
    return {
        "title": {"text": task.part.title},
        "href": address_of(file, task.part, task.person),
        "status": status,
    }
