"""Advice somebody asked for: whose it is, who reads it, who decides, what is counted and kept."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from hub.access import changes as access
from hub.access.inside.facts import rows_inside
from hub.audit import journal
from hub.consent import changes as consent
from hub.families import queries as families
from hub.intake.models import FamilySought, OwnSought
from hub.intake.sought import changes, queries
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles, job_actor
from tests.families_setup import Staff, acting, make_staff, open_as
from tests.inside.looking import inside
from tests.web.staff.family_pages import make_family

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("2.93")]
SAID: dict[str, Any] = {
    "whom": "Duty worker, the access team",
    "named": False,
    "asked": "Is it a worry?",
    "advised": "Ask the school",
}
DECIDED = {"decided": "To ask the school", "because": "They see her every day"}


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    """The registrar leads, the nurse works with them, the doctor's agency has the signpost."""
    return make_family(staff)


def ask(staff: Staff, who: str, family: str, **more: Any) -> FamilySought:
    with acting(staff.actor(who)):
        said = {"asked_on": clock.today()} | SAID | more
        return changes.save(open_as(staff, who, family), **said, now=clock.now())


def ask_alone(staff: Staff, who: str, **more: Any) -> OwnSought:
    with acting(staff.actor(who)) as actor:
        said = {"asked_on": clock.today(), "now": clock.now()} | SAID | more
        return changes.save_own(actor, **said)


def read(staff: Staff, who: str, family: str) -> set[int]:
    """What somebody reads of a family's, by the query and by the wall: the same."""
    with acting(staff.actor(who)):
        found = {row.pk for row in queries.sought_in(open_as(staff, who, family))}
        assert found == set(FamilySought.objects.values_list("pk", flat=True))
        past = FamilySought.history_rows.rel.related_model  # type: ignore[attr-defined]
        assert found == set(past.objects.values_list("pgh_obj_id", flat=True))
        return found


@pytest.mark.parametrize("named", [True, False])
def test_what_was_asked_is_read_by_who_asked_and_by_who_leads(
    staff: Staff, family: str, named: bool
) -> None:
    row = ask(staff, "nurse", family, named=named)
    theirs = ask(staff, "registrar", family)
    counted = ask(staff, "coordinator", family)

    assert row.named is named
    assert row.decided_at is None
    assert read(staff, "registrar", family) == {row.pk, theirs.pk, counted.pk}
    assert read(staff, "nurse", family) == {row.pk}
    assert read(staff, "coordinator", family) == {counted.pk}
    assert read(staff, "doctor", family) == set()
    with acting(staff.actor("nurse")), pytest.raises(NotInYourFiles):
        queries.sought_one(open_as(staff, "nurse", family), theirs.pk)


@pytest.mark.parametrize("who", ["doctor", "stranger", "administrator"])
def test_who_does_not_see_who_is_in_the_family_writes_nothing_into_its_file(
    staff: Staff, family: str, who: str
) -> None:
    with pytest.raises((NotAllowed, NotInYourFiles)):
        ask(staff, who, family)

    assert read(staff, "registrar", family) == set()


def test_nobody_writes_it_down_as_somebody_else(staff: Staff, family: str) -> None:
    other = staff.people["registrar"].pk
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", family)
        theirs = FamilySought(family_id=file.family, saved_by_id=other)
        for row in (theirs, OwnSought(saved_by_id=other)):
            row.asked_on, row.saved_at, row.named = clock.today(), clock.now(), False
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                row.save(force_insert=True)


@pytest.mark.requirement("S4")
def test_no_member_of_the_family_is_shown_it(staff: Staff, family: str) -> None:
    row = ask(staff, "registrar", family)
    with acting(staff.actor("registrar")):
        mother = families.members_in(open_as(staff, "registrar", family))[0].person_id

    with inside(family, mother) as file:
        assert FamilySought.objects.count() == 0
        assert queries.sought_in(file) == []
        assert row.pk not in {one.id for one in rows_inside(mother, file.family, clock.now())}
        with pytest.raises(NotAllowed):
            changes.save(file, asked_on=clock.today(), **SAID, now=clock.now())


def test_who_asked_decides_later_and_once(staff: Staff, family: str) -> None:
    row = ask(staff, "nurse", family)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        with pytest.raises(NotAllowed, match="Whoever asked"):
            changes.decide(file, row.pk, **DECIDED, version=1, now=clock.now())
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", family)
        with pytest.raises(Conflict):
            changes.decide(file, row.pk, **DECIDED, version=7, now=clock.now())
        kept = changes.decide(file, row.pk, **DECIDED, version=1, now=clock.now())
        assert (kept.decided, kept.because, kept.version) == (*DECIDED.values(), 2)
        with pytest.raises(NotAllowed, match="written down already"):
            changes.decide(file, row.pk, **DECIDED, version=2, now=clock.now())
        assert journal.pending()[-1].event == "sought.decided"


