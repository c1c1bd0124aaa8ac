"""Two people edited the same thing: the second is told and shown both, nothing is overwritten."""

from collections.abc import Mapping


class Conflict(Exception):
    """Somebody else saved this first.

    `theirs` is what is kept now and `yours` what was about to be saved, field by field in the
    page's words; `version` is the one to send when yours is to count after all.
    """

    def __init__(
        self, *, theirs: Mapping[str, str], yours: Mapping[str, str], version: int
    ) -> None:
        super().__init__("Somebody else changed this while you were writing.")
        self.theirs = dict(theirs)
        self.yours = dict(yours)
        self.version = version
