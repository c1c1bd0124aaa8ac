"""The story has two files of one family, so that a coordinator's queue is not empty."""

import pytest
from django.urls import reverse

from hub.access import door, opening
from hub.kernel import clock
from tests.cast import Cast
from tests.web.staff.signed_in import browser

pytestmark = pytest.mark.django_db
FILES = ("ashdown", "ashdown-reid")


@pytest.fixture
def cast(db: None) -> Cast:
    """The story's people and families."""
    return Cast()


@pytest.mark.requirement("S21")
def test_the_coordinator_has_one_pair_to_look_at_and_nothing_else(cast: Cast) -> None:
    page = browser(cast, "dilip").get(reverse("duplicates")).content.decode()
    assert page.count("who are alike") + page.count("who is alike") == 1
    one, other = (cast.family(key) for key in FILES)
    pairs = [reverse("duplicate", args=pair) for pair in ((one.id, other.id), (other.id, one.id))]
    assert [address in page for address in pairs].count(True) == 1


@pytest.mark.requirement("S21")
@pytest.mark.parametrize("who", ["amina", "ben"])
def test_both_leads_see_both_files_so_that_it_can_be_played_to_its_end(
    cast: Cast, who: str
) -> None:
    opening.begin(cast.actor(who))
    files = [
        door.open_file(cast.actor(who), cast.family(key).reference, "merging", now=clock.now())
        for key in FILES
    ]
    assert [file.held_back for file in files] == [frozenset(), frozenset()]
    opening.forget()


@pytest.mark.parametrize("who", ["petra", "amina", "carys"])
def test_nobody_else_has_the_pair_before_them(cast: Cast, who: str) -> None:
    pair = [cast.family(key).id for key in FILES]
    answer = browser(cast, who).get(reverse("duplicates"))
    assert str(pair[0]) not in answer.content.decode()
