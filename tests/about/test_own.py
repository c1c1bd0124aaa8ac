"""What is somebody's own is theirs and the lead's; each choice opens it to just those (S4)."""

from typing import Any

import pytest
from django.db import connection

from hub.about import changes, queries, rules
from hub.access import changes as access
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles
from tests.families_setup import Staff, acting, make_staff, open_as, register, sign_in
from tests.web.staff.about_pages import at
from tests.web.staff.family_pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S4")]


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    """A family led by the registrar, with the nurse in its team and the doctor working with it."""
    reference = register(staff)
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        access.add_to_team(
            file, staff.people["nurse"].pk, why="Asked", since_on=clock.today(), now=clock.now()
        )
    return reference


def save(staff: Staff, who: str, family: str, code: str, place: int, **more: Any) -> int:
    """Save a page of the mother's (0) or the child's (1) as somebody; give its id."""
    with acting(staff.actor(who)):
        file = open_as(staff, who, family)
        person = families.members_in(file)[place].person_id
        given: dict[str, Any] = {"version": 0, "said": {}, "now": clock.now()} | more
        return changes.save_part(file, code, person=person, **given).pk


def reads(staff: Staff, who: str, family: str, code: str) -> tuple[int, int, int]:
    """How many rows of a part somebody reads: by our queries, through the wall, in its history."""
    with acting(staff.actor(who)):
        file = open_as(staff, who, family)
        own = [one for one in queries.own_in(file) if one.part.code == code]
        table = queries.TABLES[code]._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f'select (select count(*) from "{table}"),'
                f' (select count(*) from "{table}historyrow")'
            )
            rows, past = cursor.fetchone()
    return len(own), rows, past


def let(file: FamilyFile, code: str, pk: int, whom: str, may: bool, version: int = 1) -> Any:
    return changes.let_know(file, code, pk, whom=whom, may=may, version=version, now=clock.now())


@pytest.mark.parametrize("code", ["background", "needs", "words"])
def test_an_adults_own_page_is_the_teams_only_while_it_is_shared(
    staff: Staff, family: str, code: str
) -> None:
    pk = save(staff, "registrar", family, code, 0)
    assert reads(staff, "registrar", family, code) == (1, 1, 1)
    assert reads(staff, "nurse", family, code) == (0, 0, 0)

    for whom in ("adults", "family"):
        with acting(staff.actor("registrar")):
            file = open_as(staff, "registrar", family)
            let(file, code, pk, whom, True, version=1 if whom == "adults" else 2)
        assert reads(staff, "nurse", family, code) == (0, 0, 0)

    with acting(staff.actor("registrar")):
        row = let(open_as(staff, "registrar", family), code, pk, "team", True, version=3)
        assert (row.with_team, row.with_adults, row.with_family) == (True, True, True)
    assert reads(staff, "nurse", family, code) == (1, 1, 0)
    with acting(staff.actor("nurse")), pytest.raises(NotInYourFiles):
        let(open_as(staff, "nurse", family), code, pk, "adults", False, version=4)

    with acting(staff.actor("registrar")):
        let(open_as(staff, "registrar", family), code, pk, "team", False, version=4)
    assert reads(staff, "nurse", family, code) == (0, 0, 0)


def test_a_childs_words_are_for_who_heard_them_and_what_may_be_told_for_the_lead(
    staff: Staff, family: str
) -> None:
    save(staff, "nurse", family, "said", 1, said={"words": "He shouts"})
    save(staff, "registrar", family, "said", 1, said={"words": "School is fine"})
    for who in ("nurse", "registrar"):
        assert reads(staff, who, family, "said") == (1, 1, 1)
        with acting(staff.actor(who)):
            ((_, said, told),) = queries.children_heard(open_as(staff, who, family))
            assert said is not None
            assert said.words == {"nurse": "He shouts", "registrar": "School is fine"}[who]  # type: ignore[attr-defined]
            assert told is None

    asked = {"may": "some", "told": "Home is loud"}
    pk = save(staff, "nurse", family, "told", 1, said=asked)

    assert reads(staff, "registrar", family, "told") == (1, 1, 1)
    assert reads(staff, "registrar", family, "said") == (1, 1, 1)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        let(file, "told", pk, "team", True)
        with pytest.raises(Conflict):
            let(file, "told", pk, "team", False)
    # Who asked the child still reads it, and may take the lead's choice back.
    assert reads(staff, "nurse", family, "told")[:2] == (1, 1)
    with acting(staff.actor("nurse")):
        assert let(open_as(staff, "nurse", family), "told", pk, "team", False, version=2)


def test_what_a_child_said_is_nobodys_to_share(staff: Staff, family: str) -> None:
    pk = save(staff, "registrar", family, "said", 1, said={"words": "He shouts"})
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        child = families.members_in(file)[1].person_id
        with pytest.raises(NotAllowed, match="not shared"):
            let(file, "said", pk, "team", True)
        for code, whose, what in (("language", child, "team"), ("needs", child, "neighbours")):
            told: dict[str, Any] = {"version": 0, "said": {}, "now": clock.now()}
            with pytest.raises(NotAllowed, match="Choose who may know"):
                changes.save_part(file, code, person=whose, known_to=[what], **told)
        with pytest.raises(NotInYourFiles):
            let(file, "language", pk, "team", True)


def test_two_who_differ_only_in_who_may_know_are_both_shown(staff: Staff, family: str) -> None:
    save(staff, "registrar", family, "needs", 0, known_to=["team"])
    with pytest.raises(Conflict) as told:
        save(staff, "registrar", family, "needs", 0)

    assert told.value.theirs == {"Who may know this": "They and who leads; The people in our team"}
    assert told.value.yours == {"Who may know this": "They and who leads"}


def test_one_click_shares_a_page_and_one_takes_it_back(staff: Staff, family: str) -> None:
    pk = save(staff, "registrar", family, "words", 0, said={"wishes": "An evening"})
    client, nurse, address = (
        sign_in(staff, "registrar"),
        sign_in(staff, "nurse"),
        at(staff, family, "about_known"),
    )
    asked = {"part": "words", "row": pk, "whom": "team", "may": "yes", "version": "1"}
    assert "An evening" not in text(nurse.get(address))

    assert client.post(address, asked).status_code == 302
    page = text(nurse.get(address))
    assert "An evening" in page
    assert "Amina Yusuf" in page
    assert "Stop sharing" not in page
    assert nurse.post(address, asked | {"may": "no", "version": "2"}).status_code == 404
    assert "changed while you were looking" in text(client.post(address, asked | {"may": "no"}))

    assert client.post(address, asked | {"may": "no", "version": "2"}).status_code == 302
    assert "An evening" not in text(nurse.get(address))


def test_who_said_it_is_shown_as_its_speaker_chooses(staff: Staff, family: str) -> None:
    said = {"wishes": "An evening", "speaker": "somebody"}
    save(staff, "registrar", family, "words", 0, said=said, known_to=["team"])
    address = at(staff, family, "about_known")

    shared = text(sign_in(staff, "nurse").get(address))

    assert "An evening" in shared
    assert "Somebody in the family" in shared
    assert "Amina" not in shared
    assert "Amina" in text(sign_in(staff, "registrar").get(address))


def test_the_page_says_so_when_there_is_nothing_to_know(staff: Staff, family: str) -> None:
    address = at(staff, family, "about_known")

    assert "nothing is shared with you yet" in text(sign_in(staff, "nurse").get(address))
    assert rules.in_company(()) == "They and who leads"
