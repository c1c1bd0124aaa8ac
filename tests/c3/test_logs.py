"""Nothing of anybody in a log, a cookie, a job, a file, an address or an error (C3 24)."""

import secrets
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote_plus

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connections

from tests.c3.pages import FULL, forms_in
from tests.c3.site import Answer, Visitor, serving, visitor
from tests.c3.world import look
from tests.cast import Cast, past_the_wall
from tests.databases import Fresh

PEOPLE = 1000 if FULL else 4


@pytest.mark.heavy
@pytest.mark.requirement("S33")
def test_nothing_of_anybody_is_anywhere_it_should_not_be(
    fresh_database: Fresh, tmp_path: Path, socket_enabled: None
) -> None:
    cast = Cast()
    world = look(cast)
    logs_before = {path: path.stat().st_size for path in _database_logs()}
    canaries: set[str] = {cast.family("okafor").reference, "Chidinma", "07700 900201"}
    answers: list[Answer] = []
    with serving(fresh_database, tmp_path, workers=1) as site:
        site.start_worker()
        amina = visitor(site, cast, "amina")
        for number in range(PEOPLE):
            answers += _register(amina, f"{number:04}", world.wording, canaries)
        _break_the_database(True)
        for number in range(3):
            answers += _crash(amina, cast, f"{number:04}", canaries)
        _break_the_database(False)
        answers += _odd(amina)
        jobs, rows = _rows()
        said = site.log()
    connections.close_all()
    assert any(answer.status == 500 for answer in answers)
    assert '"status": 500' in said, "an error is in the log"
    assert '"route": "people"' in said
    new = "".join(
        path.read_bytes()[logs_before.get(path, 0) :].decode(errors="replace")
        for path in _database_logs()
    )
    files = [p for p in (tmp_path / "tmp").rglob("*") if p.is_file()]
    places = {
        "the server's log": said,
        "the database's log": new,
        "error pages": "".join(a.body for a in answers if a.status >= 500),
        "cookies": "".join(v for a in answers for k, v in a.headers if k.lower() == "set-cookie"),
        "addresses": "".join(_without_reference(a.header("location")) for a in answers),
        "jobs": jobs,
        "sessions": rows,
        "temporary files": "".join(p.read_bytes().decode(errors="replace") for p in files),
        "mail": "".join(p.read_text() for p in Path(settings.MAIL_FOLDER).glob("*.eml")),
    }
    found = [
        (place, canary)
        for place, text in places.items()
        for canary in canaries
        if canary in text or canary in unquote_plus(text)
    ]
    assert found == []


def _register(amina: Visitor, number: str, wording: int, canaries: set[str]) -> list[Answer]:
    # Nobody who sounds like another: a family that is known already is told of.
    name, child = _word(f"{number}a"), _word(f"{number}b")
    line, phone = f"{number} {_word(number)}lane", f"07700 9{int(number) % 100000:05}"
    born = date(1950, 3, 17) + timedelta(days=13 * int(number))
    written = f"{born.day} {born:%B %Y}"
    day = {"day": str(born.day), "month": str(born.month), "year": str(born.year)}
    canaries |= {name, child, line, phone, born.isoformat(), written}
    sent: dict[str, object] = {
        "said_yes": "yes", "how": "spoken", "witness": name, "wording": str(wording),
        "people-set": ["0", "1"], "people-0-given_names": name, "people-0-part": "adult",
        "people-0-contact": phone, "people-1-given_names": child, "people-1-part": "child",
        "lines": line, "postcode": "ZA1 7XX", "not_known": "yes",
        **{f"people-0-born-{k}": v for k, v in day.items()},
    }  # fmt: skip
    bad = sent | {"postcode": written, "people-1-part": "x", "once": _once()}
    answers = [amina.ask("POST", "/families/registration/", bad)]
    # What was typed is kept as an unfinished form, and the page goes on with that one.
    goes_on = next(f.action for f in forms_in(answers[0].body) if "once" in f.hidden)
    answers.append(amina.ask("POST", goes_on, sent | {"once": _once()}))
    check = answers[-1].header("location")
    assert check.endswith("/check/"), answers[-1].body.partition("error-summary")[2][:2000]
    answers.append(amina.ask("GET", check))
    answers.append(amina.ask("POST", check, {"once": _once()}))
    assert answers[-1].status == 302
    answers.append(amina.ask("GET", answers[-1].header("location")))
    assert name in answers[-1].body
    for sought in (name, child, phone, f"{name}\0"):
        answers.append(amina.ask("POST", "/families/", {"sought": sought}))
    return answers


def _word(number: str) -> str:
    """A name that is like no other: ten letters that its number gives."""
    return "".join(chr(97 + byte % 26) for byte in sha256(number.encode()).digest()[:10]).title()


def _crash(amina: Visitor, cast: Cast, number: str, canaries: set[str]) -> list[Answer]:
    """The database refuses a row, and says all that is in it; a page then breaks in the middle."""
    name = f"Canarycrash{number}"
    canaries.add(name)
    address = f"/families/{cast.family('okafor').reference}/people/"
    typed: dict[str, object] = {"given_names": name, "part": "adult", "once": _once()}
    return [amina.ask("POST", address, typed)]


def _odd(amina: Visitor) -> list[Answer]:
    paths = ["/families/FH-ZZZZZZZZ/", "/nothing/Canarya0001/", "/?page=Canarya0001"]
    answers = [amina.ask("GET", path) for path in paths]
    with_host = dict(amina.cookies)
    stranger = Visitor(amina.site, with_host | {"sessionid": "Canarya0001"})
    return [*answers, stranger.ask("GET", "/"), amina.ask("POST", "/Canarya0001/", {"a": "b"})]


def _break_the_database(broken: bool) -> None:
    with past_the_wall() as database:
        database.execute(
            "alter table families_person add constraint broken check (given_names not like"
            " 'Canarycrash%')"
            if broken
            else "alter table families_person drop constraint broken"
        )


def _rows() -> tuple[str, str]:
    with past_the_wall() as database:
        jobs = database.execute(
            "select procrastinate_jobs::text from procrastinate_jobs"
        ).fetchall()
        journal = database.execute(
            "select concat_ws(' ', event, job, purpose, refs::text) from audit_entry"
        ).fetchall()
    sessions = [str(session.get_decoded()) for session in Session.objects.all()]
    return str(jobs) + str(journal), "".join(sessions)


def _database_logs() -> list[Path]:
    found = [p for p in (Path(settings.DATA_DIR) / "run").rglob("*.log") if p.is_file()]
    assert found, "the database's log is not where it was"
    return found


def _without_reference(address: str) -> str:
    """A family's own address names it by its reference; nothing else of it may stand there."""
    return "" if address.startswith("/families/FH-") and address.count("?") <= 1 else address


def _once() -> str:
    return secrets.token_urlsafe(18)
