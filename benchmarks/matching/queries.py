"""What is asked of a population: people who are there, people who are not, two of a family."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from random import Random
from typing import Final

from benchmarks.matching import asked as asking
from benchmarks.matching.absent import absent
from benchmarks.matching.asked import Asked
from benchmarks.matching.errors import letters
from benchmarks.matching.errors.kinds import slip
from benchmarks.matching.fit import bare, digits, fit
from benchmarks.matching.households import households
from benchmarks.matching.names.customs import BY_CODE
from benchmarks.matching.people import Household, Person

AS_RECORDED: Final = "as recorded"
INDEPENDENT: Final = "together, own errors"
SAME_WRONG: Final = "together, same wrong surname"
PRESENT, ABSENT, TOGETHER = 0.55, 0.25, 0.20  # of all lines
_SPARE: Final = 2.0  # some are dropped: two people answer them equally
_MARGIN: Final = 1.5  # points by which the one meant must fit better than anybody else
_TOLD: Final = 9.0  # the one meant agrees in so much
_CONTRADICTED: Final = 7.0  # somebody absent is fitted by nobody better than this


def queries(seed: int, people: int, many: int) -> list[Asked]:
    """So many queries of a population, every kind in its share, none that two people answer."""
    drawn = list(_drawn(seed, people, int(many * _SPARE)))
    spoilt = _spoilt(drawn, (p for home in households(seed, people) for p in home.members))
    kept = [one for n, one in enumerate(drawn) if not any(at in spoilt for at in _with(drawn, n))]
    return _shares(kept, many)


def _drawn(seed: int, people: int, many: int) -> Iterator[Asked]:
    """Queries beside the households they are about; a rare custom is asked about more often."""
    rng = Random(f"{seed} asked")  # noqa: S311 - a test population
    wanted = many / people
    groups = 0
    for home in households(seed, people):
        rate = wanted * len(home.members) * _often(home.custom)
        while rng.random() < rate:
            rate -= 1
            person = rng.choice(home.members)
            pick = rng.random()
            if pick < PRESENT:
                yield present(rng, person)
            elif pick < PRESENT + ABSENT:
                one = absent(rng, home, person) or absent(rng, home, person)
                if one:
                    yield one
            elif pick < PRESENT + ABSENT + TOGETHER / 2.3 and len(home.members) > 1:
                groups += 1
                yield from together(rng, home, f"g{groups}")


def _often(custom: str) -> float:
    return _BOOST[custom]


def _boosts() -> dict[str, float]:
    root = {code: naming.weight**-0.5 for code, naming in BY_CODE.items()}
    whole = sum(naming.weight for naming in BY_CODE.values())
    mean = sum(root[code] * naming.weight for code, naming in BY_CODE.items()) / whole
    return {code: value / mean for code, value in root.items()}


_BOOST: Final = _boosts()


def present(rng: Random, person: Person) -> Asked:
    """Somebody who is there, with no error, one, two or three."""
    asked = asking.about(rng, person)
    pick = rng.random()
    slips = 0 if pick < 0.10 else 1 if pick < 0.37 else 2 if pick < 0.74 else 3
    done: tuple[str, ...] = ()
    for _ in range(slips):
        asked, name = slip(rng, asked, person, done=done)
        done += (name,) if name else ()
    asked.kind = done[0] if done else AS_RECORDED
    asked.errors = "; ".join(done)
    return asked


def together(rng: Random, home: Household, group: str) -> Iterator[Asked]:
    """Two or three of a family, each with their own errors, or all with the same wrong surname."""
    many = min(len(home.members), 2 if rng.random() < 0.75 else 3)
    chosen = rng.sample(home.members, many)
    wrong = rng.random() < 0.5
    shared = home.members[0].surname
    for _ in range(2):
        shared = rng.choice((letters.heard, letters.typed))(rng, shared)
    if rng.random() < 0.4:
        shared = BY_CODE[home.custom].surnames.draw(rng)
    for person in chosen:
        asked = asking.about(rng, person)
        if wrong:
            asked.surname = shared
            if rng.random() < 0.3:
                asked, _ = slip(rng, asked, person)
        else:
            asked = present(rng, person)
        asked.kind = SAME_WRONG if wrong else INDEPENDENT
        asked.group_id = group
        yield asked


def _with(drawn: list[Asked], at: int) -> Iterable[int]:
    """The lines of the same group, which stand together."""
    group = drawn[at].group_id
    if not group:
        return (at,)
    near = range(max(0, at - 3), min(len(drawn), at + 4))
    return [n for n in near if drawn[n].group_id == group]


def _spoilt(drawn: list[Asked], people: Iterable[Person]) -> set[int]:
    """Which queries somebody else answers as well, or somebody at all who should not."""
    keys: dict[str, list[int]] = defaultdict(list)
    for at, asked in enumerate(drawn):
        for key in set(_keys_asked(asked)):
            keys[key].append(at)
    own: dict[int, float] = {}
    best: dict[int, float] = defaultdict(float)
    for person in people:
        near: Counter[int] = Counter()
        for key in set(_keys(person)):
            near.update(keys.get(key, ()))
            if key[0] in "bn":  # enough by itself
                near.update(keys.get(key, ()))
        for at, agreeing in near.items():
            meant = drawn[at].truth_person == person.person_id
            if meant or agreeing > 1:
                score = fit(drawn[at], person)
                if meant:
                    own[at] = score
                elif score > best[at]:
                    best[at] = score
    return {at for at, asked in enumerate(drawn) if _is_spoilt(asked, own.get(at), best[at])}


def _is_spoilt(asked: Asked, own: float | None, best: float) -> bool:
    if not asked.truth_person:
        return best > _CONTRADICTED
    if asked.group_id:  # the family is meant, and there is more than one to tell it by
        return own is None
    return own is None or own < _TOLD or best > own - _MARGIN


def _keys_asked(asked: Asked) -> Iterator[str]:
    yield from _both(asked.given, asked.surname)
    yield from _days(asked.dob)
    yield f"c{asked.postcode}"
    yield f"t{digits(asked.phone)}"
    if asked.nhs:
        yield f"n{asked.nhs}"


def _keys(person: Person) -> Iterator[str]:
    last = f"{person.surname} {person.prev_surname} {person.partners_surname}"
    yield from _both(f"{person.given} {person.middle} {person.known_as}", last)
    yield from _days(person.dob)
    if person.postcode:
        yield f"c{person.postcode}"
    if person.prev_postcode:
        yield f"c{person.prev_postcode}"
    if person.phone:
        yield f"t{digits(person.phone)}"
    if person.nhs:
        yield f"n{person.nhs}"


def _both(given: str, last: str) -> Iterator[str]:
    """Every pair of a first and a last name, by their beginnings, in either order."""
    firsts = {bare(word)[:2] for word in given.split(" ") if word}
    for name in last.replace("-", " ").split(" "):
        for first in firsts:
            yield "b" + "".join(sorted((first, bare(name)[:3])))


def _days(dob: str) -> Iterator[str]:
    if len(dob) == 10:
        day, month = dob[8:], dob[5:7]
        yield "d" + dob[:4] + min(day, month) + max(day, month)
    elif dob:
        yield f"y{dob}"


def _shares(kept: list[Asked], many: int) -> list[Asked]:
    """Of each sort its share, numbered."""
    single = [one for one in kept if one.truth_person and not one.group_id]
    gone = [one for one in kept if not one.truth_person]
    pairs = [one for one in kept if one.group_id]
    rest = pairs[: int(many * TOGETHER)]
    while rest and len(pairs) > len(rest) and pairs[len(rest)].group_id == rest[-1].group_id:
        rest.pop()
    chosen = gone[: int(many * ABSENT)]
    chosen = single[: many - len(chosen) - len(rest)] + chosen + rest
    for number, one in enumerate(chosen, 1):
        one.query_id = f"q{number}"
    return chosen
