"""`python -m tools.docs --write|--check`: the pages of docs/reference that are made, not written.

requirements.md comes from the register and the tests' marks, wall.md from the labels and the
migrations, api.json from what systems can ask. It needs no database. `--check` says which page is
stale and fails.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable

from tools import marks
from tools.register import ROOT, Requirement, Trouble, read

REFERENCE = ROOT / "docs/reference"
MADE = "Made by `python -m tools.docs --write`; change what it is made from, not this page."
NOT_YET = "not yet"
SERIES = {
    "0": "Keeping families informed",
    "1": "Family carers and professionals",
    "2": "The family hub: system, agreement, panel, meetings, plan",
    "3": "The whole family",
    "4": "What the pandemic taught",
    "N": "Qualities of the whole",
    "S": "Safety rules",
}


def requirements_page() -> str:
    """Each requirement and the tests that prove it. Raises Trouble for a mark that proves none."""
    register = read()
    proofs: dict[str, list[marks.Mark]] = {number: [] for number in register}
    for mark in marks.in_tests():
        if mark.number not in proofs:
            raise Trouble(f"{mark.path}:{mark.line}: {mark.number} is not in the register.")
        if mark.idle:
            raise Trouble(
                f"{mark.path}:{mark.line}: {mark.idle} on {mark.test}: it proves nothing."
            )
        proofs[mark.number].append(mark)
    proved = sum(bool(found) for found in proofs.values())
    lines = ["# Requirements", "", MADE, "", f"{proved} of {len(register)} are proved by a test."]
    for series, title in SERIES.items():
        rows = [row for row in register.values() if _series(row.number) == series]
        lines += ["", f"## {title}", "", "| # | P | what | proved by |", "|---|---|---|---|"]
        lines += [_row(row, proofs[row.number]) for row in rows]
    return "\n".join(lines) + "\n"


def wall_page() -> str:
    """Each table: who may read it, how a row is hidden, joined, ended, and what its fields hold."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from tools import walls

    comments, histories = walls.comments(), walls.histories()
    lines = ["# Tables and the wall", "", MADE]
    lines += ["", "## Tables of the hub"]
    for table in walls.tables():
        fate = table.fate
        lines += ["", f"### {table.name}", "", f"- {table.wall or 'wall: MISSING'}"]
        lines += [f"- read at: {fate.level}", f"- held back: {fate.held_back}"]
        lines += [f"- merge: {fate.merge}", f"- expires: {fate.expires}"]
        lines.append(f"- erased: {fate.erased}")
        lines += [f"- {what}: {', '.join(f)}" for what, f in table.fields.items() if f]
    lines += ["", "## History, written by the database", "", "| table | wall |", "|---|---|"]
    lines += [f"| {name} | {comments.get(name, 'MISSING')} |" for name in sorted(histories)]
    out = {n: text.removeprefix(walls.OUT) for n, text in comments.items() if text[:2] == "no"}
    lines += ["", "## Without the wall, and why", "", "| table | because |", "|---|---|"]
    lines += [f"| {name} | {because} |" for name, because in sorted(out.items())]
    return "\n".join(lines) + "\n"


def api_document() -> str:
    """What agencies' systems can ask, in OpenAPI."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from hub.api.views import api

    return json.dumps(api.get_openapi_schema(path_prefix="/api/"), indent=2) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "requirements.md": requirements_page,
    "wall.md": wall_page,
    "api.json": api_document,
}


def stale() -> list[str]:
    """The made pages that are not what they would be made now."""
    return [name for name, make in PAGES.items() if _kept(name) != make()]


def write() -> None:
    """Make every page."""
    for name, make in PAGES.items():
        (REFERENCE / name).write_text(make(), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Gives the exit code; what is wrong is a sentence on standard error."""
    parser = argparse.ArgumentParser(prog="python -m tools.docs", description=__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--write", action="store_true", help="make the pages")
    what.add_argument("--check", action="store_true", help="only say whether they are stale")
    try:
        if parser.parse_args(arguments).write:
            write()
            return 0
        old = stale()
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    for name in old:
        print(f"docs/reference/{name} is stale: python -m tools.docs --write", file=sys.stderr)
    return 1 if old else 0


def _row(requirement: Requirement, proofs: Iterable[marks.Mark]) -> str:
    by_file: dict[str, list[str]] = {}
    for proof in proofs:
        sentence = proof.test.removeprefix("test_").replace("_", " ")
        by_file.setdefault(proof.path, []).append(sentence)
    shown = "; ".join(f"`{path}`: {', '.join(tests)}" for path, tests in by_file.items())
    number, priority, wording = requirement
    return f"| {number} | {priority} | {wording} | {shown or NOT_YET} |"


def _series(number: str) -> str:
    return number[0]


def _kept(name: str) -> str:
    path = REFERENCE / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
