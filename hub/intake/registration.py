"""What a practitioner typed of a family, as plain values: what `register` takes."""

from dataclasses import dataclass, field

from hub.consent.terms import NOT_ASKED, Explained
from hub.kernel.dates import PartialDate


@dataclass(frozen=True)
class NamedPerson:
    """Somebody in the family. `relation` is who they are to its children, "" when not said;
    `contact` is a telephone number or an email address."""

    given_names: str
    part: str
    family_name: str = ""
    known_as: str = ""
    born: PartialDate | None = None
    relation: str = ""
    responsible: bool = False
    lives_elsewhere: bool = False
    contact: str = ""


@dataclass(frozen=True)
class JudgedYes:
    """What was judged of the young person of 12 to 15 who says yes."""

    understands: bool
    parent_needed: bool
    because: str


@dataclass(frozen=True)
class Registration:
    """A family to be registered. Whoever says yes is the first of `people`.

    `agencies` may know of the family; `record` and `keep` are the yes to writing down and keeping,
    `service` the one to being worked with, which is another question and may come later (2.98).
    """

    people: tuple[NamedPerson, ...]
    record: bool
    keep: bool
    how: str
    wording: int
    witness: str = ""
    lines: str = ""
    postcode: str = ""
    held_by: str = ""
    agencies: tuple[int, ...] = field(default_factory=tuple)
    judged: JudgedYes | None = None
    service: bool = False
    explained: Explained = NOT_ASKED

    @property
    def scopes(self) -> list[str]:
        """What was said yes to."""
        asked = (("record", self.record), ("keep", self.keep), ("service", self.service))
        return [name for name, said in asked if said]
