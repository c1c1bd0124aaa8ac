"""The county's localities, agencies and practitioners, and who may be given work."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Final, NamedTuple

from hub.story.county.naming import full_name, person_name, pick_custom
from hub.story.county.places import PLACES, telephone
from hub.story.county.sheet import Sheet
from hub.story.county.words import WORDING

DOMAIN: Final = "county.example.org"
BUSY, COORDINATOR, NOBODY = 0, 1, 2
FAMILIES_OF_THE_BUSY: Final = 200
_PRACTITIONERS_A_PERSON: Final = 5_800 / 1_000_000  # ContactPoint's ratio (figures.md)
_SECTORS: Final = {
    "health": ("Health", "Health Visiting|School Nursing|Midwifery|Mental Health Team"),
    "school": ("Schools", "Primary School|High School|Academy|Infant School"),
    "early_years": ("Early years", "Nursery|Children’s Centre|Pre-school"),
    "council": ("Council", "Early Help|Youth Service|Housing Options"),
    "housing": ("Housing", "Homes|Tenancy Support"),
    "police": ("Police and justice", "Neighbourhood Policing|Youth Justice"),
    "voluntary": ("Voluntary and community", "Family Project|Advice Centre|Young Carers|Refuge"),
}
_PUBLIC_BODIES: Final = ("health", "council", "police")
_PURPOSES: Final = "{help,safety,oversight}"
_TITLES: Final = ("Family support worker", "Health visitor", "Teacher", "Mentor", "Adviser",
                  "Nursery nurse", "Youth worker", "Housing officer", "Midwife")  # fmt: skip


class Worker(NamedTuple):
    """A practitioner as families' rows need to know them."""

    id: int
    agency: int
    left_at: datetime | None


@dataclass
class Staff:
    """Everybody who works in the county."""

    localities: list[int] = field(default_factory=list)
    wording: int = 0
    special: list[Worker] = field(default_factory=list)
    # For each locality, its agencies' workers.
    teams: list[list[list[Worker]]] = field(default_factory=list)


def hire(sheet: Sheet, people: int, now: datetime, *, wording: int | None) -> Staff:
    """Make agencies and staff for so many people; their rows go onto the sheet.

    The same seed, people and moment give the same staff; `wording` is the agreement's wording to
    use, None to publish one.
    """
    rng = Random(f"staff {sheet.seed}")  # noqa: S311 - a story, not a secret
    staff = Staff(wording=wording or sheet.id())
    if wording is None:
        sheet.add("consent_wording", staff.wording, "en", WORDING, now - timedelta(days=2000),
                  "A. Reader")  # fmt: skip
    for number in range(min(len(PLACES), max(3, people // 60_000))):
        staff.localities.append(_locality(sheet, number))
    for code, (name, _) in _SECTORS.items():
        sheet.add("agencies_sector", code, name, 0, code in _PUBLIC_BODIES)
    _agencies(sheet, rng, staff, people, now)
    return staff


def _locality(sheet: Sheet, number: int) -> int:
    name, locality = PLACES[number].name, sheet.id()
    sheet.add("agencies_locality", locality, name, f"{name} Family Hub", f"1 Hub Square, {name}",
              f"0113 496 0{number:03}", f"hub{number}@{DOMAIN}", 1)  # fmt: skip
    sheet.add("agencies_helpnumber", sheet.id(), locality, "Children’s access team",
              f"020 7946 0{number:03}", "Day and night", 1, 1)  # fmt: skip
    return locality


def _agencies(sheet: Sheet, rng: Random, staff: Staff, people: int, now: datetime) -> None:
    each = max(2, people * 300 // 1_000_000 // len(staff.localities))
    workers = max(3, round(people * _PRACTITIONERS_A_PERSON / (each * len(staff.localities))))
    kinds = [(code, kind) for code, (_, kinds) in _SECTORS.items() for kind in kinds.split("|")]
    for number, locality in enumerate(staff.localities):
        teams = []
        shared = _agreement(sheet, PLACES[number].name, locality, now)
        for nth in range(each):
            code, kind = kinds[nth % len(kinds)]
            town = PLACES[number].towns[nth // len(kinds) % 3]
            round_ = nth // len(kinds) // 3
            name = f"{town} {kind}" + (f" {round_ + 1}" if round_ else "")
            agency = _agency(sheet, name if nth % len(kinds) else f"{name} Service", code, now)
            sheet.add("agencies_localitymembership", sheet.id(), agency, locality,
                      now - timedelta(days=1800), None, 1)  # fmt: skip
            sheet.add("agencies_sharingparty", sheet.id(), shared, agency,
                      (now - timedelta(days=1850)).date(), "The head of the agency",
                      now - timedelta(days=1850), None, 1)  # fmt: skip
            first = 3 if number == nth == 0 else 0
            team = [
                _worker(sheet, rng, agency, locality, now, f"p{number}-{nth}-{n}")
                for n in range(workers)
            ]
            if first:
                staff.special = [
                    _worker(sheet, rng, agency, locality, now, name)
                    for name in ("busy", "coordinator", "nobody")
                ]
                sheet.add("agencies_rolegrant", sheet.id(), staff.special[COORDINATOR].id,
                          "coordinator", locality, now - timedelta(days=900), None, None,
                          1)  # fmt: skip
            teams.append(team)
        staff.teams.append(teams)


def _agreement(sheet: Sheet, place: str, locality: int, now: datetime) -> int:
    agreement = sheet.id()
    sheet.add("agencies_sharingagreement", agreement, locality, f"Sharing agreement of {place}",
              _PURPOSES, "What families agreed to", "", now - timedelta(days=1850), None,
              (now + timedelta(days=300)).date(), None, None, 1)  # fmt: skip
    return agreement


def _agency(sheet: Sheet, name: str, sector: str, now: datetime) -> int:
    agency = sheet.id()
    sheet.add("agencies_agency", agency, name, sector, "0113 496 0100", f"office@{DOMAIN}",
              "", "", now - timedelta(days=1900), None, 1)  # fmt: skip
    return agency


def _worker(
    sheet: Sheet, rng: Random, agency: int, locality: int, now: datetime, email: str
) -> Worker:
    special = "-" not in email
    account, worker = sheet.id(), sheet.id()
    custom = pick_custom(rng)
    name = full_name(person_name(custom, rng, 25 + int(rng.random() * 38), rng.random() < 0.75))
    joined = now - timedelta(days=1850 if special else 1500 + int(rng.random() * 350))
    left = now - timedelta(days=3) if not special and rng.random() < 0.015 else None
    email = f"{email}@{DOMAIN}"
    # "!" begins a password that nobody can have: they sign in by a code.
    sheet.add("accounts_account", account, email, "!county", left is None,
              now - timedelta(days=1), joined, None, 1)  # fmt: skip
    sheet.add("account_emailaddress", account, email, True, True)
    sheet.add("agencies_practitioner", worker, account, agency, locality, name,
              rng.choice(_TITLES), telephone(rng), email, joined, left, 1)  # fmt: skip
    return Worker(worker, agency, left)