@pytest.mark.requirement("S33")
def test_each_leaves_a_line_without_a_word_of_it(staff: Staff, family: str) -> None:
    with acting(staff.actor("nurse")) as actor:
        file, now = open_as(staff, "nurse", family), clock.now()
        changes.save(file, asked_on=clock.today(), **SAID, now=now)
        row = changes.save_own(actor, asked_on=clock.today(), **SAID, now=now)
        changes.decide_own(actor, row.pk, **DECIDED, version=1, now=now)
        lines = journal.pending()[-3:]

    assert [line.event for line in lines] == ["sought.saved", "sought.own_saved",
                                              "sought.own_decided"]  # fmt: skip
    assert not any("school" in str(line.refs) for line in lines)


def test_what_is_about_no_family_is_of_who_wrote_it_alone(staff: Staff, family: str) -> None:
    row = ask_alone(staff, "nurse")
    for who in ("registrar", "doctor", "coordinator", "administrator", "stranger"):
        with acting(staff.actor(who)) as actor:
            assert queries.own(actor) == []
            assert OwnSought.objects.count() == 0
            with pytest.raises(NotInYourFiles):
                queries.own_one(actor, row.pk)
            with pytest.raises(NotInYourFiles):
                changes.decide_own(actor, row.pk, **DECIDED, version=1, now=clock.now())
    with acting(staff.actor("nurse")) as actor:
        assert queries.own(actor) == [row]


@pytest.mark.requirement("2.81", "S3")
def test_it_is_held_back_as_any_item_and_with_the_places(staff: Staff, family: str) -> None:
    first, second = ask(staff, "coordinator", family), ask(staff, "coordinator", family)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        for kind, item in (("sought", first.pk), ("places", file.family)):
            consent.hold_back(
                file, item_kind=kind, item=item, kept_from="practitioner",
                kept_from_id=staff.people["coordinator"].pk, now=clock.now(),
            )  # fmt: skip

    # Their own words tell them no place; what is kept from them is gone, written or not.
    assert read(staff, "coordinator", family) == {second.pk}
    assert read(staff, "registrar", family) == {first.pk, second.pk}
    with acting(staff.actor("coordinator")), pytest.raises(NotInYourFiles):
        file = open_as(staff, "coordinator", family)
        changes.decide(file, first.pk, **DECIDED, version=1, now=clock.now())


def test_who_works_with_them_no_more_reads_theirs_no_more(staff: Staff, family: str) -> None:
    ask(staff, "nurse", family)
    with acting(staff.actor("nurse")):
        access.stop_working(open_as(staff, "nurse", family), now=clock.now())

    assert read(staff, "nurse", family) == set()


def test_a_coordinator_counts_it_unread_by_month_and_agency(staff: Staff, family: str) -> None:
    month = clock.today().replace(day=1)
    before = month - timedelta(days=1)
    ask(staff, "nurse", family, named=True, asked_on=month)
    for named, on in ((True, month), (False, month), (False, before), (False, before)):
        ask_alone(staff, "nurse", named=named, asked_on=on)
    ask_alone(staff, "registrar", asked_on=before - timedelta(days=40))

    with acting(staff.actor("coordinator")) as actor:
        rows = queries.counted(actor, since=before.replace(day=1))
        assert [(row.month, row.agency, row.named, row.unnamed) for row in rows] == [
            (month, staff.clinic.name, 2, 1),
            (before.replace(day=1), staff.clinic.name, 0, 2),
        ]
    for who in ("nurse", "registrar", "administrator", "stranger"):
        with acting(staff.actor(who)) as actor:
            assert queries.counted(actor, since=before) == []


@pytest.mark.parametrize(("days", "kept"), [(729, True), (731, False)])
def test_what_is_in_no_file_goes_after_two_years(staff: Staff, days: int, kept: bool) -> None:
    row = ask_alone(staff, "nurse", now=clock.now() - timedelta(days=days),
                    asked_on=clock.today() - timedelta(days=days))  # fmt: skip
    young = ask_alone(staff, "nurse")

    with acting(job_actor("test")):
        changes.expire_sought(now=clock.now() + timedelta(days=4000 if kept else 0))

    with acting(staff.actor("nurse")) as actor:
        assert {one.pk for one in queries.own(actor)} == {young.pk} | ({row.pk} if kept else set())
        with (
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("delete from intake_ownsought")
