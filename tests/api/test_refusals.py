"""Who is told nothing at all, and what is said of a request that is not as it should be."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st

from hub.accounts.models import Account
from hub.agencies.models import Agency, Practitioner, SystemKey
from hub.agencies.systems import changes
from hub.kernel import clock
from tests.api.sent import ADDRESS, NOBODY, TAMSIN, key_for, question, send
from tests.families_setup import Staff, acting, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.mark.parametrize("sent", ["", "fhk_", "fhk_" + "A" * 43, "Ünknown", "x" * 5000])
def test_without_a_key_that_counts_nothing_is_read(staff: Staff, sent: str) -> None:
    answer = send(sent, question("nurse", TAMSIN))
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.json()["error"].startswith("Send the key")


@pytest.mark.parametrize("end", ["ended", "expired", "closed"])
def test_a_key_opens_nothing_from_the_moment_it_ends(staff: Staff, end: str) -> None:
    row, key = key_for(staff, staff.clinic)
    assert send(key, question("nurse", NOBODY)).status_code == 200
    if end == "ended":
        with acting(staff.actor("coordinator")) as actor:
            changes.end_key(actor, staff.clinic.pk, key=row.pk, now=clock.now())
    elif end == "expired":
        SystemKey.objects.filter(pk=row.pk).update(
            made_at=clock.now() - timedelta(days=90), expires_at=clock.now()
        )
    else:
        Agency.objects.filter(pk=staff.clinic.pk).update(closed_at=clock.now())
    assert send(key, question("nurse", NOBODY)).status_code == 401


def asleep(staff: Staff) -> None:
    long_ago = clock.now() - timedelta(days=settings.STALE_ACCOUNT_DAYS + 1)
    Account.objects.filter(pk=staff.accounts["nurse"].pk).update(
        opened_at=long_ago, last_login=long_ago
    )


def left(staff: Staff) -> None:
    Practitioner.objects.filter(pk=staff.people["nurse"].pk).update(left_at=clock.now())


def closed(staff: Staff) -> None:
    Account.objects.filter(pk=staff.accounts["nurse"].pk).update(is_active=False)


@pytest.mark.requirement("S1", "2.111")
@pytest.mark.parametrize("who", ["registrar", "nobody", asleep, left, closed])
def test_only_somebody_at_work_in_the_systems_own_agency_may_be_asked_for(
    staff: Staff, who: Any
) -> None:
    _, key = key_for(staff, staff.clinic)
    if callable(who):
        assert send(key, question("nurse", NOBODY)).status_code == 200
        who(staff)
    answers = [send(key, question("nurse" if callable(who) else who, one)) for one in
               (NOBODY, TAMSIN)]  # fmt: skip
    assert {one.status_code for one in answers} == {403}
    assert len({one.content for one in answers}) == 1
    assert answers[0].json()["error"].startswith("Nobody with this work email address")


def without(name: str) -> Any:
    asked = question("nurse", NOBODY)
    asked["parameter"] = [one for one in asked["parameter"] if one["name"] != name]
    return asked


def with_person(**more: Any) -> Any:
    return question("nurse", NOBODY | more)


@pytest.mark.parametrize(
    ("asked", "at"),
    [
        ("{", None),
        (b"\xff\xfe", None),
        ("[]", "resourceType"),
        ("null", "parameter"),
        ({"resourceType": "Bundle"}, "resourceType"),
        (without("practitioner"), None),
        (without("reason"), None),
        (without("resource"), None),
        (question("nurse", NOBODY, reason="curious"), None),
        (question("nurse", *[NOBODY] * 12), "parameter"),
        (with_person(birthDate="9 April 2011"), "parameter.0.resource.resource.birthDate"),
        (with_person(name=[{"family": "Q" * 201}]), "parameter.0.resource.resource.name.0.family"),
        (question("nurse", {"resourceType": "Patient", "birthDate": "2011"}), None),
        (question("\x00nurse", NOBODY), "parameter.2.practitioner.valueString"),
        (question("\ud800nurse", NOBODY), "parameter.2.practitioner.valueString"),
        (question("nurse", NOBODY, surname="Quillfeather"), "parameter.3"),
        (
            question("nurse", NOBODY, reference="FH-" + "Z" * 60),
            "parameter.3.reference.valueString",
        ),
    ],
)
def test_what_is_wrong_is_said_in_words_that_repeat_nothing(
    staff: Staff, asked: Any, at: str | None
) -> None:
    _, key = key_for(staff, staff.clinic)
    answer = send(key, asked)
    assert answer.status_code == 422, answer.content
    body = answer.json()
    assert body["error"].endswith(".")
    if at is not None:
        assert at in [one["at"] for one in body["problems"]]
    for word in (
        "Quillfeather",
        "Ysolde",
        "April",
        "QQQ",
        "ZZZ",
        "Traceback",
        "curious",
        "surname",
    ):
        assert word not in answer.content.decode()


def test_what_is_no_such_request_is_refused_before_it_is_read(staff: Staff) -> None:
    _, key = key_for(staff, staff.clinic)
    headers: dict[str, Any] = {"Authorization": f"Bearer {key}"}
    assert send(key, " " * 16_385).status_code == 413
    assert send(key, json.dumps({}), content_type="text/plain").status_code == 415
    for method in ("get", "put", "delete", "options", "patch"):
        answer = getattr(Client(), method)(ADDRESS, headers=headers)
        assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


def test_no_answer_is_kept_by_anybody_or_read_by_another_site(staff: Staff) -> None:
    _, key = key_for(staff, staff.clinic)
    for answer in (send(key, question("nurse", NOBODY)), send("", {}), send(key, "{")):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert not [name for name in answer.headers if name.startswith("Access-Control")]
        assert "Set-Cookie" not in answer.headers
        assert answer.cookies == {}


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
TEXT = st.text(max_size=60) | st.sampled_from(
    ["\x00", "ß", "O'Neill", "' or 1=1 --", "\ud7ff", "٣"]
)
PERSON = st.fixed_dictionaries(
    {"resourceType": st.just("Patient")},
    optional={
        "name": st.lists(
            st.fixed_dictionaries(
                {},
                optional={
                    "family": TEXT,
                    "given": st.lists(TEXT, max_size=3),
                    "use": st.sampled_from(["usual", "old", "maiden", "nickname", "\x00"]),
                },
            ),
            max_size=3,
        ),
        "birthDate": st.from_regex(r"[0-9]{4}(-[01][0-9](-[0-3][0-9])?)?", fullmatch=True) | TEXT,
        "address": st.lists(
            st.fixed_dictionaries(
                {}, optional={"line": st.lists(TEXT, max_size=2), "postalCode": TEXT, "city": TEXT}
            ),
            max_size=2,
        ),
        "telecom": st.lists(
            st.fixed_dictionaries({"system": st.just("phone"), "value": TEXT}), max_size=2
        ),
        "identifier": st.lists(
            st.fixed_dictionaries(
                {"system": st.just("https://fhir.nhs.uk/Id/nhs-number"), "value": TEXT}
            ),
            max_size=2,
        ),
        "extension": ANYTHING,
    },
)


@tries(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=st.lists(PERSON, max_size=3), reference=TEXT, whole=ANYTHING)
@pytest.mark.requirement("2.111")
def test_whatever_is_sent_is_answered_with_sense(
    staff: Staff, people: list[Any], reference: str, whole: Any
) -> None:
    row = SystemKey.objects.filter(agency=staff.clinic.pk).first()
    key = KEYS.get(row.pk, "") if row else ""
    if not key:
        made, key = key_for(staff, staff.clinic)
        KEYS[made.pk] = key
    for asked in (question("nurse", *people, reference=reference), whole):
        answer = send(key, json.dumps(asked))
        assert answer.status_code in (200, 413, 422, 429), (answer.status_code, asked)
        assert answer.json()


KEYS: dict[int, str] = {}
