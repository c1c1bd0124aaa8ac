"""What a family tells is kept part by part, behind the wall, and nothing is overwritten."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection

from hub.about import changes, queries, rules
from hub.about.models import Ethnicity
from hub.about.rules import State
from hub.access import changes as access
from hub.audit import journal
from hub.consent import changes as consent
from hub.families import changes as families
from hub.families import queries as families_queries
from hub.families.models import Membership
from hub.intake.registration import NamedPerson
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles
from tests.families_setup import CHILD, MOTHER, Staff, acting, make_staff, open_as, register

pytestmark = pytest.mark.django_db

DUE = NamedPerson(
    given_names="Baby", part="unborn", born=PartialDate(date(2026, 12, 1), Accuracy.DUE)
)


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    reference = register(staff, people=(MOTHER, CHILD, DUE))
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    return reference


def people(file: FamilyFile) -> dict[str, int]:
    return {m.person.given_names: m.person_id for m in families_queries.members_in(file)}


def save(file: FamilyFile, code: str, person: int | None = None, **more: Any) -> Any:
    given: dict[str, Any] = {"version": 0, "said": {}, "now": clock.now()} | more
    return changes.save_part(file, code, person=person, **given)


@pytest.mark.requirement("2.112")
def test_a_part_is_kept_as_it_was_said_in_any_script(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        mother = people(file)["Amina"]

        save(file, "language", mother, said={"languages": "کوردی، العربية", "ways": ["quiet"]})
        row: Any = queries.answers_in(file, rules.LANGUAGE, mother)

        assert (row.languages, row.ways, row.interpreter) == ("کوردی، العربية", ["quiet"], "")
        assert (row.version, row.saved_by_id) == (1, file.actor.id)
        assert [line.event for line in journal.pending()][-1] == "about.saved"


@pytest.mark.requirement("2.112")
def test_two_devices_on_one_page_are_both_shown_and_nothing_is_overwritten(
    staff: Staff, family: str
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        mother = people(file)["Amina"]
        save(file, "background", mother, said={"ethnicity": "african", "faith": "None"})

        with pytest.raises(Conflict) as told:
            save(file, "background", mother, said={"ethnicity": "arab", "faith": "None"})

        assert told.value.theirs == {"Ethnic group": "African"}
        assert told.value.yours == {"Ethnic group": "Arab"}
        save(file, "background", mother, said={"ethnicity": "arab"}, version=told.value.version)
        row: Any = queries.answers_in(file, rules.BACKGROUND, mother)
        assert (row.ethnicity_id, row.faith, row.version) == ("arab", "", 2)


def test_the_day_on_the_paper_is_kept_and_lies_in_the_past(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        yesterday = clock.today() - timedelta(days=1)

        row = save(file, "story", said={"wants": "A garden"}, told_on=yesterday)

        assert row.told_on == yesterday
        with pytest.raises(NotAllowed, match="today or in the past"):
            save(file, "living", told_on=clock.today() + timedelta(days=1))


@pytest.mark.requirement("S1", "S4")
def test_who_works_with_the_family_sees_and_writes_only_what_the_work_needs(
    staff: Staff, family: str
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        mother = people(file)["Amina"]
        for code in ("language", "helpers", "background", "needs", "words"):
            save(file, code, mother, finished=True)
        for code in ("story", "going-on", "living"):
            save(file, code, finished=True)
        told: dict[str, Any] = {
            "alone": True,
            "version": 0,
            "said": {"safe": "yes"},
            "now": clock.now(),
        }
        changes.save_asked_alone(file, mother, **told)
        tasks = queries.tasks_in(file)
        assert sum(t.state is State.DONE for t in tasks) == 8
        assert {t.part.code for t in tasks} == set(rules.PARTS) - {p.code for p in rules.APART}

    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", family)
        assert {t.part.code for t in queries.tasks_in(file)} == {"language", "helpers"}
        seen = {code for code in rules.PARTS if _rows(code)}
        assert seen == {"language", "helpers"}
        for code in ("background", "needs", "words"):
            with pytest.raises(NotAllowed, match="closer to this family"):
                save(file, code, mother)
        with pytest.raises(NotAllowed):
            changes.save_asked_alone(file, mother, **told)


def _rows(code: str) -> int:
    """Rows that the wall itself shows, with no filter of ours."""
    with connection.cursor() as cursor:
        table = queries.TABLES[code]._meta.db_table
        cursor.execute(f'select count(*) from "{table}"')
        return int(cursor.fetchone()[0])


@pytest.mark.requirement("2.81", "S19")
def test_a_page_kept_from_somebody_is_not_there_and_their_own_tells_nothing(
    staff: Staff, family: str
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        child = people(file)["Dylan"]
        hidden = save(file, "helpers", child, said={"school": "Hidden Primary"})
        whom = staff.people["nurse"].pk
        more: dict[str, Any] = {
            "kept_from": "practitioner",
            "kept_from_id": whom,
            "now": clock.now(),
        }
        consent.hold_back(file, item_kind="helpers", item=hidden.pk, **more)

    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", family)
        assert queries.answers_in(file, rules.HELPERS, child) is None
        # With the page that was shown before it was kept from her, too.
        own = save(file, "helpers", child, said={"school": "As the nurse was told"}, version=1)
        assert own.pk != hidden.pk
        assert _rows("helpers") == 1


@pytest.mark.requirement("S15")
def test_what_is_asked_alone_is_not_written_down_otherwise(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        mother, child = people(file)["Amina"], people(file)["Dylan"]
        told: dict[str, Any] = {"version": 0, "said": {"safe": "no"}, "now": clock.now()}

        with pytest.raises(NotAllowed, match="when they are alone"):
            changes.save_asked_alone(file, mother, alone=False, **told)
        with pytest.raises(NotAllowed, match="for adults"):
            changes.save_asked_alone(file, child, alone=True, **told)
        with pytest.raises(NotAllowed, match="not written down here"):
            save(file, "alone", mother)
        assert _rows("alone") == 0

        changes.save_asked_alone(file, mother, alone=True, **told)
        assert [row.safe for _, row in queries.adults_asked_alone(file)] == ["no"]  # type: ignore[union-attr]


def test_a_part_is_refused_for_who_is_not_in_the_family_or_not_asked(
    staff: Staff, family: str
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        with pytest.raises(NotInYourFiles):
            save(file, "language", 12345)
        with pytest.raises(NotAllowed, match="who are born"):
            save(file, "language", people(file)["Baby"])


def test_the_doctor_of_the_family_is_not_asked_twice(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        mother, child = people(file)["Amina"], people(file)["Dylan"]
        assert queries.doctor_of_another(file, child) == ""

        save(file, "helpers", mother, said={"doctor": "The Example Surgery"})

        assert queries.doctor_of_another(file, child) == "The Example Surgery"
        assert queries.doctor_of_another(file, mother) == ""


def test_the_ethnic_groups_are_the_standards_with_their_codes(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        rows = queries.ethnicities(open_as(staff, "registrar", family))

    assert len(rows) == 20
    assert {row.ons for row in rows} == {str(n) for n in range(1, 20)} | {""}
    assert len({row.dfe for row in rows if row.dfe}) == 18
    assert Ethnicity.objects.get(code="roma").dfe == "WROM"
    assert [row.kind for row in rows][-1] == rows[-1].words == "Prefer not to say"


@pytest.mark.requirement("2.20")
def test_an_unborn_child_is_born_as_the_same_person(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        baby = people(file)["Baby"]
        save(file, "helpers", baby, said={"visitor": "The midwife"})
        on = PartialDate(date(2026, 11, 1), Accuracy.MONTH)
        told: dict[str, Any] = {"given_names": "Esi", "born": on, "now": clock.now()}

        row = families.record_birth(file, baby, version=1, **told)

        assert (row.person_id, row.part, row.person.born) == (baby, "child", on)
        assert queries.answers_in(file, rules.HELPERS, baby) is not None
        with pytest.raises(Conflict):
            families.record_birth(file, baby, version=1, **told)
        with pytest.raises(NotAllowed, match="not awaited"):
            families.record_birth(file, baby, version=2, **told)


@pytest.mark.requirement("S17")
def test_a_death_ends_what_would_reach_them_and_the_plan_and_the_family_stay(
    staff: Staff, family: str
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        mother, child = people(file)["Amina"], people(file)["Dylan"]
        families.hold_responsibility(
            file, person=mother, child=child, source="mother", now=clock.now()
        )
        families.add_contact(
            file, person=mother, kind="phone", value="07700 900123", now=clock.now()
        )
        before = _what_there_is(file)

        lost = families.record_loss(file, mother, loss="died", version=1, now=clock.now())

        assert mother in people(file).values()
        assert mother not in {row.person_id for row in families_queries.living_in(file)}
        assert families_queries.contacts_in(file) == []
        assert not families_queries.is_responsible(file, mother, clock.today())
        assert mother not in {task.person for task in queries.tasks_in(file)}
        whole = [part.code for part in rules.FAMILY_PARTS]
        assert [t.part.code for t in queries.tasks_in(file) if not t.person] == whole
        with pytest.raises(NotAllowed, match="Nothing more is asked"):
            save(file, "language", mother)

        families.take_back_loss(file, mother, version=lost.version, now=clock.now())
        assert _what_there_is(file) == before
        with pytest.raises(NotAllowed, match="Nothing of the kind"):
            families.take_back_loss(file, mother, version=lost.version + 1, now=clock.now())


def _what_there_is(file: FamilyFile) -> list[int]:
    living = [row.pk for row in families_queries.living_in(file)]
    contacts = [row.pk for row in families_queries.contacts_in(file)]
    held = [row.child for row in families_queries.responsible_in(file)]
    homes = families_queries.households_in(file).values()
    return [*living, *contacts, *held, *(person for home in homes for person in home)]


@pytest.mark.requirement("S17")
def test_a_pregnancy_that_ended_asks_nothing_any_more(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        baby, mother = people(file)["Baby"], people(file)["Amina"]
        month = PartialDate(date(2026, 10, 1), Accuracy.MONTH)
        told: dict[str, Any] = {"loss": "pregnancy_ended", "now": clock.now()}
        with pytest.raises(NotAllowed, match="Only an unborn"):
            families.record_loss(file, mother, version=1, **told)

        families.record_loss(file, baby, on=month, version=1, **told)

        row = Membership.objects.get(family=file.family, person=baby)
        assert (row.loss, row.lost_on) == ("pregnancy_ended", month)
        assert baby not in {task.person for task in queries.tasks_in(file)}
        with pytest.raises(Conflict):
            families.record_loss(file, baby, version=1, **told)
