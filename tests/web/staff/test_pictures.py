"""A family's tree and its network: who sees them, what is in them, and what leaves no hole."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hub.access import changes as access
from hub.consent import changes as consent
from hub.consent.models import Kept
from hub.families import changes, queries
from hub.intake.registration import NamedPerson
from hub.kernel import clock
from hub.kernel.dates import Accuracy, PartialDate
from tests.families_setup import (
    CHILD,
    MOTHER,
    Staff,
    acting,
    aged,
    make_staff,
    open_as,
    register,
    sign_in,
)
from tests.web.staff.family_pages import make_family, text

pytestmark = pytest.mark.django_db

PICTURES = ("family_tree", "network")
FATHER = NamedPerson("Idris", "adult", "Yusuf", born=aged(40), relation="father")
ARABIC = NamedPerson("يوسف", "child", "الحداد", born=aged(4))


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return make_family(staff)


def page(staff: Staff, who: str, name: str, family: str) -> str:
    return text(sign_in(staff, who).get(reverse(name, args=[family])))


def drawing(html: str) -> str:
    """The picture in a page, byte for byte."""
    (found,) = re.findall(r"<svg class=\"hub-picture.*?</svg>", html, re.DOTALL)
    return str(found)


@pytest.mark.requirement("S1", "2.72")
@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("registrar", 200),
        ("nurse", 200),
        ("coordinator", 200),
        ("doctor", 404),
        ("stranger", 404),
        ("administrator", 404),
    ],
)
def test_who_sees_the_pictures_of_a_family(
    staff: Staff, family: str, name: str, who: str, status: int
) -> None:
    response = sign_in(staff, who).get(reverse(name, args=[family]))

    assert response.status_code == status
    assert ("<svg class=" in text(response)) == (status == 200)
    assert ("Dylan" in text(response)) == (status == 200 and name == "family_tree")


@pytest.mark.requirement("3.10")
def test_the_tree_draws_what_is_recorded_and_says_the_same_in_words(
    staff: Staff, family: str
) -> None:
    html = page(staff, "registrar", "family_tree", family)

    svg = drawing(html)
    assert svg.count("<circle") == 1  # a mother
    assert svg.count("l28 28 -28 28 -28 -28z") == 1  # a child of whom no more is recorded
    assert '<rect class="hub-picture__symbol"' not in svg
    assert "hub-picture__line--birth" in svg
    assert "hub-picture__home" in svg
    assert 'role="img"' in svg
    assert " style=" not in html
    words = html.replace("\u2068", "").replace("\u2069", "")
    assert "Mother of Dylan Yusuf" in words
    assert "Living at one address: <bdi>Amina Yusuf</bdi>, <bdi>Dylan Yusuf</bdi>" in words


def test_names_in_arabic_are_apart_from_the_words_around_them(staff: Staff) -> None:
    reference = register(staff, people=(MOTHER, ARABIC))

    html = page(staff, "registrar", "family_tree", reference)

    assert "<bdi>يوسف الحداد</bdi>" in html
    assert "\u2068يوسف الحداد\u2069" in html  # among other words: mother of
    assert re.search(r"<text [^>]*>يوسف الحداد</text>", html)


def test_an_unborn_child_is_a_triangle_with_its_due_date(staff: Staff) -> None:
    due = PartialDate(date(2031, 5, 20), Accuracy.DUE)
    reference = register(staff, people=(MOTHER, NamedPerson("Baby", "unborn", born=due)))

    html = page(staff, "registrar", "family_tree", reference)

    assert "l28 56h-56z" in drawing(html)
    assert "due 20 May 2031" in " ".join(re.findall(r"<text [^>]*>(.*?)</text>", drawing(html)))
    assert "Unborn child, due 20 May 2031" in html


@pytest.mark.requirement("S3", "2.81")
def test_who_is_held_back_is_drawn_as_if_they_had_never_been_there(staff: Staff) -> None:
    """Byte for byte the family in which nobody of that name ever was."""
    with_him = register(staff, people=(MOTHER, FATHER, CHILD))
    without = register(staff, people=(MOTHER, CHILD))
    for reference in (with_him, without):
        with acting(staff.actor("nurse")):
            file = open_as(staff, "nurse", reference)
            access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", with_him)
        by_name = {row.person.given_names: row for row in queries.members_in(file)}
        mother, father, child = (by_name[name] for name in ("Amina", "Idris", "Dylan"))
        for one, other, kind in (
            (father, mother, "partner"),
            (father, child, "carer"),
            (child, father, "sibling"),
        ):
            changes.relate(
                file, person=one.person_id, other=other.person_id, kind=kind, now=clock.now()
            )
        consent.hold_back(
            file,
            item_kind="member",
            item=father.pk,
            kept_from=Kept.AGENCY,
            kept_from_id=staff.clinic.pk,
            now=clock.now(),
        )

    seen = page(staff, "nurse", "family_tree", with_him)

    assert "Idris" in page(staff, "registrar", "family_tree", with_him)
    assert "Idris" not in seen
    assert drawing(seen) == drawing(page(staff, "nurse", "family_tree", without))
    key = re.compile(r"same in words</h2>.*What the signs mean.*?</ul>", re.DOTALL)
    words = [key.findall(page(staff, "nurse", "family_tree", r)) for r in (with_him, without)]
    assert words[0] == words[1] != []


@pytest.mark.requirement("S3")
def test_a_home_held_back_has_no_outline(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        consent.hold_back(
            file,
            item_kind="address",
            item=queries.addresses_in(file)[0].pk,
            kept_from=Kept.AGENCY,
            kept_from_id=staff.clinic.pk,
            now=clock.now(),
        )

    seen = page(staff, "nurse", "family_tree", family)

    assert "hub-picture__home" in page(staff, "registrar", "family_tree", family)
    assert "hub-picture__home" not in seen
    assert "Living at one address" not in seen
    assert "live together" not in seen


def test_one_person_alone_is_asked_for_somebody_more(staff: Staff) -> None:
    reference = register(staff)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        changes.remove_member(file, queries.members_in(file)[1].person_id, now=clock.now())

    html = page(staff, "registrar", "family_tree", reference)

    assert '<svg class="hub-picture' not in html
    assert "Add somebody to the family" in html


def test_facts_that_cannot_be_true_together_are_said_and_listed(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        mother, child = (m.person_id for m in queries.members_in(file))
        changes.relate(file, person=child, other=mother, kind="father", now=clock.now())

    html = page(staff, "registrar", "family_tree", family)

    assert "1 thing recorded about who is related to whom cannot be true" in html
    assert "Father of" in html


def test_the_network_shows_the_lead_who_works_with_them_and_who_was_agreed(
    staff: Staff, family: str
) -> None:
    html = page(staff, "registrar", "network", family)

    svg = drawing(html)
    assert "hub-picture__line--lead" in svg or "hub-picture__line--working" in svg
    for words in ("Nurse Example", "Clinic", "The family"):
        assert words in svg
    assert "The family agreed that it may know of them." in html


def test_both_pictures_are_reached_from_the_family(staff: Staff, family: str) -> None:
    html = page(staff, "nurse", "family", family)

    for name in PICTURES:
        assert reverse(name, args=[family]) in html


@pytest.mark.parametrize("name", PICTURES)
def test_more_people_ask_the_database_no_more(staff: Staff, family: str, name: str) -> None:
    client = sign_in(staff, "registrar")
    counted = []
    for _ in range(2):
        client.get(reverse(name, args=[family]))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse(name, args=[family]))
        counted.append(len(asked))
        with acting(staff.actor("registrar")):
            file = open_as(staff, "registrar", family)
            for number in range(5):
                changes.add_member(
                    file,
                    given_names=f"Child {number}",
                    family_name="",
                    born=aged(3),
                    part="child",
                    now=clock.now(),
                )

    assert counted[0] == counted[1]
