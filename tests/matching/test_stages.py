"""The stages of a search on Spark, over lists in parts as if on several machines."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.matching.duplicates import write_people
from hub.matching.batch import blocking, common, find, rounds, stages
from hub.matching.batch.judging import Priors, Told
from hub.matching.batch.rounds import Counted
from hub.matching.batch.stages import Common, Files, Stands
from hub.matching.rules.odds import Weights, weights
from hub.matching.trying.files import PEOPLE, BadFile, numbered, people
from tests.matching.test_duplicates import ELSEWHERE, FAMILY
from tests.matching.test_evaluate import Rows, write

Found = dict[tuple[str, str], float]
Told_ = dict[tuple[int, int, int, int], list[Any]]
SAME = [{**row, "rec_id": row["rec_id"] + "+"} for row in FAMILY[2:]]


def read(path: Path) -> Found:
    """The pairs in a file, by their ids in order."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["left_rec_id"], row["right_rec_id"]): float(row["probability"])
            for row in csv.DictReader(file)
        }


def found_here(people: Path) -> Found:
    """What is found in this process and one more."""
    out = people.with_name("here.csv")
    find.duplicates(people, out, say=lambda _: None)
    return read(out)


def found_in_stages(path: Path, parts: int) -> Found:
    """What the stages find, each over so many parts of the rows before."""
    lines = [
        stages.line(place, number, one)
        for place, (number, one) in enumerate(numbered(path, needed=frozenset({"rec_id"})))
    ]
    ready = sorted(row for some in split(lines, parts) for row in stages.prepared(some))
    crowd = standing(ready)
    homes = {one[1]: [its for its in crowd if its[1] == one[1]] for one in crowd}
    sizes = [len(some) for some in homes.values()]
    among = Common(len(crowd), frequencies(ready), weights())
    pairs = [(crowd[a], crowd[b]) for a, b in worth_comparing(crowd)]
    told: Told_ = defaultdict(list)
    for some in split(pairs, parts):
        for row in stages.compared(some, among, rounds.enough(len(sizes))):
            told[row[:4]].append((row[4], row[5], *rounded(row[6:])))
    every = [row for some in split(list(told.items()), parts) for row in likely(some, len(sizes))]
    files = [row for some in split(every, parts) for row in widened(some, homes, among)]
    return judged(files, parts, sizes, [row[2] for row in ready])


def split(rows: list[Any], parts: int) -> list[list[Any]]:
    return [rows[part::parts] for part in range(parts)]


def rounded(bits: tuple[float, ...]) -> tuple[float, ...]:
    """As they are kept between two stages."""
    return tuple(np.array(bits, dtype=np.float32).tolist())


def standing(ready: list[Any]) -> list[Stands]:
    first: dict[str, int] = {}
    for place, _, _, home, *_ in ready:
        first.setdefault(home, place)
    many = Counter(row[3] for row in ready)
    alike = Counter(row[4:6] for row in ready)
    return [
        (place, first[home], many[home], alike[given, surname], text)
        for place, _, _, home, given, surname, text in ready
    ]


def frequencies(ready: list[Any]) -> Any:
    given, surname = (Counter(row[at] for row in ready) for at in (4, 5))
    return common.frequencies(len(ready), given.items(), surname.items())


def worth_comparing(crowd: list[Stands]) -> list[tuple[int, int]]:
    who = defaultdict(list)
    for place, keys in stages.keys((one[0], one[4]) for one in crowd):
        for key in keys:
            who[key].append(place)
    weight: Counter[tuple[int, int]] = Counter()
    for some in who.values():
        if 2 <= len(some) <= blocking.MOST:
            says = float(blocking.weights(np.array([len(some)], dtype=np.float32))[0])
            weight.update(dict.fromkeys(combinations(some, 2), says))
    return [pair for pair, its in weight.items() if its >= blocking.LEAST]


