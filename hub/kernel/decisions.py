"""A rule's answer: yes, or no with the reason that the button, the check and the message share."""

from dataclasses import dataclass


class NotAllowed(Exception):
    """A rule said no. Its text is the reason, in words for the person who asked."""


@dataclass(frozen=True)
class Decision:
    """Yes or no; a no carries its reason. Truthy when it is a yes."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed

    def or_raise(self) -> None:
        """Do nothing on a yes. Raises NotAllowed with the reason on a no."""
        if not self.allowed:
            raise NotAllowed(self.reason)


YES = Decision(True)


def no(reason: str) -> Decision:
    """A no, with the reason as a sentence."""
    return Decision(False, reason)
