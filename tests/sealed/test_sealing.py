"""What is sealed is nowhere, for nobody, and two named people open it (S7)."""

import re
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test import Client
from django.urls import reverse

from hub.access import queries as access
from hub.audit import journal
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles
from hub.sealed import changes, queries
from hub.sealed.models import Keeper, Look, Sealed
from tests.c3.pages import bare
from tests.families_setup import Staff, acting, open_as, sign_in
from tests.sealed.sealing import BEFORE, all_rows, everything_read, family, name, prepared, seal
from tests.web.staff.signed_in import post

EVERYBODY = ("registrar", "nurse", "doctor", "coordinator", "stranger", "colleague")


@pytest.fixture
def staff(db: None) -> Staff:
    return prepared()


@pytest.mark.requirement("S7", "2.72")
def test_who_somebody_was_is_on_no_page_in_no_search_and_in_no_row(staff: Staff) -> None:
    reference, child = family(staff)
    lead = sign_in(staff, "registrar")
    assert BEFORE[0] in everything_read(lead, reference)
    assert BEFORE[1] in all_rows(staff, "registrar", reference)

    seal(staff, reference, child)

    for who in EVERYBODY:
        rows = all_rows(staff, who, reference)
        read = everything_read(sign_in(staff, who), reference)
        for word in (*BEFORE, *(part.casefold() for part in BEFORE), "2019"):
            assert word not in rows, (who, word)
            assert word not in read, (who, word)
        assert "Adopted in May" not in rows + read
    page = everything_read(lead, reference).replace("\u2068", "")
    assert "Oliver" in page
    assert "Mother of" not in page.replace("Mother of Dylan", "")


@pytest.mark.requirement("S7", "S19")
def test_a_protected_person_is_not_there_for_anybody(staff: Staff) -> None:
    """Not in counts, pictures, history or search, and everything of theirs goes with them."""
    reference, child = family(staff)
    seal(staff, reference, child, ground="protected", given_names="", family_name="")

    for who in EVERYBODY:
        rows, read = (
            all_rows(staff, who, reference),
            everything_read(sign_in(staff, who), reference),
        )
        for word in (*BEFORE, str(child)):
            assert word not in rows, (who, word)
            assert word not in read, (who, word)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        assert len(families.members_in(file)) == 2
        assert all(child not in (r.person, r.other) for r in families.relationships_in(file))
        with pytest.raises(NotInYourFiles):
            families.member(file, child)
        assert "Sealed" not in str(
            access.sight_of(file.actor.id, reference, at=clock.now()).reasons
        )


@pytest.mark.requirement("S7", "S19")
def test_for_all_but_the_two_it_is_as_if_there_were_none_to_the_byte(staff: Staff) -> None:
    reference, child = family(staff)
    sealed = seal(staff, reference, child).pk
    name(staff, sealed)
    for who in ("registrar", "doctor", "stranger", "colleague"):
        client = sign_in(staff, who)
        for page in ("sealed_record", "sealed_handover", "sealed_end"):
            there = client.get(reverse(page, args=[sealed]))
            absent = client.get(reverse(page, args=[sealed + 1]))
            assert (there.status_code, absent.status_code) == (404, 404), (who, page)
            assert bare(there) == bare(absent), (who, page)
            posted = [
                client.post(reverse(page, args=[pk]), {"because": "A claim"})
                for pk in (sealed, sealed + 1)
            ]
            assert [answer.status_code for answer in posted] == [404, 404]
            assert bare(posted[0]) == bare(posted[1])
        empty = client.get(reverse("sealed_records")).content.decode()
        assert "You are not named for any" in empty
    assert sign_in(staff, "nurse").get(reverse("sealed_overseen")).status_code in (403, 404)


