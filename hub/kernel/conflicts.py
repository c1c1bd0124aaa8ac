"""Two people edited the same thing: the second is told and shown both, nothing is overwritten."""

from collections.abc import Mapping


class Conflict(Exception):
    """Somebody else saved this first.

    `theirs` is what is kept now and `yours` what was about to be saved, by field, where they
    differ; `version` is the one to send when yours is to count after all.
    """

    def __init__(
        self, *, theirs: Mapping[str, object], yours: Mapping[str, object], version: int
    ) -> None:
        super().__init__("Somebody else changed this while you were writing.")
        self.theirs = dict(theirs)
        self.yours = dict(yours)
        self.version = version


def refuse_if_changed(
    *, stands: Mapping[str, object], wanted: Mapping[str, object], version: int, edited: int
) -> None:
    """Do nothing when the version edited is the one that stands.

    Raises Conflict with the fields that differ otherwise, also when none of them does any more:
    the second person then sees that the other has already written the same.
    """
    if version == edited:
        return
    differ = [name for name, value in wanted.items() if stands.get(name) != value]
    raise Conflict(
        theirs={name: stands.get(name) for name in differ},
        yours={name: wanted[name] for name in differ},
        version=version,
    )
