"""What a look-up says of two files of one family, before and after they are merged; and what a
family that stops everything in one of them leaves of the other."""

import pytest

from hub.access import door
from hub.access.lookup.rules import Says
from hub.intake import changes as intake
from hub.kernel import clock
from hub.kernel.files import NotInYourFiles
from hub.merging import queries as merges
from hub.plans import changes as plans
from tests.access.looking_up import look, only, says
from tests.families_setup import Staff, acting, make_staff, open_as
from tests.merging.two import Two, make_two


@pytest.fixture
def staff(db: None) -> Staff:
    return make_staff()


@pytest.fixture
def two(staff: Staff) -> Two:
    return make_two(staff, plan=True)


@pytest.mark.requirement("S21", "S18")
def test_a_look_up_leads_who_sees_both_to_the_file_that_goes_on(staff: Staff, two: Two) -> None:
    before = {who: look(staff, who).answers for who in ("registrar", "stranger")}
    assert says(look(staff, "doctor")) == [Says.PERHAPS, Says.PERHAPS]
    two.agree()
    two.do()
    for who in ("doctor", "registrar", "nurse"):
        told = only(look(staff, who))
        assert (told.says, told.reference) == (Says.FAMILY, two.kept), who
    assert look(staff, "stranger").answers == before["stranger"]
    two.end()
    assert {who: look(staff, who).answers for who in before} == before


@pytest.mark.requirement("S18", "S19")
def test_a_look_up_tells_who_sees_one_of_them_nothing_more_than_before(staff: Staff) -> None:
    two = make_two(staff, agencies=(staff.clinic.pk,))  # the school does not see it
    before = {who: look(staff, who).answers for who in ("registrar", "colleague", "stranger")}
    with acting(staff.actor("nurse")):
        gone = open_as(staff, "nurse", two.gone)
    with pytest.raises(NotInYourFiles):
        two.propose("registrar")
    two.propose()
    with acting(staff.actor("registrar")) as actor:
        with pytest.raises(NotInYourFiles):
            merges.known(actor, two.merge, now=clock.now())
        with pytest.raises(NotInYourFiles):
            door.open_file(actor, gone.reference, "merging", now=clock.now())
    assert {who: look(staff, who).answers for who in before} == before


@pytest.mark.requirement("S8", "S21")
def test_a_family_stops_everything_in_the_closed_file_as_in_any(staff: Staff, two: Two) -> None:
    two.agree()
    two.do()
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", two.gone)
        intake.stop_everything(file, open_plan=False, now=clock.now())
    for who in ("nurse", "doctor", "coordinator"):
        with acting(staff.actor(who)), pytest.raises(NotInYourFiles):
            open_as(staff, who, two.gone)
    with acting(staff.actor("registrar")):
        assert merges.merges_of(open_as(staff, "registrar", two.kept)) == []


@pytest.mark.requirement("S8", "S21")
def test_a_file_is_closed_for_as_long_as_the_other_is_kept(staff: Staff, two: Two) -> None:
    two.agree()
    two.do()
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", two.kept)
        intake.stop_everything(file, open_plan=False, now=clock.now())
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", two.gone)
        assert not file.closed
        plans.open_plan(file, now=clock.now())
