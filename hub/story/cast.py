"""Who there is in the story: localities, agencies and practitioners, each there for one reason.

The same cast stands in every test, so a screenshot, a bug report and a test speak of the same
Amina. Nobody here resembles anybody real; every number is one reserved for drama.
"""

from dataclasses import dataclass
from datetime import datetime

from hub.accounts.models import Account
from hub.agencies.models import (
    Agency,
    Code,
    HelpNumber,
    Locality,
    LocalityMembership,
    Practitioner,
    RoleGrant,
    Sector,
)
from hub.agencies.rules import EVERYWHERE
from hub.families.models import Borough, OutwardCode
from hub.story.standing import let_stand

SECTORS = [
    ("council", "Local authority"),
    ("health", "Health"),
    ("voluntary", "Voluntary and community"),
    ("education", "School or early years"),
    ("housing", "Housing"),
    ("police", "Police"),
    ("other", "Other"),
]

PUBLIC_BODIES = ("council", "health", "police")

LOCALITIES = [
    ("Marsh End", "Marsh End Family Hub", "020 7946 0101"),
    ("Harbour", "Harbour Family Hub", "020 7946 0102"),
    ("Hill Top", "Hill Top Family Hub", "020 7946 0103"),
]

# name, sector, localities, in the leadership team there
AGENCIES = [
    ("Borough Children's Services", "council", "Marsh End|Harbour|Hill Top", True),
    ("Riverside Health Visiting", "health", "Marsh End|Harbour", True),
    ("Riverside School Nursing", "health", "Marsh End|Hill Top", True),
    ("Tidewell Primary School", "education", "Marsh End", False),
    ("Kestrel Nursery", "education", "Marsh End", False),
    ("Northgate Homes", "housing", "Marsh End|Harbour", False),
    ("Lantern Families", "voluntary", "Marsh End|Hill Top", True),
    ("Harbour Midwives", "health", "Harbour", True),
    ("Beacon Academy", "education", "Harbour", False),
    ("Open Door Counselling", "voluntary", "Harbour|Hill Top", False),
    ("Safe Haven", "voluntary", "Hill Top", False),
    ("Hill Top Children's Centre", "council", "Hill Top", True),
]
# That a family is known to one of these tells something of it (S18).
TELLING = ("Open Door Counselling", "Safe Haven")


@dataclass(frozen=True)
class Part:
    """One person of the cast: who they are and what they are there to show."""

    key: str
    name: str
    role_title: str
    agency: str
    locality: str
    shows: str
    role: str = ""


CAST = [
    Part("amina", "Amina Yusuf", "Health visitor", "Riverside Health Visiting", "Marsh End",
         "leads families, and may do everything a lead may"),
    Part("ben", "Ben Carter", "Pastoral lead", "Tidewell Primary School", "Marsh End",
         "works with families; one has stopped sharing with his school"),
    Part("carys", "Carys Morgan", "Housing officer", "Northgate Homes", "Marsh End",
         "a stranger to most families: nobody agreed to her agency"),
    Part("grace", "Grace Okoro", "School nurse", "Riverside School Nursing", "Marsh End",
         "in the team around a family, so she sees its plan"),
    Part("hanna", "Hanna Nowak", "Health visitor", "Riverside Health Visiting", "Marsh End",
         "a colleague who recorded nothing: she sees the signpost"),
    Part("joan", "Joan Whitlock", "Family worker", "Lantern Families", "Marsh End",
         "a family asked that she of all people sees nothing"),
    Part("kit", "Kit Lawson", "Family worker", "Lantern Families", "Marsh End",
         "sees one family by an override, and another with its address held back"),
    Part("lena", "Lena Fischer", "Midwife", "Harbour Midwives", "Harbour",
         "leads in another locality; a child of hers is in two families"),
    Part("idris", "Idris Bello", "Teacher", "Beacon Academy", "Harbour",
         "left last month: everything ended that moment"),
    Part("zofia", "Zofia Marek", "Nursery manager", "Kestrel Nursery", "Marsh End",
         "signs in for the first time: nothing is there yet"),
    Part("dilip", "Dilip Rao", "Hub coordinator", "Borough Children's Services", "Marsh End",
         "runs the hub in Marsh End", Code.COORDINATOR),
    Part("petra", "Petra Hall", "Hub coordinator", "Borough Children's Services", "Harbour",
         "runs the hub in Harbour", Code.COORDINATOR),
    Part("efua", "Efua Mensah", "Systems administrator", "Borough Children's Services",
         "Marsh End", "looks after accounts and sees no family", Code.ADMINISTRATOR),
    Part("farid", "Farid Haddad", "Data protection officer", "Borough Children's Services",
         "Marsh End", "answers who looked, when and why", Code.DATA_PROTECTION_OFFICER),
    Part("mei", "Mei Chen", "Head of early help", "Borough Children's Services", "Marsh End",
         "chairs the panel", Code.PANEL_CHAIR),
    Part("noor", "Noor Aziz", "Manager", "Lantern Families", "Hill Top",
         "sits in the leadership team", Code.LEADERSHIP_MANAGER),
    Part("ruth", "Ruth Adeyemi", "Safeguarding lead", "Borough Children's Services", "Marsh End",
         "reviews what was shared without agreement", Code.SAFEGUARDING_LEAD),
    Part("tess", "Tess Bryant", "Duty worker", "Borough Children's Services", "Marsh End",
         "passes families down from the access team", Code.ACCESS_TEAM),
]  # fmt: skip

