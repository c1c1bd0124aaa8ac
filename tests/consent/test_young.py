"""For a child under 12 a person with parental responsibility says yes to an agency (2.85)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from hub.consent import changes, queries
from hub.consent.deciding import changes as deciding
from hub.consent.deciding.rules import is_young, may_share_for_children
from hub.consent.deciding.young import not_for_the_children, young_in
from hub.consent.looking.queries import waiting_in
from hub.consent.terms import NOT_ASKED, Terms
from hub.intake import rules as intake
from hub.intake.registration import NamedPerson
from hub.kernel import clock
from hub.kernel.dates import Accuracy
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile
from tests.consent.deciders import Deciders, make
from tests.families_setup import CHILD, MOTHER, Staff, acting, aged, make_staff, open_as, register

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("2.85")]
FIRST = "somebody with parental responsibility says yes to this agency first"
AUNT = NamedPerson("Samira", "adult", "Haddad", relation="carer", born=aged(50))
BABY = NamedPerson("Baby", "unborn")


@pytest.fixture
def family(db: None) -> Deciders:
    return make()


@pytest.mark.parametrize(
    ("scope", "basis", "young", "agreed", "may"),
    [
        # scope, basis, a child under 12, a yes there that is for the children, may be recorded
        ("share", "adult", True, False, False),
        ("share", "best_interests", True, False, False),
        ("share", "adult", True, True, True),
        ("share", "adult", False, False, True),
        ("share", "responsible", True, False, True),
        ("share", "carer", True, False, True),
        ("share", "competent", True, False, True),
        ("share", "young_person", True, False, True),
        ("record", "adult", True, False, True),
        ("keep", "adult", True, False, True),
        ("service", "adult", True, False, True),
    ],
)
def test_whose_yes_lets_an_agency_know(
    scope: str, basis: str, young: bool, agreed: bool, may: bool
) -> None:
    decision = may_share_for_children(
        scope=scope, basis=basis, young_children=young, agreed_for_them=agreed
    )

    assert bool(decision) is may
    assert (FIRST in decision.reason) is not may


@pytest.mark.requirement("S6")
@pytest.mark.parametrize(
    ("ages", "young"),
    [(range(11, 12), True), (range(12, 13), False), (range(11, 13), True), (range(0), True)],
)
def test_a_guess_makes_no_child_older(ages: range, young: bool) -> None:
    assert is_young(ages) is young


@pytest.mark.parametrize("who", ["registrar", "nurse", "doctor"])
def test_an_adult_who_does_not_decide_for_them_comes_after_one_who_does(
    family: Deciders, who: str
) -> None:
    with family.opened(who) as file:
        assert [row.person.given_names for row in young_in(file, clock.now())] == ["Dylan"]
        with pytest.raises(NotAllowed, match=FIRST):
            family.share(file, "Samira")
        assert "share" not in {
            row.scope for row in queries.agreements_in(file)
            if row.agency_id == family.staff.charity.pk
        }  # fmt: skip
        assert family.share(file, "Amina").basis == "responsible"
        assert family.share(file, "Samira").basis == "adult"


@pytest.mark.requirement("S10")
def test_a_carer_where_nobody_is_reached_says_yes_for_them(family: Deciders) -> None:
    with family.opened() as file:
        deciding.agree_as_carer(
            file,
            person=family.people["Samira"],
            because="Nobody answers",
            advice="The legal team",
            again_on=clock.today() + timedelta(days=30),
            now=clock.now(),
        )
        assert family.share(file, "Samira").basis == "carer"


def alone(staff: Staff, *people: NamedPerson, **more: Any) -> str:
    return register(staff, staff.registration(*people, agencies=(), **more))


@pytest.mark.parametrize(
    "children",
    [(BABY,), (replace(CHILD, born=aged(13)),)],
)
def test_without_a_child_under_12_an_adult_says_yes_for_the_family(
    children: tuple[NamedPerson, ...],
) -> None:
    staff = make_staff()
    reference = alone(staff, AUNT, *children)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        yes = changes.agree(
            file, given_by=young_giver(file), scope="share", agency=staff.charity.pk,
            wording=staff.wording.pk, how="paper", now=clock.now(),
        )  # fmt: skip
        assert yes.basis == "adult"


def young_giver(file: FamilyFile) -> int:
    return next(row.given_by_id for row in queries.agreements_in(file))


def test_when_the_yes_for_them_stops_the_others_stays_and_who_leads_is_asked_once(
    family: Deciders,
) -> None:
    with family.opened() as file:
        hers, karims = family.share(file, "Amina"), family.share(file, "Karim")
        theirs = family.share(file, "Samira")
        changes.withdraw(file, hers.pk, now=clock.now())
        assert family.asked(file) == []  # another who decides for them says yes
        given = queries.agreements_in(file)
        assert not_for_the_children(file, given, clock.now()) is None
        changes.refuse(
            file, said_by=karims.given_by_id, agency=family.staff.charity.pk, now=clock.now()
        )

        assert queries.agreement(file, theirs.pk).until_at is None
        assert [one.kind for one in waiting_in(file, today=clock.today())] == ["young"]
        found = not_for_the_children(file, queries.agreements_in(file), clock.now())
        assert found is not None
        assert (found.children, found.by) == (["Dylan Yusuf"], ["Samira Haddad"])
        assert found.agencies == [family.staff.charity.name]


def test_what_was_said_alone_can_be_made_less_and_not_more(family: Deciders) -> None:
    with family.opened() as file:
        hers = family.share(file, "Amina")
        row = family.share(file, "Samira", terms=Terms(reach=2, purpose_words="Help"))
        changes.withdraw(file, hers.pk, now=clock.now())
        said: dict[str, Any] = {
            "wording": family.staff.wording.pk, "how": "paper", "explained": NOT_ASKED,
            "now": clock.now(),
        }  # fmt: skip
        with pytest.raises(NotAllowed, match=FIRST):
            changes.change_share(file, row.pk, terms=Terms(reach=3, purpose_words="H"), **said)
        less = changes.change_share(file, row.pk, terms=Terms(reach=1, purpose_words="H"), **said)
        assert less.reach == 1


@pytest.mark.requirement("S11")
@pytest.mark.parametrize(
    ("people", "agencies", "because"),
    [
        ((AUNT, CHILD), True, FIRST),
        ((AUNT, CHILD), False, ""),
        ((AUNT, MOTHER, CHILD), True, FIRST),
        ((MOTHER, CHILD), True, ""),
        ((AUNT, BABY), True, ""),
        ((AUNT, replace(CHILD, born=None)), True, FIRST),
        ((AUNT, replace(CHILD, born=aged(13))), True, ""),
        ((replace(AUNT, responsible=True), CHILD), True, ""),
    ],
)
def test_a_family_is_registered_on_that_yes_but_no_agency_told(
    people: tuple[NamedPerson, ...], agencies: bool, because: str
) -> None:
    staff = make_staff()
    said = staff.registration(*people, **({} if agencies else {"agencies": ()}))
    decision = intake.may_register(said, now=clock.now())

    assert bool(decision) == (because == "")
    assert because in decision.reason


@pytest.mark.parametrize(
    ("people", "asked"),
    [
        ((AUNT, CHILD), ["Who has parental responsibility for Dylan Yusuf now?"]),
        ((AUNT, MOTHER, CHILD), []),
        ((AUNT, BABY), []),
    ],
)
def test_where_nobody_knows_who_decides_who_leads_is_asked_in_a_week(
    people: tuple[NamedPerson, ...], asked: list[str]
) -> None:
    staff = make_staff()
    reference = alone(staff, *people)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        waiting = waiting_in(file, today=clock.today())
    assert [one.asks for one in waiting] == asked
    assert all(one.due_on == clock.today() + timedelta(days=7) for one in waiting)


def test_an_estimate_is_a_guess() -> None:
    born = aged(12)
    rough = replace(CHILD, born=replace(born, accuracy=Accuracy.ESTIMATED))
    staff = make_staff()
    assert intake.young_children(staff.registration(AUNT, rough), now=clock.now()) == [1]