@pytest.mark.requirement("S7", "S33")
def test_each_of_the_two_opens_it_alone_with_a_reason_that_both_see(staff: Staff) -> None:
    reference, child = family(staff)
    sealed = seal(staff, reference, child).pk
    name(staff, sealed)
    address = reverse("sealed_record", args=[sealed])
    nurse, coordinator = sign_in(staff, "nurse"), sign_in(staff, "coordinator")
    shut = nurse.get(address).content.decode()
    assert BEFORE[0] not in shut
    assert "Write down why" in post(nurse, address).content.decode()

    assert nurse.post(address, {"because": "She asked for her papers"}).status_code == 302

    opened = nurse.get(address).content.decode()

    for word in (*BEFORE, "7 March 2019", "Mother of", "Adopted in May", "An adoption"[3:]):
        assert word.casefold() in opened.casefold(), word
    with acting(staff.actor("nurse")) as me:
        later = clock.now() + queries.OPEN_FOR
        assert queries.just_opened(me, sealed, now=later) is None
    seen = coordinator.get(address).content.decode()
    assert "She asked for her papers" in seen
    assert BEFORE[0] not in seen
    officer = sign_in(staff, "doctor").get(reverse("sealed_overseen")).content.decode()
    assert "Opened 1 time" in officer
    for word in (*BEFORE, reference, "papers", "Oliver"):
        assert word not in officer
    looks = sign_in(staff, "registrar").get(reverse("looks", args=[reference])).content.decode()
    assert "seal" not in looks.casefold()


@pytest.mark.requirement("S7", "S33")
def test_no_line_of_the_journal_names_the_family_or_a_word_of_it(staff: Staff) -> None:
    reference, child = family(staff)
    sealed = seal(staff, reference, child).pk
    name(staff, sealed)
    with acting(staff.actor("nurse")) as nurse:
        changes.open_sealed(nurse, sealed, because="A claim", now=clock.now())
        lines = [line for line in journal.pending() if line.event.startswith("sealed.")]
    assert lines
    for line in lines:
        assert line.family is None
        assert not line.families
    assert not any(word in repr(lines) for word in (*BEFORE, "claim", reference))


@pytest.mark.requirement("S7")
def test_the_officer_names_two_people_once_and_is_neither(staff: Staff) -> None:
    reference, child = family(staff)
    sealed = seal(staff, reference, child).pk
    officer = sign_in(staff, "doctor")
    assert "Waits for its two people" in officer.get(reverse("sealed_overseen")).content.decode()
    address = reverse("sealed_keepers", args=[sealed])
    one = staff.people["nurse"].email
    for second, says in (
        (one, "two different"),
        (staff.people["doctor"].email, "neither of the two"),
        (staff.people["administrator"].email, "administrator"),
        ("nobody@example.org", "Nobody who works here"),
    ):
        page = officer.post(address, {"first": one, "second": second}).content.decode()
        assert says in page
        assert one in page  # what was typed is kept
    name(staff, sealed)
    with pytest.raises(NotAllowed, match="named already"):
        name(staff, sealed, "stranger", "colleague")
    with acting(staff.actor("registrar")) as other, pytest.raises(NotInYourFiles):
        emails = {"first": one, "second": staff.people["stranger"].email}
        changes.name_keepers(other, sealed, **emails, now=clock.now())


@pytest.mark.requirement("S7")
def test_it_is_handed_over_with_the_others_yes_alone(staff: Staff) -> None:
    reference, child = family(staff)
    sealed = seal(staff, reference, child).pk
    name(staff, sealed)
    nurse, coordinator = sign_in(staff, "nurse"), sign_in(staff, "coordinator")
    address = reverse("sealed_handover", args=[sealed])
    wrong = nurse.post(address, {"email": staff.people["coordinator"].email}).content.decode()
    assert "one of the two already" in wrong
    asked = nurse.post(address, {"email": staff.people["stranger"].email})
    assert asked.status_code == 302
    stranger = sign_in(staff, "stranger")
    assert stranger.get(reverse("sealed_record", args=[sealed])).status_code == 404
    with acting(staff.actor("nurse")) as me, pytest.raises(NotAllowed, match="other one"):
        changes.agree_to_hand_over(me, sealed, now=clock.now())

    assert post(coordinator, address).status_code == 302

    at = reverse("sealed_record", args=[sealed])
    assert [client.get(at).status_code for client in (nurse, coordinator, stranger)] == [
        404,
        200,
        200,
    ]


