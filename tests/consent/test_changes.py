"""Agreement on the real database, and what the door makes of it."""

from datetime import timedelta
from typing import Any

import pytest

from hub.access import changes as access
from hub.consent import changes, queries
from hub.consent.models import Override, Restriction
from hub.families import changes as families_changes
from hub.families import queries as families
from hub.intake.registration import NamedPerson
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level, NotInYourFiles
from tests.families_setup import CHILD, MOTHER, Staff, acting, aged, make_staff, open_as, register

pytestmark = pytest.mark.django_db

FATHER = NamedPerson("Obinna", "adult", "Okafor", relation="father", responsible=True)


@pytest.fixture
def staff() -> Staff:
    return make_staff()


def share(staff: Staff, file: FamilyFile, person: int, **more: Any) -> Any:
    usual: dict[str, Any] = {
        "given_by": person,
        "scope": "share",
        "agency": staff.charity.pk,
        "wording": staff.wording.pk,
        "how": "on_screen",
        "now": clock.now(),
    }
    return changes.agree(file, **(usual | more))


@pytest.mark.requirement("2.71", "S1")
def test_a_yes_opens_the_signpost_and_its_end_closes_it(staff: Staff) -> None:
    reference = register(staff)
    with acting(staff.actor("stranger")), pytest.raises(NotInYourFiles):
        open_as(staff, "stranger", reference)

    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        yes = share(staff, file, families.members_in(file)[0].person_id)
    with acting(staff.actor("stranger")):
        assert open_as(staff, "stranger", reference).level == Level.SIGNPOST

    with acting(staff.actor("registrar")):
        changes.withdraw(open_as(staff, "registrar", reference), yes.pk, now=clock.now())
    with acting(staff.actor("stranger")), pytest.raises(NotInYourFiles):
        open_as(staff, "stranger", reference)


@pytest.mark.requirement("S8")
def test_nobody_ends_it_for_another(staff: Staff) -> None:
    reference = register(staff, people=(MOTHER, FATHER, CHILD))
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        mother, father = (m.person_id for m in families.members_in(file)[:2])
        hers, his = share(staff, file, mother), share(staff, file, father)

        changes.withdraw(file, hers.pk, now=clock.now())

        assert staff.charity in queries.agencies_agreed(file)
        changes.withdraw(file, his.pk, now=clock.now())
        assert staff.charity not in queries.agencies_agreed(file)


@pytest.mark.requirement("2.85", "2.86")
@pytest.mark.parametrize(
    ("years", "reason"), [(5, "Under 12"), (13, "you judge"), (16, ""), (17, "")]
)
def test_age_decides_whether_a_young_person_may_agree(
    staff: Staff, years: int, reason: str
) -> None:
    reference = register(staff, people=(MOTHER, NamedPerson("Ffion", "child", born=aged(years))))
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        young = families.members_in(file)[1].person_id

        if reason:
            with pytest.raises(NotAllowed, match=reason):
                share(staff, file, young)
        else:
            assert share(staff, file, young).basis == "young_person"


def test_a_judgement_is_only_the_persons_own(staff: Staff) -> None:
    ffion, kit = (NamedPerson(name, "child", born=aged(13)) for name in ("Ffion", "Kit"))
    reference = register(staff, people=(MOTHER, ffion, kit))
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        one, two = (m.person_id for m in families.members_in(file)[1:])
        judged = changes.judge(
            file,
            person=one,
            understands=True,
            parent_needed=False,
            because="Said it back to me",
            now=clock.now(),
        )

        with pytest.raises(NotAllowed, match="you judge"):
            share(staff, file, two, judgement=judged)
        assert share(staff, file, one, judgement=judged).judgement_id == judged.pk


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"scope": "everything"}, "what the yes is to"),
        ({"agency": 1}, "agency"),
        ({"wording": 1}, "wording"),
        ({"how": "spoken"}, "who heard"),
        ({"how": "winked"}, "how"),
    ],
)
def test_a_yes_that_does_not_count_is_refused(
    staff: Staff, more: dict[str, Any], reason: str
) -> None:
    reference = register(staff)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        mother = families.members_in(file)[0].person_id

        with pytest.raises(NotAllowed, match=reason):
            share(staff, file, mother, **more)


