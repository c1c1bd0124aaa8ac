"""What the pages of agreement are drawn from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hub.consent import queries as consent
from hub.consent import sharing
from hub.consent.deciding.young import young_in
from hub.consent.languages import ENGLISH, name_of
from hub.consent.terms import SOON
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.clock import day_of
from hub.kernel.files import FamilyFile, Level
from hub.ui.speaking import say

OVER, MOST_OVER = 10, 200  # yeses that are over: at first, and when all are asked for
TO = {
    "service": "Working together",
    "record": "Writing it down",
    "keep": "Keeping it",
    "share": "Letting this agency know",
}
LAPSED = (
    "Nobody there sees the family at the moment: their agency's sharing agreement has ended. "
    "The yes counts again when the hub renews it."
)
ASKS_AGAIN = (
    "This agency now shares for more than was said yes to. Stop this yes and ask again before "
    "anybody there sees the family."
)
HOW = {"on_screen": "on screen", "paper": "on paper", "spoken": "spoken",
       "remote": "spoken by telephone or video, while an emergency rule ran"}  # fmt: skip
ENDED = {
    "withdrawn": "stopped",
    "expired": "its time was over",
    "replaced": "changed",
    "": "its time was over",
}
GETS = {
    Level.SIGNPOST: "Gets: that the family is known here, and who leads.",
    Level.SUMMARY: "Gets the registration too, for those there who work with the family.",
    Level.PLAN: "Gets the plan too, for those there who are in the team.",
}


@dataclass(frozen=True)
class Yes:
    """One yes in plain words."""

    id: int
    scope: str
    to: str
    agency: str
    agency_id: int
    by: str
    how: str
    on: Any
    wording: Any
    gets: str
    purpose: str
    last_day: date | None
    ends_soon: bool
    explained: str
    without_places: bool
    waits: str = ""


@dataclass(frozen=True)
class Agreed:
    """What a family agreed to, by the three things it was asked, and what is over."""

    service: list[Yes] = field(default_factory=list)
    record: list[Yes] = field(default_factory=list)
    share: list[Yes] = field(default_factory=list)


def agreed(file: FamilyFile, given: Sequence[Any], *, kept_from: Sequence[int] = ()) -> Agreed:
    """Every yes given and in force: what to, for whom, by whom, how, when and in which wording.
    `kept_from` are the agencies that are not told where the family is.

    Which agency works with them and writes the record down is the lead's, and may tell a place
    (S3): for others the page says in one sentence that it is kept, for everybody alike, so that
    nothing is missing.
    """
    found = Agreed()
    shown = list(TO) if file.sees(Level.RECORD) else ["share"]
    for row in (row for row in given if row.scope in shown):
        under = {"service": found.service, "share": found.share}
        under.get(row.scope, found.record).append(_yes(row, kept_from))
    found.record.sort(key=lambda yes: yes.scope, reverse=True)
    return found


def _yes(row: Any, kept_from: Sequence[int]) -> Yes:
    heard = f", heard by {row.witness}" if row.witness else ""
    last_day = sharing.last_day(row)
    sharing_it = row.scope == "share"
    return Yes(
        id=row.pk,
        scope=row.scope,
        to=TO[row.scope],
        agency=row.agency.name,
        agency_id=row.agency_id,
        by=row.given_by.full_name,
        how=f"{HOW[row.how]}{heard}",
        on=day_of(row.from_at),
        wording=day_of(row.wording.published_at),
        gets=say(GETS[Level(row.reach)]) if sharing_it else "",
        purpose=row.purpose.words if row.purpose else row.purpose_words,
        last_day=last_day,
        ends_soon=last_day is not None and last_day <= clock.today() + SOON,
        explained=_explained(row),
        without_places=sharing_it and row.agency_id in kept_from,
        waits=_waits(row),
    )


def _waits(row: Any) -> str:
    """Why a yes does not reach the agency now, whatever the family said."""
    if row.counts or row.scope in ("keep", "service"):
        return ""
    return LAPSED if row.counts is None else ASKS_AGAIN


def _explained(row: Any) -> str:
    """How the words reached them, in words; "" where nobody wrote it down."""
    if not row.understood:
        return ""
    by = {
        "self": "They read it themselves",
        "practitioner": f"{row.taken_by.name} read it to them",
    }.get(row.read_by, f"{row.interpreter} read it to them")
    language = f" in {name_of(row.language)}" if row.language not in ("", ENGLISH) else ""
    return f"{by}{language}, and they said it back."


def writes_it_down(file: FamilyFile, agency: int) -> bool:
    """Whether this agency keeps the record itself, so that a yes to sharing does not narrow it."""
    rows = consent.agreements_in(file)
    return any((row.scope, row.agency_id) == ("record", agency) for row in rows)


def over(file: FamilyFile, asked: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """The yeses that are over, and how the page lists them: the newest, or all when asked for."""
    every = "over" in asked
    most = MOST_OVER if every else OVER
    found = consent.ended_in(file, most=most + 1)
    page = {"ended": ended(found[:most]), "more_over": len(found) > most, "every_over": every}
    return found[:most], page


def ended(yeses: Sequence[Any]) -> list[dict[str, Any]]:
    """Those that are over, newest first: what to, whose, when, and how it ended."""
    return [
        {
            "id": row.pk,
            "to": TO[row.scope],
            "agency": row.agency.name,
            "by": row.given_by.full_name,
            "on": sharing.last_day(row) if sharing.ended_by_itself(row) else day_of(row.until_at),
            "because": ENDED[row.ended_because],
        }
        for row in yeses
        if row.until_at
    ]


def others_to_the_same(file: FamilyFile, row: Any) -> list[str]:
    """Who else said yes to the same, so that it goes on when one of them stops (S8)."""
    return [
        other.given_by.full_name
        for other in consent.agreements_in(file)
        if other.pk != row.pk and (other.scope, other.agency_id) == (row.scope, row.agency_id)
    ]


def agencies_to_add(file: FamilyFile) -> list[tuple[int, str]]:
    """The locality's agencies, as choices; the reader's own where it is kept from them."""
    asked = consent.agencies_to_ask(consent.locality_for(file), now=clock.now())
    return [(agency.id, agency.name) for agency in asked]


def purposes() -> list[tuple[int, str]]:
    """What a yes can be for, as choices."""
    return [(row.pk, row.words) for row in sharing.purposes(clock.now())]


def languages() -> dict[str, Any]:
    """The other languages, by code and name, with wording in use; and the names of those whose
    words are older than the English ones, so that an interpreter is needed (S16)."""
    found = [(code, used) for code, used in sharing.wording_languages().items() if code != ENGLISH]
    return {
        "languages": [(code, name_of(code)) for code, used in found if used],
        "behind": [name_of(code) for code, used in found if not used],
    }


def agencies_not_yet(file: FamilyFile) -> list[str]:
    """The locality's agencies that cannot be chosen yet, since they do not stand."""
    return [one.name for one in consent.agencies_not_standing(file.locality, now=clock.now())]


def people_to_ask(file: FamilyFile) -> list[tuple[int, str]]:
    """Who may be asked: everybody but the unborn, those who died and those known to be under 12."""
    today = clock.today()
    return [
        (row.person_id, row.person.full_name)
        for row in families.living_in(file)
        if row.part != "unborn" and not _under_twelve(families.ages_of(row, today))
    ]


def young_children(file: FamilyFile) -> list[str]:
    """The children who may be under 12, by name: somebody who decides for them says yes first."""
    return [row.person.full_name for row in young_in(file, clock.now())]


def _under_twelve(ages: range) -> bool:
    return bool(ages) and max(ages) < 12
