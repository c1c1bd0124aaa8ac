"""Who may keep what private from whom, as a table, and at the file of a family."""

from dataclasses import replace
from typing import Any

import pytest

from hub.access import changes as access
from hub.access import keeping
from hub.agencies.models import Practitioner
from hub.audit import journal
from hub.consent import changes, holding, queries
from hub.consent.holding import PLACES, Holding, Wish
from hub.families import changes as families_changes
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.notify import templates
from hub.notify.models import Message
from tests.databases import Fresh
from tests.families_setup import CHILD, MOTHER, Staff, acting, aged, make_staff, open_as, register
from tests.notify.conftest import as_role

LEADS = Holding(level=Level.RECORD, leads=True)
WORKS = Holding(level=Level.SUMMARY)


@pytest.fixture
def staff(db: None) -> Staff:
    return make_staff()


@pytest.mark.requirement("2.81", "S5", "S14")
@pytest.mark.parametrize(
    ("asked", "change", "reason"),
    [
        (LEADS, {}, ""),
        (LEADS, {"whole_family": True}, ""),
        (LEADS, {"whole_family": True, "from_self": True, "from_lead": True}, "yourself out"),
        (LEADS, {"from_self": True, "from_lead": True}, "yourself out"),
        (LEADS, {"from_own_agency": True, "from_leads_agency": True}, "You work there"),
        (LEADS, {"whole_family": True, "from_own_agency": True, "from_leads_agency": True}, ""),
        (LEADS, {"held_already": True}, "already"),
        (LEADS, {"from_whose_it_is": True, "wish": Wish.OTHER}, "their own"),
        (WORKS, {"from_whose_it_is": True, "recorded": True}, "their own"),
        (LEADS, {"wish": Wish.CHILD}, ""),
        (LEADS, {"wish": Wish.YOUNG}, ""),
        (WORKS, {}, "whose wish"),
        (WORKS, {"level": Level.SIGNPOST, "recorded": True}, "work with this family"),
        (WORKS, {"level": Level.PLAN}, "whose wish"),
        (WORKS, {"recorded": True}, ""),
        (WORKS, {"wish": Wish.OTHER}, "whose wish"),
        (WORKS, {"wish": Wish.OWN}, ""),
        (WORKS, {"wish": Wish.JUDGED}, ""),
        (WORKS, {"wish": Wish.YOUNG}, "12 to 15"),
        (WORKS, {"wish": Wish.CHILD}, "Under 12"),
        (WORKS, {"wish": Wish.CHILD, "recorded": True}, ""),
        (WORKS, {"whole_family": True, "wish": Wish.OWN}, "Only whoever leads"),
        (WORKS, {"whole_family": True, "recorded": True}, "Only whoever leads"),
        (WORKS, {"recorded": True, "from_lead": True}, "They lead"),
        (WORKS, {"wish": Wish.OWN, "from_lead": True}, ""),
        (WORKS, {"wish": Wish.JUDGED, "from_lead": True}, ""),
        (WORKS, {"wish": Wish.OTHER, "from_lead": True}, "They lead"),
        (WORKS, {"wish": Wish.OWN, "from_lead": True, "whole_family": True}, "Only whoever leads"),
        (LEADS, {"wish": Wish.OWN, "from_lead": True, "from_self": True}, "yourself out"),
        (WORKS, {"wish": Wish.OWN, "from_leads_agency": True}, "Whoever leads works there"),
        (WORKS, {"wish": Wish.OWN, "from_own_agency": True}, "You work there"),
        (WORKS, {"wish": Wish.OWN, "from_self": True}, "yourself out"),
    ],
)
def test_who_may_keep_what_private_from_whom(
    asked: Holding, change: dict[str, Any], reason: str
) -> None:
    decision = holding.may_hold_back(replace(asked, **change))

    assert bool(decision) == (reason == "")
    assert reason in decision.reason