def test_a_yes_is_given_once_at_a_time(staff: Staff) -> None:
    reference = register(staff)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        mother = families.members_in(file)[0].person_id
        share(staff, file, mother)

        with pytest.raises(NotAllowed, match="already agreed"):
            share(staff, file, mother)


def test_the_last_yes_to_keeping_is_not_stopped_by_itself(staff: Staff) -> None:
    reference = register(staff)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        keep = next(a for a in queries.agreements_in(file) if a.scope == "keep")

        with pytest.raises(NotAllowed, match="Stop everything"):
            changes.withdraw(file, keep.pk, now=clock.now())


@pytest.mark.requirement("2.81", "S5", "S19")
def test_what_is_held_back_is_not_there_for_those_it_is_kept_from(staff: Staff) -> None:
    reference = register(staff)
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        home = families.addresses_in(file)[0]
        held = changes.hold_back(
            file,
            item_kind="address",
            item=home.pk,
            kept_from="agency",
            kept_from_id=staff.clinic.pk,
            now=clock.now(),
        )

    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference, Level.SUMMARY)
        assert families.addresses_in(file) == []
        assert families.households_in(file) == {}
        with pytest.raises(NotInYourFiles):
            families_changes.edit_address(file, home.pk, version=1, lines="x", now=clock.now())
        assert not Restriction.objects.exists()
        with pytest.raises(NotInYourFiles):
            changes.let_go(file, held.pk, now=clock.now())

    with acting(staff.actor("registrar")):
        changes.let_go(open_as(staff, "registrar", reference), held.pk, now=clock.now())
    with acting(staff.actor("nurse")):
        assert families.addresses_in(open_as(staff, "nurse", reference)) != []


@pytest.mark.parametrize(
    ("more", "raised"),
    [
        ({"item_kind": "secret"}, NotAllowed),
        ({"item": 1}, NotInYourFiles),
        ({"kept_from": "moon"}, NotAllowed),
        ({"kept_from_id": 1}, NotAllowed),
        ({"kept_from": "person", "kept_from_id": 1}, NotInYourFiles),
        ({"asked_by": 1}, NotInYourFiles),
    ],
)
def test_only_what_is_in_the_file_is_held_back(
    staff: Staff, more: dict[str, Any], raised: type[Exception]
) -> None:
    reference = register(staff)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        usual: dict[str, Any] = {
            "item_kind": "address",
            "item": families.addresses_in(file)[0].pk,
            "kept_from": "agency",
            "kept_from_id": staff.clinic.pk,
            "now": clock.now(),
        }

        with pytest.raises(raised):
            changes.hold_back(file, **(usual | more))


@pytest.mark.requirement("S14")
def test_an_override_opens_the_summary_for_a_time_and_never_to_whom_it_is_kept_from(
    staff: Staff,
) -> None:
    reference = register(staff)
    stranger, nurse = staff.people["stranger"], staff.people["nurse"]
    words: dict[str, Any] = {
        "shown_to": "practitioner",
        "ground": "harm",
        "because": "A threat",
        "advice": "The access team: share it",
        "second": staff.people["coordinator"].pk,
        "told_family": True,
        "now": clock.now(),
        "until_at": clock.now() + timedelta(days=3),
    }
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        changes.override(file, shown_to_id=stranger.pk, **words)
        changes.hold_back(
            file,
            item_kind="",
            item=None,
            kept_from="practitioner",
            kept_from_id=nurse.pk,
            now=clock.now(),
        )
        with pytest.raises(NotAllowed, match="that very person"):
            changes.override(file, shown_to_id=nurse.pk, **words)

    with acting(staff.actor("stranger")):
        assert open_as(staff, "stranger", reference).level == Level.SUMMARY
        assert not Override.objects.exists()
    with acting(staff.actor("nurse")), pytest.raises(NotInYourFiles):
        open_as(staff, "nurse", reference)
