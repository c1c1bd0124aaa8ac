"""How far a yes reaches, how it changes and ends: on the real database, at the door."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from hub.access import changes as access
from hub.consent import changes, queries, sharing
from hub.consent.models import Agreement, HelpedWithoutRecord
from hub.consent.terms import Explained, Terms
from hub.families import changes as family_changes
from hub.families import queries as families
from hub.intake.registration import NamedPerson
from hub.intake.yes import record_yes
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level, NotInYourFiles
from hub.plans import changes as plans
from tests.families_setup import CHILD, MOTHER, Staff, acting, make_staff, open_as, register

FATHER = NamedPerson("Omar", "adult", "Yusuf", relation="father", responsible=True)
SAID_BACK = Explained("en", "practitioner", "", True)


@pytest.fixture
def staff(db: None) -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    """Agreed to the clinic wholly; the nurse works with it and is in the team."""
    reference = register(staff, people=(MOTHER, FATHER, CHILD))
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        nurse = staff.people["nurse"].pk
        access.add_to_team(file, nurse, why="Asked", since_on=clock.today(), now=clock.now())
    return reference


def level(staff: Staff, who: str, family: str) -> Level:
    with acting(staff.actor(who)):
        try:
            return open_as(staff, who, family).level
        except NotInYourFiles:
            return Level.NOTHING


def yes_to(file: FamilyFile, agency: int) -> Agreement:
    found = [a for a in queries.agreements_in(file) if (a.scope, a.agency_id) == ("share", agency)]
    return found[-1]


def narrow(staff: Staff, family: str, terms: Terms, **more: Any) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        row = yes_to(file, staff.clinic.pk)
        changes.change_share(
            file,
            row.pk,
            wording=staff.wording.pk,
            how="paper",
            terms=terms,
            explained=SAID_BACK,
            now=clock.now(),
            **more,
        )


@pytest.mark.requirement("3.14", "2.72", "2.71")
@pytest.mark.parametrize(
    ("reach", "nurse", "doctor"),
    [
        (3, Level.PLAN, Level.SIGNPOST),
        (2, Level.SUMMARY, Level.SIGNPOST),
        (1, Level.SIGNPOST, Level.SIGNPOST),
    ],
)
def test_nobody_at_an_agency_sees_further_than_the_yes_reaches(
    staff: Staff, family: str, reach: int, nurse: Level, doctor: Level
) -> None:
    assert level(staff, "nurse", family) == Level.PLAN

    if reach < 3:
        narrow(staff, family, Terms(reach=reach))

    assert level(staff, "nurse", family) == nurse
    assert level(staff, "doctor", family) == doctor
    assert level(staff, "registrar", family) == Level.RECORD


@pytest.mark.requirement("S8")
def test_one_parents_narrower_yes_does_not_narrow_the_others(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        father = next(
            m.person_id for m in families.members_in(file) if m.person.given_names == "Omar"
        )
        record_yes(
            file,
            given_by=father,
            agency=staff.clinic.pk,
            wording=staff.wording.pk,
            how="paper",
            now=clock.now(),
        )
        hers = next(
            a for a in queries.agreements_in(file) if a.scope == "share" and a.given_by_id != father
        )
        changes.change_share(
            file,
            hers.pk,
            wording=staff.wording.pk,
            how="paper",
            terms=Terms(reach=1),
            explained=SAID_BACK,
            now=clock.now(),
        )

    assert level(staff, "nurse", family) == Level.PLAN


@pytest.mark.requirement("2.74", "S34")
def test_a_yes_is_never_rewritten(staff: Staff, family: str) -> None:
    narrow(staff, family, Terms(reach=2, purpose_words="School mornings"))

    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        old = next(row for row in queries.ended_in(file, most=50) if row.scope == "share")
        new = yes_to(file, staff.clinic.pk)
        assert (old.reach, old.ended_because) == (3, "replaced")
        assert (new.reach, new.purpose_words, new.understood) == (2, "School mornings", True)
        assert old.until_at == new.from_at
        with pytest.raises(NotAllowed, match="already"):
            changes.change_share(
                file,
                new.pk,
                wording=staff.wording.pk,
                how="paper",
                terms=Terms(reach=2, purpose_words="School mornings"),
                explained=SAID_BACK,
                now=clock.now(),
            )
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("update consent_agreement set reach = 3 where id = %s", [new.pk])


@pytest.mark.requirement("2.82")
def test_a_yes_ends_by_itself_after_its_last_day(
    staff: Staff, family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    today, now = clock.today(), clock.now()
    narrow(staff, family, Terms(reach=3, until_on=today))
    assert level(staff, "nurse", family) == Level.PLAN
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        (ending,) = sharing.ending_soon([file], now=now)
        assert (ending.last_day, ending.reference) == (today, family)
        assert staff.clinic in queries.agencies_agreed(file)

    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=2))

    assert level(staff, "nurse", family) == Level.NOTHING
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        assert staff.clinic not in queries.agencies_agreed(file)
        ended = queries.ended_in(file, most=50)[0]
        assert sharing.ended_by_itself(ended)
        assert sharing.last_day(ended) == today
        record_yes(
            file,
            given_by=ended.given_by_id,
            agency=staff.clinic.pk,
            wording=staff.wording.pk,
            how="paper",
            now=clock.now(),
        )
    assert level(staff, "nurse", family) == Level.PLAN


def test_a_yes_with_a_last_day_is_given_once_and_can_be_stopped(staff: Staff, family: str) -> None:
    narrow(staff, family, Terms(until_on=clock.today() + timedelta(days=10)))
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        row = yes_to(file, staff.clinic.pk)
        with pytest.raises(NotAllowed, match="already agreed"):
            changes.agree(
                file,
                given_by=row.given_by_id,
                scope="share",
                agency=staff.clinic.pk,
                wording=staff.wording.pk,
                how="paper",
                now=clock.now(),
            )
        changes.withdraw(file, row.pk, now=clock.now())
    assert level(staff, "nurse", family) == Level.NOTHING


@pytest.mark.requirement("S3", "3.14")
def test_where_they_are_and_how_to_reach_them_can_stay_behind(staff: Staff) -> None:
    mother = NamedPerson(
        "Amina", "adult", "Yusuf", relation="mother", responsible=True, contact="07700 900321"
    )
    reference = register(staff, people=(mother, CHILD), agencies=())
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        record_yes(
            file,
            given_by=families.members_in(file)[0].person_id,
            agency=staff.clinic.pk,
            wording=staff.wording.pk,
            how="paper",
            places=False,
            now=clock.now(),
        )
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        assert len(families.members_in(file)) == 2
        assert families.addresses_in(file) == []
        assert families.contacts_in(file) == []
        with connection.cursor() as cursor:  # nor by their history
            cursor.execute("select count(*) from families_contacthistoryrow")
            assert cursor.fetchone() == (0,)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        assert len(families.contacts_in(file)) == 1


@pytest.mark.requirement("S16")
@pytest.mark.parametrize(
    ("who", "reason"), [("Dylan", "A child never"), ("Omar Yusuf", "Their partner never")]
)
def test_neither_a_child_nor_the_partner_interprets(
    staff: Staff, family: str, who: str, reason: str
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        people = {m.person.given_names: m.person_id for m in families.members_in(file)}
        family_changes.relate(
            file,
            person=people["Amina"],
            other=people["Omar"],
            kind="partner",
            now=clock.now(),
        )
        with pytest.raises(NotAllowed, match=reason):
            record_yes(
                file,
                given_by=people["Amina"],
                agency=staff.charity.pk,
                wording=staff.wording.pk,
                how="paper",
                explained=Explained("so", "chosen", who, True),
                now=clock.now(),
            )


@pytest.mark.requirement("2.98", "2.60")
def test_there_is_no_plan_before_somebody_says_yes_to_being_worked_with(staff: Staff) -> None:
    reference = register(staff, service=False)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        with pytest.raises(NotAllowed, match="whether they want you to work with them"):
            plans.open_plan(file, now=clock.now())
        mother = families.members_in(file)[0].person_id
        yes = record_yes(
            file,
            given_by=mother,
            scope="service",
            agency=staff.school.pk,
            wording=staff.wording.pk,
            how="paper",
            now=clock.now(),
        )
        plans.open_plan(file, now=clock.now())
        changes.withdraw(file, yes.pk, now=clock.now())
        assert not sharing.serves(file)
        assert file.sees(Level.RECORD)  # what is written down and shared goes on
    assert level(staff, "doctor", reference) == Level.SIGNPOST


@pytest.mark.requirement("2.69", "S11")
def test_help_without_a_record_is_a_number_and_nothing_else(staff: Staff) -> None:
    for who in ("registrar", "nurse"):
        with acting(staff.actor(who)) as actor:
            changes.count_help(actor, now=clock.now())
    rows = HelpedWithoutRecord.objects.filter(locality=staff.locality)
    assert [(row.month.day, row.times) for row in rows] == [(1, 2)]