@pytest.mark.requirement("S5", "S14")
@pytest.mark.parametrize(
    ("from_self", "asked_for", "they_say_so", "reason"),
    [
        (False, False, False, ""),
        (False, True, True, ""),
        (False, True, False, "Ask them first"),
        (True, False, False, "kept from you"),
        (True, True, True, "kept from you"),
    ],
)
def test_who_may_let_it_be_seen_again(
    from_self: bool, asked_for: bool, they_say_so: bool, reason: str
) -> None:
    decision = holding.may_let_go(from_self=from_self, asked_for=asked_for, they_say_so=they_say_so)

    assert bool(decision) == (reason == "")
    assert reason in decision.reason


def keep(file: FamilyFile, whom: Practitioner, **more: Any) -> Any:
    """Keep the family's address from somebody, as one of them says."""
    usual: dict[str, Any] = {
        "item_kind": "address",
        "item": families.addresses_in(file)[0].pk,
        "kept_from": "practitioner",
        "kept_from_id": whom.pk,
    }
    return changes.hold_back(file, **usual | more, now=clock.now())


def with_a_nurse(staff: Staff, *people: Any) -> str:
    """A family of these people that the nurse works with, registered by the registrar."""
    reference = register(staff, staff.registration(*people) if people else None)
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    return reference


@pytest.mark.requirement("2.81", "S5")
def test_who_does_not_lead_keeps_what_they_wrote_down_or_were_asked_to(staff: Staff) -> None:
    reference, doctor = with_a_nurse(staff), staff.people["doctor"]
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        mother, child = (m.person_id for m in families.members_in(file))
        with pytest.raises(NotAllowed, match="whose wish"):
            keep(file, doctor)
        with pytest.raises(NotAllowed, match="Under 12"):
            keep(file, doctor, asked_by=child)
        assert keep(file, doctor, asked_by=mother).asked_by_id == mother
        own = families_changes.add_address(
            file, lines="2 Other Street", household=[child], now=clock.now()
        )
        assert keep(file, doctor, item=own.pk).asked_by_id is None
        contact = families_changes.add_contact(
            file, person=child, kind="phone", value="07700 900555", now=clock.now()
        )
        keep(file, doctor, item_kind="contact", item=contact.pk)


@pytest.mark.requirement("S5", "S6")
def test_a_young_persons_own_wish_counts_when_they_understand_it(staff: Staff) -> None:
    young = replace(CHILD, born=aged(14))
    reference, doctor = with_a_nurse(staff, MOTHER, young), staff.people["doctor"]
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        person = next(m.person_id for m in families.members_in(file) if m.part == "child")
        with pytest.raises(NotAllowed, match="12 to 15"):
            keep(file, doctor, asked_by=person)
        assert keep(file, doctor, asked_by=person, understands=True)


@pytest.mark.requirement("2.81", "S14")
@pytest.mark.parametrize("whole", [True, False])
def test_nobody_shuts_out_who_leads_by_a_slip_nor_by_their_other_job(
    staff: Staff, whole: bool
) -> None:
    reference, lead = with_a_nurse(staff), staff.people["registrar"]
    elsewhere = another_job(staff, lead)
    item: dict[str, Any] = {"item": None, "item_kind": ""} if whole else {}
    for whom in (lead, elsewhere):
        with acting(staff.actor("registrar")), pytest.raises(NotAllowed, match="yourself out"):
            keep(open_as(staff, "registrar", reference), whom, **item)
        with acting(staff.actor("nurse")), pytest.raises(NotAllowed):
            keep(open_as(staff, "nurse", reference), whom, **item)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        school = {"kept_from": "agency", "kept_from_id": staff.school.pk}
        if not whole:
            with pytest.raises(NotAllowed, match="You work there"):
                keep(file, lead, **school)
            return
        kept = keep(file, lead, **school, **item)
    with acting(staff.actor("registrar")):  # it spares who leads, who can end it
        changes.let_go(open_as(staff, "registrar", reference), kept.pk, now=clock.now())