def likely(some: list[Any], files: int) -> Iterator[Files]:
    return stages.likely(((*both, pairs) for both, pairs in some), files)


def widened(some: list[Files], homes: dict[int, list[Stands]], among: Common) -> Iterator[Files]:
    narrow = [row for row in some if rounds.narrow((row[0], row[1]), (row[2], row[3]))]
    yield from (row for row in some if row not in narrow)
    whole = stages.whole(((row, homes[row[0]], homes[row[1]]) for row in narrow), among)
    for one, other, left, right, pairs in whole:
        kept: list[Any] = [(*pair[:2], *rounded(pair[2:])) for pair in pairs]
        yield one, other, left, right, kept


def judged(files: list[Files], parts: int, sizes: list[int], ids: list[str]) -> Found:
    priors = Priors()
    for _ in range(rounds.ROUNDS - 1):
        counted = Counted()
        for some in split(files, parts):
            counted = counted.more(stages.counted(some, len(sizes), priors))
        priors = rounds.learnt(counted, len(sizes), sum(size for size in sizes if size > 1))
    found = [stages.judged(some, len(sizes), priors, find.KEPT) for some in split(files, parts)]
    return {(ids[a], ids[b]): chance for some in found for a, b, chance in some}


def test_the_stages_find_in_any_parts_what_one_machine_finds(tmp_path: Path) -> None:
    path = write_people(tmp_path, seed=3, many=800)
    here = found_here(path)

    assert len(here) > 50
    for parts in (1, 3):
        assert found_in_stages(path, parts) == pytest.approx(here, abs=1e-5)


@pytest.mark.parametrize("rows", [[], FAMILY[:1], FAMILY + ELSEWHERE, ELSEWHERE + SAME + FAMILY])
def test_the_stages_find_the_same_in_a_few_families(tmp_path: Path, rows: Rows) -> None:
    path = write(tmp_path / "people.csv", PEOPLE, rows)

    assert found_in_stages(path, 2) == pytest.approx(found_here(path), abs=1e-5)


def test_an_id_that_stands_twice_is_one_sentence_with_its_row(tmp_path: Path) -> None:
    path = write(tmp_path / "people.csv", PEOPLE, [*FAMILY, FAMILY[1]])

    with pytest.raises(BadFile, match=r"people\.csv, row 6, column rec_id: the same stands in an"):
        list(people(path, needed=frozenset({"rec_id"})))


def test_two_files_compared_whole_keep_what_was_compared_before() -> None:
    before = (1, 5, 9.0, 8.0, 7.0)
    here = [(1, 1, 2, 0, EMPTY), (2, 1, 2, 0, EMPTY)]
    there = [(5, 5, 1, 0, EMPTY)]
    rows = list(stages.whole([((1, 5, 2, 1, [before]), here, there)], NOBODY))

    assert [(row[:4], [pair[:2] for pair in row[4]]) for row in rows] == [
        ((1, 5, 2, 1), [(1, 5), (2, 5)])
    ]
    assert rows[0][4][0] == before


def test_a_round_counts_the_same_in_parts() -> None:
    files: list[Files] = [
        (1, 3, 1, 1, [(1, 3, 4.0, 9.0, 3.0)]),
        (5, 5, 2, 2, [(5, 6, 2.0, 1.0, 0.0)]),
    ]
    apart = [stages.counted([one], 300, Priors()) for one in files]

    assert stages.counted(files, 300, Priors()) == pytest.approx(apart[0].more(apart[1]))
    assert apart[0].families > 0
    assert apart[1].within > 0


def test_what_speaks_for_a_relative_counts_as_what_speaks_for_the_person() -> None:
    assert rounds.speaks(Told(-5.0, 3.0, 4.0)) == 7.0
    assert rounds.speaks(Told(5.0, 3.0, 4.0)) == 12.0


BY: Weights = weights()
NOBODY = Common(2, common.frequencies(2, [], []), BY)
EMPTY = "|" * 16
