"""`bin/hub match evaluate` from files to a file, in a database that goes away."""

import csv
import os
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from hub.database import cluster
from hub.matching import loading
from hub.matching.rules import Description
from hub.matching.trying import scratch
from hub.matching.trying.files import PEOPLE, QUERIES
from tests.databases import data_dir

Rows = list[dict[str, str]]

FAMILY: Rows = [
    {"rec_id": "r1", "person_id": "p1", "household_id": "h1", "given": "Amina", "surname": "Yusuf",
     "dob": "1990-02-03", "address": "3 Mill Lane", "postcode": "LS6 2AB", "phone": "07700 900111"},
    {"rec_id": "r2", "person_id": "p2", "household_id": "h1", "given": "Bilal", "surname": "Yusuf",
     "dob": "2015-06-07", "address": "3 Mill Lane", "postcode": "LS6 2AB"},
    {"rec_id": "r3", "person_id": "p3", "household_id": "h2", "given": "Gwen", "surname": "Pugh",
     "dob": "1961", "town": "Farley", "prev_surname": "Rees"},
]  # fmt: skip
ASKED: Rows = [
    {"query_id": "q1", "given": "Bilaal", "surname": "Yousef", "dob": "2015-07-06"},
    {"query_id": "q2", "group_id": "g", "given": "Amna", "surname": "Khan", "dob": "1990-03-02"},
    {"query_id": "q3", "group_id": "g", "given": "Bilal", "surname": "Khan", "dob": "2015-06-17"},
    {"query_id": "q4", "given": "Zebedee", "surname": "Quill", "dob": "1971-01-30"},
    {"query_id": "q5"},
]


def write(path: Path, columns: tuple[str, ...], rows: Rows) -> Path:
    """A file of these rows; a column that is not among `columns` comes last, as others would."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*columns, "remark"], restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def run(tmp_path: Path, template: str, django_db_setup: None, django_db_blocker: Any) -> Any:
    """Run the command on these people and questions; gives the hits."""

    def _run(people: Rows, asked: Rows, *more: str) -> Rows:
        out = tmp_path / "hits.csv"
        with django_db_blocker.unblock():
            call_command(
                "match", "evaluate",
                "--people", str(write(tmp_path / "people.csv", PEOPLE, people)),
                "--queries", str(write(tmp_path / "queries.csv", QUERIES, asked)),
                "--out", str(out), *more, stdout=StringIO(),
            )  # fmt: skip
        with out.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return _run


def leftovers() -> list[str]:
    """Databases that trying the search has left behind: not one that another process is using."""
    with cluster.connect(data_dir()) as admin:
        found = admin.execute("select datname from pg_database where datname like 'hub_match%'")
        names = [str(row[0]) for row in found.fetchall()]
    beside = {pid for pid in (one.rpartition("_")[2] for one in names) if pid != str(os.getpid())}
    running = {pid for pid in beside if Path(f"/proc/{pid}").exists()}
    return [one for one in names if one.rpartition("_")[2] not in running]


def test_hits_are_written_and_the_database_is_gone(run: Any) -> None:
    before = connection.settings_dict["NAME"]
    hits = run(FAMILY, ASKED)
    top = {hit["query_id"]: hit for hit in hits if hit["rank"] == "1"}

    assert list(hits[0]) == [
        "query_id", "rank", "person_id", "household_id", "probability", "family_probability",
        "shown", "ms",
    ]  # fmt: skip
    assert (top["q1"]["person_id"], top["q1"]["household_id"]) == ("p2", "h1")
    assert float(top["q1"]["probability"]) > 0.5
    assert top["q1"]["shown"] in ("family", "ask")
    assert all(hit["shown"] == "no" for hit in hits if hit["query_id"] in ("q4", "q5"))
    assert all(float(hit["ms"]) > 0 for hit in hits)
    assert leftovers() == []
    assert connection.settings_dict["NAME"] == before


def test_together_a_family_is_surer_than_each_alone(run: Any) -> None:
    def best(hits: Rows) -> float:
        return max(
            float(hit["family_probability"])
            for hit in hits
            if hit["query_id"] in ("q2", "q3") and hit["household_id"] == "h1"
        )

    assert best(run(FAMILY, ASKED, "--together")) > best(run(FAMILY, ASKED))


def test_no_more_hits_than_asked_for(run: Any) -> None:
    assert {hit["rank"] for hit in run(FAMILY, ASKED, "--limit", "1")} == {"1"}


@pytest.mark.parametrize(
    ("people", "asked", "said"),
    [
        ([*FAMILY, FAMILY[0]], ASKED, "people.csv, row 5, column rec_id"),
        ([FAMILY[0] | {"dob": "3/4/90"}], ASKED, "people.csv, row 2, column dob"),
        ([FAMILY[0] | {"household_id": ""}], ASKED, "people.csv, row 2, column household_id"),
        ([FAMILY[0] | {"given": "x" * 1001}], ASKED, "people.csv, row 2, column given"),
        (FAMILY, [{"query_id": ""}], "queries.csv, row 2, column query_id"),
        (FAMILY, [{"query_id": "q", "dob": "1990-13-40"}], "queries.csv, row 2, column dob"),
    ],
)
def test_a_bad_row_is_named_in_a_sentence(
    run: Any, tmp_path: Path, people: Rows, asked: Rows, said: str
) -> None:
    with pytest.raises(CommandError, match=said):
        run(people, asked)

    assert not list(tmp_path.glob("hits.csv*"))
    assert leftovers() == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("query_id,given\nq1,Amina\n", "queries.csv, row 1: there is no column group_id"),
        (",".join(QUERIES) + "\nq1,,Amina\n", "queries.csv, row 2, column given: the row has 3"),
        (",".join(QUERIES) + '\n"q1', "queries.csv, row 2: not readable as CSV"),
        ("", "queries.csv, row 1: there is no column query_id"),
    ],
)
def test_a_file_of_another_shape_is_refused(
    tmp_path: Path, django_db_blocker: Any, text: str, said: str
) -> None:
    (tmp_path / "queries.csv").write_text(text, encoding="utf-8")
    people = write(tmp_path / "people.csv", PEOPLE, FAMILY)

    with pytest.raises(CommandError, match=said):
        call_command(
            "match", "evaluate", "--people", str(people), "--out", str(tmp_path / "hits.csv"),
            "--queries", str(tmp_path / "queries.csv"), stdout=StringIO(),
        )  # fmt: skip


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere\.csv cannot be read"):
        call_command(
            "match", "evaluate", "--people", "x", "--out", str(tmp_path / "hits.csv"),
            "--queries", str(tmp_path / "nowhere.csv"),
        )  # fmt: skip


def test_a_load_of_which_the_end_fails_says_so_and_does_not_wait(
    template: str, django_db_setup: None, django_db_blocker: Any
) -> None:
    twice = [(1, 7, 7, 7, Description(given="Amina")), (2, 7, 7, 7, Description(given="Bilal"))]
    with (
        django_db_blocker.unblock(),
        scratch.database(),
        pytest.raises(RuntimeError, match="UniqueViolation"),
    ):
        loading.load(twice, processes=1)
