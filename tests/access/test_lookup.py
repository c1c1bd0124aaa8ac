"""Looking up a family: who is told what, what is left behind, and when it is enough."""

from typing import Any

import pytest
from django.test import override_settings
from django.urls import reverse

from hub.access.lookup import asking, overseeing, rules
from hub.access.lookup.rules import Says
from hub.agencies.models import Agency, RoleGrant
from hub.audit import journal
from hub.consent import changes as consent
from hub.consent.models import Kept
from hub.intake import changes as intake
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles
from hub.matching.rules import Description
from tests.access.looking_up import (
    CHILD,
    HOME,
    MOTHER,
    NOBODY,
    TYPED,
    look,
    only,
    person_of,
    says,
    typed_page,
)
from tests.families_setup import BEGAN, Staff, acting, make_staff, open_as, register, sign_in

PLACES = "places"


@pytest.fixture
def staff(db: None) -> Staff:
    return make_staff()


def known(staff: Staff, **more: Any) -> str:
    """The family, registered by the school, shared with the clinic unless said otherwise."""
    return register(staff, staff.registration(MOTHER, CHILD, **(HOME | more)))


@pytest.mark.requirement("2.2", "2.6")
def test_whoever_may_see_the_family_is_given_it_and_its_lead(staff: Staff) -> None:
    reference = known(staff)
    for who in ("registrar", "nurse"):
        told = only(look(staff, who))
        assert (told.says, told.reference) == (Says.FAMILY, reference), who
        assert told.contact is not None
        assert told.contact.name == "Registrar Example"


@pytest.mark.requirement("S18")
def test_reasons_are_for_who_has_the_summary(staff: Staff) -> None:
    known(staff)
    assert only(look(staff, "registrar")).reasons
    assert not only(look(staff, "nurse")).reasons


@pytest.mark.requirement("2.3", "S20")
def test_another_agency_is_told_who_begins_and_nothing_of_the_family(staff: Staff) -> None:
    known(staff)
    told = only(look(staff, "stranger"))
    assert told.says is Says.STARTING
    assert (told.reference, told.reasons) == ("", ())
    assert told.contact is not None
    assert (told.contact.name, told.contact.agency) == ("Registrar Example", "School of Fenside")


@pytest.mark.requirement("S18")
def test_of_an_agency_that_tells_the_hub_is_named_in_its_place(staff: Staff) -> None:
    known(staff)
    Agency.objects.filter(pk=staff.school.pk).update(telling=True)
    told = only(look(staff, "stranger"))
    assert told.says is Says.HUB_STARTING
    assert told.contact == asking.hub_of(staff.actor("stranger"))


@pytest.mark.requirement("S19", "2.111")
def test_a_family_that_agreed_to_no_sharing_is_not_there_and_waits_for_a_coordinator(
    staff: Staff,
) -> None:
    reference = known(staff, agencies=())
    assert says(look(staff, "stranger")) == []
    assert says(look(staff, "nurse")) == []
    with acting(staff.actor("coordinator")) as actor:
        rows = overseeing.waiting_for(actor, now=clock.now())
        assert {(row.reference, row.name) for row in rows} == {
            (reference, "Stranger Example"), (reference, "Nurse Example"),
        }  # fmt: skip
        overseeing.deal_with(actor, rows[0].id, now=clock.now())
        assert len(overseeing.waiting_for(actor, now=clock.now())) == 1
        with pytest.raises(NotInYourFiles):
            overseeing.deal_with(actor, rows[0].id, now=clock.now())
    for who in ("registrar", "stranger", "administrator"):
        with acting(staff.actor(who)) as actor:
            assert overseeing.waiting_for(actor, now=clock.now()) == []
            with pytest.raises(NotInYourFiles):
                overseeing.deal_with(actor, rows[1].id, now=clock.now())


