"""A practice family is a draft and nothing else: no other table learns of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.intake import changes, queries
from hub.intake.models import Draft
from hub.kernel import clock
from hub.kernel.files import NotInYourFiles, job_actor
from tests.cast import past_the_wall
from tests.families_setup import Staff, acting, make_staff, sign_in
from tests.web.staff.test_quick_start import typed
from tests.web.staff.test_registration import text

pytestmark = pytest.mark.django_db
# What a page of any kind leaves: the draft, its line in the journal, the form's token, the session.
ALLOWED = {"intake_draft", "audit_entry", "audit_chain", "access_postedform", "django_session"}


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def registrar(staff: Staff) -> Client:
    return sign_in(staff, "registrar")


def practise(client: Client, staff: Staff, **more: Any) -> str:
    """Fill in the page; gives the practice family's address."""
    answer = client.post(reverse("practice"), typed(staff, **more))
    assert answer.status_code == 302, text(answer)
    return str(answer["Location"])


def inserted() -> dict[str, int]:
    """How many rows this transaction has added to each table, counted by the database itself."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "select relname, n_tup_ins + n_tup_upd from pg_stat_xact_user_tables"
            " where n_tup_ins + n_tup_upd > 0"
        )
        return {name: int(rows) for name, rows in cursor.fetchall()}


@pytest.mark.requirement("2.112", "S11")
def test_practice_shows_what_would_be_and_touches_no_other_table(
    registrar: Client, staff: Staff
) -> None:
    before = inserted()

    here = practise(registrar, staff)
    page = text(registrar.get(here))

    after = inserted()
    assert {table for table in after if after[table] != before.get(table, 0)} <= ALLOWED
    assert after["intake_draft"] == before.get("intake_draft", 0) + 1
    assert "Practice" in page
    assert "Amina Yusuf" in page
    assert "Everybody at" in page
    assert "Clinic of Fenside" in page
    assert "Nobody was registered" in page


def test_the_same_count_sees_a_real_registration(registrar: Client, staff: Staff) -> None:
    registrar.post(reverse("quick_start"), typed(staff))

    assert "families_family" in inserted()


@pytest.mark.requirement("S11")
def test_practice_is_no_draft_and_can_never_be_a_family(registrar: Client, staff: Staff) -> None:
    number = int(practise(registrar, staff).rstrip("/").rpartition("/")[2])

    for name in ("quick_start_draft", "registration_draft", "registration_check"):
        assert registrar.get(reverse(name, args=[number])).status_code == 404
        assert (
            registrar.post(reverse(name, args=[number]), typed(staff, said_yes="yes")).status_code
            == 404
        )
    assert f"/{number}/" not in text(registrar.get(reverse("quick_start")))
    with acting(staff.actor("registrar")) as actor, pytest.raises(NotInYourFiles):
        changes.register(actor, staff.registration(), draft=number, now=clock.now())
    with acting(staff.actor("registrar")) as actor, pytest.raises(NotInYourFiles):
        changes.save_draft(actor, {}, draft=number, now=clock.now())


@pytest.mark.parametrize("who", ["colleague", "nurse", "coordinator", "administrator"])
def test_practice_is_its_writers_alone(registrar: Client, staff: Staff, who: str) -> None:
    here = practise(registrar, staff)
    other = sign_in(staff, who)

    assert other.get(here).status_code == 404
    assert other.post(here, {"once": "a-token-of-this-test"}).status_code == 404
    assert "Typed on" not in text(other.get(reverse("practice")))
    assert "Typed on" in text(registrar.get(reverse("practice")))


def test_practice_is_deleted_at_once_when_asked(registrar: Client, staff: Staff) -> None:
    here = practise(registrar, staff)

    registrar.post(here, {"once": "a-token-of-this-test"})

    assert registrar.get(here).status_code == 404
    with past_the_wall() as behind:
        assert behind.execute("select count(*) from intake_draft where practice").fetchone() == (0,)


@pytest.mark.parametrize(
    ("days", "practice", "kept"),
    [(6, True, True), (8, True, False), (8, False, True), (29, False, False)],
)
def test_practice_is_deleted_by_itself_after_seven_days(
    staff: Staff, days: int, practice: bool, kept: bool
) -> None:
    now = clock.now()
    with acting(staff.actor("registrar")) as actor:
        row = changes.save_draft(
            actor, {"why": ["x"]}, practice=practice, now=now - timedelta(days=days)
        )
        shown = [one.id for one in queries.drafts_of(actor, practice=practice, now=now)]
        assert (row.pk in shown) == kept
    with acting(job_actor("test")):
        changes.expire_drafts(now=now)
    with acting(staff.actor("registrar")):
        assert Draft.objects.filter(pk=row.pk).exists() == kept


def test_what_is_wrong_in_practice_is_said_and_kept_nowhere(
    registrar: Client, staff: Staff
) -> None:
    page = text(registrar.post(reverse("practice"), typed(staff, **{"people-1-given_names": ""})))

    assert "There is a problem" in page
    assert "Practice" in page
    with acting(staff.actor("registrar")) as actor:
        assert queries.drafts_of(actor, practice=True, now=clock.now()) == []
