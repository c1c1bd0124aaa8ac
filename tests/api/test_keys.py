"""The keys of an agency's systems: made by who looks after it, shown once, ended at once."""

import re

import pytest
from django.urls import reverse

from hub.agencies.models import SystemKey
from hub.agencies.systems import rules
from tests.api.sent import NOBODY, question, send
from tests.families_setup import Staff, make_staff, sign_in
from tests.web.staff.test_registration import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.mark.requirement("2.111")
def test_a_key_is_shown_once_works_and_ends_at_once(staff: Staff) -> None:
    coordinator = sign_in(staff, "coordinator")
    address = reverse("agency_systems", args=[staff.clinic.pk])
    made = coordinator.post(address, {"name": "Case records", "days": "90"})
    assert made.headers["Location"] == address
    page = text(coordinator.get(address))
    (key,) = re.findall(r"fhk_[A-Za-z0-9_-]{43}", page)
    assert "never used" in page
    assert send(key, question("nurse", NOBODY)).status_code == 200
    page = text(coordinator.get(address))
    assert key not in page
    assert "never used" not in page
    row = SystemKey.objects.get(agency=staff.clinic)
    assert key not in repr(vars(row))
    coordinator.post(reverse("agency_systems_ended", args=[staff.clinic.pk]), {"key": row.pk})
    assert send(key, question("nurse", NOBODY)).status_code == 401
    assert "ended" in text(coordinator.get(address))


def test_two_systems_of_one_name_have_no_key_at_once(staff: Staff) -> None:
    coordinator = sign_in(staff, "coordinator")
    address = reverse("agency_systems", args=[staff.clinic.pk])
    coordinator.post(address, {"name": "Case records", "days": "90"})
    page = text(coordinator.post(address, {"name": "case records", "days": "365"}))
    assert "A system of this name has a key" in page
    assert SystemKey.objects.filter(agency=staff.clinic).count() == 1


def test_a_key_of_one_agency_is_not_ended_from_anothers_page(staff: Staff) -> None:
    coordinator = sign_in(staff, "coordinator")
    coordinator.post(
        reverse("agency_systems", args=[staff.clinic.pk]), {"name": "Records", "days": "90"}
    )
    row = SystemKey.objects.get(agency=staff.clinic)
    ending = reverse("agency_systems_ended", args=[staff.school.pk])
    for typed in (str(row.pk), "", "-1", "٣", "9" * 20):
        assert coordinator.post(ending, {"key": typed}).status_code in (302, 404), typed
    row.refresh_from_db()
    assert row.ended_at is None


@pytest.mark.parametrize("days", ["", "36500", "-1", "1"])
def test_no_key_is_good_for_longer_than_a_year(staff: Staff, days: str) -> None:
    address = reverse("agency_systems", args=[staff.clinic.pk])
    page = sign_in(staff, "coordinator").post(address, {"name": "Records", "days": days})
    assert page.status_code == 200
    assert not SystemKey.objects.exists()


def test_keys_differ_and_nothing_else_has_their_digest() -> None:
    keys = {rules.new_key() for _ in range(100)}
    assert len({rules.digest_of(key) for key in keys}) == 100
    for no_key in ("", "fhk_", next(iter(keys)) + "A", next(iter(keys)).lower() + "é"):
        assert rules.digest_of(no_key) == ""