@pytest.mark.requirement("S7")
@pytest.mark.parametrize("ground", ["adoption", "protected"])
def test_both_together_end_it_and_then_the_file_and_its_history_say_it_again(
    staff: Staff, ground: str
) -> None:
    reference, child = family(staff)
    before = all_rows(staff, "registrar", reference).count(BEFORE[1])
    sealed = seal(staff, reference, child, ground=ground).pk
    name(staff, sealed)
    nurse, coordinator = sign_in(staff, "nurse"), sign_in(staff, "coordinator")
    address = reverse("sealed_end", args=[sealed])
    assert post(nurse, address).status_code == 302
    assert BEFORE[1] not in all_rows(staff, "registrar", reference)
    assert "asked for already" in post(nurse, address).content.decode()

    assert post(coordinator, address).status_code == 302

    again = all_rows(staff, "registrar", reference)
    # A former name stands in the history again; the names of now are those given since.
    assert again.count(BEFORE[1]) == (before if ground == "protected" else before - 1)
    assert (
        nurse.post(reverse("sealed_record", args=[sealed]), {"because": "Why"}).status_code == 200
    )
    assert BEFORE[0] not in nurse.get(reverse("sealed_record", args=[sealed])).content.decode()


@pytest.mark.requirement("S7")
def test_who_does_not_lead_seals_nothing(staff: Staff) -> None:
    reference, child = family(staff)
    for who in ("nurse", "coordinator", "stranger", "doctor"):
        client = sign_in(staff, who)
        answer = client.get(reverse("sealing", args=[reference, child]))
        assert answer.status_code == 404, who
    lead: Client = sign_in(staff, "registrar")
    assert (
        "Seal who they were"
        in lead.get(reverse("person", args=[reference, child])).content.decode()
    )
    page = post(lead, reverse("sealing", args=[reference, child])).content.decode()
    assert "Choose what it is about" in page
    typed: dict[str, Any] = {
        "ground": "transition", "given_names": BEFORE[0], "family_name": BEFORE[1],
        "because": "She asked", "certain": "yes",
    }  # fmt: skip
    assert (
        "has to differ"
        in lead.post(reverse("sealing", args=[reference, child]), typed).content.decode()
    )
    done = lead.post(reverse("sealing", args=[reference, child]), typed | {"given_names": "Maya"})
    assert done.status_code == 302


@pytest.mark.requirement("S7", "2.72")
def test_sql_shows_and_changes_nothing_of_it_for_anybody_else(staff: Staff) -> None:
    reference, child = family(staff)
    sealed = seal(staff, reference, child).pk
    name(staff, sealed)
    for who in ("registrar", "doctor", "stranger", "administrator"):
        with acting(staff.actor(who)):
            assert not Sealed.objects.exists()
            assert not Keeper.objects.exists()
            assert not Look.objects.exists()
            assert Sealed.objects.update(because="x") == 0
            me = staff.people[who].pk
            with pytest.raises(DatabaseError), transaction.atomic():
                Keeper(sealed_id=sealed, practitioner_id=me, from_at=clock.now()).save(
                    force_insert=True
                )
            with connection.cursor() as cursor:
                cursor.execute("select hub.unseal_past(%s)", [sealed])
                cursor.execute("select hub.seal_past(%s)", [sealed])
                cursor.execute(
                    "select hub.name_keepers(%s, %s, %s, 5, 6, now())",
                    [sealed, me, staff.people["colleague"].pk],
                )
                assert cursor.fetchone() == (False,)
        assert BEFORE[1] not in all_rows(staff, who, reference)
    with acting(staff.actor("nurse")) as nurse:
        assert [kept.id for kept in queries.mine(nurse)] == [sealed]
        assert re.fullmatch(r"SR-\w{8}", queries.mine(nurse)[0].code)
