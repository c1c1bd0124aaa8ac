"""Merging two files of one family: who, in which order, what is closed, and who sees what then."""

from datetime import timedelta
from typing import Any

import pytest

from hub.access import changes as access
from hub.agencies.models import RoleGrant
from hub.consent import changes as consent
from hub.consent.queries import agreements_in
from hub.families import changes as families
from hub.families import queries
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles
from hub.merging import changes
from hub.merging import queries as merges
from hub.plans import changes as plans
from hub.plans.queries import is_open
from hub.sealed import changes as sealed
from tests.access.looking_up import person_of
from tests.families_setup import BEGAN, Staff, acting, make_staff, open_as
from tests.merging.two import Two, make_two


@pytest.fixture
def staff(db: None) -> Staff:
    return make_staff()


@pytest.fixture
def two(staff: Staff) -> Two:
    return make_two(staff, plan=True)


def refused(act: Any, begins: str) -> None:
    with pytest.raises(NotAllowed) as told:
        act()
    assert str(told.value).startswith(begins)


@pytest.mark.requirement("S21")
def test_both_leads_say_yes_after_each_adult_was_asked_and_the_coordinator_merges(two: Two) -> None:
    two.propose()
    refused(lambda: two.say_yes("kept"), "Ask each adult alone first")
    refused(lambda: two.ask("kept", who="coordinator"), "Whoever leads this family")
    two.ask("kept")
    refused(lambda: two.say_yes("kept", who="nurse"), "Whoever leads this family")
    two.say_yes("kept")
    refused(two.do, "Both families")
    two.ask("gone", yes=False)
    refused(lambda: two.say_yes("gone"), "One of the adults said no")
    two.ask("gone")
    two.say_yes("gone")
    refused(lambda: two.do("registrar"), "The hub's coordinator merges")
    two.do()
    refused(two.do, "These files are merged already")
    refused(lambda: two.ask("kept"), "These files are merged already")


@pytest.mark.requirement("S21")
def test_a_no_after_the_yes_takes_the_yes_back(two: Two) -> None:
    two.agree()
    two.ask("gone", yes=False)
    refused(two.do, "Both families")


@pytest.mark.requirement("S21")
def test_an_adult_who_came_after_the_yes_is_asked_too(staff: Staff, two: Two) -> None:
    two.agree()
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", two.kept)
        families.add_member(
            file, given_names="Tunde", family_name="Brackenbury", born=None, part="adult",
            now=clock.now(),
        )  # fmt: skip
    refused(two.do, "Not every adult has said yes")
    two.ask("kept", only="Tunde")
    two.do()


@pytest.mark.requirement("S21", "2.81")
def test_an_adult_kept_from_who_merges_is_asked_too_and_they_are_told_no_more(
    staff: Staff, two: Two
) -> None:
    two.agree()
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", two.kept)
        father = families.add_member(
            file, given_names="Tunde", family_name="Brackenbury", born=None, part="adult",
            now=clock.now(),
        )  # fmt: skip
        consent.hold_back(
            file, item_kind="member", item=father.pk, kept_from="practitioner",
            kept_from_id=staff.people["coordinator"].pk, now=clock.now(),
        )  # fmt: skip
    refused(two.do, "These two files cannot be merged now")
    two.ask("kept", only="Tunde")
    two.do()


@pytest.mark.requirement("S21")
def test_the_closed_file_is_read_as_before_and_written_no_more_but_to_keep_private(
    staff: Staff, two: Two
) -> None:
    two.agree()
    two.do()
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", two.gone)
        assert file.closed
        assert not is_open(file)
        assert len(queries.members_in(file)) == 2
        for write in (
            lambda: plans.open_plan(file, now=clock.now()),
            lambda: families.add_contact(
                file, person=queries.members_in(file)[0].person_id, kind="phone",
                value="07700 900111", now=clock.now(),
            ),
            lambda: access.work_with(file, why="x", since_on=clock.today(), now=clock.now()),
        ):  # fmt: skip
            refused(write, "This file was closed")
        child = next(row for row in queries.members_in(file) if row.part == "child")
        consent.hold_back(
            file, item_kind="member", item=child.pk, kept_from="agency",
            kept_from_id=staff.school.pk, now=clock.now(),
        )  # fmt: skip
        share = next(row for row in agreements_in(file) if row.agency_id == staff.school.pk)
        consent.withdraw(file, share.pk, now=clock.now())
        with pytest.raises(NotInYourFiles):
            open_as(staff, "registrar", two.gone)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", two.kept)
        assert not file.closed
        plans.open_plan(file, now=clock.now())


@pytest.mark.requirement("S21")
def test_undoing_it_opens_the_file_and_its_plan_again(staff: Staff, two: Two) -> None:
    two.agree()
    two.do()
    two.end()
    refused(two.end, "This was ended")
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", two.gone)
        assert not file.closed
        assert is_open(file)
        plans.add_goal(file, words="Another", now=clock.now())


@pytest.mark.requirement("S21")
@pytest.mark.parametrize("who", ["coordinator", "registrar", "nurse"])
def test_the_coordinator_or_either_lead_undoes_it(two: Two, who: str) -> None:
    two.agree()
    two.do()
    two.end(who)


