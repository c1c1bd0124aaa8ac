"""People of whom other agencies have files too, and how well `match duplicates` finds them.

A family of which another agency knows has a second file there, sometimes a third: some of its
people, as somebody else typed them, at times from before or after a move, the children under
another surname, with a brother nobody else has heard of. Twins, brothers, sisters, fathers and
sons of one name and namesakes stay in as they are.
"""

import csv
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.matching import asked as asking
from benchmarks.matching import files, places
from benchmarks.matching.asked import Asked
from benchmarks.matching.errors.kinds import slip
from benchmarks.matching.households import households
from benchmarks.matching.measuring import ROOT
from benchmarks.matching.names.customs import BY_CODE
from benchmarks.matching.people import COLUMNS, Household, Person

KNOWN_TWICE: Final = 0.2  # of all households
ONE_OF_THEM: Final = 0.3  # of those, only one person
THIRD: Final = 0.15
_NEVER: Final = ("name and one thing", "moved", "other telephone")  # drawn for all at once here
_SLIPS: Final = (0.2, 0.38, 0.27, 0.15)  # none, one, two, three
_BEST, _PRECISE = 0.94, 0.84
_MILLION_BEST: Final = 0.92
_ENDS: Final = ("left_rec_id", "right_rec_id")
Row = tuple[str, ...]


def write_people(folder: Path, *, seed: int, many: int) -> Path:
    """people.csv of so many records, in no order; gives its path."""
    rows = list(_rows(seed, many))
    Random(seed).shuffle(rows)  # noqa: S311 - a test population
    return files.write(folder / "people.csv", COLUMNS, rows[:many])


def _rows(seed: int, many: int) -> Iterator[Row]:
    rng = Random(f"{seed} twice")  # noqa: S311 - a test population
    left = many
    for home in households(seed, many):
        twice = len(home.members) > 0 and rng.random() < KNOWN_TWICE
        # Somebody of whom only the other agency knows: a brother, and no duplicate.
        unknown = rng.choice(home.members) if twice and rng.random() < 0.2 else None
        here = [one for one in home.members if one is not unknown or len(home.members) == 1]
        rows = [one.row() for one in here]
        for letter in "bc" if twice and rng.random() < THIRD else "b" if twice else "":
            rows += _other_file(rng, home, letter, many)
        yield from rows
        left -= len(rows)
        if left <= 0:
            return


def _other_file(rng: Random, home: Household, letter: str, many: int) -> Iterator[Row]:
    if rng.random() < ONE_OF_THEM:
        some = [rng.choice(home.members)]
    else:
        some = [one for one in home.members if rng.random() < 0.8] or home.members[:1]
    moved = places.place(rng, places.postcodes(many)) if rng.random() < 0.3 else None
    number = places.telephone(rng) if rng.random() < 0.35 else ""
    surname = BY_CODE[home.custom].surnames.draw(rng) if rng.random() < 0.08 else ""
    for person in some:
        asked = _typed(rng, person)
        if moved:
            asked = replace(asked, address=moved.address, town=moved.town, postcode=moved.postcode)
        if number and asked.phone:
            asked = replace(asked, phone=number)
        if person.role == "child":
            other = surname or (person.partners_surname if rng.random() < 0.06 else "")
            asked = replace(asked, surname=other or asked.surname)
        yield _row(rng, _with_slips(rng, asked, person), person, letter)


def _typed(rng: Random, person: Person) -> Asked:
    """What another agency has written down of somebody, when nothing is mistaken."""
    knows = [rng.random() for _ in range(7)]
    home = knows[2] < 0.75
    asked = asking.about(rng, person)
    return replace(
        asked,
        middle=person.middle if knows[0] < 0.4 else "",
        sex=("female" if person.female else "male") if knows[1] < 0.8 else "",
        address=person.address if home else "",
        postcode=person.postcode if home else "",
        town=person.town if knows[3] < 0.9 else "",
        dob=person.born.isoformat() if knows[4] < 0.88 else "",
        phone=person.own_phone if knows[5] < 0.45 else "",
        nhs=person.own_nhs if knows[6] < 0.15 else "",
    )


