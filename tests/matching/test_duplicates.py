"""`bin/hub match duplicates` and `train`: from a file of people to a file of pairs or weights."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from benchmarks.matching.duplicates import figures
from hub.matching.rules.odds import SHIPPED, read, use, weights
from hub.matching.trying.files import PEOPLE
from tests.matching.test_evaluate import Rows, write

Run = Callable[..., str]
HOME = {"address": "7 Mill Lane", "town": "Marsh End", "postcode": "LS6 2AB"}
FAMILY: Rows = [
    {"rec_id": "m", "household_id": "h1", "given": "Ngozi", "surname": "Eze", "sex": "f",
     "dob": "1985-03-09", "phone": "07700 900321", **HOME},
    {"rec_id": "d", "household_id": "h1", "given": "Daniel", "surname": "Okonkwo", "sex": "m",
     "dob": "2014-06-21", **HOME},
    {"rec_id": "t", "household_id": "h1", "given": "David", "surname": "Okonkwo", "sex": "m",
     "dob": "2014-06-21", **HOME},
    {"rec_id": "b", "household_id": "h1", "given": "Blessing", "surname": "Okonkwo", "sex": "f",
     "dob": "2017-11-02", **HOME},
]  # fmt: skip
ELSEWHERE: Rows = [
    {"rec_id": "m2", "household_id": "h2", "given": "Ngosi", "surname": "Okonkwo",
     "dob": "1985-09-03", "phone": "07700900321"},
    {"rec_id": "b2", "household_id": "h2", "given": "Blesing", "surname": "Okonko", "sex": "f",
     "dob": "2017-11-02", "postcode": "LS6 2AB"},
    {"rec_id": "e2", "household_id": "h2", "given": "Emmanuel", "surname": "Okonkwo", "sex": "m",
     "dob": "2020-02-14", "postcode": "LS6 2AB"},
    {"rec_id": "father", "household_id": "h3", "given": "John", "surname": "Pemberly", "sex": "m",
     "dob": "1958-02-03", "address": "3 Hill Top", "postcode": "YO1 7HH"},
    {"rec_id": "son", "household_id": "", "given": "John", "surname": "Pemberly", "sex": "m",
     "dob": "1986-09-14", "address": "3 Hill Top", "postcode": "YO1 7HH"},
    {"rec_id": "lone"},
]  # fmt: skip


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a word of the command on people in a file; gives what it said."""

    def _run(word: str, people: Rows, *more: str) -> str:
        said = StringIO()
        path = write(tmp_path / "people.csv", PEOPLE, people)
        call_command("match", word, "--people", str(path), *more, stdout=said)
        return said.getvalue()

    return _run


def pairs(run: Run, tmp_path: Path, people: Rows) -> dict[frozenset[str], float]:
    """The pairs found among these people."""
    out = tmp_path / "pairs.csv"
    run("duplicates", people, "--out", str(out))
    with out.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    chances = [float(line["probability"]) for line in lines]
    assert chances == sorted(chances, reverse=True)
    assert all(0 <= chance <= 1 for chance in chances)
    return {
        frozenset((line["left_rec_id"], line["right_rec_id"])): float(line["probability"])
        for line in lines
    }


@pytest.mark.requirement("2.6")
def test_who_is_in_a_file_twice_is_found_and_twins_fathers_and_brothers_are_not(
    run: Run, tmp_path: Path
) -> None:
    found = pairs(run, tmp_path, FAMILY + ELSEWHERE)

    probable = {pair for pair, chance in found.items() if chance >= 0.5}
    assert probable == {frozenset(("m", "m2")), frozenset(("b", "b2"))}


def test_who_is_twice_in_one_household_is_found_too(run: Run, tmp_path: Path) -> None:
    again = [{**FAMILY[3], "rec_id": "b3", "given": "Blesing", "phone": "07700 900321"}]
    found = pairs(run, tmp_path, FAMILY + again)

    assert max(found, key=found.__getitem__) == frozenset(("b", "b3"))


def test_truth_in_the_file_is_not_looked_at(run: Run, tmp_path: Path) -> None:
    one = pairs(run, tmp_path, FAMILY + ELSEWHERE)
    told = [{**row, "person_id": row["rec_id"][0]} for row in FAMILY + ELSEWHERE]

    assert pairs(run, tmp_path, told) == one


@pytest.mark.parametrize("people", [[], FAMILY[:1]])
def test_nobody_and_one_alone_are_no_trouble(run: Run, tmp_path: Path, people: Rows) -> None:
    assert pairs(run, tmp_path, people) == {}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"dob": "03/09/1985"}, "people.csv, row 2, column dob: '03/09/1985' is not"),
        ({"rec_id": ""}, "people.csv, row 2, column rec_id: it is empty"),
        ({"given": "x" * 1001}, "people.csv, row 2, column given: more than 1000"),
    ],
)
def test_a_bad_file_is_one_sentence_and_leaves_no_file(
    run: Run, tmp_path: Path, change: dict[str, str], said: str
) -> None:
    for word in ("duplicates", "train"):
        with pytest.raises(CommandError, match=said):
            run(word, [{**FAMILY[0], **change}], "--out", str(tmp_path / "out"))
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]


def test_a_folder_that_is_not_there_is_one_sentence(run: Run, tmp_path: Path) -> None:
    for word in ("duplicates", "train"):
        with pytest.raises(CommandError, match="cannot be written"):
            run(word, FAMILY, "--out", str(tmp_path / "none" / "out"))


def test_trained_weights_are_a_file_that_can_be_set(
    run: Run, tmp_path: Path, settings: Any
) -> None:
    path = tmp_path / "weights.json"
    said = run("train", FAMILY + ELSEWHERE, "--out", str(path))

    assert "given       same" in said
    assert {name: set(levels) for name, levels in read(path).items()} == {
        name: set(levels) for name, levels in read().items()
    }
    before = weights()
    settings.HUB_MATCHING_WEIGHTS = str(path)
    try:
        apps.get_app_config("matching").ready()
        assert weights() != before
        assert weights() == weights(path)
    finally:
        use(SHIPPED)
    assert weights() == before


def test_few_people_change_little(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    run("train", FAMILY, "--out", str(path))

    for name, levels in weights(path).items():
        for level, bits in levels.items():
            assert bits == pytest.approx(weights(SHIPPED)[name][level], abs=0.5), (name, level)


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ("{", "is not JSON"),
        ("[]", "is no weights"),
        ("{}", "given is missing"),
        (None, "given, same: three chances are wanted"),
    ],
)
def test_broken_weights_stop_the_start_with_a_sentence(
    tmp_path: Path, settings: Any, spoilt: str | None, said: str
) -> None:
    path = tmp_path / "weights.json"
    wrong = {**read(), "given": {**read()["given"], "same": [0.5, 0, 0.1]}}
    path.write_text(json.dumps(wrong) if spoilt is None else spoilt)
    settings.HUB_MATCHING_WEIGHTS = str(path)
    before = weights()

    with pytest.raises(ImproperlyConfigured, match=said):
        apps.get_app_config("matching").ready()
    assert weights() == before
    settings.HUB_MATCHING_WEIGHTS = str(tmp_path / "none.json")
    with pytest.raises(ImproperlyConfigured, match="cannot be read"):
        apps.get_app_config("matching").ready()


def test_the_figures_count_ties_together() -> None:
    found = [(0.9, True), (0.8, True), (0.8, False), (0.1, True)]
    best, at, precise, half = figures(found, 4)

    assert best == pytest.approx(6 / 8)
    assert (at, precise) == (0.1, 0.25)
    assert half == pytest.approx(4 / 7)
