"""One's own account: who one is, where one is signed in, one's password."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client

from hub.accounts.queries import mark_of
from hub.agencies.models import Practitioner
from hub.kernel import clock
from tests.web.public.conftest import (
    PASSWORD,
    Someone,
    ask_for_code,
    browser,
    code_of,
    is_in,
    make,
    sign_in,
)

pytestmark = pytest.mark.requirement("N1")
NEW = "loud geese over the harbour"


def queued(template: str) -> int:
    """How many jobs to send a message wait; pages may not read the messages themselves."""
    with connection.cursor() as cursor:
        cursor.execute("select count(id) from procrastinate_jobs")
        return int(cursor.fetchone()[0])


@pytest.fixture
def signed_in(nadia: Someone, client: Client) -> Client:
    """Nadia's browser."""
    sign_in(client, nadia.email)
    return client


def second_place(nadia: Someone) -> Practitioner:
    """The same Nadia in another agency."""
    other = make("elsewhere@people.example.org", "Elsewhere")
    return Practitioner.objects.create(
        account=nadia.account,
        agency=other.practitioner.agency,
        locality=other.locality,
        name="Nadia",
        role_title="Volunteer",
        phone="07700 900156",
        email=nadia.email,
        joined_at=nadia.practitioner.joined_at,
    )


def test_the_page_shows_where_one_is_signed_in(nadia: Someone, signed_in: Client) -> None:
    phone = browser("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1")
    sign_in(phone, nadia.email)

    page = signed_in.get("/account/").content.decode()

    assert nadia.email in page
    assert "Safari on an iPhone" in page
    assert page.count("Sign out there") == 1
    assert "192.0.2" not in page


def test_one_signs_out_there_and_stays_in_here(nadia: Someone, signed_in: Client) -> None:
    there, third = browser(), browser()
    sign_in(there, nadia.email)
    sign_in(third, nadia.email)
    page = signed_in.get("/account/").content.decode()
    mark = page.split('name="place" value="')[1].split('"')[0]

    signed_in.post("/account/places/end/", {"place": mark})
    after_one = [is_in(there), is_in(third)]
    signed_in.post("/account/places/end-others/")

    assert sorted(after_one) == [False, True]
    assert [is_in(signed_in), is_in(there), is_in(third)] == [True, False, False]


def test_nobody_signs_somebody_else_out(nadia: Someone, signed_in: Client) -> None:
    from allauth.usersessions.models import UserSession

    other, theirs = make("other@people.example.org", "Other"), browser()
    sign_in(theirs, other.email)
    place = UserSession.objects.get(user=other.account)

    answers = [
        signed_in.post("/account/places/end/", {"place": typed})
        for typed in (mark_of(place.session_key), place.session_key, str(place.pk), "", "\x00")
    ]

    assert [answer.status_code for answer in answers] == [404] * 5
    assert is_in(theirs)
    assert signed_in.get("/account/places/end-others/").status_code == 405


def test_a_new_password_signs_out_everywhere_else_and_is_told_by_mail(
    nadia: Someone, signed_in: Client
) -> None:
    other = browser()
    sign_in(other, nadia.email)
    before = queued("password_changed")

    answer = signed_in.post(
        "/account/password/", {"oldpassword": PASSWORD, "password1": NEW}, follow=True
    )
    fresh = browser()
    fresh.post("/sign-in/password/", {"login": nadia.email, "password": NEW})

    assert "Your password has been changed." in answer.content.decode()
    assert [is_in(signed_in), is_in(other), is_in(fresh)] == [True, False, True]
    assert queued("password_changed") == before + 1


def test_who_signs_in_by_code_may_choose_a_first_password(nadia: Someone, client: Client) -> None:
    nadia.account.set_unusable_password()
    nadia.account.save()
    sign_in(client, nadia.email)
    assert "None: you sign in with codes" in client.get("/account/").content.decode()

    client.post("/account/password/set/", {"password1": NEW})
    fresh = browser()
    fresh.post("/sign-in/password/", {"login": nadia.email, "password": NEW})

    assert is_in(client)
    assert is_in(fresh)


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("", "Enter a new password"),
        ("short", "Your password must be 12 characters or more"),
        ("nadia@people.example.org", "less like your email address"),
        ("qwertyuiop123", "harder to guess"),
        ("a" * 1001, "1,000 characters or fewer"),
    ],
)
def test_a_weak_password_is_refused_with_a_sentence(
    nadia: Someone, signed_in: Client, password: str, sentence: str
) -> None:
    answer = signed_in.post("/account/password/", {"oldpassword": PASSWORD, "password1": password})

    assert sentence in answer.content.decode()
    nadia.account.refresh_from_db()
    assert nadia.account.check_password(PASSWORD)