@pytest.mark.requirement("S5")
def test_what_somebody_asked_for_ends_when_they_say_so_and_all_of_it(staff: Staff) -> None:
    reference = with_a_nurse(staff)
    with acting(staff.actor("doctor")):
        file = open_as(staff, "doctor", reference)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    for who in ("nurse", "doctor"):  # each does not see that it is kept already
        with acting(staff.actor(who)):
            file = open_as(staff, who, reference)
            asked_by = families.members_in(file)[0].person_id
            keep(file, staff.people["stranger"], asked_by=asked_by)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        with pytest.raises(NotAllowed, match="already"):
            keep(file, staff.people["stranger"])
        first, second = queries.restrictions_in(file)
        with pytest.raises(NotAllowed, match="Ask them first"):
            changes.let_go(file, first.pk, now=clock.now())
        changes.let_go(file, second.pk, they_say_so=True, now=clock.now())
        assert queries.restrictions_in(file) == []


@pytest.mark.requirement("S5", "S14")
@pytest.mark.parametrize("how", ["practitioner", "other job", "agency"])
def test_what_is_kept_from_who_leads_they_are_told_and_cannot_end(staff: Staff, how: str) -> None:
    """Whoever recorded it can, when they are asked to; and nobody else who works there."""
    reference, lead = with_a_nurse(staff), staff.people["registrar"]
    if how == "other job":
        lead = another_job(staff, lead)
    whom = {"kept_from": "agency", "kept_from_id": staff.school.pk} if how == "agency" else {}
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        asked_by = families.members_in(file)[0].person_id
        if how == "agency":
            with pytest.raises(NotAllowed, match="has to see it"):
                keep_private(file, lead, asked_by=asked_by, **whom)
            return
        row = keep_private(file, lead, asked_by=asked_by, **whom)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        assert families.addresses_in(file) == []
        (seen,) = queries.held_back_in(file)
        assert (seen.id, seen.asked_by) == (row.pk, "Amina Yusuf")
        with pytest.raises(NotAllowed, match="kept from you"):
            changes.let_go(file, row.pk, they_say_so=True, now=clock.now())
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        with pytest.raises(NotAllowed, match="Ask them first"):
            changes.let_go(file, row.pk, now=clock.now())
        changes.let_go(file, row.pk, they_say_so=True, now=clock.now())
    with acting(staff.actor("registrar")):
        assert families.addresses_in(open_as(staff, "registrar", reference))


@pytest.mark.requirement("S5", "S3", "S18")
def test_from_whom_the_lead_is_hidden_learns_nothing_by_an_email(fresh_database: Fresh) -> None:
    """What they keep from who leads is kept as from anybody, and who leads is told by a link."""
    with journal.transaction():
        staff = make_staff()
        reference, lead = with_a_nurse(staff), staff.people["registrar"]
    with journal.transaction(), acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        place = {"item_kind": PLACES, "item": file.family}
        keep(file, staff.people["nurse"], **place)
        relation = families.relationships_in(file)[0]
    with journal.transaction(), acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        asked_by = families.members_in(file)[0].person_id
        item = {"item_kind": "relationship", "item": relation.id, "asked_by": asked_by}
        for whom in (lead, staff.people["colleague"]):
            assert keep_private(file, whom, **item).from_at
    with as_role("hub_worker"):
        (message,) = Message.objects.filter(template="kept_from_lead")
        subject, text = templates.write(message.template, message.context)
    assert message.to == lead.email
    assert f"/families/{reference}/private/" in text
    assert "Yusuf" not in subject + text


def keep_private(file: FamilyFile, whom: Practitioner, **more: Any) -> Any:
    """The same as pages do it, so that who leads is told."""
    usual: dict[str, Any] = {"kept_from": "practitioner", "kept_from_id": whom.pk}
    if "item" not in more:
        usual |= {"item_kind": "address", "item": families.addresses_in(file)[0].pk}
    return keeping.keep_private(file, **usual | more, now=clock.now())


def another_job(staff: Staff, who: Practitioner) -> Practitioner:
    """The same person, at work in the clinic too."""
    elsewhere = Practitioner(
        account=who.account, agency=staff.clinic, locality=who.locality, name=who.name,
        role_title="Bank nurse", phone="020 7946 0102", email="other.here@example.org",
        joined_at=who.joined_at,
    )  # fmt: skip
    elsewhere.save(force_insert=True)
    return elsewhere
