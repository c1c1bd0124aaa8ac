"""The coordinator's queue of files that may be one family's, both side by side, and merging."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.consent import changes as consent
from hub.consent.queries import agreements_in
from hub.families import queries as families
from hub.kernel import clock
from hub.matching.batch.review import review
from tests.c3.forms import day
from tests.families_setup import Staff, acting, make_staff, open_as, sign_in
from tests.merging.two import LEADS, Two, make_two
from tests.web.staff.test_registration import text


@pytest.fixture
def staff(db: None) -> Staff:
    return make_staff()


@pytest.fixture
def two(staff: Staff) -> Two:
    two = make_two(staff, plan=True)
    review(pause=0)
    return two


def queue(client: Client) -> str:
    return text(client.get(reverse("duplicates")))


def compared(two: Two) -> str:
    with acting(two.staff.actor("coordinator")):
        files = two.files("coordinator")
    return reverse("duplicate", args=[file.family for file in files])


def decide(two: Two, client: Client, what: str) -> Any:
    return client.post(compared(two), {"what": what, "because": "The same child"})


def propose(two: Two) -> int:
    answer = decide(two, sign_in(two.staff, "coordinator"), "first")
    assert answer.status_code == 302
    two.merge = int(answer["Location"].strip("/").rpartition("/")[2])
    return two.merge


def agree(two: Two) -> None:
    """Each lead asks the adults of their family and says yes, on the pages."""
    for side, who in LEADS.items():
        client = sign_in(two.staff, who)
        with acting(two.staff.actor(who)):
            file = open_as(two.staff, who, two.reference(side))
            adults = [row.pk for row in families.members_in(file) if row.part == "adult"]
        for member in adults:
            asked = reverse("merge_asked", args=[two.merge, member])
            said = {"said_yes": "yes", "alone": "yes", **day("asked_on", 0)}
            assert client.post(asked, said).status_code == 302
        client.post(reverse("merge_yes", args=[two.merge]), {"side": side})


@pytest.mark.requirement("S21")
def test_from_the_queue_to_a_merge_and_back(two: Two) -> None:
    coordinator = sign_in(two.staff, "coordinator")
    assert "2 people who are alike" in queue(coordinator)
    assert "Files that may be one family\u2019s</a>: 1 waits" in text(
        coordinator.get(reverse("hub"))
    )
    page = text(coordinator.get(compared(two)))
    assert "same birth date" in page
    assert "does not make them one" in page
    propose(two)
    assert "No two files look like one" in queue(coordinator)
    for who in LEADS.values():
        page = text(sign_in(two.staff, who).get(reverse("family", args=[two.kept])))
        assert "are one family\u2019s" in page, who
    agree(two)
    assert "both families have said yes" in queue(coordinator)
    coordinator.post(reverse("merge_done", args=[two.merge]))
    nurse = sign_in(two.staff, "nurse")
    page = text(nurse.get(reverse("family", args=[two.gone])))
    assert "This file was closed" in page
    assert f"/families/{two.kept}/" in page
    assert "The plan is closed" in page
    assert nurse.get(reverse("plan", args=[two.gone])).status_code == 200
    assert "Also recorded before in" in text(nurse.get(reverse("family", args=[two.kept])))
    end = reverse("merge_end", args=[two.merge])
    assert "Enter why" in text(coordinator.post(end, {"because": ""}))
    assert coordinator.post(end, {"because": "Cousins"}).status_code == 302
    assert "This file was closed" not in text(nurse.get(reverse("family", args=[two.gone])))


@pytest.mark.requirement("S19")
def test_who_sees_the_closed_file_alone_reads_that_it_was_closed_and_of_no_other(two: Two) -> None:
    staff = two.staff
    two.agree()
    two.do()
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", two.kept)
        for row in agreements_in(file):
            if row.agency_id == staff.clinic.pk:
                consent.withdraw(file, row.pk, now=clock.now())
    nurse = sign_in(staff, "nurse")
    page = text(nurse.get(reverse("family", args=[two.gone])))
    assert "This file was closed" in page
    assert "goes on" not in page
    assert two.kept not in page
    for name in ("merge", "merge_yes", "merge_done", "merge_end"):
        assert nurse.get(reverse(name, args=[two.merge])).status_code == 404
    assert nurse.get(compared(two)).status_code == 404


@pytest.mark.requirement("S19", "S21")
@pytest.mark.parametrize("who", ["colleague", "doctor", "stranger", "administrator"])
def test_the_pages_are_for_the_coordinator_and_the_leads(two: Two, who: str) -> None:
    propose(two)
    client = sign_in(two.staff, who)
    assert client.get(reverse("duplicates")).status_code == 404
    for name in ("merge", "merge_done", "merge_yes", "merge_end"):
        assert client.get(reverse(name, args=[two.merge])).status_code == 404, name
    seen = client.get(reverse("family", args=[two.kept]))
    assert "are one family\u2019s" not in seen.content.decode()
    assert client.get(compared(two)).status_code == 404
    client.post(reverse("merge_done", args=[two.merge]))
    client.post(reverse("merge_yes", args=[two.merge]), {"side": "kept"})
    client.post(reverse("merge_end", args=[two.merge]), {"because": "x"})
    page = text(sign_in(two.staff, "coordinator").get(reverse("merge", args=[two.merge])))
    assert "Being asked" in page
    assert page.count("No yes for this family yet") == 2


def test_two_families_are_said_to_be_two_and_that_is_taken_back(two: Two) -> None:
    coordinator = sign_in(two.staff, "coordinator")
    assert "Choose whether they are one family" in text(
        coordinator.post(compared(two), {"what": ""})
    )
    assert decide(two, coordinator, "not_same").status_code == 302
    assert "No two files look like one" in queue(coordinator)
    assert "They are two families" in text(coordinator.get(compared(two)))
    coordinator.post(compared(two), {"once": "a-token-of-its-own"})
    assert "2 people who are alike" in queue(coordinator)


@pytest.mark.requirement("2.81", "S19")
def test_side_by_side_shows_what_the_reader_sees_of_each_and_no_more(two: Two) -> None:
    staff = two.staff
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", two.kept)
        mother = next(row for row in families.members_in(file) if row.part == "adult")
        consent.hold_back(
            file, item_kind="member", item=mother.pk, kept_from="practitioner",
            kept_from_id=staff.people["coordinator"].pk, now=clock.now(),
        )  # fmt: skip
    page = text(sign_in(staff, "coordinator").get(compared(two)))
    assert page.count("Oluwaseun") == 1  # as the other file tells of her
    assert page.count("Nobody") == 1