def _with_slips(rng: Random, asked: Asked, person: Person) -> Asked:
    done: tuple[str, ...] = _NEVER
    for _ in range(rng.choices(range(len(_SLIPS)), _SLIPS)[0]):
        changed, name = slip(rng, asked, person, done=done)
        asked, done = changed, (*done, name)
    return asked


def _row(rng: Random, asked: Asked, person: Person, letter: str) -> Row:
    before = person.prev_surname if rng.random() < 0.25 else ""
    return (
        f"r{person.number}{letter}", person.person_id, f"{person.household_id}{letter}",
        person.role, asked.given, asked.middle, asked.surname, "",
        before if before != asked.surname else "", asked.sex, asked.dob, asked.address, asked.town,
        asked.postcode, "", asked.phone, asked.nhs, person.custom,
    )  # fmt: skip


def run(folder: Path, *, seed: int, people: int, pairs: Sequence[Path] | None) -> int:
    """Draw, look for duplicates and print how well; 1 when a bound is not kept. With `pairs` only
    those files are looked at, found in the people of the folder."""
    if not pairs:
        if not (folder / "people.csv").exists():
            write_people(folder, seed=seed, many=people)
        pairs = [folder / "pairs.csv"]
        began = time.perf_counter()
        search(folder / "people.csv", pairs[0])
        print(f"looked through in {time.perf_counter() - began:.0f} s")
    codes = [report(folder / "people.csv", path) for path in pairs]
    return max(codes)


def search(people: Path, out: Path) -> None:
    """`bin/hub match duplicates` on a file, without preparing Python again."""
    words, environment = command(people, out)
    subprocess.run(words, cwd=ROOT, env=environment, check=True)


def command(people: Path, out: Path) -> tuple[list[str], dict[str, str]]:
    """The words of that command, and its environment."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    environment.setdefault("PYTHONPATH", str(ROOT))
    words = ["match", "duplicates", "--people", str(people), "--out", str(out)]
    return [sys.executable, str(ROOT / "bin" / "manage.py"), *words], environment


def report(people: Path, pairs: Path) -> int:
    """Print the figures of one file of pairs; 1 when a bound is not kept."""
    with people.open(encoding="utf-8", newline="") as file:
        persons = {line["rec_id"]: line["person_id"] for line in csv.DictReader(file)}
    true = sum(many * (many - 1) // 2 for many in Counter(persons.values()).values())
    with pairs.open(encoding="utf-8", newline="") as file:
        found = [
            (float(line["probability"]), len({persons[line[end]] for end in _ENDS}) == 1)
            for line in csv.DictReader(file)
        ]
    best, at, precise, half = figures(found, true)
    print(f"{len(persons):,} records, {true:,} true pairs, {len(found):,} found")
    print(f"best F1 {best:.4f} (from {at:.3f} on); at 0.5 {half:.4f}")
    print(f"recall at 99 % precision {precise:.2%}")
    bound = _BEST if len(persons) <= 300_000 else _MILLION_BEST
    return int(best < bound or (bound == _BEST and precise < _PRECISE))


def figures(found: Iterable[tuple[float, bool]], true: int) -> tuple[float, float, float, float]:
    """Best F1, the probability from which it is reached, recall where 99 of 100 are right, and F1
    from a half on; of pairs with their probability and whether they are one person."""
    best = at = precise = half = 0.0
    hits = 0
    ordered = sorted(found, key=lambda one: -one[0])
    for number, (chance, right) in enumerate(ordered, 1):
        hits += right
        last = number == len(ordered) or ordered[number][0] != chance
        if not last:
            continue
        score = 2 * hits / (number + true)
        if score > best:
            best, at = score, chance
        if hits >= 0.99 * number:
            precise = hits / true
        if chance >= 0.5:
            half = score
    return best, at, precise, half
