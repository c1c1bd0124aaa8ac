"""A carer who agrees, capacity and understanding decision by decision, on the real database."""

from datetime import timedelta
from typing import Any

import pytest

from hub.consent import changes, queries
from hub.consent.deciding import changes as deciding
from hub.consent.deciding.queries import capacities_in, carers_in
from hub.consent.deciding.rules import CapacityTold
from hub.consent.judged import judgements_in
from hub.consent.looking.changes import have_looked, look_again
from hub.consent.looking.queries import look_in, looked_in, to_look_at
from hub.consent.models import Capacity, CarerAgrees, Judgement, LookAgain
from hub.families import changes as families_changes
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles
from tests.consent.deciders import Deciders, make

pytestmark = pytest.mark.django_db
TODAY = clock.today()
SOON = TODAY + timedelta(days=7)
CANNOT: dict[str, Any] = {
    "about": "agreeing",
    "decision": "Agreeing",
    "doubt": "A stroke last week",
    "help_given": "Pictures, and another day",
    "understands": True,
    "retains": False,
    "weighs": False,
    "communicates": True,
    "consulted": "Her sister",
    "best_interests": "To go on as before",
    "again_on": SOON,
}


@pytest.fixture
def family(db: None) -> Deciders:
    return make()


def judged(**more: Any) -> CapacityTold:
    return CapacityTold(**(CANNOT | more))


@pytest.mark.requirement("S10")
def test_a_carer_agrees_with_reason_and_advice_and_it_comes_back(family: Deciders) -> None:
    aunt = family.people["Samira"]
    with family.opened() as file:
        own = {"scope": "service", "agency": family.staff.school.pk}
        assert family.share(file, "Samira", **own).basis == "adult"
        row = deciding.agree_as_carer(
            file, person=aunt, because="Both in hospital", advice="Legal team, today: go on",
            again_on=SOON, now=clock.now(),
        )  # fmt: skip
        with pytest.raises(NotAllowed, match="recorded already"):
            deciding.agree_as_carer(
                file, person=aunt, because="Again", advice="The same", again_on=SOON,
                now=clock.now(),
            )  # fmt: skip

        yes = family.share(file, "Samira")

        assert yes.basis == "carer"
        assert family.asked(file) == [("carer", "Samira")]
        deciding.end_carer(file, row.pk, now=clock.now())
        assert carers_in(file) == []
        assert queries.agreement(file, yes.pk).until_at is None
        assert family.asked(file) == [("agreed", "Samira"), ("carer", "Samira")]


@pytest.mark.requirement("S10")
def test_who_has_parental_responsibility_is_no_carer_of_this_kind(family: Deciders) -> None:
    with family.opened() as file, pytest.raises(NotAllowed, match="They have parental"):
        deciding.agree_as_carer(
            file, person=family.people["Karim"], because="Away", advice="Legal team",
            again_on=SOON, now=clock.now(),
        )  # fmt: skip


@pytest.mark.requirement("3.13")
@pytest.mark.parametrize("who", ["registrar", "nurse", "doctor"])
def test_who_cannot_decide_is_refused_whoever_asks_and_without_the_reason(
    family: Deciders, who: str
) -> None:
    with family.opened() as file:
        deciding.judge_capacity(file, person=family.people["Amina"], told=judged(), now=clock.now())
    with family.opened(who) as file:
        with pytest.raises(NotAllowed, match="Ask whoever leads"):
            family.share(file, "Amina")
        assert family.share(file, "Karim").basis == "responsible"


@pytest.mark.requirement("3.13")
def test_another_decision_says_nothing_of_agreeing_and_a_newer_one_counts(
    family: Deciders,
) -> None:
    mother = family.people["Amina"]
    with family.opened() as file:
        for told in (
            judged(about="other", decision="Selling the house"),
            judged(),
            judged(retains=True, weighs=True, again_on=None),
        ):
            row = deciding.judge_capacity(file, person=mother, told=told, now=clock.now())
        assert row.can
        assert family.share(file, "Amina").basis == "responsible"
        assert len(capacities_in(file)) == 3


@pytest.mark.requirement("3.13", "S8")
def test_a_yes_in_somebodys_interests_is_theirs_alone(family: Deciders) -> None:
    with family.opened() as file:
        deciding.judge_capacity(
            file, person=family.people["Amina"], told=judged(says_yes=True), now=clock.now()
        )
        with pytest.raises(NotAllowed, match="Ask each other adult"):
            family.share(file, "Amina")
        family.share(file, "Karim")
        with pytest.raises(NotAllowed, match="Ask each other adult"):
            family.share(file, "Amina")
        family.share(file, "Samira")

        assert family.share(file, "Amina").basis == "best_interests"


