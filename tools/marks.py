"""The requirement marks that tests carry, read from their source without running anything."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tools.register import ROOT, Trouble

Test = ast.FunctionDef | ast.AsyncFunctionDef
IDLE = ("skip", "skipif", "xfail")


class Mark(NamedTuple):
    """One number on one test. `idle` names what keeps the test from proving it, if anything."""

    number: str
    path: str
    line: int
    test: str
    idle: str = ""


def in_tests(root: Path = ROOT) -> list[Mark]:
    """Every mark under tests/, in the order of files and lines."""
    return [
        mark
        for path in sorted((root / "tests").rglob("test_*.py"))
        for mark in in_source(path.read_text(encoding="utf-8"), str(path.relative_to(root)))
    ]


def in_source(source: str, path: str) -> list[Mark]:
    """Every mark in one file: of the module, of its classes, of its tests.

    Raises Trouble for a mark whose numbers are not written out as texts.
    """
    tree = ast.parse(source)
    return list(_inside(tree.body, path, _assigned(tree.body)))


def _inside(body: list[ast.stmt], path: str, around: list[ast.expr]) -> Iterator[Mark]:
    for node in body:
        if isinstance(node, ast.ClassDef):
            marks = around + node.decorator_list + _assigned(node.body)
            yield from _inside(node.body, path, marks)
        elif isinstance(node, Test) and node.name.startswith("test"):
            marks = around + node.decorator_list
            idle = _idle(marks, node)
            for number in _numbers(marks, path):
                yield Mark(number, path, node.lineno, node.name, idle)


def _assigned(body: list[ast.stmt]) -> list[ast.expr]:
    """The marks of `pytestmark = …`, one or a list."""
    for node in body:
        if isinstance(node, ast.Assign) and _named(node.targets[0]) == "pytestmark":
            value = node.value
            return list(value.elts) if isinstance(value, ast.List | ast.Tuple) else [value]
    return []


def _numbers(marks: list[ast.expr], path: str) -> Iterator[str]:
    for mark in marks:
        if _named(mark) != "requirement":
            continue
        if not isinstance(mark, ast.Call) or not mark.args or mark.keywords:
            raise Trouble(f"{path}:{mark.lineno}: a requirement mark names its numbers.")
        for argument in mark.args:
            if not isinstance(argument, ast.Constant) or not isinstance(argument.value, str):
                raise Trouble(f"{path}:{mark.lineno}: write the numbers of a mark as texts.")
            yield argument.value


def _idle(marks: list[ast.expr], test: Test) -> str:
    for name in map(_named, marks):
        if name in IDLE:
            return name
    called = (_named(node) for node in ast.walk(test) if isinstance(node, ast.Call))
    return next((name for name in called if name in ("skip", "xfail", "importorskip")), "")


def _named(node: ast.expr) -> str:
    """The last word of a name, an attribute or what is called: `pytest.mark.skip(…)` is skip."""
    if isinstance(node, ast.Call):
        node = node.func
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