def test_the_password_one_has_is_asked_for(nadia: Someone, signed_in: Client) -> None:
    answers = [
        signed_in.post("/account/password/", {"oldpassword": "wrong", "password1": NEW})
        for _ in range(6)
    ]

    assert "The password you have now is not correct" in answers[0].content.decode()
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    nadia.account.refresh_from_db()
    assert nadia.account.check_password(PASSWORD)


def test_a_forgotten_password_is_replaced_by_way_of_a_code(nadia: Someone, client: Client) -> None:
    signed_in = browser()
    sign_in(signed_in, nadia.email)

    client.post("/sign-in/forgotten/", {"email": nadia.email})
    early = client.post("/sign-in/forgotten/new/", {"password1": NEW})
    code = client.session["account_password_reset_verification"]["code"]
    client.post("/sign-in/forgotten/code/", {"code": code})
    done = client.post("/sign-in/forgotten/new/", {"password1": NEW}, follow=True)
    again = client.post("/sign-in/forgotten/new/", {"password1": "another long password"})

    nadia.account.refresh_from_db()
    assert early["Location"] == "/sign-in/forgotten/code/"
    assert "Your password is changed" in done.content.decode()
    assert again.status_code == 302
    assert nadia.account.check_password(NEW)
    assert not is_in(signed_in)


def test_somebody_in_two_agencies_chooses_who_they_are(nadia: Someone, client: Client) -> None:
    second = second_place(nadia)
    sign_in(client, nadia.email)

    page = client.get("/who/").content.decode()
    answer = client.post("/who/", {"practitioner": str(second.pk)})
    account = client.get("/account/").content.decode()

    assert "Who are you now?" in page
    assert nadia.practitioner.agency.name in page
    assert second.agency.name in page
    assert answer["Location"] == "/"
    assert client.session["practitioner"] == second.pk
    assert f"<bdi>{second.agency.name}</bdi> <strong>(now)</strong>" in account


@pytest.mark.parametrize("chosen", ["1", "", "x", "\x00", "9" * 40, "stranger"])
def test_nobody_becomes_somebody_else(nadia: Someone, client: Client, chosen: str) -> None:
    second_place(nadia)
    stranger = make("stranger@people.example.org", "Stranger")
    sign_in(client, nadia.email)

    number = str(stranger.practitioner.pk) if chosen == "stranger" else chosen
    answer = client.post("/who/", {"practitioner": number})

    assert answer.status_code == 400
    assert "Choose one of the people listed" in answer.content.decode()
    assert "practitioner" not in client.session


def test_somebody_with_one_place_is_never_asked(nadia: Someone, signed_in: Client) -> None:
    assert signed_in.get("/who/")["Location"] == "/"


def test_who_chose_a_place_that_ended_is_asked_again(nadia: Someone, client: Client) -> None:
    second = second_place(nadia)
    sign_in(client, nadia.email)
    client.post("/who/", {"practitioner": str(second.pk)})
    Practitioner.objects.filter(pk=second.pk).update(left_at=clock.now())

    page = client.get("/who/")

    assert page.status_code == 200
    assert nadia.practitioner.agency.name in page.content.decode()


def test_an_account_without_a_place_is_told_so(nadia: Someone, signed_in: Client) -> None:
    Practitioner.objects.filter(pk=nadia.practitioner.pk).update(left_at=clock.now())

    page = signed_in.get("/who/").content.decode()

    assert "You have no place in an agency now" in page


@pytest.mark.parametrize(
    "path", ["/account/", "/who/", "/account/password/", "/account/password/set/"]
)
def test_an_account_is_for_whoever_is_signed_in(nadia: Someone, client: Client, path: str) -> None:
    ask_for_code(client, nadia.email)  # a code sent is not yet a code entered

    answer = client.get(path)

    assert answer["Location"] == f"/sign-in/?next={path}"
    assert code_of(client)


def test_the_account_pages_ask_the_database_little(
    nadia: Someone, signed_in: Client, django_assert_max_num_queries: Any
) -> None:
    signed_in.get("/account/")

    with django_assert_max_num_queries(8):
        signed_in.get("/account/")