@pytest.mark.requirement("3.13")
def test_after_the_day_to_look_again_nobody_says_yes_for_them(family: Deciders) -> None:
    later = clock.now() + timedelta(days=8)
    with family.opened() as file:
        deciding.judge_capacity(
            file, person=family.people["Samira"], told=judged(says_yes=True), now=clock.now()
        )
        for name in ("Amina", "Karim"):
            family.share(file, name)
        with pytest.raises(NotAllowed, match="Ask whoever leads"):
            family.share(file, "Samira", now=later)
        assert [one.kind for one in to_look_at([file], today=SOON)] == ["capacity"]


@pytest.mark.requirement("S6", "2.84", "2.87")
def test_a_judgement_keeps_its_decision_and_day_and_what_was_done_to_involve_parents(
    family: Deciders,
) -> None:
    with family.opened() as file:
        row = changes.judge(
            file, person=family.people["Ines"], understands=True, parent_needed=False,
            because="Said it back", decision="The school may know",
            encouraged="Asked whether her mother may come; she will tell her", again_on=SOON,
            now=clock.now(),
        )  # fmt: skip
        with pytest.raises(NotAllowed, match="Write down how you encouraged"):
            changes.judge(
                file, person=family.people["Ines"], understands=True, parent_needed=False,
                because="Said it back", encouraged="", now=clock.now(),
            )  # fmt: skip

        assert family.share(file, "Ines", judgement=row).basis == "competent"
        assert [j.decision for j in judgements_in(file)] == ["The school may know"]
        assert family.asked(file) == [("judgement", "Ines")]


@pytest.mark.requirement("S10")
def test_a_young_mother_who_understands_agrees_for_her_baby(family: Deciders) -> None:
    with family.opened() as file:
        baby = families_changes.add_member(
            file, given_names="Noor", born=None, part="unborn", now=clock.now()
        )
        families_changes.hold_responsibility(
            file, person=family.people["Ines"], child=baby.person_id, source="mother",
            now=clock.now(),
        )  # fmt: skip
        with pytest.raises(NotAllowed, match="you judge"):
            family.share(file, "Ines")
        row = changes.judge(
            file, person=family.people["Ines"], understands=True, parent_needed=False,
            because="Said it back", now=clock.now(),
        )  # fmt: skip

        yes = family.share(file, "Ines", judgement=row)
        assert (yes.basis, yes.judgement_id) == ("competent", row.pk)


@pytest.mark.requirement("2.81", "S5")
@pytest.mark.parametrize("who", ["nurse", "doctor"])
def test_what_was_judged_is_for_who_leads(family: Deciders, who: str) -> None:
    with family.opened() as file:
        deciding.judge_capacity(file, person=family.people["Amina"], told=judged(), now=clock.now())
        deciding.agree_as_carer(
            file, person=family.people["Samira"], because="Away", advice="Legal team",
            again_on=SOON, now=clock.now(),
        )  # fmt: skip
        changes.judge(
            file, person=family.people["Ines"], understands=True, parent_needed=False,
            because="Said it back", now=clock.now(),
        )  # fmt: skip
    with family.opened(who) as file:
        for table in (Capacity, CarerAgrees, Judgement, LookAgain):
            assert table.objects.count() == 0
        assert to_look_at([file], today=SOON) == []
        with pytest.raises(NotAllowed, match="Only whoever leads"):
            deciding.judge_capacity(
                file, person=family.people["Karim"], told=judged(), now=clock.now()
            )


def test_a_question_is_answered_once_and_can_come_back(family: Deciders) -> None:
    with family.opened() as file:
        row = look_again(file, kind="order", on=TODAY, now=clock.now())
        assert look_in(file, row.pk, today=TODAY).due
        have_looked(file, row.pk, found="It was made again", again_on=SOON, now=clock.now())

        assert [one.found for one in looked_in(file)] == ["It was made again"]
        assert [one.due_on for one in to_look_at([file], today=TODAY)] == [SOON]
        with pytest.raises(NotInYourFiles):
            look_in(file, row.pk, today=TODAY)
        with pytest.raises(NotAllowed, match="This was looked at"):
            have_looked(file, row.pk, found="Once more", now=clock.now())
        with pytest.raises(NotInYourFiles):
            have_looked(file, 1, found="Nothing", now=clock.now())


def test_a_question_further_ahead_than_two_weeks_waits_quietly(family: Deciders) -> None:
    with family.opened() as file:
        look_again(file, kind="order", on=TODAY + timedelta(days=15), now=clock.now())

        assert to_look_at([file], today=TODAY) == []
        assert len(to_look_at([file], today=TODAY + timedelta(days=1))) == 1
        assert families.members_in(file)
