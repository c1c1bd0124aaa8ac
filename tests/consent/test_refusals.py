"""A no of one person to one agency: what it ends, what it does not, and who learns of it."""

import pytest

from hub.access import changes as access
from hub.audit import journal
from hub.consent import changes, sharing
from hub.consent.models import Refusal
from hub.consent.terms import Explained
from hub.families import queries as families
from hub.intake.registration import NamedPerson
from hub.intake.yes import record_yes
from hub.kernel import clock
from hub.kernel.files import Level, NotInYourFiles
from hub.notify import templates
from hub.notify.models import Message
from tests.databases import Fresh
from tests.families_setup import CHILD, MOTHER, Staff, acting, make_staff, open_as, register
from tests.notify.conftest import as_role

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


@pytest.mark.requirement("2.92", "S8", "2.60")
def test_a_no_ends_only_ones_own_yes_and_goes_to_the_lead(staff: Staff, family: str) -> None:
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", family)
        people = {m.person.given_names: m.person_id for m in families.members_in(file)}
        said = changes.refuse(
            file, said_by=people["Omar"], agency=staff.clinic.pk, words="Not them", now=clock.now()
        )
        assert Refusal.objects.filter(family=file.family).count() == 0  # for who leads alone
    assert level(staff, "nurse", family) == Level.PLAN

    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        (no,) = sharing.refusals_in(file)
        assert (no.by, no.words, no.looked_at) == ("Omar Yusuf", "Not them", None)
        assert no.others == ("Amina Yusuf",)
        assert [row.pk for _, row in sharing.not_looked_at([file])] == [said.pk]
        changes.look_at_refusal(file, said.pk, now=clock.now())
        assert sharing.not_looked_at([file]) == []
        mother = next(pk for name, pk in people.items() if name == "Amina")
        changes.refuse(file, said_by=mother, agency=staff.clinic.pk, now=clock.now())
    assert level(staff, "nurse", family) == Level.NOTHING


@pytest.mark.requirement("S8")
def test_who_leads_is_told_of_a_no_by_a_link_that_names_nobody(fresh_database: Fresh) -> None:
    with journal.transaction():
        staff = make_staff()
        reference = register(staff)
    for who in ("nurse", "registrar"):  # of their own noting down nobody is told
        with journal.transaction(), acting(staff.actor(who)):
            file = open_as(staff, who, reference)
            if who == "nurse":
                access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
                file = open_as(staff, who, reference)
            mother = families.members_in(file)[0].person_id
            changes.refuse(file, said_by=mother, agency=staff.charity.pk, now=clock.now())

    with as_role("hub_worker"):
        (message,) = Message.objects.filter(template="refusal")
        subject, text = templates.write(message.template, message.context)
    assert message.to == staff.people["registrar"].email
    assert "/agreements/" in text
    assert not any(words in subject + text for words in (reference, "Yusuf", "Charity"))


def test_a_later_yes_stands_over_a_no(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        father = families.members_in(file)[1].person_id
        changes.refuse(file, said_by=father, agency=staff.charity.pk, now=clock.now())
        record_yes(
            file,
            given_by=father,
            agency=staff.charity.pk,
            wording=staff.wording.pk,
            how="paper",
            now=clock.now(),
        )
        assert sharing.refusals_in(file) == []
