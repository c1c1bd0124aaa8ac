"""How long things are, how long they may be, and the list of what is longer."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tests.architecture import source

EXCEPTIONS = source.ROOT / "tests/architecture/budgets.txt"
FILE, FUNCTION, TEMPLATE, LONGEST_VIEW = 300, 40, 120, 15
CODE = ("hub", "bin", "config", "tools", "tests", "benchmarks")


def sizes() -> Iterator[tuple[str, int, int]]:
    """Every file, function and template: its name, its lines, its budget."""
    for path in source.python_files(*CODE):
        name = source.name_of(path)
        yield name, source.text_of(path).count("\n"), FILE
        for node in source.functions(source.tree_of(path)):
            yield f"{name}::{node.name}", lines_of(node), FUNCTION
    for path in source.kept():
        name = source.name_of(path)
        if name.startswith("hub/") and path.suffix in (".html", ".sql"):
            budget = TEMPLATE if path.suffix == ".html" else FILE
            yield name, source.text_of(path).count("\n"), budget


def view_lengths(views: Iterable[Callable[..., Any]]) -> list[tuple[str, int]]:
    """The lines of our own views below their marks, without their docstrings."""
    found: dict[str, int] = {}
    for marked in views:
        view = inspect.unwrap(marked)
        if not view.__module__.startswith("hub.") or isinstance(view, type):
            continue
        code, first = inspect.getsourcelines(view)
        tree = source.tree_of(source.ROOT / inspect.getfile(view))
        for node in source.functions(tree):
            if node.name == view.__name__ and first <= node.lineno < first + len(code):
                words = lines_of(node.body[0]) if source.is_docstring(node.body[0]) else 0
                found[f"{view.__module__}.{view.__name__}"] = lines_of(node) - words
    return sorted(found.items())


def lines_of(node: source.Located) -> int:
    """From its first line to its last; marks stand above a function's first."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def exceptions() -> dict[str, int]:
    """What is too large and by how much it may be, from the list."""
    lines = EXCEPTIONS.read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line.strip() and not line.startswith("#"))
    return {name: int(size) for name, size in rows}
