"""The same answer, whatever is not theirs; headers on every answer; nothing odd is a crash."""

from typing import Any

import pytest
from django.test import Client

from tests.c3.pages import bare, browser, once, pages
from tests.c3.world import World

ODD = ("%00", "FH-%00%00%00%00%00%00%00", "9" * 40, "..%2f..", "%F0%9F%98%80", "FH-' or 1=1 --")


@pytest.mark.requirement("S19")
def test_absent_forbidden_and_kept_from_are_the_same_answer_to_the_byte(world: World) -> None:
    cast = world.cast
    joan = browser(cast, "joan")
    references = {
        "absent": "FH-ZZZZZZZZ",
        "no form": "hello",
        "never agreed": cast.family("osei").reference,
        "kept from her": cast.family("silva").reference,
        "her level is too low": cast.family("nguyen").reference,
    }
    answers: dict[object, list[object]] = {}
    for page in pages():
        if not page.access.startswith("family:"):
            continue
        if page.access == "family:signpost":
            references.pop("her level is too low", None)
        for why, reference in references.items():
            address = page.at(dict.fromkeys(page.kinds, 1) | {"reference": reference})
            for method in ("get", "post"):
                answer = getattr(joan, method)(address, once() if method == "post" else None)
                assert answer.status_code == 404, (address, method)
                told = (bare(answer), tuple(sorted(_plain(answer).items())))
                answers.setdefault(told, []).append((page.name, why, method))
    assert len(answers) == 1, list(answers.values())[1:]


def _plain(answer: Any) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name != "Date"}


@pytest.mark.requirement("S19")
def test_nothing_odd_in_an_address_or_a_form_is_a_crash(world: World) -> None:
    amina = browser(world.cast, "amina")
    amina.raise_request_exception = False
    mine = world.cast.family("okafor").reference
    for odd in ODD:
        for tail in ("", "plan/", "people/1/", "plan/goals/1/"):
            assert amina.get(f"/families/{odd}/{tail}").status_code == 404, (odd, tail)
    for page in pages():
        if not page.arguments:
            continue
        for number in (0, 10**30, 2**63, 2**63 - 1):
            if page.kinds == ("reference",):
                continue
            address = page.at(dict.fromkeys(page.kinds, number) | {"reference": mine})
            for method in ("get", "post"):
                answer = getattr(amina, method)(address)
                # A form without its first answer saves nothing, whatever its number: drawn again.
                fine = (404, 405) + ((200,) if page.name == "registration_draft" else ())
                assert answer.status_code in fine, (page.name, number, method)


@pytest.mark.parametrize("value", ["\0", "\ud800".encode("utf8", "surrogatepass"), "9" * 50])
def test_no_field_crashes_on_what_the_database_cannot_keep(world: World, value: Any) -> None:
    amina = browser(world.cast, "amina")
    amina.raise_request_exception = False
    mine = world.cast.family("okafor")
    ids = world.ids["okafor"]
    names: tuple[str, ...] = (
        "once",
        "version",
        "sought",
        "given_names",
        "words",
        "step",
        "owner",
        "why",
        "lines",
    )
    names += (
        "value",
        "note",
        "said_yes",
        "people-set",
        "people-0-given_names",
        "agency",
        "given_by",
    )
    names += ("wording", "due_on-day", "since_on-day", "since_on-month", "practitioner", "place")
    typed = dict.fromkeys(names, value)
    for page in pages():
        numbers: dict[str, Any] = {kind: ids[kind][0] for kind in page.kinds if kind in ids}
        numbers |= {"reference": mine.reference}
        if set(page.kinds) - set(numbers) or page.access in ("public", "system"):
            continue
        address = page.at(numbers)
        for sent in (typed, typed | once()):
            assert amina.post(address, sent).status_code < 500, (page.name, value)
        assert amina.get(address, typed).status_code < 500, page.name


