"""Who tries too often waits; and what the family was told of, and what it was not."""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from hub.kernel import clock
from tests.cast import Cast
from tests.web.staff.signed_in import browser, post
from tests.web.staff.test_overrides import look

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db: None) -> Cast:
    cache.clear()  # of what others tried
    return Cast()


@pytest.mark.requirement("S14", "S19")
def test_who_tries_references_that_are_not_there_waits_and_it_is_overseen(cast: Cast) -> None:
    carys, reference = browser(cast, "carys"), cast.family("haddad").reference
    for number in range(5):
        tried = look(carys, f"FH-ZZZZZZZ{number + 2}").content
        assert b"no family that you can look at" in tried

    answers = [look(carys, asked) for asked in (reference, "FH-ZZZZZZZZ")]

    for answer in answers:
        assert b"You have tried five references" in answer.content
        assert b"call 999" in answer.content
    assert carys.get(reverse("family", args=[reference])).status_code == 404
    officer = browser(cast, "farid")
    day = clock.today()
    typed: dict[str, object] = {"email": cast.practitioner("carys").email}
    for name in ("first", "last"):
        typed |= {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}
    page = post(officer, reverse("looked_by_practitioner"), **typed).content.decode()
    assert "8 times" in page
    cache.clear()
    assert look(carys, reference).status_code == 302


@pytest.mark.requirement("S14", "S30")
def test_what_the_family_was_not_told_of_leaves_no_trace_until_it_is(cast: Cast) -> None:
    """On no page that they may be shown: who can see, and who has looked; then it stands there."""
    amina, carys = browser(cast, "amina"), browser(cast, "carys")
    reference = cast.family("haddad").reference
    pages = ("who_sees", "looks")
    look(carys, reference, told_family="no", why_not_told="He is with them")
    assert carys.get(reverse("family", args=[reference])).status_code == 200
    assert b"without agreement" in carys.get(reverse("who_sees", args=[reference])).content

    for name in pages:
        page = amina.get(reverse(name, args=[reference])).content.decode()
        assert "Carys" not in page.partition("Everything, newest first")[0], name
        assert "without agreement" not in page.partition("Everything, newest first")[0], name
    listed = amina.get(reverse("family_overrides", args=[reference])).content.decode()
    assert "The family was not told" in listed
    (told,) = re.findall(r'href="([^"]*/told/)"', listed)
    assert browser(cast, "ben").get(told).status_code == 404
    assert "Enter the day" in post(amina, told).content.decode()
    day = clock.today()
    on = {"told_on-day": day.day, "told_on-month": day.month, "told_on-year": day.year}

    assert post(amina, told, how="telephone", **on).status_code == 302

    for name in pages:
        assert "Carys" in amina.get(reverse(name, args=[reference])).content.decode(), name
    listed = amina.get(reverse("family_overrides", args=[reference])).content.decode()
    assert "by telephone, by <bdi>Amina Yusuf</bdi>" in listed
    assert "recorded already" in post(amina, told, how="letter", **on).content.decode()


@pytest.mark.requirement("S14", "2.80")
def test_who_can_see_names_whom_the_family_was_told_of(cast: Cast) -> None:
    """An agency, and a practitioner, for as long as it lasts."""
    amina, reference = browser(cast, "amina"), cast.family("haddad").reference
    before = amina.get(reverse("who_sees", args=[reference])).content.decode()
    assert "Carys Morgan" not in before
    look(browser(cast, "carys"), reference)
    page = amina.get(reverse("who_sees", args=[reference])).content.decode()
    assert "Carys Morgan" in page
    assert "Shared without agreement to keep somebody safe." in page