HELP = [
    ("In danger now", "999"),
    ("Access team, in office hours", "020 7946 0110"),
    ("Emergency duty team, nights and weekends", "020 7946 0111"),
]


def address_of(part: Part) -> str:
    """The work email address somebody of the cast signs in with."""
    return f"{part.key}@{part.agency.split()[0].lower()}.example.org"


def engage(joined: datetime) -> dict[str, Practitioner]:
    """Make localities, agencies and practitioners; gives each practitioner by their key.

    Somebody has to be first: these rows are made without an actor, as at a hub's beginning.
    """
    for position, (code, name) in enumerate(SECTORS):
        public = code in PUBLIC_BODIES
        told = {"name": name, "position": position, "public_body": public}
        Sector.objects.update_or_create(code=code, defaults=told)
    localities = {
        name: Locality.objects.create(
            name=name,
            hub_name=hub,
            hub_address=f"1 {name} Square",
            hub_phone=phone,
            hub_email=f"hub@{name.split()[0].lower()}.example.org",
        )
        for name, hub, phone in LOCALITIES
    }
    away = Borough.objects.create(
        name="Upper Dale", service="Upper Dale Family Information Service", phone="0113 496 0020"
    )
    OutwardCode.objects.create(code="ZD1", borough=away)
    agencies = {row[0]: _agency(*row[:3], localities=localities, joined=joined) for row in AGENCIES}
    let_stand([(agencies[row[0]], leads_in(row, localities)) for row in AGENCIES], joined)
    for position, (label, number) in enumerate(HELP):
        HelpNumber.objects.create(label=label, number=number, position=position)
    return {
        part.key: _practitioner(part, place, agencies, localities, joined)
        for place, part in enumerate(CAST)
    }


def leads_in(row: tuple[str, str, str, bool], localities: dict[str, Locality]) -> list[Locality]:
    """The localities in whose leadership team an agency is."""
    return [localities[name] for name in row[2].split("|") if row[3]]


def _agency(
    name: str,
    sector: str,
    where: str,
    *,
    localities: dict[str, Locality],
    joined: datetime,
) -> Agency:
    number = len(name) * 7 % 90 + 10
    agency = Agency.objects.create(
        name=name,
        sector_id=sector,
        phone=f"020 7946 02{number}",
        email=f"office@{name.split()[0].lower()}.example.org",
        telling=name in TELLING,
        opened_at=joined,
    )
    for locality in where.split("|"):
        LocalityMembership.objects.create(
            agency=agency,
            locality=localities[locality],
            since=joined,
        )
    return agency


def _practitioner(
    part: Part,
    place: int,
    agencies: dict[str, Agency],
    localities: dict[str, Locality],
    joined: datetime,
) -> Practitioner:
    who = Practitioner.objects.create(
        account=Account.objects.create_user(address_of(part)),
        agency=agencies[part.agency],
        locality=localities[part.locality],
        name=part.name,
        role_title=part.role_title,
        phone=f"07700 9001{place:02}",
        email=address_of(part),
        joined_at=joined,
    )
    if part.role:
        everywhere = part.role in EVERYWHERE
        RoleGrant.objects.create(
            practitioner=who,
            code=part.role,
            locality=None if everywhere else localities[part.locality],
            since=joined,
        )
    return who


# Whom a demonstration lets one sign in as, and what each is there to show.
WHO = tuple((address_of(part), part.shows) for part in CAST)
