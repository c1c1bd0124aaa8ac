"""Yeses are signed once, on screen or on paper; a paper is kept as it came."""

import sys
from typing import Any

import pytest
from django.db import Error, connection, transaction

from hub.access import changes as access
from hub.audit import journal
from hub.consent import changes as consent
from hub.consent import queries as consent_queries
from hub.kernel import clock
from hub.kernel.clock import day_of
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles
from hub.papers import changes, following, queries
from hub.papers.models import Paper, Signature
from hub.papers.rules import HowSigned
from tests.families_setup import Staff, acting, make_staff, open_as, register
from tests.papers import files
from tests.papers.signing import LINES, giver, put, register_at, sign, weeks_ago, yeses

pytestmark = pytest.mark.django_db
TODAY = clock.today


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return register(staff, service=False)


@pytest.mark.requirement("2.88", "S16")
def test_several_yeses_are_signed_at_once_and_each_has_its_proof(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        rows = sign(file, "record", "keep", read_how="interpreted", read_whose="interpreter",
                    read_by="Zoe Lund", language="Somali", witness="A neighbour")  # fmt: skip
        proofs = queries.proofs_in(file, consent_queries.agreements_in(file), today=TODAY())
        (waiting,) = queries.to_sign_in(file, today=TODAY())
        kept = Signature.objects.get(pk=rows[0].pk)
        lines = [line.event for line in journal.pending()]

    assert {row.act for row in rows} == {kept.act}
    assert (kept.strokes, kept.kind, kept.read_by) == (LINES, "drawn", "Zoe Lund")
    assert (kept.language, kept.witness, kept.device) == ("Somali", "A neighbour", "ours")
    assert sum(proof.signed is not None for proof in proofs.values()) == 2
    assert [row.scope for row in waiting.agreements] == ["share"]
    assert lines.count("agreement.signed") == 1


@pytest.mark.requirement("2.88")
def test_a_name_typed_counts_as_a_signature(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        (row, *_) = sign(file, strokes=None, typed="Amina Yusuf")

    assert (row.kind, row.typed, row.strokes) == ("typed", "Amina Yusuf", [])


def test_a_yes_is_signed_on_screen_once(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        sign(file, "keep")
        with pytest.raises(NotAllowed, match="signed on screen already"):
            sign(file)
        assert Signature.objects.filter(family=file.family).count() == 1
        assert [line.event for line in journal.pending()].count("agreement.signed") == 1


@pytest.mark.requirement("S16")
def test_neither_a_child_nor_the_partner_reads_to_them(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        for changed in (
            {"read_whose": "child", "read_by": "Dylan"},
            {"read_whose": "friend", "read_by": "DYLAN Yusuf"},
            {"read_whose": "partner"},
        ):
            with pytest.raises(NotAllowed, match="partner or a child"):
                sign(file, read_how="aloud", **changed)
        assert not Signature.objects.filter(family=file.family).exists()


def test_nobody_signs_for_another_nor_what_has_ended(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        child = next(m for m in consent_people(file) if m != giver(file))
        with pytest.raises(NotInYourFiles):
            sign(file, "keep", signer=child)
        ended = yeses(file)["share"]
        consent.withdraw(file, ended, now=clock.now())
        with pytest.raises(NotInYourFiles):
            changes.stands(file, signer=giver(file), agreements=[ended], said_on=TODAY(),
                           met="phone", now=clock.now())  # fmt: skip


def consent_people(file: Any) -> list[int]:
    from hub.families import queries as families

    return [row.person_id for row in families.members_in(file)]


@pytest.mark.requirement("2.88")
def test_a_sheet_signs_the_yeses_it_shows_and_its_bytes_come_back(
    staff: Staff, family: str
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        paper = put(file, "record", "keep", data=files.PNG)
        proofs = queries.proofs_in(file, consent_queries.agreements_in(file), today=TODAY())
        taken = queries.download(file, paper.pk)
        lines = [line.event for line in journal.pending()]

    assert sorted(p.signed.kind for p in proofs.values() if p.signed) == ["paper", "paper"]
    assert (taken.data, taken.media_type) == (files.PNG, "image/png")
    assert taken.name == f"{family}-agreement-{clock.today().isoformat()}.png"
    assert {"paper.put", "paper.taken"} <= set(lines)


def test_the_same_file_twice_is_said_and_kept_once(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        put(file, "record")
        with pytest.raises(NotAllowed, match="This very file was put here on"):
            put(file, "keep")
        put(file)  # not the signer's: another paper
        assert Paper.objects.filter(family=file.family).count() == 2


@pytest.mark.parametrize(
    ("data", "changed", "begins"),
    [
        (files.HTML, {}, "This is not a PDF"),
        (b"", {}, "The file is empty"),
        (files.PDF, {"size": 10_000_001}, "The file is larger than 10 MB"),
    ],
)
def test_what_is_not_kept_leaves_no_row_and_no_line(
    staff: Staff, family: str, data: bytes, changed: dict[str, Any], begins: str
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        with pytest.raises(NotAllowed, match=f"^{begins}"):
            put(file, "keep", data=data, **changed)
        assert not Paper.objects.filter(family=file.family).exists()
        assert not Signature.objects.filter(family=file.family).exists()
        assert "paper.put" not in [line.event for line in journal.pending()]


def test_a_scanner_that_finds_something_or_fails_keeps_nothing(
    staff: Staff, family: str, settings: Any
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        for code, refused in ((1, "found something"), (2, "could not be checked")):
            settings.PAPER_SCANNER = f"{sys.executable} -c 'import sys; sys.exit({code})'"
            with pytest.raises(NotAllowed, match=refused):
                put(file, "keep")
        settings.PAPER_SCANNER = "/nowhere/scanner"
        with pytest.raises(NotAllowed, match="could not be checked"):
            put(file, "keep")
        assert not Paper.objects.filter(family=file.family).exists()

        reads = 'import sys; sys.exit(sys.stdin.buffer.read(5) != b"%PDF-")'
        settings.PAPER_SCANNER = f"{sys.executable} -c '{reads}'"
        assert put(file, "keep").scanned


@pytest.mark.requirement("S3")
def test_a_photograph_that_says_where_it_was_taken_tells_a_place(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        assert put(file, "keep", data=files.jpeg_with(files.tiff(0x8825))).tells_place
        assert not put(file, "keep", data=files.JPEG).tells_place


def test_papers_and_signatures_are_never_rewritten(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        put(file, "record")
        sign(file, "keep")
        for table in ("papers_paper", "papers_signature"):
            for sql in (f"update {table} set version = 2", f"delete from {table}"):
                with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(sql)


@pytest.mark.requirement("2.82", "S13")
def test_a_yes_that_was_stopped_keeps_its_proof_and_is_not_asked_for(
    staff: Staff, family: str
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        sign(file, "share")
        consent.withdraw(file, yeses(file)["share"], now=clock.now())
        (ended,) = consent_queries.ended_in(file, most=50)
        proof = queries.proofs_in(file, [ended], today=TODAY())[ended.pk]

    assert proof.signed is not None
    assert (proof.due_on, proof.overdue) == (None, False)


@pytest.mark.requirement("S16")
def test_a_sheet_signed_before_its_words_came_to_the_signer_does_not_count(
    staff: Staff, family: str
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        for how, refused in (
            (HowSigned("", "", "", ""), "Say how they came to know"),
            (HowSigned("aloud", "partner", "Bo", ""), "A partner or a child"),
            (HowSigned("interpreted", "friend", "Dylan", ""), "A partner or a child"),
        ):
            with pytest.raises(NotAllowed, match=refused):
                put(file, "keep", how=how)
        put(file, "keep", how=HowSigned("aloud", "worker", "Zoe Lund", "Somali"))
        (row,) = queries.signatures_in(file)

    assert (row.read_by, row.language) == ("Zoe Lund", "Somali")


@pytest.mark.requirement("4.2")
def test_a_spoken_yes_is_followed_up_until_it_is_signed(staff: Staff) -> None:
    family = register_at(staff, weeks_ago(8), how="spoken", witness="A colleague")
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        own = yeses(file)
        (found,) = following.overdue_in([file], now=clock.now())
        assert (found.reference, found.yeses, found.spoken) == (family, 3, 3)
        assert len(consent_queries.agreements_in(file)) == 3  # all in force

        changes.stands(file, signer=giver(file), agreements=[own["share"]], said_on=TODAY(),
                       met="phone", now=clock.now())  # fmt: skip
        sign(file, "keep")
        (found,) = following.overdue_in([file], now=clock.now())
        assert found.yeses == 1

        put(file, "record")
        assert following.overdue_in([file], now=clock.now()) == []
        (waiting,) = queries.to_sign_in(file, today=TODAY())
    assert [row.scope for row in waiting.agreements] == ["share"]
    assert waiting.due_on > TODAY()


@pytest.mark.requirement("4.2")
def test_what_stood_long_ago_is_asked_about_again(staff: Staff) -> None:
    family = register_at(staff, weeks_ago(20))
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        for weeks in (18, 12):
            changes.stands(file, signer=giver(file), agreements=list(yeses(file).values()),
                           said_on=day_of(weeks_ago(weeks)), met="phone",
                           now=weeks_ago(weeks))  # fmt: skip
        (found,) = following.overdue_in([file], now=clock.now())
        (waiting,) = queries.to_sign_in(file, today=TODAY())

    assert found.due_on == waiting.due_on > day_of(weeks_ago(12))


@pytest.mark.requirement("4.2", "S33")
def test_the_list_is_for_who_oversees_and_names_nobody(staff: Staff) -> None:
    overdue, fresh = register_at(staff, weeks_ago(8)), register(staff, service=False)
    for who, sees in (("coordinator", True), ("registrar", False), ("nurse", False)):
        with acting(staff.actor(who)) as actor:
            found = {one.reference: one for one in following.follow_ups(actor, now=clock.now())}
        assert (overdue in found) == sees, who
        assert fresh not in found


def test_only_who_works_with_the_family_writes(staff: Staff, family: str) -> None:
    with acting(staff.actor("nurse")):  # sees the signpost: the clinic was agreed to
        file = open_as(staff, "nurse", family)
        with pytest.raises((NotAllowed, NotInYourFiles)):
            put(file)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    with acting(staff.actor("nurse")):
        assert put(open_as(staff, "nurse", family)).pk
