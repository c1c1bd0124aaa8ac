"""The repository's files and what stands in its Python, for tests that read source."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
Function = ast.FunctionDef | ast.AsyncFunctionDef
Located = ast.stmt | ast.expr


@cache
def kept() -> tuple[Path, ...]:
    """Every file that git keeps or would keep."""
    said = subprocess.run(
        # A checkout may belong to somebody else than who runs the tests.
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "-co", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    paths = sorted({ROOT / name for name in said.split("\0") if name})
    return tuple(path for path in paths if path.is_file())


def name_of(path: Path) -> str:
    """A file's name from the root of the repository on."""
    return path.relative_to(ROOT).as_posix()


def python_files(*folders: str, migrations: bool = False) -> list[Path]:
    """The kept Python files under these folders, migrations only when asked for."""
    return [
        path
        for path in kept()
        if path.suffix == ".py"
        and name_of(path).split("/")[0] in folders
        and (migrations or "migrations" not in path.parts)
    ]


@cache
def text_of(path: Path) -> str:
    """A file's text; nothing for a file that is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def tree_of(path: Path) -> ast.Module:
    """A Python file, parsed."""
    return ast.parse(text_of(path), filename=name_of(path))


def functions(tree: ast.AST) -> Iterator[Function]:
    """Every function in a file, methods and inner ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a file with the dotted name of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield dotted(node.func), node


def dotted(node: ast.AST) -> str:
    """`a.b.c` of a name or an attribute; a call or anything else in front counts as nothing."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".lstrip(".")
    return node.id if isinstance(node, ast.Name) else ""


def place(path: Path, node: ast.AST) -> str:
    """`hub/plans/rules.py:12`, as editors open it."""
    return f"{name_of(path)}:{getattr(node, 'lineno', 0)}"


def is_docstring(node: ast.stmt) -> bool:
    """Whether a statement is a text standing alone."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
