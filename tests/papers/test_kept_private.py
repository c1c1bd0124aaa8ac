"""What is held back takes its signature and its sheet with it, for the wall as for every read."""

from typing import Any

import pytest
from django.db import connection

from hub.access import changes as access
from hub.consent import changes as consent
from hub.consent import queries as consent_queries
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.files import NotInYourFiles
from hub.papers import following, queries
from tests.families_setup import Staff, acting, make_staff, open_as
from tests.papers import files
from tests.papers.signing import giver, put, register_at, sign, weeks_ago, yeses

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("2.81")]
TABLES = ("papers_paper", "papers_signature")


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    """One sheet for two yeses, one signature on screen; a nurse who works with the family."""
    reference = register_at(staff, weeks_ago(8))
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        put(file, "record", "share")
        sign(file, "keep")
        put(file, data=files.PNG)
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    return reference


def keep_from_the_nurse(staff: Staff, family: str, kind: str, item: Any) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        consent.hold_back(
            file,
            item_kind=kind,
            item=item(file),
            kept_from="practitioner",
            kept_from_id=staff.people["nurse"].pk,
            now=clock.now(),
        )


def seen_by(staff: Staff, who: str, family: str) -> dict[str, int]:
    """How many rows the database itself shows, and how many the reads do."""
    with acting(staff.actor(who)):
        file = open_as(staff, who, family)
        found = {"papers": len(queries.papers_in(file))}
        found["signatures"] = len(queries.signatures_in(file))
        with connection.cursor() as cursor:
            for table in (*TABLES, *(f"{table}historyrow" for table in TABLES)):
                cursor.execute(f"select count(*) from {table} where family_id = %s", [file.family])
                found[table] = cursor.fetchone()[0]
        assert found["papers"] == found["papers_paper"] == found["papers_paperhistoryrow"]
        assert found["signatures"] == found["papers_signature"]
        assert found["signatures"] == found["papers_signaturehistoryrow"]
        return {name: found[name] for name in ("papers", "signatures")}


def test_all_is_seen_while_nothing_is_kept_private(staff: Staff, family: str) -> None:
    assert seen_by(staff, "nurse", family) == {"papers": 2, "signatures": 3}


@pytest.mark.parametrize(
    ("kind", "item", "left"),
    [
        ("agreement", lambda file: yeses(file)["record"], {"papers": 1, "signatures": 1}),
        ("agreement", lambda file: yeses(file)["keep"], {"papers": 2, "signatures": 2}),
        ("paper", lambda file: queries.papers_in(file)[1].pk, {"papers": 1, "signatures": 1}),
        (
            "member",
            lambda file: families.member(file, giver(file)).pk,
            {"papers": 1, "signatures": 0},
        ),
    ],
    ids=("a yes on the sheet", "the yes signed on screen", "the sheet", "who signed"),
)
def test_what_is_kept_private_takes_its_proof_with_it(
    staff: Staff, family: str, kind: str, item: Any, left: dict[str, int]
) -> None:
    keep_from_the_nurse(staff, family, kind, item)

    assert seen_by(staff, "nurse", family) == left
    assert seen_by(staff, "registrar", family) == {"papers": 2, "signatures": 3}


@pytest.mark.requirement("S3")
def test_a_sheet_that_tells_the_place_goes_with_it_but_for_who_put_it_there(
    staff: Staff, family: str
) -> None:
    with acting(staff.actor("registrar")):
        put(open_as(staff, "registrar", family), "keep", data=files.JPEG, tells_place=True)
    assert seen_by(staff, "nurse", family) == {"papers": 3, "signatures": 4}

    keep_from_the_nurse(staff, family, "places", lambda file: file.family)

    # The other sheets name agencies, which tell a place too.
    assert seen_by(staff, "nurse", family) == {"papers": 1, "signatures": 0}
    with acting(staff.actor("nurse")):
        put(open_as(staff, "nurse", family), data=files.HEIC, tells_place=True)
    assert seen_by(staff, "nurse", family) == {"papers": 2, "signatures": 0}


def test_a_paper_that_is_kept_private_is_not_there_to_take(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        sheet = queries.papers_in(open_as(staff, "registrar", family))[1].pk
    keep_from_the_nurse(staff, family, "paper", lambda file: sheet)

    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", family)
        with pytest.raises(NotInYourFiles):
            queries.download(file, sheet)
        assert queries.same_file(file, "0" * 64) == []
        # The same file is taken without a word: a refusal would tell that it is there.
        assert put(file, "share", data=files.PDF).pk


@pytest.mark.requirement("S19")
def test_what_is_kept_from_a_coordinator_is_not_counted_for_them(staff: Staff) -> None:
    family = register_at(staff, weeks_ago(8))
    coordinator = staff.actor("coordinator")

    def listed() -> int:
        with acting(coordinator):
            found = following.follow_ups(coordinator, now=clock.now())
            return sum(one.yeses for one in found if one.reference == family)

    def keep(kind: str, item: Any) -> None:
        with acting(staff.actor("registrar")):
            file = open_as(staff, "registrar", family)
            consent.hold_back(
                file,
                item_kind=kind,
                item=item(file),
                kept_from="practitioner",
                kept_from_id=coordinator.id,
                now=clock.now(),
            )

    assert listed() == 3
    keep("agreement", lambda file: yeses(file)["share"])
    assert listed() == 2
    keep("", lambda file: None)
    assert listed() == 0


def test_the_reads_leave_out_what_the_file_says_is_held_back(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        given = consent_queries.agreements_in(file)
        proofs = queries.proofs_in(file, given, today=clock.today())

    assert len([proof for proof in proofs.values() if proof.signed]) == 3
