"""Whose words a page is drawn in: those of staff, or those that families meet.

A page that members are shown says what only staff would say through `say`, in templates as in
Python: `say("Lead professional")`. Drawn for a member, it says what stands beside it here. What
people typed never goes through it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

# What staff say, and what their family is told instead (safety rules, words for families).
TO_FAMILIES: Final = {
    "Lead professional": "Your main worker",
    "Lead professional.": "Your main worker.",
    "lead professional": "your main worker",
    "lead": "main worker",
    "The thickest line leads to the lead professional": (
        "The thickest line leads to your main worker"
    ),
    "Nobody leads at the moment. Ring the hub.": (
        "You have no main worker at the moment. Ring the hub."
    ),
    "Nobody leads for this family yet.": "You have no main worker yet.",
    "there is a lead and how to reach them, because the family agreed": (
        "you have a main worker and how to reach them, because your family agreed"
    ),
    "Whoever leads can say who said yes, and when.": (
        "Your main worker can say who said yes, and when."
    ),
    "Gets: that the family is known here, and who leads.": (
        "Gets: that you are known here, and who your main worker is."
    ),
    "shared without agreement to keep somebody safe. The family was told.": (
        "because we had to share to keep someone safe. You were told."
    ),
    "The plan is closed.": "The plan is finished.",
    "Closed": "Finished",
    "Closed on": "Finished on",
    "Closed by": "Finished by",
}
_to_family: ContextVar[bool] = ContextVar("to_family", default=False)


@contextmanager
def to_family(inside: bool) -> Iterator[None]:
    """Draw what is drawn within for a member of the family (`inside`), or for staff."""
    token = _to_family.set(inside)
    try:
        yield
    finally:
        _to_family.reset(token)


def say(words: str) -> str:
    """These words of staff, or what a member is told instead, where the page is drawn for one.

    Takes what has a line above whole, and a reason in several sentences with lines for some; what
    has none both are told alike.
    """
    if not _to_family.get():
        return words
    if words in TO_FAMILIES:
        return TO_FAMILIES[words]
    sentences = words.split(". ")
    ended = [f"{one}." for one in sentences[:-1]] + sentences[-1:]
    return " ".join(TO_FAMILIES.get(one, one) for one in ended)
