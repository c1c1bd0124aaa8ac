"""What the documents say is there is there, and what is made from code is not stale."""

import os
import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.architecture import source
from tools import docs
from tools.register import read

DOCUMENTS = [
    path for path in source.kept() if path.suffix == ".md" and "fixtures" not in path.parts
]
FOLDERS = r"(?:hub|bin|config|tests|tools|docs|requirements|benchmarks|\.ci)"
CODE = re.compile(rf"`({FOLDERS}/[\w./*-]*)(?::\d+)?`")
NAMED_IN_CODE = re.compile(rf"(?<![\w/.])({FOLDERS}/[\w/-]+\.(?:py|md|csv|txt|sql|in|html))\b")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"\b(?<![/\w])(bin/[a-z]+)(?: ([a-z_]+))?")


def test_every_command_in_the_readme_exists() -> None:
    text = source.text_of(source.ROOT / "README.md")
    known = get_commands()
    missing = [
        f"{command} {word}"
        for command, word in COMMAND.findall(text)
        if not os.access(source.ROOT / command, os.X_OK)
        or (command == "bin/hub" and word and word not in known)
    ]

    assert COMMAND.findall(text)
    assert missing == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=source.name_of)
def test_every_path_that_a_document_names_exists(path: Path) -> None:
    text = source.text_of(path)
    missing = [name for name in CODE.findall(text) if not list(source.ROOT.glob(name.rstrip("/")))]
    missing += [
        link
        for link in LINK.findall(text)
        if "://" not in link
        and not link.startswith("mailto:")
        and not (path.parent / link).exists()
    ]

    assert missing == []


def test_every_path_that_code_names_in_passing_exists() -> None:
    missing = [
        f"{source.name_of(path)}: {name}"
        for path in source.kept()
        if path.suffix in (".py", ".in", ".sql", ".toml") or source.name_of(path).startswith("bin/")
        for name in NAMED_IN_CODE.findall(source.text_of(path))
        if path.parent != Path(__file__).parent and not (source.ROOT / name).exists()
    ]

    assert missing == []


def test_every_document_is_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    todo = [source.ROOT / "README.md"]
    while todo:
        path = todo.pop()
        if path in reached or path.suffix != ".md":
            continue
        reached.add(path)
        links = (link for link in LINK.findall(source.text_of(path)) if "://" not in link)
        todo += [(path.parent / link).resolve() for link in links]

    inside = [path for path in DOCUMENTS if not source.name_of(path).startswith(("hub/", "tests/"))]
    assert [source.name_of(path) for path in inside if path not in reached] == []


def test_the_pages_that_are_made_are_not_stale() -> None:
    assert docs.stale() == [], "python -m tools.docs --write"


def test_the_register_holds_every_number_without_a_gap() -> None:
    numbers = list(read())
    series = {"0": 12, "1": 34, "2": 184, "3": 31, "4": 15, "N": 8, "S": 34}

    expected = [f"{n}.{i}" for n in "01234" for i in range(1, series[n] + 1)]
    expected += [f"{letter}{i}" for letter in "NS" for i in range(1, series[letter] + 1)]
    assert numbers == expected


@pytest.mark.parametrize("path", sorted((source.ROOT / "requirements").glob("*.in")))
def test_every_dependency_says_what_it_is_for(path: Path) -> None:
    bare = [
        line
        for line in source.text_of(path).splitlines()
        if line.strip()
        and not line.startswith(("#", "-c ", "-r "))
        and not re.search(r"#\s*\w", line)
    ]

    assert bare == []
