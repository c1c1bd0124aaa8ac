"""On what agencies may rest what they do with families' information, and who states it (S13)."""

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from hub.agencies.rules import CLOSED, NOT_YOURS, looks_after
from hub.agencies.sharing.rules import PURPOSES
from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Actor


class Basis(NamedTuple):
    """A lawful basis: as it is stated, as families are told, and whether they can object to it."""

    stated: str
    told: str
    can_object: bool


PUBLIC_TASK: Final = "public_task"
BASES: Final = {
    PUBLIC_TASK: Basis("Public task", "it is its job by law", True),
    "legal_obligation": Basis("Legal obligation", "the law says that it must", False),
    "vital_interests": Basis("Vital interests", "somebody's life may depend on it", False),
    "legitimate_interests": Basis(
        "Legitimate interests", "it has good reason to, weighed against what is good for you", True
    ),
    "consent": Basis("Consent", "you said yes to it, and can take that back", False),
}


def basis_of(purpose: str, *, stated: Mapping[str, str], public_body: bool) -> str:
    """The basis for a purpose: the one stated; a public body's public task; else none ("")."""
    return stated.get(purpose) or (PUBLIC_TASK if public_body else "")


def without_basis(
    purposes: Collection[str], *, stated: Mapping[str, str], public_body: bool
) -> list[str]:
    """Those of these purposes for which the agency has no basis, in their usual order."""
    return [
        purpose
        for purpose in PURPOSES
        if purpose in purposes and not basis_of(purpose, stated=stated, public_body=public_body)
    ]


def may_state(actor: Actor, *, localities: Collection[int], closed: bool) -> Decision:
    """Whether somebody may change how an agency answers for what it holds."""
    if not looks_after(actor, localities):
        return NOT_YOURS
    return CLOSED if closed else YES


def may_rest_on(*, purpose: str, basis: str, because: str) -> Decision:
    """Whether a basis can be stated for a purpose, with what it rests on in words."""
    if purpose not in PURPOSES:
        return no("Choose one of the purposes listed.")
    if basis not in BASES:
        return no("Choose the lawful basis.")
    if basis != PUBLIC_TASK and not because.strip():
        return no("Write down what the basis rests on.")
    return YES
