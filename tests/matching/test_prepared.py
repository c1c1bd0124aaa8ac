"""What the index keeps made ready finds what the words typed find."""

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.matching import changes
from hub.matching.queries import search
from hub.matching.rules import Description
from hub.matching.rules.known import ready
from hub.matching.rules.prepared import as_text, from_text
from tests.cast import past_the_wall
from tests.databases import Fresh
from tests.matching.people import HOME, KNOWN

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
SEVERAL = st.lists(ANY, max_size=3).map(tuple)
DATES = st.one_of(ANY, st.dates().map(str), st.dates().map(lambda day: str(day)[:7]))
ASKED = [[who] for *_, who in KNOWN] + [
    [HOME],
    [Description(given="Okonko", surname="Blesing", born="2017-02-11")],
    [Description(given="Sasha", surname="Brown", born="1990"), KNOWN[9][3]],
    [Description(given="Daniel", surname="Thompson", born="2014"), KNOWN[3][3]],
]


@settings(max_examples=200, deadline=None)
@given(
    st.builds(
        Description, given=ANY, middle=ANY, surname=ANY, known_as=ANY, former_surnames=SEVERAL,
        sex=ANY, born=DATES, address=ANY, town=ANY, postcode=ANY, former_postcodes=SEVERAL,
        phones=SEVERAL, nhs=ANY,
    )
)  # fmt: skip
def test_whatever_was_typed_comes_back_as_it_was_made_ready(typed: Description) -> None:
    assert from_text(as_text(ready(typed))) == ready(typed)


def test_a_text_that_was_not_made_so_is_refused() -> None:
    with pytest.raises(ValueError, match="values to unpack"):
        from_text("Blessing Okonkwo")


def test_the_same_is_found_where_nothing_is_made_ready(fresh_database: Fresh) -> None:
    changes.keep_all((entry, person, group, who) for entry, person, group, who in KNOWN)
    quickly = [search(asked) for asked in ASKED]
    with past_the_wall() as database:
        database.execute("update matching_entry set prepared = '' where id < 6")
    half = [search(asked) for asked in ASKED]
    with past_the_wall() as database:
        database.execute("update matching_entry set prepared = ''")
    slowly = [search(asked) for asked in ASKED]

    assert quickly == half == slowly
    assert [hits[0].entry for hits in quickly[: len(KNOWN)]] == [entry for entry, *_ in KNOWN]


@pytest.mark.django_db
def test_many_kept_at_once_are_as_each_kept_alone() -> None:
    for entry, person, group, who in KNOWN:
        changes.keep(entry, person=person, group=group, description=who)
    one_by_one = _everything()
    changes.drop(entry for entry, *_ in KNOWN)
    changes.keep_all((*row[:3], row[3]) for row in KNOWN)
    changes.keep_all((*row[:3], row[3]) for row in reversed(KNOWN))
    changes.keep_all([])

    assert _everything() == one_by_one != []


def _everything() -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select entry, person, its_group, prepared from hub.matching_homes(%s) order by 1",
            [sorted({group for _, _, group, _ in KNOWN})],
        )
        return list(cursor.fetchall())
