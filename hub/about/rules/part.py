"""What a part is, and what the parts of several kinds share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from hub.kernel.files import Level

ADULT, CHILD, UNBORN = "adult", "child", "unborn"


@dataclass(frozen=True)
class Part:
    """A page of questions: its name, its lowest level, of which members it is asked (nobody: of
    the whole family), what its answers are called, which of them make it done, and whether it is
    somebody's own, to share or not (S4)."""

    code: str
    title: str
    why: str
    level: Level
    asked_of: frozenset[str]
    labels: Mapping[str, str]
    needed: tuple[str, ...]
    words: Mapping[str, str] = field(default_factory=dict)
    own: bool = False


EVERYBODY: Final = frozenset({ADULT, CHILD})
YES_NO: Final = {"yes": "Yes", "no": "No", "rather_not": "Would rather not say"}
SPEAKER: Final = {"name": "With their name", "somebody": "As said by somebody in the family"}
