"""A member's NHS and pupil numbers: kept on the person, twice in one family refused, and nothing
told of another family."""

from typing import Any

import pytest

from hub.families import changes, queries
from hub.families.models import Identifiers
from hub.intake.registration import NamedPerson
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles
from tests.families_setup import (
    CHILD,
    MOTHER,
    Staff,
    acting,
    make_staff,
    open_as,
    register,
    sign_in,
)
from tests.web.staff.about_pages import person
from tests.web.staff.family_pages import text

pytestmark = pytest.mark.django_db
BABY = NamedPerson(
    given_names="Baby",
    part="unborn",
    born=PartialDate(clock.today(), Accuracy.DUE),
)
NHS, OTHER, UPN = "999 000 0018", "9990000026", "B801200005001"


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return register(staff, people=(MOTHER, CHILD, BABY))


def save(file: FamilyFile, place: int, version: Any = 0, **said: Any) -> Identifiers:
    who = queries.members_in(file)[place].person_id
    return changes.save_identifiers(file, who, version=version, **said, now=clock.now())


@pytest.mark.requirement("S2")
def test_numbers_are_kept_without_spaces_with_how_they_are_known(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        given = {"nhs_number": NHS, "nhs_verified": "document", "upn": UPN.lower()}
        row = save(file, 1, **given, upn_verified="told")

        assert (row.nhs_number, row.nhs_verified) == ("9990000018", "document")
        assert (row.upn, row.upn_verified, row.version) == (UPN, "told", 1)
        assert list(queries.identifiers_in(file)) == [row.person_id]
        with pytest.raises(Conflict) as told:
            save(file, 1, nhs_number=OTHER, nhs_verified="told")
        assert told.value.theirs["NHS number"] == "9990000018"
        assert save(file, 1, 1).nhs_number == ""


@pytest.mark.parametrize(
    ("place", "said", "begins"),
    [
        (0, {"nhs_number": "9990000019", "nhs_verified": "told"}, "This is not an NHS number"),
        (0, {"nhs_number": NHS}, "Choose how you know the NHS number"),
        (0, {"upn": UPN, "upn_verified": "told"}, "Only a child or young person"),
        (1, {"upn": UPN}, "Choose how you know the pupil number"),
        (1, {"upn": "UN1"}, ""),
        (2, {"nhs_number": NHS, "nhs_verified": "told"}, "A child gets these numbers when"),
    ],
)
def test_what_cannot_be_somebodys_number_is_refused_with_what_to_do(
    staff: Staff, family: str, place: int, said: dict[str, str], begins: str
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        if not begins:
            assert save(file, place, **said)
            return
        with pytest.raises(NotAllowed, match=begins):
            save(file, place, **said)
        assert Identifiers.objects.count() == 0


@pytest.mark.requirement("S18", "S19")
def test_a_number_that_is_there_twice_is_told_in_one_family_and_never_of_another(
    staff: Staff, family: str
) -> None:
    other = register(staff)
    told = {"nhs_number": NHS, "nhs_verified": "told"}
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        save(file, 1, **told)
        with pytest.raises(NotAllowed, match="Somebody else in this family has this NHS number"):
            save(file, 0, **told)
        # With both files open: one family is asked about, and only that one.
        assert save(open_as(staff, "registrar", other), 1, **told).nhs_number == "9990000018"


def test_the_numbers_of_another_family_are_not_in_reach(staff: Staff, family: str) -> None:
    other = register(staff)
    with acting(staff.actor("registrar")):
        theirs = queries.members_in(open_as(staff, "registrar", other))[0].person_id
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        with pytest.raises(NotInYourFiles):
            changes.save_identifiers(file, theirs, version=0, now=clock.now())


def test_the_page_shows_a_number_in_three_parts_and_says_what_is_wrong_with_a_slip(
    staff: Staff, family: str
) -> None:
    who = person(staff, family, 1)
    client, address = sign_in(staff, "registrar"), f"/families/{family}/people/{who}/numbers/"
    assert "Why we ask" in text(client.get(address))

    slip = {"nhs_number": "999 000 0081", "nhs_verified": "told", "version": "0"}
    page = text(client.post(address, slip))
    assert "its digits do not fit together" in page
    assert "999 000 0081" in page

    right = slip | {"nhs_number": "9990000018", "no_upn": "UN2"}
    assert client.post(address, right).status_code == 302
    page = text(client.get(address))
    assert 'value="999 000 0018"' in page
    assert 'value="UN2" selected' in page
    assert sign_in(staff, "stranger").get(address).status_code == 404
