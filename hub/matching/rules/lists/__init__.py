"""Word lists as text: words apart by spaces, a line that begins with # says what they are."""

from functools import cache
from pathlib import Path


@cache
def lines(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of each line of a list."""
    text = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(tuple(line.split()) for line in text.splitlines() if line and line[0] != "#")


def words(name: str) -> frozenset[str]:
    """All words of a list."""
    return frozenset(word for line in lines(name) for word in line)
