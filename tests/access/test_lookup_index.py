"""The index says what the files say, after whatever was done to them and by whom (S7, S11)."""

import os
import random
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from hub.access import opening
from hub.access.lookup import index
from hub.audit.change import followed
from hub.audit.events import is_registered
from hub.consent import changes as consent
from hub.consent.queries import agreements_in
from hub.families import changes as families
from hub.families import queries
from hub.families.models import Membership
from hub.intake import changes as intake
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles, job_actor
from hub.matching.rules import Description
from hub.sealed import changes as sealed
from tests.access.looking_up import CHILD, HOME, MOTHER, TYPED, look, person_of, says
from tests.cast import past_the_wall
from tests.databases import Fresh
from tests.families_setup import Staff, acting, born, make_staff, open_as, register

HISTORIES = 40 if os.environ.get("HUB_TEST_SCALE") == "full" else 6
ENTRIES = """
select id, person, "group", given_word, surname_word, prepared, keys
from matching_entry order by id
"""
NAMES = ("Ayo", "Bea", "Caz", "Dov", "Edi", "Flo", "Gus")
SURNAMES = ("Brackenbury", "Oduya", "Ferreira", "Lindqvist")
CODES = ("ZA4 7QT", "ZA1 9XY", "ZA2 5YA")


def entries() -> list[tuple[Any, ...]]:
    """Everything in the index."""
    with past_the_wall() as database:
        return database.execute(ENTRIES).fetchall()


def fill_again() -> None:
    """Fill the index anew, as the hub's own job does."""
    with transaction.atomic():
        opening.begin(job_actor("lookup.rebuild"))
        after: int | None = 0
        while after is not None:
            after = index.rebuild(after, size=7)
        opening.forget()


class Acts:
    """Things that are done to a family, each drawn at random."""

    def __init__(self, staff: Staff, chance: random.Random, file: FamilyFile) -> None:
        self.staff, self.chance, self.file = staff, chance, file
        self.now = clock.now()

    def somebody(self) -> Membership:
        return self.chance.choice(queries.members_in(self.file))

    def names(self) -> dict[str, str]:
        return {
            "given_names": self.chance.choice(NAMES),
            "family_name": self.chance.choice(SURNAMES),
            "known_as": self.chance.choice(("", "", "Bug")),
        }

    def born(self, part: str) -> PartialDate | None:
        year = self.chance.randrange(1970, 2000) if part == "adult" else 2014
        accuracy = self.chance.choice([Accuracy.EXACT, Accuracy.YEAR, Accuracy.ESTIMATED])
        return self.chance.choice([None, PartialDate(date(year, 1, 1), accuracy)])

    def add_member(self) -> None:
        part = self.chance.choice(["adult", "child", "unborn"])
        born = None if part == "unborn" else self.born(part)
        families.add_member(self.file, **self.names(), born=born, part=part, now=self.now)

    def edit_person(self) -> None:
        row = self.somebody()
        families.edit_person(
            self.file, row.person_id, version=row.person.version, **self.names(),
            born=self.born(row.part), part=row.part, now=self.now,
        )  # fmt: skip

    def remove_member(self) -> None:
        families.remove_member(self.file, self.somebody().person_id, now=self.now)

    def record_birth(self) -> None:
        row = self.somebody()
        families.record_birth(
            self.file, row.person_id, version=row.person.version, **self.names(),
            born=born(2026, 1, 2), now=self.now,
        )  # fmt: skip

    def record_loss(self) -> None:
        row = self.somebody()
        loss = "pregnancy_ended" if row.part == "unborn" else "died"
        consent.record_loss(self.file, row.person_id, loss=loss, version=row.version, now=self.now)

    def take_back_loss(self) -> None:
        row = self.somebody()
        consent.take_back_loss(self.file, row.person_id, version=row.version, now=self.now)

    def add_address(self) -> None:
        people = {self.somebody().person_id for _ in range(2)}
        code = self.chance.choice(CODES)
        families.add_address(
            self.file, lines="1 Weir Lane", postcode=code, household=sorted(people), now=self.now
        )

    def edit_address(self) -> None:
        row = self.chance.choice(queries.addresses_in(self.file))
        code = self.chance.choice(CODES)
        families.edit_address(
            self.file, row.pk, version=row.version, lines="2 Weir Lane", postcode=code, now=self.now
        )

    def add_contact(self) -> None:
        value = self.chance.choice(["07700 900111", "07700 900112", "a@example.org"])
        kind = "email" if "@" in value else "phone"
        families.add_contact(
            self.file, person=self.somebody().person_id, kind=kind, value=value, now=self.now
        )

    def save_identifiers(self) -> None:
        families.save_identifiers(
            self.file, self.somebody().person_id, version=0, nhs_number="9990000018",
            nhs_verified="told", now=self.now,
        )  # fmt: skip

    def agree(self) -> None:
        consent.agree(
            self.file, given_by=self.somebody().person_id, scope="service",
            agency=self.staff.school.pk, wording=self.staff.wording.pk, how="paper", now=self.now,
        )  # fmt: skip

    def withdraw(self) -> None:
        row = self.chance.choice(agreements_in(self.file))
        consent.withdraw(self.file, row.pk, now=self.now)

    def seal(self) -> None:
        whole = self.chance.random() < 0.5
        said: dict[str, Any] = (
            {"ground": "protected"} if whole else {"ground": "adoption", **self.names()}
        )
        sealed.seal(
            self.file.actor, self.file, self.somebody().person_id, because="Because", **said,
            now=self.now,
        )  # fmt: skip

    def one(self) -> str:
        """Do one of them; what a rule refuses is not done."""
        name = self.chance.choice(sorted(n for n in vars(Acts) if n in WAYS))
        with suppress(NotAllowed, NotInYourFiles, Conflict, IndexError), transaction.atomic():
            getattr(self, name)()
        return name