def kept_from(
    staff: Staff, reference: str, kind: str, of: int, item: tuple[str, int] | None
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        kind_of, number = item or ("", 0)
        consent.hold_back(
            file, item_kind=kind_of, item=(number or file.family) if item else None,
            kept_from=kind, kept_from_id=of, now=clock.now(),
        )  # fmt: skip


@pytest.mark.requirement("S19", "2.81")
@pytest.mark.parametrize("kind", [Kept.PRACTITIONER, Kept.AGENCY])
def test_a_family_kept_from_them_is_not_there_for_them_alone(staff: Staff, kind: str) -> None:
    reference = known(staff)
    of = staff.people["stranger"].pk if kind == Kept.PRACTITIONER else staff.charity.pk
    kept_from(staff, reference, kind, of, None)
    assert says(look(staff, "stranger")) == []
    assert says(look(staff, "nurse")) == [Says.FAMILY]


@pytest.mark.requirement("S3", "S19")
def test_a_family_that_hides_where_it_is_from_anybody_is_there_for_who_sees_it_alone(
    staff: Staff,
) -> None:
    reference = known(staff)
    kept_from(staff, reference, Kept.AGENCY, staff.clinic.pk, (PLACES, 0))
    assert says(look(staff, "stranger")) == []
    told = only(look(staff, "nurse"))
    assert told.says is Says.FAMILY
    assert told.contact is None  # whose agency is a place


@pytest.mark.requirement("S3")
def test_no_place_helps_whom_places_are_kept_from(staff: Staff) -> None:
    reference = known(staff)
    kept_from(staff, reference, Kept.AGENCY, staff.clinic.pk, (PLACES, 0))
    right, wrong = (
        Description(given="Tamsin", surname="Brackenbury", address="7 Withy Lane", postcode=code)
        for code in ("ZA4 7QT", "ZA9 1AA")
    )
    assert look(staff, "nurse", right).answers == look(staff, "nurse", wrong).answers
    assert says(look(staff, "registrar", right)) == [Says.FAMILY]


@pytest.mark.requirement("S4", "S18")
def test_a_member_kept_from_them_helps_nobody_to_find_the_family(staff: Staff) -> None:
    reference = known(staff)
    mother = person_of(staff, reference, "Oluwaseun")
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        from hub.families import queries as families

        row = families.member(file, mother)
    kept_from(staff, reference, Kept.AGENCY, staff.clinic.pk, ("member", row.pk))
    assert says(look(staff, "nurse", TYPED[1])) == []
    assert says(look(staff, "nurse", TYPED[0])) == [Says.FAMILY]
    assert says(look(staff, "registrar", TYPED[1])) == [Says.FAMILY]


@pytest.mark.requirement("S8", "S19")
def test_a_no_to_their_agency_hides_the_family(staff: Staff) -> None:
    reference = known(staff)
    mother = person_of(staff, reference, "Oluwaseun")
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        consent.refuse(file, said_by=mother, agency=staff.charity.pk, now=clock.now())
    assert says(look(staff, "stranger")) == []


def test_who_stopped_everything_is_not_there_for_anybody(staff: Staff) -> None:
    reference = known(staff)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        intake.stop_everything(file, open_plan=False, now=clock.now())
    for who in ("registrar", "nurse", "stranger", "coordinator"):
        assert says(look(staff, who)) == [], who
    with acting(staff.actor("coordinator")) as actor:
        assert overseeing.waiting_for(actor, now=clock.now()) == []


@pytest.mark.requirement("S19", "S21")
def test_a_hidden_family_that_fits_as_well_makes_another_no_less_sure(staff: Staff) -> None:
    reference = known(staff)
    before = look(staff, "nurse").answers
    known(staff, agencies=())
    assert look(staff, "nurse").answers == before
    assert [one.reference for one in before] == [reference]
    known(staff)
    assert says(look(staff, "nurse")) == [Says.PERHAPS, Says.PERHAPS]


def test_nobody_there_is_nothing(staff: Staff) -> None:
    known(staff)
    assert says(look(staff, "stranger", *NOBODY)) == []


@pytest.mark.requirement("2.111")
def test_a_reference_opens_what_may_be_seen_and_tells_of_the_rest_what_a_name_would(
    staff: Staff,
) -> None:
    reference = known(staff)
    with acting(staff.actor("stranger")) as actor:
        ask: dict[str, Any] = {
            "reference": reference.lower(),
            "purpose": "lookup.request",
            "now": clock.now(),
        }
        assert only(asking.check(actor, [], **ask)).says is Says.STARTING
        ask["reference"] = "FH-ZZZZZZZZ"
        assert asking.check(actor, [], **ask).answers == ()


@pytest.mark.parametrize(
    ("who", "typed", "purpose", "begins"),
    [
        ("administrator", TYPED, "lookup.request", "An administrator sees no family"),
        ("registrar", TYPED, "", "Choose what you want to know it for"),
        ("registrar", TYPED, "plan", "Choose what you want to know it for"),
        ("registrar", (Description(),), "lookup.request", "Enter a name"),
        ("registrar", (Description(surname="Smith"),), "lookup.request", "Enter a little more"),
        ("registrar", (Description(born="2017"),), "lookup.request", "Enter a little more"),
    ],
)
def test_who_asks_wrongly_is_told_what_to_do_and_nothing_is_written(
    staff: Staff, who: str, typed: tuple[Description, ...], purpose: str, begins: str
) -> None:
    with acting(staff.actor(who)) as actor:
        mark = len(journal.pending())
        with pytest.raises(NotAllowed, match=begins):
            asking.check(actor, typed, purpose=purpose, now=clock.now())
        assert journal.pending()[mark:] == ()


@pytest.mark.requirement("S22", "S33", "2.111")
def test_a_look_up_leaves_one_line_with_a_mark_and_no_word_that_was_typed(staff: Staff) -> None:
    known(staff)
    marks = []
    for typed in (TYPED, TYPED[::-1], NOBODY):
        with acting(staff.actor("stranger")) as actor:
            mark = len(journal.pending())
            asking.check(actor, typed, purpose="lookup.worried", now=clock.now())
            (line,) = journal.pending()[mark:]
            marks.append(line.refs)
        assert (line.event, line.purpose) == ("lookup.checked", "lookup.worried")
        for word in ("Brackenbury", "brackenbury", "Tamsin", "2017", "Quillfeather"):
            assert word not in repr(line)
    assert marks[0] == marks[1] != marks[2]
    assert '"shown_starting": 1' in marks[0]


@override_settings(HUB_LOOKUP_LIMITS={"person_hour": 20})
@pytest.mark.requirement("S22", "2.111")
def test_a_few_hundred_look_ups_are_stopped_and_seen(staff: Staff) -> None:
    doctor = staff.people["doctor"]
    RoleGrant(practitioner=doctor, code="data_protection_officer", since=BEGAN).save(
        force_insert=True
    )
    known(staff)
    stranger = sign_in(staff, "stranger")
    answered = []
    for number in range(200):
        day = {"people-0-born-day": "2", "people-0-born-month": str(number % 12 + 1)}
        page = stranger.post(reverse("lookup"), typed_page() | day).content.decode()
        answered.append("You have asked as often as one person can in an hour" not in page)
    assert answered == [True] * 20 + [False] * 180
    assert "Fenside Family Hub, 020 7946 0100" in page
    with acting(staff.actor("doctor")) as actor:
        found = overseeing.askers(actor, since=BEGAN, until=clock.now())
    (asker,) = (one for one in found if one.practitioner == staff.people["stranger"].pk)
    assert found[0] == asker
    assert (asker.name, asker.counted.checks) == ("Stranger Example", 20)
    assert asker.counted.stopped == 180
    assert {rules.STOPPED, rules.WALKING_DATES} <= set(asker.patterns)
    with acting(staff.actor("registrar")) as actor:
        assert overseeing.askers(actor, since=BEGAN, until=clock.now()) == []


@override_settings(HUB_LOOKUP_LIMITS={"agency_hour": 3})
def test_an_agency_is_stopped_as_a_whole_and_no_other(staff: Staff) -> None:
    for who in ("nurse", "doctor", "nurse"):
        look(staff, who, *NOBODY)
    for who in ("nurse", "doctor"):
        with pytest.raises(asking.Stopped, match="Your agency has asked as often as it can"):
            look(staff, who, *NOBODY)
    assert says(look(staff, "registrar", *NOBODY)) == []
