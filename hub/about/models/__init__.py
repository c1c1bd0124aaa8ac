"""Tables of what a family tells of itself. Each part is a table, so each has its own level."""

from hub.about.models.family import Living, Story
from hub.about.models.people import (
    AskedAlone,
    Background,
    Ethnicity,
    Helpers,
    Language,
    Needs,
    OwnWords,
)
from hub.about.models.rows import Answers
from hub.about.models.unsent import Unsent

__all__ = [
    "Answers",
    "AskedAlone",
    "Background",
    "Ethnicity",
    "Helpers",
    "Language",
    "Living",
    "Needs",
    "OwnWords",
    "Story",
    "Unsent",
]