@pytest.mark.requirement("S19")
def test_who_does_not_see_both_learns_nothing_of_a_merge(staff: Staff, two: Two) -> None:
    two.agree()
    two.do()
    with acting(staff.actor("doctor")):  # of the clinic, which both agreed to
        file = open_as(staff, "doctor", two.kept)
        assert not merges.merges_of(file)[0].speaks
        assert [one.id for one in merges.merges_of(file)] == [two.merge]
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", two.gone)
        share = next(row for row in agreements_in(file) if row.agency_id == staff.school.pk)
        consent.withdraw(file, share.pk, now=clock.now())
    for who in ("registrar", "colleague", "stranger", "administrator"):
        with acting(staff.actor(who)) as actor:
            with pytest.raises(NotInYourFiles):
                merges.known(actor, two.merge, now=clock.now())
            if who == "registrar":
                assert merges.merges_of(open_as(staff, who, two.kept)) == []


@pytest.mark.requirement("S7")
def test_what_is_sealed_keeps_a_pair_out_of_every_queue_and_out_of_merging(
    staff: Staff, two: Two
) -> None:
    pair = ids_of(two)
    with acting(staff.actor("coordinator")) as actor:
        assert list(merges.pairs_for(actor, [pair], now=clock.now())) == [0]
    two.agree()
    child = person_of(staff, two.kept, "Tamsin")
    with acting(staff.actor("registrar")) as actor:
        file = open_as(staff, "registrar", two.kept)
        sealed.seal(actor, file, child, ground="protected", because="Protected", now=clock.now())
    refused(two.do, "These two files cannot be merged now")
    with acting(staff.actor("coordinator")) as actor:
        assert merges.pairs_for(actor, [pair], now=clock.now()) == {}
        with pytest.raises(NotInYourFiles):
            merges.known(actor, two.merge, now=clock.now())


@pytest.mark.requirement("S21")
def test_files_that_keep_somebody_from_somebody_are_not_merged(staff: Staff, two: Two) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", two.kept)
        consent.hold_back(
            file, item_kind="places", item=file.family, kept_from="agency",
            kept_from_id=staff.charity.pk, now=clock.now(),
        )  # fmt: skip
    refused(two.propose, "These two files cannot be merged now")


@pytest.mark.requirement("S21")
def test_a_file_merges_into_one_and_never_into_one_that_is_closed(staff: Staff, two: Two) -> None:
    two.agree()
    third = make_two(staff)
    two.do()
    refused(two.propose, "These two files")
    for kept, gone in ((third.kept, two.kept), (third.kept, two.gone), (two.gone, third.kept)):
        begins = "This file was closed" if kept == two.gone else "These two files"
        refused(Two(staff, kept, gone).propose, begins)


def ids_of(two: Two) -> tuple[int, int]:
    with acting(two.staff.actor("coordinator")):
        kept, gone = two.files("coordinator")
        return kept.family, gone.family


@pytest.mark.requirement("S19")
def test_the_queue_is_for_the_coordinator_who_sees_both(staff: Staff, two: Two) -> None:
    pair = ids_of(two)
    for who in ("registrar", "nurse", "doctor", "stranger", "administrator"):
        with acting(staff.actor(who)) as actor:
            assert merges.pairs_for(actor, [pair, pair[::-1]], now=clock.now()) == {}
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", two.kept)
        consent.hold_back(
            file, item_kind="", item=None, kept_from="practitioner",
            kept_from_id=staff.people["coordinator"].pk, now=clock.now(),
        )  # fmt: skip
    with acting(staff.actor("coordinator")) as actor:
        assert merges.pairs_for(actor, [pair], now=clock.now()) == {}


@pytest.mark.requirement("S19")
def test_who_oversees_sees_how_many_and_nobody_else_does(staff: Staff, two: Two) -> None:
    two.agree()
    two.do()
    two.end()
    who = staff.people["doctor"]
    RoleGrant(practitioner=who, code="data_protection_officer", since=BEGAN).save(force_insert=True)
    span = {"since": clock.now() - timedelta(days=1), "until": clock.now() + timedelta(days=1)}
    for key in ("coordinator", "registrar", "administrator"):
        with acting(staff.actor(key)) as actor:
            assert merges.counted(actor, **span) is None
    with acting(staff.actor("doctor")) as actor:
        assert merges.counted(actor, **span) == merges.Counted(1, 1, 1, 0)


def test_not_the_same_is_remembered_and_can_be_taken_back(staff: Staff, two: Two) -> None:
    pair = ids_of(two)
    two.propose()
    with acting(staff.actor("registrar")):
        refused(
            lambda: changes.say_not_same(
                *two.files("registrar"), because="Cousins", now=clock.now()
            ),
            "The hub's coordinator",
        )
    with acting(staff.actor("coordinator")) as actor:
        files = two.files("coordinator")
        changes.say_not_same(*files, because="Cousins of one name", now=clock.now())
        refused(
            lambda: changes.say_not_same(*files[::-1], because="Again", now=clock.now()),
            "That is written down",
        )
        assert merges.pairs_for(actor, [pair, pair[::-1]], now=clock.now()) == {}
        assert merges.known(actor, two.merge, now=clock.now()).stage.word == "ended"
        changes.take_back_not_same(*files[::-1], now=clock.now())
        assert list(merges.pairs_for(actor, [pair], now=clock.now())) == [0]
