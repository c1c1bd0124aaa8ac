"""Makes a world from a number: the same number, the same world."""

import random
from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeVar

from tests.worlds.world import (
    PLAN,
    SIGNPOST,
    SUMMARY,
    Draft,
    Family,
    Job,
    Person,
    Role,
    Row,
    Signed,
    Window,
    World,
)

T = TypeVar("T")

ALPHABET: Final = "BCDFGHJKLMNPQRSTVWXZ23456789"
_fixed = random.Random(20)
LOCALITIES: Final = tuple(_fixed.getrandbits(59) | 1 << 59 for _ in range(2))
AGENCIES: Final = tuple(_fixed.getrandbits(59) | 1 << 59 for _ in range(3))
JOBS: Final = tuple(_fixed.getrandbits(59) | 1 << 59 for _ in range(8))
# Each job's account and agency: the first account has two jobs, the second too.
PLACES: Final = ((0, 0), (0, 1), (1, 1), (1, 2), (2, 0), (3, 1), (4, 2), (5, 0))
HIDEABLE: Final = (
    "membership", "address", "contact", "relationship", "responsibility", "household", "goal",
    "action", "closure", "agreement", "involvement", "judgement",
)  # fmt: skip
PAST: Final = (-90000, -43200, -1440, -60, -5)
CODES: Final = (
    "coordinator", "coordinator", "administrator", "data_protection_officer", "panel_chair",
)  # fmt: skip

LATELY: Final = Window(-60)


def make(seed: int) -> World:
    """The world of this number."""
    return _Maker(seed).world()


