"""Whatever is typed into the registration, the search and the details: no fault, and escaped."""

from typing import Any

import pytest
from django.urls import reverse

from tests.families_setup import Staff, make_staff, register, sign_in

pytestmark = pytest.mark.django_db

NASTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' or 1=1; drop table families_person; --",
    "{{ 7 * 7 }}{% raise %}",
    "%s%s%n%d",
    "\x00",
    "a\x00b",
    "\u202eright to left",
    "\ufeff\u200b\u2060",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "ﷺ" * 200,
    "é" * 5000,
    "A" * 100_000,
    " " * 5000,
    "\n\r\n\t",
    "../../etc/passwd",
    "-1",
    "0",
    "99999999999999999999999999",
    "1e309",
    "NaN",
    "٢٠١٩",
    "²",
    "null",
    "[]",
    "{}",
    "__proto__",
    "\ud7ff\ue000",
    "\uffff",
    "Zalgo\u0301\u0302\u0303\u0304" * 20,
    "O'Neill",
    "Łukasz",
    "أمينة",
    "李",
    "+",
    "@",
    "a@b",
    "&amp;&lt;",
    "\\",
    "%00",
]
FIELDS = [
    *("said_yes", "wording", "how", "witness", "understands", "parent_needed", "because"),
    *("people-set", "people-add", "people-remove"),
    *(f"people-0-{name}" for name in ("given_names", "family_name", "part", "relation", "facts")),
    *(f"people-0-born-{name}" for name in ("day", "month", "year", "sure")),
    *("people-0-contact", "lines", "postcode", "held_by", "agencies", "version", "once"),
]


@pytest.fixture
def staff() -> Staff:
    return make_staff()


def text(response: Any) -> str:
    return str(response.content.decode())


@pytest.mark.parametrize("nasty", NASTY, ids=range(len(NASTY)))
def test_nothing_typed_everywhere_breaks_registering(staff: Staff, nasty: str) -> None:
    client = sign_in(staff, "registrar")
    typed: dict[str, Any] = dict.fromkeys(FIELDS, nasty)
    for known in (
        {},
        {"said_yes": "yes", "people-set": "0"},
        {
            "said_yes": "yes",
            "how": "paper",
            "wording": staff.wording.pk,
            "people-set": ["0", "1"],
            "people-0-part": "adult",
            "people-0-relation": "mother",
            "people-0-facts": "",
            **dict.fromkeys((f for f in FIELDS if "-born-" in f), ""),
            "people-0-contact": "",
            "people-1-given_names": nasty,
            "people-1-part": "unborn",
            "postcode": "",
            "held_by": "",
            "agencies": "",
            "version": "",
            "once": "",
        },
    ):
        posted = {k: v for k, v in (typed | known).items() if known == {} or "-add" not in k}
        posted.pop("people-remove", None)
        response = client.post(reverse("registration"), posted, follow=True)
        assert response.status_code == 200
        assert "<script>alert" not in text(response)
        assert "<img src=x" not in text(response)
        if response.redirect_chain and "check" in response.redirect_chain[-1][0]:
            done = client.post(response.redirect_chain[-1][0], {"pressed": "yes"}, follow=True)
            assert done.status_code == 200
            assert "<script>alert" not in text(done)
            assert "<img src=x" not in text(done)


@pytest.mark.parametrize("nasty", NASTY, ids=range(len(NASTY)))
def test_nothing_typed_breaks_the_family_pages(staff: Staff, nasty: str) -> None:
    client, reference = sign_in(staff, "registrar"), register(staff)
    for name, field in (
        ("people", "given_names"),
        ("addresses", "lines"),
        ("contacts", "value"),
        ("sharing", "witness"),
        ("working", "why"),
    ):
        typed = {field: nasty, "part": nasty, "person": nasty, "household": nasty, "how": nasty}
        response = client.post(reverse(name, args=[reference]), typed)
        assert response.status_code in (200, 302)
        assert "<script>alert" not in text(response)
    found = client.post(reverse("families"), {"sought": nasty})
    assert found.status_code == 200
    assert "<script>alert" not in text(found)


@pytest.mark.parametrize("nasty", ["<b>", "%00", "a" * 400, "FH-BBBBBBBB'", "\u202e", "0"])
def test_no_reference_and_no_number_in_an_address_is_a_fault(staff: Staff, nasty: str) -> None:
    client, reference = sign_in(staff, "registrar"), register(staff)

    assert client.get(reverse("family", args=[nasty])).status_code == 404
    for huge in (0, 2**63, 10**40):
        assert client.get(reverse("person", args=[reference, huge])).status_code == 404
        assert client.get(reverse("registration_draft", args=[huge])).status_code == 404
