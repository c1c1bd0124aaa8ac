"""A family on one page: registered at once, or kept until it can be; nothing asked is lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.about import queries as about
from hub.about import rules as about_rules
from hub.families import queries as families
from hub.intake import queries
from hub.kernel import clock
from hub.kernel.dates import Accuracy, PartialDate
from tests.families_setup import Staff, acting, make_staff, open_as, sign_in
from tests.web.staff.test_registration import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def registrar(staff: Staff) -> Client:
    return sign_in(staff, "registrar")


def typed(staff: Staff, **more: Any) -> dict[str, Any]:
    """One adult and one child as the page posts them."""
    return {
        "how": "paper",
        "wording": staff.wording.pk,
        "people-0-given_names": "Amina",
        "people-0-family_name": "Yusuf",
        "people-0-relation": "mother",
        "people-0-contact": "07700 900123",
        "people-1-given_names": "Dylan",
        "people-1-born-year": "2020",
        "why": "Nobody sleeps",
        "agencies": [staff.clinic.pk, staff.school.pk],
    } | more


def post(client: Client, staff: Staff, **more: Any) -> Any:
    return client.post(reverse("quick_start"), typed(staff, **more))


def drafts(staff: Staff) -> list[queries.OpenDraft]:
    with acting(staff.actor("registrar")) as actor:
        return queries.drafts_of(actor, now=clock.now())


@pytest.mark.requirement("S11", "2.88", "2.112")
def test_one_page_registers_a_family_with_all_that_was_said(
    registrar: Client, staff: Staff
) -> None:
    answer = post(registrar, staff)

    page = text(registrar.get(answer["Location"]))
    assert "Family registered" in page
    assert "Carry on with “About my family”" in page
    assert "Do not use yet" in page
    with acting(staff.actor("registrar")):
        reference = str(answer["Location"]).split("/")[2]
        file = open_as(staff, "registrar", reference)
        people = {m.person.given_names: m.person for m in families.members_in(file)}
        story = about.answers_in(file, about_rules.PARTS["story"])
        assert people["Dylan"].family_name == "Yusuf"
        assert people["Dylan"].born == PartialDate(clock.today().replace(2020, 1, 1), Accuracy.YEAR)
        assert story is not None
        assert story.worries == "Nobody sleeps"  # type: ignore[attr-defined]
        assert [r.source for r in families.responsible_in(file)] == ["mother"]
    assert drafts(staff) == []


@pytest.mark.requirement("2.112")
def test_a_baby_on_the_way_is_named_by_the_due_date(registrar: Client, staff: Staff) -> None:
    due = clock.today() + timedelta(days=90)
    parts = {"day": due.day, "month": due.month, "year": due.year}
    born = {f"people-1-born-{part}": str(number) for part, number in parts.items()}

    answer = post(registrar, staff, **{"people-1-given_names": ""}, **born)

    assert "Baby" in text(registrar.get(answer["Location"]))


@pytest.mark.requirement("S6")
def test_a_rough_age_is_an_estimate_that_covers_it(registrar: Client, staff: Staff) -> None:
    age = {"people-1-born-year": "", "people-1-born-age": "6"}

    answer = post(registrar, staff, **age)

    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", str(answer["Location"]).split("/")[2])
        child = next(m for m in families.members_in(file) if m.part == "child")
        assert child.person.born is not None
        assert child.person.born.accuracy == Accuracy.ESTIMATED
        assert 6 in families.ages_of(child, clock.today())


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"how": ""}, "Choose how they said yes"),
        ({"how": "spoken"}, "Enter who heard the yes"),
        ({"people-0-given_names": ""}, "Enter the adult's name"),
        ({"people-0-contact": "nowhere"}, "Enter a telephone number"),
        ({"people-1-given_names": ""}, "Enter the child's name"),
        ({"people-1-born-year": ""}, "or about how old they are"),
        ({"people-1-born-age": "6"}, "Enter only one of them"),
        ({"people-1-born-year": "", "people-1-born-age": "six"}, "must be a number of years"),
        ({"people-1-born-day": "31", "people-1-born-month": "2"}, "must be a real date"),
        ({"agencies": ["1"]}, "Choose one of the answers listed"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    registrar: Client, staff: Staff, wrong: dict[str, Any], said: str
) -> None:
    page = text(post(registrar, staff, **wrong)).replace("&#39;", "'")

    assert "There is a problem" in page
    assert said in page
    assert "Nobody sleeps" in page
    kept = drafts(staff)
    assert len(kept) == (1 if wrong.get("how", "paper") else 0)  # nothing before the yes (S11)
    for one in kept:
        again = text(registrar.get(reverse("quick_start_draft", args=[one.id])))
        assert "Nobody sleeps" in again
        assert "There is a problem" not in again


@pytest.mark.requirement("S11", "2.69")
def test_nobody_said_yes_deletes_what_was_typed(registrar: Client, staff: Staff) -> None:
    post(registrar, staff, **{"people-1-given_names": ""})
    (kept,) = drafts(staff)

    here = reverse("quick_start_draft", args=[kept.id])
    answer = registrar.post(here, typed(staff, how="nobody"))

    assert answer["Location"] == reverse("registration_no_record")
    assert drafts(staff) == []


def test_kept_for_later_is_carried_on_with_here_or_in_the_longer_form(
    registrar: Client, staff: Staff
) -> None:
    answer = post(registrar, staff, later="yes", **{"people-1-given_names": ""})
    assert answer["Location"] == reverse("home")
    (kept,) = drafts(staff)

    assert reverse("quick_start_draft", args=[kept.id]) in text(
        registrar.get(reverse("quick_start"))
    )
    longer = text(registrar.get(reverse("registration_draft", args=[kept.id])))
    assert 'value="Amina"' in longer
    assert "Nobody sleeps" in longer

    done = registrar.post(reverse("quick_start_draft", args=[kept.id]), typed(staff))
    assert "registered" in done["Location"]
    assert drafts(staff) == []


def test_kept_for_later_before_the_yes_is_not_kept(registrar: Client, staff: Staff) -> None:
    page = text(post(registrar, staff, later="yes", how="", **{"people-0-given_names": ""}))

    assert "Choose how they said yes" in page
    assert "Enter the adult" not in page
    assert drafts(staff) == []


def test_posted_twice_registers_once(registrar: Client, staff: Staff) -> None:
    first = post(registrar, staff, once="a-token-of-this-test")
    second = post(registrar, staff, once="a-token-of-this-test")

    assert first["Location"] == second["Location"]


@pytest.mark.requirement("S27")
@pytest.mark.parametrize("name", ["quick_start", "registration"])
def test_what_was_typed_while_signed_out_is_there_again(
    registrar: Client, staff: Staff, name: str
) -> None:
    here = reverse(name)
    page = text(registrar.get(here))
    writer = page.partition('name="writer" value="')[2].partition('"')[0]
    signed_out = Client()
    signed_out.post(here, typed(staff, writer=writer, said_yes="yes"))
    assert "Not saved yet" not in text(sign_in(staff, "colleague").get(here))

    again = text(sign_in(staff, "registrar").get(here))

    assert "Not saved yet" in again
    assert "Nobody sleeps" in again


@pytest.mark.requirement("S11")
@pytest.mark.parametrize("how", ["", "nobody"])
def test_without_a_yes_nothing_typed_while_signed_out_is_kept(
    registrar: Client, staff: Staff, how: str
) -> None:
    here = reverse("quick_start")
    writer = text(registrar.get(here)).partition('name="writer" value="')[2].partition('"')[0]

    Client().post(here, typed(staff, writer=writer, how=how))

    assert "Not saved yet" not in text(sign_in(staff, "registrar").get(here))


@pytest.mark.parametrize("who", ["colleague", "nurse", "coordinator", "administrator"])
def test_a_draft_is_not_there_for_anybody_else(registrar: Client, staff: Staff, who: str) -> None:
    post(registrar, staff, **{"people-1-given_names": ""})
    (kept,) = drafts(staff)
    here, client = reverse("quick_start_draft", args=[kept.id]), sign_in(staff, who)

    assert client.get(here).status_code == 404
    assert client.post(here, typed(staff)).status_code == 404
    assert [one.id for one in drafts(staff)] == [kept.id]