WAYS = {
    *("add_member", "edit_person", "remove_member", "record_birth", "record_loss"),
    *("take_back_loss", "add_address", "edit_address", "add_contact", "save_identifiers"),
    *("agree", "withdraw", "seal"),
}


@pytest.mark.requirement("S7", "S11", "2.2")
def test_after_any_history_the_index_is_what_filling_it_anew_gives(fresh_database: Fresh) -> None:
    staff = make_staff()
    before = entries()
    fill_again()
    assert before == entries() != []  # of the story, told through the same changes
    for seed in range(HISTORIES):
        chance = random.Random(seed)
        reference = register(staff, staff.registration(MOTHER, CHILD, **HOME))
        for _ in range(4):
            with acting(staff.actor("registrar")) as actor:
                file = open_as(staff, "registrar", reference)
                acts = Acts(staff, chance, file)
                done = [acts.one() for _ in range(5)]
            assert actor.name
            kept = entries()
            fill_again()
            assert kept == entries(), (seed, done)
        if chance.random() < 0.3:
            with acting(staff.actor("registrar")):
                file = open_as(staff, "registrar", reference)
                intake.stop_everything(file, open_plan=False, now=clock.now())
            kept = entries()
            fill_again()
            assert kept == entries(), seed


def test_every_change_that_is_followed_is_one_that_there_is() -> None:
    assert set(index.ALTERING) <= followed()
    assert [event for event in index.ALTERING if not is_registered(event)] == []


def test_the_command_fills_an_index_that_was_lost(fresh_database: Fresh) -> None:
    before = entries()
    with past_the_wall() as database:
        database.execute("delete from matching_key")
        database.execute("delete from matching_entry")
    call_command("reindex", "--portion", "4", verbosity=0)
    assert entries() == before != []
    with pytest.raises(CommandError, match="at least one family"):
        call_command("reindex", "--portion", "0")


@pytest.fixture
def staff(db: None) -> Staff:
    return make_staff()


@pytest.mark.requirement("S11")
def test_who_was_only_named_is_found_when_they_have_said_yes_themselves(staff: Staff) -> None:
    reference = register(staff, staff.registration(MOTHER, CHILD, **HOME))
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        father = families.add_member(
            file, given_names="Piotr", family_name="Wasilewski", born=born(1985, 6, 30),
            part="adult", now=clock.now(),
        )  # fmt: skip
    him = Description(given="Piotr", surname="Wasilewski", born="1985-06-30")
    assert says(look(staff, "registrar", him)) == []
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        yes = consent.agree(
            file, given_by=father.person_id, scope="service", agency=staff.school.pk,
            wording=staff.wording.pk, how="paper", now=clock.now(),
        )  # fmt: skip
    assert says(look(staff, "registrar", him)) != []
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        consent.withdraw(file, yes.pk, now=clock.now())
    assert says(look(staff, "registrar", him)) == []


@pytest.mark.requirement("S7")
def test_who_somebody_was_is_found_no_more_once_it_is_sealed(staff: Staff) -> None:
    reference = register(staff, staff.registration(MOTHER, CHILD, **HOME))
    child = person_of(staff, reference, "Tamsin")
    assert says(look(staff, "registrar", TYPED[0])) != []
    with acting(staff.actor("registrar")) as actor:
        file = open_as(staff, "registrar", reference)
        sealed.seal(
            actor, file, child, ground="adoption", because="Adopted", given_names="Wren",
            family_name="Ashdown", born=None, now=clock.now(),
        )  # fmt: skip
    before = Description(given="Tamsin", surname="Brackenbury", born="2017-11-02")
    assert says(look(staff, "registrar", before)) == []


@pytest.mark.requirement("S7")
def test_a_protected_person_is_in_no_look_up(staff: Staff) -> None:
    reference = register(staff, staff.registration(MOTHER, CHILD, **HOME))
    child = person_of(staff, reference, "Tamsin")
    with acting(staff.actor("registrar")) as actor:
        file = open_as(staff, "registrar", reference)
        sealed.seal(actor, file, child, ground="protected", because="Protected", now=clock.now())
    her = Description(given="Tamsin", surname="Brackenbury", born="2017-11-02")
    assert says(look(staff, "registrar", her)) == []


@pytest.mark.requirement("S3")
def test_what_is_kept_from_who_changes_a_family_stays_in_the_index(staff: Staff) -> None:
    reference = register(staff, staff.registration(MOTHER, CHILD, **HOME))
    with acting(staff.actor("nurse")):
        from hub.access import changes as access

        file = open_as(staff, "nurse", reference)
        access.work_with(file, why="Weighing", since_on=clock.today(), now=clock.now())
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        consent.hold_back(
            file, item_kind="places", item=file.family, kept_from="agency",
            kept_from_id=staff.clinic.pk, now=clock.now(),
        )  # fmt: skip
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        assert queries.addresses_in(file) == []
        row = next(row for row in queries.members_in(file) if row.part == "child")
        families.edit_person(
            file, row.person_id, version=row.person.version, given_names="Tamzin",
            family_name="Brackenbury", born=row.person.born, part="child", now=clock.now(),
        )  # fmt: skip
    at_home = Description(given="Tamzin", surname="Brackenbury", address="7 Withy Lane",
                          postcode="ZA4 7QT")  # fmt: skip
    assert says(look(staff, "registrar", at_home)) == says(look(staff, "registrar", TYPED[0]))
