"""Tables of what a family tells of itself. Each part is a table, so each has its own level."""

from hub.about.models.carers import ChildCares, YoungCarer
from hub.about.models.effects import Effect
from hub.about.models.family import GoingOn, Living, Story
from hub.about.models.lists import Headline, Situation
from hub.about.models.own import Background, ChildSaid, ChildTold, Needs, OwnWords
from hub.about.models.people import AskedAlone, Ethnicity, Helpers, Language
from hub.about.models.rows import Answers, OwnAnswers
from hub.about.models.unsent import Unsent

__all__ = [
    "Answers",
    "AskedAlone",
    "Background",
    "ChildCares",
    "ChildSaid",
    "ChildTold",
    "Effect",
    "Ethnicity",
    "GoingOn",
    "Headline",
    "Helpers",
    "Language",
    "Living",
    "Needs",
    "OwnAnswers",
    "OwnWords",
    "Situation",
    "Story",
    "Unsent",
    "YoungCarer",
]
