"""Pages of sharing without agreement, as each of the cast gets them."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from hub.kernel import clock
from tests.cast import Cast
from tests.web.staff.signed_in import browser, post

pytestmark = pytest.mark.django_db
AMINA = "Amina Yusuf"  # who decided the one of the story
WHY = "The neighbour heard him say it"
TOKENS = re.compile(rb'(name="(once|csrfmiddlewaretoken)" value=")[^"]*')


@pytest.fixture
def cast(db: None) -> Cast:
    cache.clear()  # of what others tried
    return Cast()


def asked(reference: str, **more: Any) -> dict[str, Any]:
    """An emergency look as it is typed."""
    usual = {
        "reference": reference,
        "because": WHY,
        "told_family": "yes",
        "hours": "3",
        "means": "yes",
    }
    return {name: value for name, value in (usual | more).items() if value is not None}


def look(client: Client, reference: str, **more: Any) -> Any:
    return post(client, reverse("emergency"), **asked(reference, **more))


def of(client: Client, name: str) -> str:
    """The address of the override somebody decided, from the standing list."""
    page = client.get(reverse("overrides")).content.decode()
    (row,) = [row for row in page.split("<tr")[1:] if f"<bdi>{name}</bdi>, " in row]
    (address,) = re.findall(r'href="(/overrides/\d+/)"', row)
    return str(address)


@pytest.mark.requirement("S14")
def test_a_look_opens_the_family_to_read_and_its_end_closes_it_at_once(cast: Cast) -> None:
    carys, ruth = browser(cast, "carys"), browser(cast, "ruth")
    reference = cast.family("okafor").reference
    family = reverse("family", args=[reference])
    assert carys.get(family).status_code == 404

    answer = look(carys, reference.lower())

    assert (answer.status_code, answer.headers["Location"]) == (302, family)
    page = carys.get(family).content.decode()
    assert "Chidinma" in page
    assert "Shared without agreement to keep somebody safe." in page
    assert "Walk to school" not in carys.get(reverse("plan", args=[reference])).content.decode()
    assert carys.get(reverse("looks", args=[reference])).status_code == 404
    refused = post(carys, reverse("working", args=[reference]), why="I want to", **since())
    assert "not change it" in refused.content.decode()

    mine = of(ruth, "Carys Morgan")
    assert post(ruth, f"{mine}end/").status_code == 302
    assert carys.get(family).status_code == 404
    assert "ended it" in carys.get(mine).content.decode()


def since() -> dict[str, str]:
    today = clock.today() - timedelta(days=1)
    return {
        "since_on-day": str(today.day),
        "since_on-month": str(today.month),
        "since_on-year": str(today.year),
    }


@pytest.mark.requirement("S14", "S19")
def test_wrong_not_there_and_refused_give_the_same_bytes(cast: Cast) -> None:
    kept_from, nobody = browser(cast, "joan"), browser(cast, "joan")
    reference = cast.family("silva").reference

    refused = look(kept_from, reference).content
    absent = look(nobody, "FH-ZZZZZZZZ").content

    assert b"no family that you can look at" in refused
    assert plain(refused, reference) == plain(absent, "FH-ZZZZZZZZ")
    administrator = look(browser(cast, "efua"), cast.family("okafor").reference)
    assert b"no family that you can look at" in administrator.content


@pytest.mark.requirement("S14", "S19")
@pytest.mark.parametrize("wrong", [{"hours": "12"}, {"means": None}, {"because": " "}])
def test_what_is_missing_is_said_alike_whether_the_family_is_there_or_not(
    cast: Cast, wrong: dict[str, Any]
) -> None:
    client = browser(cast, "carys")
    reference = cast.family("okafor").reference

    there, absent = look(client, reference, **wrong), look(client, "FH-ZZZZZZZZ", **wrong)

    assert there.status_code == absent.status_code == 200
    assert b"There is a problem" in there.content
    assert plain(there.content, reference) == plain(absent.content, "FH-ZZZZZZZZ")
    assert client.get(reverse("family", args=[reference])).status_code == 404


def plain(page: bytes, reference: str) -> bytes:
    """A page without its tokens and what was typed."""
    return TOKENS.sub(rb"\1", page).replace(reference.encode(), b"")


def test_who_sees_the_family_already_is_taken_there_and_nothing_is_recorded(cast: Cast) -> None:
    ben, ruth = browser(cast, "ben"), browser(cast, "ruth")
    reference = cast.family("okafor").reference

    assert look(ben, reference).status_code == 302

    assert reference not in ruth.get(reverse("overrides")).content.decode().replace(" ", "")


@pytest.mark.requirement("S14")
@pytest.mark.parametrize("page", ["overrides", "overrides_month"])
@pytest.mark.parametrize(
    "who", ["amina", "kit", "carys", "dilip", "efua", "mei", "noor", "farid", "ruth", "nobody"]
)
def test_the_lists_are_for_who_oversees_and_name_no_member(cast: Cast, who: str, page: str) -> None:
    answer = browser(cast, who).get(reverse(page))

    expected = {"farid": 200, "ruth": 200, "nobody": 302}.get(who, 404)
    assert answer.status_code == expected
    if expected == 200:
        words = answer.content.decode()
        assert "Amina Yusuf" in words
        assert "Kit Lawson" in words
        assert "Due" in words
        for never in ("Abena", "Danso", "A threat was made"):
            assert never not in words


@pytest.mark.requirement("S14")
def test_an_officer_reads_why_but_opens_no_family(cast: Cast) -> None:
    farid = browser(cast, "farid")

    page = farid.get(of(farid, AMINA)).content.decode()

    assert "A threat was made against the mother." in page
    assert "Abena" not in page
    danso = cast.family("danso").reference
    assert farid.get(reverse("family", args=[danso])).status_code == 404


@pytest.mark.requirement("S14")
def test_the_page_of_one_is_not_there_for_others_nor_its_steps(cast: Cast) -> None:
    mine = of(browser(cast, "ruth"), AMINA)
    joan = browser(cast, "joan")

    absent = joan.get("/overrides/1/")
    for step in ("", "end/", "second/", "review/"):
        for answer in (joan.get(mine + step), post(joan, mine + step)):
            assert answer.status_code == 404
            assert answer.content == absent.content


def test_overdue_and_reviewed_are_shown(cast: Cast, settings: Any) -> None:
    ruth, farid = browser(cast, "ruth"), browser(cast, "farid")
    mine = of(ruth, AMINA)
    empty = post(ruth, f"{mine}review/", outcome="", words="")
    assert "Choose what you found" in empty.content.decode()

    done = post(ruth, f"{mine}review/", outcome="right_but", words="Ask for advice sooner")

    assert done.status_code == 302
    assert "Ask for advice sooner" in farid.get(mine).content.decode()
    lists = farid.get(reverse("overrides")).content.decode()
    assert "Nothing waits for a review." in lists
    assert "Reviewed, and still running" in lists
    again = post(farid, f"{mine}review/", outcome="right", words="Once more")
    assert "reviewed already" in again.content.decode()


@pytest.mark.requirement("S14", "2.75")
def test_the_lead_shares_without_agreement_and_others_cannot(cast: Cast) -> None:
    amina, carys = browser(cast, "amina"), browser(cast, "carys")
    reference = cast.family("haddad").reference
    new = reverse("override_new", args=[reference])
    typed = {
        "item": "0",
        "to": "practitioner",
        "email": cast.account("carys").email,
        "ground": "harm",
        "because": WHY,
        "advice": "The access team: share it",
        "second": str(cast.practitioner("ruth").pk),
        "told_family": "no",
        "why_not_told": "He reads her telephone",
        "hours": "24",
    }
    for who in ("hanna", "dilip", "grace", "farid", "ruth"):
        assert post(browser(cast, who), new, **typed).status_code == 404, who
    unknown = post(amina, new, **(typed | {"email": "nobody@example.org"}))
    assert "Nobody works here with this email address" in unknown.content.decode()
    alone = post(amina, new, **(typed | {"second": ""}))
    assert "4 hours at the latest" in alone.content.decode()
    assert WHY in alone.content.decode()

    assert post(amina, new, **typed).status_code == 302

    assert carys.get(reverse("family", args=[reference])).status_code == 200
    mine = amina.get(reverse("family_overrides", args=[reference])).content.decode()
    assert "The family was not told." in mine
    (link,) = re.findall(r'href="(/overrides/\d+/)"', mine)
    assert "He reads her telephone" in amina.get(link).content.decode()
    assert post(amina, f"{link}end/").status_code == 302
    assert carys.get(reverse("family", args=[reference])).status_code == 404


@pytest.mark.requirement("S14", "2.81")
def test_an_item_kept_from_an_agency_is_opened_for_one_of_them_by_serious_harm_alone(
    cast: Cast,
) -> None:
    amina, kit = browser(cast, "amina"), browser(cast, "kit")
    reference = cast.family("nguyen").reference
    new, family = reverse("override_new", args=[reference]), reverse("family", args=[reference])
    assert "Hidden Lane" not in kit.get(family).content.decode()
    page = amina.get(new).content.decode()
    ((item, words),) = re.findall(
        r'name="item"[^>]*value="([1-9]\d+)"[^<]*<label[^>]*>([^<]+)', page
    )
    assert "An address kept from Lantern Families" in words
    typed = {
        "item": item,
        "to": "practitioner",
        "email": cast.account("kit").email,
        "ground": "legal_duty",
        "because": WHY,
        "advice": "The access team: share it",
        "second": str(cast.practitioner("ruth").pk),
        "told_family": "yes",
        "hours": "24",
    }
    assert "Only a risk of serious harm" in post(amina, new, **typed).content.decode()

    assert post(amina, new, **(typed | {"ground": "harm"})).status_code == 302

    assert "Hidden Lane" in kit.get(family).content.decode()


@pytest.mark.parametrize(
    "typed", ["2026-13", "nonsense", "0001-01", "9999-12", "2026-1", "\u0662026-01"]
)
def test_a_month_that_is_none_gives_this_one(cast: Cast, typed: str) -> None:
    answer = browser(cast, "farid").get(reverse("overrides_month"), {"month": typed})

    assert answer.status_code == 200
    assert b"Shared without agreement in " in answer.content
