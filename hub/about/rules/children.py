"""What a child is asked and says with one person, and what of it goes further (S4, 3.4)."""

from typing import Final

from hub.about.rules.part import CHILD, SPEAKER, YES_NO, Part
from hub.kernel.files import Level

SAID: Final = Part(
    "said",
    "What they said",
    "So that a child is heard without having to think of who else reads it. It stays between the "
    "child and you, until the child has been asked what may be told.",
    Level.SUMMARY,
    frozenset({CHILD}),
    {"words": "What they said"},
    ("words",),
    own=True,
)
TOLD: Final = Part(
    "told",
    "What may be told of it",
    "So that nothing a child said goes further than the child wants. Ask what may be told, how and "
    "by whom. Say first what you could not keep to yourself: that somebody may come to harm.",
    Level.SUMMARY,
    frozenset({CHILD}),
    {
        "may": "May anything be told",
        "told": "What may be told",
        "how": "How",
        "by_whom": "By whom",
        "speaker": "Told on",
    },
    ("may",),
    {"some": "Yes, some of it", "nothing": "No, nothing"} | SPEAKER,
    own=True,
)
# What every young carer has a right to, and what is asked of it (3.4).
AIMS: Final = {
    "chances": "Do they have the same chances as others of their age?",
    "thrive": "Are they doing well, with time of their own?",
    "roles": "Is what they do right for their age?",
    "school": "Can they go to school and learn there?",
}
HOW: Final = {
    "fine": "Yes, this is fine",
    "needs": "No, something is needed",
    "not_asked": "Not asked",
}
CARES: Final = Part(
    "caring",
    "Looking after somebody",
    "So that a child who looks after somebody is seen, and gets help too. It stays between the "
    "child and you, as what else they say does.",
    Level.SUMMARY,
    frozenset({CHILD}),
    {
        "cares": "Looks after somebody",
        "whom": "Whom",
        "does": "What they do",
        "costs": "What it does to their days",
        "wishes": "What they would change",
    },
    ("cares",),
    YES_NO,
    own=True,
)
CARER: Final = Part(
    "carer",
    "What a young carer needs",
    "So that a child who looks after somebody has the same chances as others, thrives, does "
    "nothing that is not for a child to do, and gets to school. Whoever leads reads this page too: "
    "tell the child so.",
    Level.SUMMARY,
    frozenset({CHILD}),
    {
        "chances": "The same chances as others",
        "chances_doing": "The same chances: what is done",
        "thrive": "Doing well",
        "thrive_doing": "Doing well: what is done",
        "roles": "Nothing that is not for a child",
        "roles_doing": "Nothing that is not for a child: what is done",
        "school": "Going to school",
        "school_doing": "Going to school: what is done",
    },
    tuple(AIMS),
    HOW,
    own=True,
)
# Of a child, each page is its writer's; the first of each two is nobody else's at all (S4).
HEARD: Final = (SAID, TOLD, CARES, CARER)
BETWEEN: Final = (SAID, CARES)
