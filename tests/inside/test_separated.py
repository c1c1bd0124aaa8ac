"""Parents who live apart and a fourteen-year-old: the father never learns where they are, the
mother never learns of the young person's note. By every page, every read, and every row."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Model
from psycopg import sql

from hub.about import changes as about
from hub.about import queries as about_queries
from hub.access import changes as access
from hub.access import door
from hub.access import queries as access_queries
from hub.access.inside import queries as inside_queries
from hub.agencies.models import Agency, Practitioner
from hub.audit import journal
from hub.consent import changes as consent
from hub.consent import queries as consent_queries
from hub.consent.birthdays import queries as birthdays
from hub.families import changes as families_changes
from hub.families import queries as families
from hub.intake.yes import record_yes
from hub.kernel import clock
from hub.kernel.files import FamilyFile
from hub.plans import changes as plans
from hub.plans import queries as plans_queries
from tests.c3.acting import acting
from tests.cast import Cast
from tests.inside.looking import inside, person_in
from tests.inside.views import every_page, text_of
from tests.matrix.rows import tables
from tests.web.staff.signed_in import browser

pytestmark = pytest.mark.django_db
MODULES = (access_queries, inside_queries, families, consent_queries, birthdays, plans_queries,
           about_queries)  # fmt: skip
NOTE = "I do not want Mum to know that I see the counsellor"
LINES, POSTCODE, SCHOOL, DOCTOR = (
    "Flat 9, 71 Elsewhere Way",
    "ZA7 8LX",
    "Elsewhere Infants",
    "Dr Far",
)
PLACING = (LINES, POSTCODE, SCHOOL, DOCTOR, "Elsewhere", "Hill Top", "Noor Aziz", "Lantern",
           "Open Door", "07700 900225", "Quayside")  # fmt: skip


def reads() -> dict[str, Callable[..., Any]]:
    """Every read there is that takes an open file, and at most what day or moment it is."""
    found: dict[str, Callable[..., Any]] = {}
    for module in MODULES:
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if name.startswith("_") or function.__module__ != module.__name__:
                continue
            taken = list(inspect.signature(function).parameters.values())
            if not taken:
                continue
            first, *others = taken
            needed = {one.name for one in others if one.default is one.empty} - {"now", "today"}
            if first.name == "file" and not needed:
                found[f"{module.__name__}.{name}"] = function
    return found


def answer(function: Callable[..., Any], file: FamilyFile) -> str:
    """What a read gives, every value of every row in it."""
    given: dict[str, Any] = {"now": file.opened_at, "today": clock.day_of(file.opened_at)}
    takes = inspect.signature(function).parameters
    return _told(function(file, **{name: given[name] for name in given if name in takes}))


def _told(value: Any) -> str:
    if isinstance(value, Model):
        related = (field.name for field in value._meta.concrete_fields if field.is_relation)
        near = [value._state.fields_cache.get(name) for name in related]
        values = {f.attname: getattr(value, f.attname) for f in value._meta.concrete_fields}
        return f"{values} {[_told(one) for one in near if one is not None]}"
    if isinstance(value, dict):
        return str([(key, _told(one)) for key, one in value.items()])
    if isinstance(value, (list, tuple, set)):
        return str([_told(one) for one in value])
    if hasattr(value, "__dataclass_fields__"):
        return str([(name, _told(getattr(value, name))) for name in value.__dataclass_fields__])
    return str(value)


class Everything:
    """All that one of them can learn: each page, each read, each row with no filter of ours."""

    def __init__(self, cast: Cast, names: str) -> None:
        family = cast.family("rahman")
        person = person_in(family, names)
        self.pages = every_page(browser(cast, "lena"), family.reference, person)
        self.by_officer = every_page(browser(cast, "farid"), family.reference, person, "check")
        with inside(family.reference, person) as file:
            self.reads = {name: answer(read, file) for name, read in reads().items()}
            self.rows = dict(_rows())

    def words(self) -> str:
        """All of it as one text; of the pages what is in their content."""
        shown = text_of(self.pages) + text_of(self.by_officer)
        return f"{shown} {self.reads} {self.rows}"


def _rows() -> Iterator[tuple[str, list[str]]]:
    for table in tables():
        query = sql.SQL("select t::text from {} t order by 1").format(sql.Identifier(table.name))
        with connection.cursor() as cursor:
            cursor.execute(query.as_string(None))
            yield table.name, [row[0] for row in cursor.fetchall()]


@contextmanager
def led(cast: Cast) -> Iterator[FamilyFile]:
    """The family's file, open to whoever leads; without the line that they looked, of which the
    family is told, whatever was written then."""
    with acting(cast.actor("lena")) as lena:
        reference = cast.family("rahman").reference
        file = door.open_file(lena, reference, "family", now=clock.now())
        journal.discard_since(0)
        yield file


def she_moves(cast: Cast) -> None:
    """The mother and the girls move: address, school, doctor, agency, telephone, who helps."""
    family, now = cast.family("rahman"), clock.now()
    mother, leila, yusra = (person_in(family, n) for n in ("Nadia", "Leila", "Yusra"))
    counsel = Agency.objects.get(name="Open Door Counselling")
    noor = Practitioner.objects.get(name="Noor Aziz")
    wording = consent_queries.current_wording()
    assert wording is not None
    with led(cast) as file:
        old = families.addresses_in(file)[0]
        families_changes.edit_address(file, old.pk, version=old.version,
                                      lines=LINES, postcode=POSTCODE, now=now)  # fmt: skip
        families_changes.add_address(file, lines=f"Also {LINES}", postcode=POSTCODE, held_by="",
                                     household=[mother, leila, yusra], now=now)  # fmt: skip
        families_changes.add_contact(
            file, person=mother, kind="phone", value="020 7946 0777", now=now
        )
        about.save_part(file, "helpers", person=yusra, version=1,
                        said={"school": SCHOOL, "doctor": DOCTOR}, now=now)  # fmt: skip
        about.save_part(file, "helpers", person=leila, version=0, said={"doctor": DOCTOR}, now=now)
        record_yes(file, given_by=mother, agency=counsel.pk, wording=wording.pk,
                          how="paper", now=now)  # fmt: skip
        access.add_to_team(file, noor.pk, why=f"Works at {SCHOOL}", since_on=clock.today(), now=now)


def she_writes_a_note(cast: Cast) -> None:
    """Leila asks for a goal, and that her mother does not learn of it; and says more of herself."""
    family, now = cast.family("rahman"), clock.now()
    mother, leila = person_in(family, "Nadia"), person_in(family, "Leila")
    with led(cast) as file:
        goal = plans.add_goal(file, words=NOTE, now=now)
        consent.hold_back(file, item_kind="goal", item=goal.pk, kept_from="person",
                          kept_from_id=mother, asked_by=None, now=now)  # fmt: skip
        plans.add_action(file, goal=goal.pk, step="Ring the counsellor for me",
                         due_on=clock.today(), owner_member=leila, now=now)  # fmt: skip
        about.save_part(file, "needs", person=leila, version=1, said={"helps": NOTE}, now=now)
        families_changes.add_contact(file, person=leila, kind="email",
                                     value="counsellor@example.org", now=now)  # fmt: skip
        consent.judge(file, person=leila, understands=True, parent_needed=False,
                      because="Said why, in her own words", now=now)  # fmt: skip


def differing(before: Everything, after: Everything) -> list[str]:
    """What is not the same to the byte."""
    found = [name for name in before.pages if before.pages[name] != after.pages[name]]
    found += [name for name in before.by_officer
              if before.by_officer[name] != after.by_officer[name]]  # fmt: skip
    found += [name for name in before.reads if before.reads[name] != after.reads[name]]
    return found + [name for name in before.rows if before.rows[name] != after.rows[name]]


def test_every_read_of_a_file_is_asked() -> None:
    assert len(reads()) > 25


@pytest.mark.requirement("S3", "2.81")
def test_the_father_never_learns_where_they_are(cast: Cast) -> None:
    before = Everything(cast, "Karim")
    she_moves(cast)
    after = Everything(cast, "Karim")

    assert differing(before, after) == []
    words = after.words()
    assert [word for word in PLACING if word in words] == []
    shown = text_of(after.pages) + text_of(after.by_officer)
    assert "Lena Fischer" not in shown  # nor who leads, nor their number
    assert cast.practitioner("lena").phone not in shown
    # Nor, on paper, who printed it: not in the header either.
    for page in (*after.pages.values(), *after.by_officer.values()):
        assert b'class="hub-header__person hub-on-screen"' in page
    assert "Karim" in words
    assert "07700 900224" in words  # his own number is his


@pytest.mark.requirement("S4", "S5", "S6", "2.81")
def test_the_mother_never_learns_of_the_young_persons_note(cast: Cast) -> None:
    before = Everything(cast, "Nadia")
    she_writes_a_note(cast)
    after = Everything(cast, "Nadia")

    assert differing(before, after) == []
    words = after.words()
    for hers in (NOTE, "counsellor", "somebody of her own", "after school, on her own",
                 "does not sleep", "07700 900225", "07700 900224"):  # fmt: skip
        assert hers not in words, hers
    assert "I want to paint again" in words
    assert "Quayside Lofts" in words


@pytest.mark.requirement("S4")
def test_the_comparison_sees_what_the_others_learn(cast: Cast) -> None:
    """Else the two above would prove nothing: the mother sees the move, the girl her note."""
    mother, leila = Everything(cast, "Nadia"), Everything(cast, "Leila")
    she_moves(cast)
    she_writes_a_note(cast)
    moved, wrote = Everything(cast, "Nadia"), Everything(cast, "Leila")

    assert differing(mother, moved)
    assert LINES in moved.words()
    assert SCHOOL in moved.words()
    assert differing(leila, wrote)
    assert NOTE in wrote.words()
    assert "I want to paint again" not in wrote.words()
    assert "07700 900223" not in wrote.words()


@pytest.mark.requirement("S3", "S5")
def test_a_mark_set_today_takes_all_but_what_is_his_own(cast: Cast) -> None:
    """Of a father in the plan of his family, before and after she keeps where they are from him."""
    family = cast.family("okafor")
    father = person_in(family, "Obinna")
    with inside(family.reference, father) as file:
        assert families.addresses_in(file)
        assert access_queries.lead_of(file)
    with acting(cast.actor("amina")) as amina:
        file = door.open_file(amina, family.reference, "private", now=clock.now())
        consent.hold_back(file, item_kind="places", item=family.id, kept_from="person",
                          kept_from_id=father, now=clock.now())  # fmt: skip
    with inside(family.reference, father) as file:
        assert not families.addresses_in(file)
        assert access_queries.lead_of(file) is None
        assert [row.person_id for row in families.members_in(file)] == [father]


def test_looking_as_somebody_opens_nothing_to_who_looks_afterwards(cast: Cast) -> None:
    """The next request is the viewer's own again."""
    family, client = cast.family("rahman"), browser(cast, "farid")
    with transaction.atomic():
        every_page(client, family.reference, person_in(family, "Nadia"), "check")

    assert client.get(f"/families/{family.reference}/").status_code == 404
