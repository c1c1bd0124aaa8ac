"""What the index keeps made ready finds what the words typed find."""

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.matching import changes
from hub.matching.rules import Description
from hub.matching.rules.known import ready
from hub.matching.rules.prepared import as_text, from_text
from tests.matching.people import KNOWN

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
SEVERAL = st.lists(ANY, max_size=3).map(tuple)
DATES = st.one_of(ANY, st.dates().map(str), st.dates().map(lambda day: str(day)[:7]))


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
