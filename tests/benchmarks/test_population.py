"""The made-up people and what is asked about them: the same each time, valid, and answerable."""

import csv
import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.matching import absent, asked, files, people
from benchmarks.matching.errors.kinds import KINDS
from benchmarks.matching.fit import fit
from benchmarks.matching.households import households
from benchmarks.matching.people import Person
from benchmarks.matching.queries import AS_RECORDED, INDEPENDENT, SAME_WRONG, queries

PEOPLE, ASKED = 6000, 3000
POSTCODE = re.compile(r"[A-Z]{2}\d{1,2} \d[A-Z]{2}")
Line = dict[str, str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small population and its queries, written once."""
    made = tmp_path_factory.mktemp("population")
    files.write_people(made, seed=1, many=PEOPLE)
    files.write_queries(made, seed=1, many=PEOPLE, asked=ASKED)
    return made


def _read(path: Path) -> list[Line]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _is_nhs_number(text: str) -> bool:
    check = 11 - sum(int(digit) * (10 - n) for n, digit in enumerate(text[:9])) % 11
    return len(text) == 10 and text[:3] == "999" and int(text[9]) == check % 11


def _is_birth_date(text: str) -> bool:
    if len(text) == 4:
        return 1900 < int(text) <= 2027
    return date.fromisoformat(text) <= date(2026, 11, 1)


def test_the_same_seed_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "other"):
        files.write_people(tmp_path / name, seed=5, many=1500)
        files.write_queries(tmp_path / name, seed=5, many=1500, asked=300)
    for name in ("people.csv", "queries.csv"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_another_seed_gives_other_people(tmp_path: Path, folder: Path) -> None:
    files.write_people(tmp_path, seed=2, many=PEOPLE)
    both = [{(line["given"], line["surname"], line["dob"]) for line in _read(place / "people.csv")}
            for place in (tmp_path, folder)]  # fmt: skip
    assert len(both[0] & both[1]) < PEOPLE / 100


def test_so_many_are_drawn_as_were_asked_for(folder: Path) -> None:
    assert len(_read(folder / "people.csv")) == PEOPLE
    assert ASKED * 0.98 < len(_read(folder / "queries.csv")) <= ASKED


def test_every_person_is_valid(folder: Path) -> None:
    lines = _read(folder / "people.csv")
    assert tuple(lines[0]) == people.COLUMNS
    for line in lines:
        assert line["given"] or line["surname"]
        assert line["sex"] in ("female", "male")
        assert not line["dob"] or _is_birth_date(line["dob"]), line
        assert all(
            not c or POSTCODE.fullmatch(c) for c in (line["postcode"], line["prev_postcode"])
        )
        assert not line["nhs"] or _is_nhs_number(line["nhs"])
        assert not line["phone"] or re.fullmatch(r"0(47|61)\d{8}", line["phone"].replace(" ", ""))
    for column in ("rec_id", "person_id"):
        assert len({line[column] for line in lines}) == PEOPLE
    numbers = [line["nhs"] for line in lines if line["nhs"]]
    assert len(set(numbers)) == len(numbers) > PEOPLE / 4


def test_every_query_is_valid(folder: Path) -> None:
    known = {line["person_id"]: line["household_id"] for line in _read(folder / "people.csv")}
    lines = _read(folder / "queries.csv")
    assert tuple(lines[0]) == asked.COLUMNS
    for line in lines:
        assert line["given"] + line["surname"]
        assert not line["dob"] or _is_birth_date(line["dob"]), line
        assert not line["nhs"] or _is_nhs_number(line["nhs"])
        assert line["kind"]
        if line["truth_person"]:
            assert known[line["truth_person"]] == line["truth_household"]
    assert len({line["query_id"] for line in lines}) == len(lines)


def test_all_kinds_and_at_least_ten_customs_are_asked_about(folder: Path) -> None:
    lines = _read(folder / "queries.csv")
    kinds = Counter(line["kind"] for line in lines)
    expected = {AS_RECORDED, INDEPENDENT, SAME_WRONG, *KINDS, *absent.KINDS}
    assert set(kinds) == expected
    customs = Counter(line["custom"] for line in lines)
    assert len([custom for custom, many in customs.items() if many >= 20]) >= 10


def test_a_group_is_of_one_family_and_at_least_two(folder: Path) -> None:
    groups: dict[str, set[str]] = {}
    sizes: Counter[str] = Counter()
    for line in _read(folder / "queries.csv"):
        if line["group_id"]:
            groups.setdefault(line["group_id"], set()).add(line["truth_household"])
            sizes[line["group_id"]] += 1
    assert groups
    assert all(len(homes) == 1 for homes in groups.values())
    assert min(sizes.values()) >= 2


def test_families_have_brothers_twins_and_sons_called_like_their_father() -> None:
    homes = list(households(1, PEOPLE))
    children = [[p for p in home.members if p.role == "child"] for home in homes]
    assert any(a.born == b.born for home in children for a, b in pairwise(home))
    assert any(
        p.given == child.given and p.surname == child.surname
        for home, young in zip(homes, children, strict=True)
        for p in home.members if p.role == "father"
        for child in young
    )  # fmt: skip
    assert any(len({p.surname for p in home.members}) > 2 for home in homes)


def test_nobody_else_fits_a_query_as_well_and_nobody_fits_who_is_not_there() -> None:
    everybody: list[Person] = [p for home in households(3, 1500) for p in home.members]
    single = [one for one in queries(3, 1500, 240) if not one.group_id]
    assert len(single) > 150
    for one in single:
        scores = {person.person_id: fit(one, person) for person in everybody}
        own = scores.pop(one.truth_person, 9.0)
        assert max(scores.values()) < own, one
