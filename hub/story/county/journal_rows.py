"""The journal's lines of one family: that it was loaded, and a few looks at it since."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Final

from hub.access import events as _registered  # noqa: F401 - "file.opened" and its purposes
from hub.audit.encoding import EMPTY, Line, follow, key_for
from hub.audit.events import register
from hub.audit.lines import line_for
from hub.kernel.files import Actor, ActorKind, job_actor
from hub.story.county.sheet import Sheet

if TYPE_CHECKING:
    from hub.story.county.portion import County, Family

# A chain of its own: the other jobs may have written in theirs before.
LOADER: Final = replace(job_actor("county.load"), id=1)

register("county.loaded", "loaded the demonstration county")
register("family.loaded", "loaded this family with the demonstration county")


def write_journal(sheet: Sheet, rng: Random, family: "Family", county: "County") -> None:
    """A new chain for the family, linked and hashed as the journal does it, and its head."""
    key, head = key_for("lines"), EMPTY
    for line in _lines(rng, family, county):
        entry = follow(head, line, key)
        head = type(head)(entry.number, entry.hash)
        sheet.add("audit_entry", line.chain.kind, line.chain.id, entry.number, line.at, line.event,
                  line.actor_kind, line.actor_id, line.job, line.agency, line.family, "{}",
                  line.purpose, line.refs, entry.prev_hash, entry.hash)  # fmt: skip
    sheet.add("audit_chain", "family", family.id, head.number, head.hash, county.transaction)


def _lines(rng: Random, family: "Family", county: "County") -> Iterator[Line]:
    yield line_for("family.loaded", actor=LOADER, at=family.registered, family=family.id,
                   refs={"people": len(family.drawn.members)})  # fmt: skip
    lead = family.worker
    actor = Actor(ActorKind.PRACTITIONER, lead.id, "", agency=lead.agency)
    for at in sorted(family.later(rng, county.now) for _ in range(int(rng.random() * 4))):
        yield line_for("file.opened", actor=actor, at=at, family=family.id, purpose="family",
                       refs={"level": "record"})  # fmt: skip
