"""A family of which one identity is sealed, and everything that anybody reaches of it."""

from contextlib import suppress
from typing import Any

from django.db import connection
from django.test import Client
from django.urls import reverse

from hub.access import door
from hub.agencies.models import RoleGrant
from hub.families import changes as families_changes
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.files import NotInYourFiles
from hub.sealed import changes
from hub.sealed.models import Sealed
from hub.sealed.snapshot import relations_of
from tests.families_setup import BEGAN, Staff, acting, born, make_staff, open_as, register
from tests.matrix.rows import tables

BEFORE = ("Jaydenbefore", "Oldnamebefore", "Jaydobefore")


def prepared() -> Staff:
    """The locality's staff; the doctor is its data protection officer."""
    staff = make_staff()
    RoleGrant(
        practitioner=staff.people["doctor"], code="data_protection_officer", since=BEGAN
    ).save(force_insert=True)
    return staff


def family(staff: Staff) -> tuple[str, int]:
    """A mother, her child of an earlier name, and the nurse who works with them."""
    reference = register(staff)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        child = families_changes.add_member(
            file, given_names=BEFORE[0], family_name=BEFORE[1], known_as=BEFORE[2],
            born=born(2019, 3, 7),
            part="child", now=clock.now(),
        )  # fmt: skip
        mother = families.members_in(file)[0].person_id
        families_changes.relate(
            file, person=mother, other=child.person_id, kind="mother", now=clock.now()
        )
    return reference, child.person_id


def seal(staff: Staff, reference: str, person: int, **more: Any) -> Sealed:
    """The registrar, who leads, seals who the child was."""
    usual = {
        "ground": "adoption",
        "because": "Adopted in May",
        "given_names": "Oliver",
        "family_name": "Newname",
        "known_as": "",
        "born": None,
        "now": clock.now(),
    }
    with acting(staff.actor("registrar")) as actor:
        file = open_as(staff, "registrar", reference)
        relations = [pk for pk, _ in relations_of(file, person)]
        return changes.seal(actor, file, person, relations=relations, **usual | more)


def name(staff: Staff, sealed: int, first: str = "nurse", second: str = "coordinator") -> None:
    """The officer names two people."""
    emails = {
        "first": staff.people[first].email,
        "second": staff.people[second].email,
    }
    with acting(staff.actor("doctor")) as officer:
        changes.name_keepers(officer, sealed, **emails, now=clock.now())


def all_rows(staff: Staff, who: str, reference: str) -> str:
    """Every row of every walled table that the database shows somebody, as one text."""
    found: list[str] = []
    with acting(staff.actor(who)) as actor:
        with suppress(NotInYourFiles):
            door.open_file(actor, reference, "family", now=clock.now())
        with connection.cursor() as cursor:
            names = [table.name for table in tables()]
            for table in (*names, "sealed_sealed", "sealed_keeper", "sealed_look"):
                cursor.execute(f"select t::text from {table} t order by 1")
                found += [row[0] for row in cursor.fetchall()]
    return "\n".join(found)


def everything_read(client: Client, reference: str) -> str:
    """The pages of a family that tell who is in it, as one text."""
    pages = ("family", "family_tree", "network", "who_sees", "agreement", "plan", "about", "looks")
    texts = [client.get(reverse(page, args=[reference])).content.decode() for page in pages]
    for sought in (*BEFORE, f"{BEFORE[0]} {BEFORE[1]} {BEFORE[2]}"):
        found = client.post(reverse("families"), {"sought": sought}).content.decode()
        texts.append(found.replace(f'value="{sought}"', ""))
    return "\n".join([*texts, client.get(reverse("home")).content.decode()])