class _Maker:
    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.random = random.Random(f"world {seed}")
        self.words: set[str] = set()
        self.rows: list[Row] = []
        self.people: dict[int, Person] = {}
        self.in_family: dict[int, list[int]] = {}
        # Some are busy with all the families, so that much is true of the same few at once.
        self.busy = self.random.sample(range(len(JOBS)), 3)

    def world(self) -> World:
        jobs = tuple(self._job(place) for place in range(len(JOBS)))
        families = tuple(
            Family(self._id(), self._reference(), self._one(LOCALITIES))
            for _ in range(self.random.randint(2, 4))
        )
        for family in families:
            self._tell(family)
        agencies = {pk: self._mostly(Window(-99000), self._past()) for pk in AGENCIES}
        drafts = tuple(
            Draft(self._id(), job.id, self._word()) for job in jobs if self._chance(0.15)
        )
        return World(
            self.seed, LOCALITIES, agencies, jobs, tuple(self._roles()), self.people, families,
            tuple(self.rows), drafts, tuple(self._signed()),
        )  # fmt: skip

    def _job(self, place: int) -> Job:
        account, agency = PLACES[place]
        window = self._mostly(Window(-98000), self._past())
        where = self._one(LOCALITIES)
        return Job(JOBS[place], account, AGENCIES[agency], where, f"Staff {self._word()}", window)

    def _signed(self) -> Iterator[Signed]:
        """Most agencies stand everywhere; some by what they signed, here and there, in time."""
        drawn = random.Random(f"signed {self.seed}")
        for agency in AGENCIES:
            if drawn.random() < 0.6:
                yield Signed(self._id(), agency, None, Window(-99000))
                continue
            for where in (None, *LOCALITIES):
                if drawn.random() < 0.7:
                    start = drawn.choice((-99000, -43200, -60, 5))
                    later = [end for end in (-1440, -5, 0, 9000) if end >= start]
                    ends = [None, None, *later]
                    asks = drawn.choice((None, None, -50000, -100)) if where else None
                    window = Window(start, drawn.choice(ends))
                    yield Signed(self._id(), agency, where, window, asks)

    def _roles(self) -> list[Role]:
        found: dict[tuple[int, str, int | None], Role] = {}
        for _ in range(self.random.randint(0, 3)):
            job, code = self._somebody(), self._one(CODES)
            where = None if code == "administrator" else self._one(LOCALITIES)
            window = self._mostly(Window(self._start()), self._past(), 0.7)
            found[job, code, where] = Role(self._id(), job, code, where, window)
        return list(found.values())

    def _tell(self, family: Family) -> None:
        """Everything recorded of one family."""
        at = family.id
        self._members(at)
        self._places(at)
        self._plan(at)
        self._agreements(at)
        self._staff(at)
        self._kept(at)

    def _members(self, at: int) -> None:
        here: list[int] = []
        elsewhere = list(self.people)
        for number in range(self.random.randint(1, 4)):
            shared = bool(elsewhere) and self._chance(0.35)
            person = self._one(elsewhere) if shared else self._person()
            if person in here:
                continue
            here.append(person)
            part = "adult" if number == 0 else self._one(("adult", "child", "unborn"))
            window = self._mostly(Window(-60), self._past(), 0.85)
            self._add("membership", at, window=window, people=(person,), part=part)
        self.in_family[at] = here
        for kind in ("relationship", "responsibility"):
            if len(here) > 1 and self._chance(0.6):
                self._add(kind, at, people=tuple(self.random.sample(here, 2)))
        if self._chance(0.4):
            because = self._word()
            self._add("judgement", at, people=(self._one(here),), secrets=(because,))

    def _person(self) -> int:
        pk = self._id()
        last = self._word() if self._chance(0.8) else ""
        known = self._word() if self._chance(0.3) else ""
        self.people[pk] = Person(pk, self._word(), last, known)
        return pk

    def _places(self, at: int) -> None:
        here = self.in_family[at]
        for _ in range(self.random.randint(0, 2)):
            window = self._mostly(Window(-60), self._past(), 0.85)
            code = f"Z{self._letters(1)}{self.random.randint(1, 9)} {self.random.randint(1, 9)}"
            code += self._letters(2)
            home = self._add("address", at, window=window, secrets=(self._word(), code))
            for person in self.random.sample(here, self.random.randint(0, len(here))):
                self._add("household", at, people=(person,), hangs_on=(home.id,))
        for _ in range(self.random.randint(0, 2)):
            window = self._mostly(Window(-60), self._past(), 0.85)
            value = self._word() + "@example.org" if self._chance(0.5) else self._phone()
            self._add("contact", at, window=window, people=(self._one(here),), secrets=(value,))

    def _plan(self, at: int) -> None:
        if self._chance(0.25):
            return
        closed = self._chance(0.3)
        plan = self._add("plan", at, closed=closed)
        if closed:
            note = (self._word(), self._word())
            self._add("closure", at, hangs_on_plan=plan.id, secrets=note)
        for _ in range(self.random.randint(0, 2)):
            goal = self._add("goal", at, secrets=(self._word(),), plan=plan.id)
            for _ in range(self.random.randint(0, 2)):
                members = self.in_family[at]
                member = self._one(members) if self._chance(0.4) else None
                people = () if member is None else (member,)
                owner = self._somebody() if member is None else None
                self._add(
                    "action", at, people=people, hangs_on=(goal.id,), secrets=(self._word(),),
                    owner=owner, done=self._chance(0.25), due=self.random.randint(-20, 20),
                )  # fmt: skip

    def _agreements(self, at: int) -> None:
        taken: set[tuple[int, str, int]] = set()
        first = self._agency()
        asked = [("record", first), ("keep", first)]
        asked += [
            (self._one(("record", "keep", "service", "share", "share", "share")), self._agency())
            for _ in range(self.random.randint(0, 4))
        ]
        for place, (scope, agency) in enumerate(asked):
            giver = self._one(self.in_family[at])
            share = 0.93 if place < 2 else 0.7
            window = self._mostly(Window(self._start()), self._window(future=True), share)
            if (giver, scope, agency) not in taken and self._chance(0.97):
                taken.add((giver, scope, agency))
                self._add(
                    "agreement", at, window=window, people=(giver,), scope=scope, agency=agency,
                    reach=self._one((SIGNPOST, SUMMARY, PLAN, PLAN, PLAN)),
                )  # fmt: skip

    def _staff(self, at: int) -> None:
        if self._chance(0.75):
            window = self._mostly(Window(self._start()), self._past(), 0.8)
            self._add("lead", at, window=window, job=self._somebody())
        for job in sorted({self._somebody() for _ in range(self.random.randint(0, 5))}):
            window = self._mostly(Window(self._start()), self._past(), 0.75)
            way = self._one(("working", "team"))
            self._add("involvement", at, window=window, secrets=(self._word(),), job=job, way=way)

    def _kept(self, at: int) -> None:
        items = [row for row in self.rows if row.family == at and row.kind in HIDEABLE]
        for _ in range(self.random.choice((0, 0, 1, 2, 4))):
            item = self._one(items) if items and self._chance(0.8) else None
            window = self._mostly(Window(self._start()), self._window(future=True), 0.7)
            self._add(
                "restriction", at, window=window, item=item.id if item else None,
                item_kind=item.kind if item else "", **self._whom(),
            )  # fmt: skip
        kept = [row for row in self.rows if row.family == at and row.kind == "restriction"]
        for _ in range(self.random.choice((0, 0, 0, 1, 2))):
            item_id = self._one(kept).more["item"] if kept and self._chance(0.6) else None
            start = self._start()
            end = self.random.choice([e for e in (-1, 0, 5, 9000) if e >= start])
            ground = "harm" if item_id else self._one(("legal_duty", "complete_service", "harm"))
            self._add(
                "override", at, window=Window(start, end), secrets=(self._word(),), item=item_id,
                ground=ground, **self._whom(),
            )  # fmt: skip

    def _whom(self) -> dict[str, Any]:
        whom = self._one(("practitioner", "agency"))
        return {
            "whom": whom,
            "target": self._somebody() if whom == "practitioner" else self._agency(),
        }

    def _add(
        self, kind: str, family: int, *, window: Window = LATELY,
        people: Sequence[int] = (), hangs_on: Sequence[int] = (), secrets: Sequence[str] = (),
        **more: Any,
    ) -> Row:  # fmt: skip
        row = Row(
            self._id(), kind, family, window, tuple(people), tuple(hangs_on), tuple(secrets), more
        )
        self.rows.append(row)
        return row

    def _somebody(self) -> int:
        place = self._one(self.busy) if self._chance(0.7) else self.random.randrange(len(JOBS))
        return JOBS[place]

    def _agency(self) -> int:
        return AGENCIES[PLACES[JOBS.index(self._somebody())][1]]

    def _start(self) -> int:
        return self._one((-43200, -1440, -60, -60, 0))

    def _past(self) -> Window:
        start = self._one(PAST[:4])
        return Window(start, self._one([end for end in (*PAST, 0) if end >= start]))

    def _window(self, *, future: bool) -> Window:
        start = self._one((*PAST, 0, 5, 9000) if future else PAST)
        return Window(start, self._one([None, *(e for e in (-1440, -1, 0, 5, 9000) if e >= start)]))

    def _mostly(self, usual: Window, other: Window, share: float = 0.88) -> Window:
        return usual if self._chance(share) else other

    def _word(self) -> str:
        while True:
            word = "Zq" + self._letters(7).lower()
            if word not in self.words:
                self.words.add(word)
                return word

    def _phone(self) -> str:
        while True:
            number = f"07700 900{self.random.randint(100, 999)}"
            if number not in self.words:
                self.words.add(number)
                return number

    def _letters(self, count: int) -> str:
        return "".join(self.random.choices("ABCDEFGHJKLMNPQRSTUVWXYZ", k=count))

    def _reference(self) -> str:
        return "FH-" + "".join(self.random.choices(ALPHABET, k=8))

    def _id(self) -> int:
        return self.random.getrandbits(59) | 1 << 59

    def _one(self, some: Sequence[T]) -> T:
        return self.random.choice(some)

    def _chance(self, share: float) -> bool:
        return self.random.random() < share
