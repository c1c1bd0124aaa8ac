"""Small files, small functions, small templates. The list of exceptions may only shrink."""

from collections.abc import Iterator

from tests.architecture import source

EXCEPTIONS = source.ROOT / "tests/architecture/budgets.txt"
FILE, FUNCTION, TEMPLATE = 300, 40, 120
CODE = ("hub", "bin", "config", "tools", "tests", "benchmarks")


def sizes() -> Iterator[tuple[str, int, int]]:
    """Everything that has a budget: its name, its lines, its budget."""
    for path in source.python_files(*CODE):
        name = source.name_of(path)
        yield name, source.text_of(path).count("\n"), FILE
        for node in source.functions(source.tree_of(path)):
            lines = (node.end_lineno or 0) - node.lineno + 1
            yield f"{name}::{node.name}", lines, FUNCTION
    for path in source.kept():
        name = source.name_of(path)
        if name.startswith("hub/") and path.suffix == ".html":
            yield name, source.text_of(path).count("\n"), TEMPLATE
        elif name.startswith("hub/") and path.suffix == ".sql":
            yield name, source.text_of(path).count("\n"), FILE


def exceptions() -> dict[str, int]:
    """What is too large and by how much it may be, from the list."""
    lines = EXCEPTIONS.read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line.strip() and not line.startswith("#"))
    return {name: int(size) for name, size in rows}


def test_nothing_is_over_its_budget_but_what_the_list_names() -> None:
    allowed = exceptions()

    over = [
        f"{name}: {lines} lines, {allowed.get(name, budget)} allowed"
        for name, lines, budget in sizes()
        if lines > allowed.get(name, budget)
    ]

    assert over == []


def test_the_list_of_exceptions_only_shrinks() -> None:
    """What became smaller is lowered in the list, what fits again is taken off."""
    now: dict[str, tuple[int, int]] = {}
    for name, lines, budget in sizes():
        now[name] = max(now.get(name, (0, 0)), (lines, budget))

    stale = [
        f"{name}: {size} in the list, {now.get(name, (0, 0))[0]} lines now"
        for name, size in exceptions().items()
        if name not in now or now[name][0] < size or size <= now[name][1]
    ]

    assert stale == []
