"""Which parts there are: what each asks, of whom, why, and who sees it."""

from typing import Final

from hub.about.rules.children import CARER, CARES, SAID, TOLD
from hub.about.rules.part import ADULT, CHILD, EVERYBODY, SPEAKER, UNBORN, YES_NO, Part
from hub.kernel.files import Level

ASSESSMENT: Final = {
    "not_offered": "Not offered yet",
    "wanted": "Offered, and they want it",
    "asked": "They want it, and it was asked for",
    "not_now": "Offered, and not now",
    "done": "It was done",
}
WAYS: Final = {
    "easy_read": "Easy words and pictures",
    "large_print": "Large print",
    "read_aloud": "Somebody to read it aloud",
    "bsl": "British Sign Language",
    "hearing_loop": "A hearing loop, or speaking clearly",
    "step_free": "A place without steps",
    "quiet": "A quiet place, or breaks",
    "childcare": "Somebody to look after the children meanwhile",
    "none": "None of these",
}
# The disability codes of the children in need census, in words that people use (standards 5.7).
CONDITIONS: Final = {
    "MOB": "Getting about",
    "HAND": "Using hands",
    "PC": "Washing, dressing or eating",
    "INC": "Getting to the toilet in time",
    "COMM": "Speaking or being understood",
    "LD": "Learning",
    "HEAR": "Hearing",
    "VIS": "Seeing",
    "BEH": "Behaviour or feelings",
    "CON": "Fits or losing consciousness",
    "AUT": "Autism",
    "DDA": "Something else that lasts",
    "NONE": "None of these",
    "rather_not": "Would rather not say",
}

LANGUAGE: Final = Part(
    "language",
    "Language and taking part",
    "So that talking, letters and meetings work for each of you. An interpreter costs nothing, and "
    "a child or a partner is never asked to interpret.",
    Level.SUMMARY,
    EVERYBODY,
    {
        "languages": "Languages",
        "interpreter": "Interpreter",
        "interpreter_words": "About the interpreter",
        "ways": "What helps to take part",
        "ways_words": "More about taking part",
    },
    ("languages", "interpreter", "ways"),
    YES_NO | WAYS,
)
HELPERS: Final = Part(
    "helpers",
    "Who already helps",
    "So that nobody starts again what somebody does already. Writing a name here tells that person "
    "or agency nothing.",
    Level.SUMMARY,
    frozenset({ADULT, CHILD, UNBORN}),
    {
        "school": "School or nursery",
        "doctor": "Doctor",
        "visitor": "Health visitor, midwife or school nurse",
        "others": "Anybody else",
    },
    ("doctor",),
)
BACKGROUND: Final = Part(
    "background",
    "Background",
    "So that help fits who you are, and the hub can see whether it reaches everybody. It changes "
    "nothing about the help you get.",
    Level.RECORD,
    EVERYBODY,
    {
        "ethnicity": "Ethnic group",
        "ethnicity_words": "In their own words",
        "gender": "Gender",
        "pronouns": "Pronouns",
        "faith": "Faith and culture",
    },
    ("ethnicity", "gender", "faith"),
    {
        "female": "Female",
        "male": "Male",
        "own_words": "In another way",
        "rather_not": "Would rather not say",
    },
    own=True,
)
NEEDS: Final = Part(
    "needs",
    "Health, needs and caring",
    "So that what makes days hard is not overlooked, and so that whoever looks after others gets "
    "help too.",
    Level.RECORD,
    EVERYBODY,
    {
        "conditions": "Everyday things that are hard",
        "helps": "What is hard, and what helps",
        "protects": "What keeps things steady",
        "caring": "Looks after somebody",
        "caring_words": "Whom they look after",
        "assessment": "Carer's assessment",
        "assessment_on": "The day of that",
        "assessment_asked_on": "Asked for on",
        "assessment_due_on": "To be done by",
        "assessment_words": "What came of it",
    },
    ("conditions", "caring"),
    YES_NO | CONDITIONS | ASSESSMENT,
    own=True,
)
OWN_WORDS: Final = Part(
    "words",
    "In their own words",
    "So that each adult is heard, and not only the loudest.",
    Level.RECORD,
    frozenset({ADULT}),
    {
        "strengths": "Good at",
        "story": "Their story",
        "wishes": "Wants to say",
        "offers": "Offers the others, and what it costs",
        "speaker": "Told on",
    },
    ("strengths", "wishes"),
    SPEAKER,
    own=True,
)
STORY: Final = Part(
    "story",
    "What is going well, what worries you, what you want",
    "So that help starts from what you already do well, and goes where you want to go. The people "
    "in your team can read it.",
    Level.PLAN,
    frozenset(),
    {"going_well": "Going well", "worries": "Worries", "wants": "What the family wants"},
    ("going_well", "worries", "wants"),
)
GOING_ON: Final = Part(
    "going-on",
    "What is going on",
    "So that nothing that weighs on you is forgotten, and a plan can begin with it. Choose "
    "whatever is true, or nothing. The people in your team can read it.",
    Level.PLAN,
    frozenset(),
    {"chosen": "What is going on", "words": "In their own words"},
    ("chosen",),
)
LIVING: Final = Part(
    "living",
    "Home, money and work",
    "Because these weigh on everything else, and somebody may know of help. The people in your "
    "team can read it.",
    Level.PLAN,
    frozenset(),
    {"housing": "Home", "money": "Money", "work": "Work and training"},
    ("housing", "money", "work"),
)
ALONE: Final = Part(
    "alone",
    "Asked alone",
    "",
    Level.RECORD,
    frozenset({ADULT}),
    {
        "interpreted_by": "Interpreted by",
        "safe": "Feels safe",
        "words": "What they said",
        "reach": "How to reach them safely",
    },
    ("safe",),
    {"yes": "Yes, they feel safe", "no": "No, or not always", "rather_not": YES_NO["rather_not"]},
)
# In the order of the task list. What is said alone is not on it (S4, S15).
PERSON_PARTS: Final = (LANGUAGE, HELPERS, BACKGROUND, NEEDS, OWN_WORDS)
FAMILY_PARTS: Final = (STORY, GOING_ON, LIVING)
APART: Final = (ALONE, SAID, TOLD, CARES, CARER)
PARTS: Final = {part.code: part for part in (*PERSON_PARTS, *FAMILY_PARTS, *APART)}
# Whose own pages may be shared: by what each choice is called, the words for it (S4).
WITH: Final = {
    "team": "The people in our team",
    "adults": "The other adults in the family",
    "family": "Everybody in the family, children too",
}