@pytest.mark.parametrize("who", ["nobody", "amina", "joan"])
def test_every_answer_carries_every_header(world: World, who: str, settings: Any) -> None:
    client = browser(world.cast, who)
    client.raise_request_exception = False
    addresses = ["/nothing-here/", "/static/nothing.css", *_files(client)]
    for page in pages():
        mine = {"reference": world.cast.family("okafor").reference}
        addresses.append(page.at(dict.fromkeys(page.kinds, 1) | mine))
    seen = set()
    for address in addresses:
        for method in ("get", "head", "post", "put", "delete", "options"):
            answer = getattr(client, method)(address)
            seen.add(answer.status_code)
            for close in answer._resource_closers:  # a file; closing the answer shuts the database
                close()
            assert _lacks(answer, address) == [], (method, address, answer.status_code)
    assert {200, 404} <= seen
    refused = Client(enforce_csrf_checks=True).post("/sign-in/", {})
    assert refused.status_code == 403
    assert _lacks(refused, "/sign-in/") == []


def _files(client: Client) -> list[str]:
    found = client.get("/sign-in/").content.decode()
    return [
        part.split('"')[0] for part in found.split('"/static/')[1:] for part in ["/static/" + part]
    ]


def _lacks(answer: Any, address: str) -> list[str]:
    has = answer.headers
    csp = has.get("Content-Security-Policy", "")
    kept = address.startswith("/static/") or "immutable" in has.get("Cache-Control", "")
    cookies = [c for c in answer.cookies.values() if c["max-age"] != 0]
    rules = {
        "csp": "default-src 'none'" in csp and "unsafe" not in csp,
        "frame-ancestors": "frame-ancestors 'none'" in csp,
        "nosniff": has.get("X-Content-Type-Options") == "nosniff",
        "referrer": has.get("Referrer-Policy") == "same-origin",
        "no-store": kept or has.get("Cache-Control") == "no-store",
        "same-site": all(c["samesite"] in ("Lax", "Strict") for c in cookies),
        "http-only": all(c["httponly"] for c in cookies),
    }
    return [name for name, holds in rules.items() if not holds]


def test_a_crash_carries_every_header_and_says_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hub.web.staff.home import shown

    def crash(*_: Any, **__: Any) -> None:
        raise RuntimeError("Chidinma Okafor")

    monkeypatch.setattr(shown, "home", crash)
    amina = browser(world.cast, "amina")
    amina.raise_request_exception = False
    answer = amina.get("/")
    assert answer.status_code == 500
    assert _lacks(answer, "/") == []
    assert b"Chidinma" not in answer.content
    assert b"Traceback" not in answer.content


@pytest.mark.parametrize(
    "aim",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "https:evil.example",
        "javascript:1",
    ],
)
def test_signing_in_leads_nowhere_else(world: World, aim: str, settings: Any) -> None:
    settings.DEMONSTRATION = True
    for address in ("/sign-in/", "/sign-in/password/", "/demonstration/", "/who/"):
        client = Client()
        where = f"{address}?next={aim}"
        assert _stays_here(client.get(where).headers.get("Location", "/"))
        sent = {"person": str(world.practitioners["amina"]), "next": aim, "email": "a@example.org"}
        answer = client.post(where, sent)
        assert _stays_here(answer.headers.get("Location", "/")), address


def _stays_here(aim: str) -> bool:
    return aim.startswith("/") and not aim.startswith(("//", "/\\"))


def test_no_form_is_taken_without_its_safety_token(world: World) -> None:
    client = browser(world.cast, "amina", enforce_csrf_checks=True)
    taken = []
    for page in pages():
        if page.name == "person_info_query":
            continue  # a system's key stands in a header, which no other site's form can send
        ids = world.ids["okafor"]
        numbers: dict[str, Any] = {k: ids[k][0] if k in ids else 1 for k in page.kinds}
        address = page.at(numbers | {"reference": world.cast.family("okafor").reference})
        for method in ("post", "put", "patch", "delete"):
            if getattr(client, method)(address).status_code != 403:
                taken.append((page.name, method))
    assert taken == []
