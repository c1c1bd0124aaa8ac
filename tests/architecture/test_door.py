"""One door: who makes a file, who tells the database what is open, who looks at the clock."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.architecture import source

HUB = source.python_files("hub", "bin", "config", "tools", "benchmarks")
DOOR = "hub/access/door.py"
OPENING = "hub/access/opening.py"
# Where an actor is made, and why.
MAKERS_OF_ACTORS = {
    "hub/kernel/files.py": "a named system job",
    "hub/agencies/queries.py": "whoever signed in, from the rows that say where they work",
    "hub/story/tell.py": "the cast, who tell the story through the same changes as pages",
    "hub/story/county/journal_rows.py": "whose lines a bulk load writes; opens no file",
}
# Who may look at the clock beside pages, commands and jobs, and why.
CLOCKS = {
    "hub/kernel/clock.py": "it is the clock",
    "hub/access/pages.py": "gives the time to the door and the page",
    "hub/access/once.py": "runs around a page",
    "hub/access/systems.py": "the same for what systems ask",
    "hub/audit/journal.py": "a line is dated when it is written",
    "hub/accounts/adapter.py": "allauth calls it within a sign-in page and gives no time",
    "hub/accounts/limits.py": "Django calls a cache and gives no time",
    "hub/accounts/middleware.py": "runs around a page",
    "hub/accounts/sessions.py": "Django asks for a session and gives no time",
    "hub/notify/folder.py": "names a file; Django calls a mail backend and gives no time",
    "hub/notify/outbox.py": "dates a message when it is queued and when it has gone",
}
LOOKS = ("now", "utcnow", "today", "time", "time_ns", "localdate", "localtime")
CLOCK_MODULES = ("clock", "datetime", "date", "timezone", "time", "datetime.datetime")


def makers(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    """Calls of a class, and copies of one with other values."""
    for called, call in source.calls(tree):
        last = called.rpartition(".")[2]
        changed = {keyword.arg for keyword in call.keywords}
        if last == name or (
            last in ("replace", "__new__", "_replace")
            and changed & {"level", "held_back", "family", "actor", "roles"}
        ):
            yield call


def looks_at_the_clock(tree: ast.AST) -> Iterator[ast.Call]:
    """Calls that ask what time it is."""
    for called, call in source.calls(tree):
        before, _, last = called.rpartition(".")
        if last in LOOKS and before in CLOCK_MODULES:
            yield call


def elsewhere(allowed: set[str], look: Callable[[ast.AST], Iterator[ast.AST]]) -> list[str]:
    """Places outside the allowed files where something is done."""
    return [
        source.place(path, node)
        for path in HUB
        if source.name_of(path) not in allowed
        for node in look(source.tree_of(path))
    ]


def test_only_the_door_makes_a_family_file() -> None:
    assert elsewhere({DOOR}, lambda tree: makers(tree, "FamilyFile")) == []
    assert list(makers(source.tree_of(source.ROOT / DOOR), "FamilyFile"))


def test_only_the_standing_of_who_signed_in_makes_an_actor() -> None:
    assert elsewhere({DOOR, *MAKERS_OF_ACTORS}, lambda tree: makers(tree, "Actor")) == []


def test_only_the_opening_tells_the_database_what_is_open() -> None:
    wrong = [
        source.name_of(path)
        for path in source.kept()
        if source.name_of(path).startswith(("hub/", "bin/", "config/", "tools/"))
        and path.suffix in (".py", ".sql")
        and "migrations" not in path.parts
        and source.name_of(path) != OPENING
        and sets_a_setting(source.text_of(path))
    ]

    assert wrong == []
    assert sets_a_setting(source.text_of(source.ROOT / OPENING))


def sets_a_setting(text: str) -> bool:
    """Whether SQL in a text makes one of the hub's settings."""
    lower = text.lower()
    return "set_config(" in lower or "set local hub." in lower or "set hub." in lower


def test_only_pages_commands_and_jobs_look_at_the_clock() -> None:
    wrong = [
        where
        for where in elsewhere(set(CLOCKS), looks_at_the_clock)
        if not may_look(Path(where.rpartition(":")[0]))
    ]

    assert wrong == []


def may_look(path: Path) -> bool:
    """Pages, commands and jobs are where time comes in."""
    name = path.as_posix()
    return (
        name.startswith(("hub/web/", "hub/api/", "bin/", "benchmarks/", "hub/story/"))
        or path.name == "jobs.py"
        or "/management/commands/" in name
    )


@pytest.mark.parametrize("path", [p for p in HUB if "rules" in p.stem or "rules" in p.parent.name])
def test_rules_are_given_the_time(path: Path) -> None:
    tree = source.tree_of(path)

    assert [source.place(path, call) for call in looks_at_the_clock(tree)] == []
    assert [
        n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module == "random"
    ] == []


def test_what_these_tests_look_for_is_found() -> None:
    forged = ast.parse("files.FamilyFile(1); replace(file, level=4); timezone.now(); date.today()")

    assert len(list(makers(forged, "FamilyFile"))) == 2
    assert len(list(looks_at_the_clock(forged))) == 2
    assert sets_a_setting("SELECT set_config('hub.open_plan', '{1}', true)")
