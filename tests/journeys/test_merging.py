"""Two files of one family: side by side, asked alone, merged, read, and taken apart again."""

from collections.abc import Callable

import pytest

from hub.kernel import clock
from hub.story.families import FAMILIES
from tests.journeys.look import trouble_on
from tests.journeys.people import Window
from tests.journeys.site import Site

pytestmark = pytest.mark.journey
Opener = Callable[..., Window]
FAMILY = """
select m.family_id, r.reference from families_person p
join families_membership m on m.person_id = p.id
join families_familyreference r on r.family_id = m.family_id and r.until_at is null
where p.family_name = %s limit 1
"""
KEPT, GONE = (told.members[0].family_name for told in FAMILIES if told.key in ("price", "haddad"))


@pytest.mark.requirement("S21")
@pytest.mark.parametrize(
    ("width", "scripts"), [(1280, True), (320, False)], ids=["wide", "without scripts, narrow"]
)
def test_two_files_become_one_and_are_two_again(
    window: Opener, site: Site, width: int, scripts: bool
) -> None:
    ((kept, _),) = site.ask(FAMILY, KEPT)
    ((gone, closed),) = site.ask(FAMILY, GONE)
    dilip = window(width=width, scripts=scripts).sign_in("dilip")
    dilip.page.goto("/hub/duplicates/")
    assert trouble_on(dilip, widths=(width,)) == []
    dilip.page.goto(f"/hub/duplicates/{kept}/{gone}/")
    assert trouble_on(dilip, widths=(width,)) == []
    dilip.press("Save")
    assert "Choose whether they are one family" in dilip.words
    dilip.choose("Yes, and the first file goes on")
    dilip.type("Why do you think so?", "The same mother")
    dilip.press("Save")
    merge = dilip.page.url
    assert "Ask each adult alone" not in dilip.words
    assert trouble_on(dilip, widths=(width,)) == []

    amina = window(width=width, scripts=scripts).sign_in("amina")
    amina.page.goto(f"/families/{closed}/")
    amina.follow("Who has been asked")
    for place in range(2):
        ask(amina, place, width)
    for _ in range(2):
        amina.go(amina.page.get_by_role("button", name="Say yes for").first)

    dilip.page.goto(merge)
    dilip.press("Merge the files")
    assert "is closed" in dilip.heading
    amina.page.goto(f"/families/{closed}/")
    assert "this family goes on as" in amina.words
    assert trouble_on(amina, widths=(width,)) == []

    dilip.follow("Undo the merge")
    assert trouble_on(dilip, widths=(width,)) == []
    dilip.type("Why?", "They are cousins")
    dilip.press("Undo the merge")
    amina.page.goto(f"/families/{closed}/")
    assert "This file was closed" not in amina.words


@pytest.mark.requirement("S21")
@pytest.mark.parametrize(
    ("width", "scripts"), [(1280, True), (320, False)], ids=["wide", "without scripts, narrow"]
)
def test_a_child_with_a_home_in_two_families_leads_from_one_file_to_the_other(
    window: Opener, site: Site, width: int, scripts: bool
) -> None:
    ((one, first),) = site.ask(FAMILY, "Ashdown")
    ((other, second),) = site.ask(FAMILY, "Ashdown-Reid")
    dilip = window(width=width, scripts=scripts).sign_in("dilip")
    dilip.page.goto(f"/hub/duplicates/{one}/{other}/")
    dilip.choose("No, they are two families, and a child has a home in both")
    dilip.press("Save")
    assert "Choose which child has a home in both families" in dilip.words
    assert trouble_on(dilip, widths=(width,)) == []
    dilip.choose("Billie Ashdown")
    dilip.type("Why do you think so?", "Every other week with each of them")
    dilip.press("Save")
    assert "Billie Ashdown has a home in both" in dilip.words
    assert trouble_on(dilip, widths=(width,)) == []

    for here, there in ((first, second), (second, first)):
        dilip.page.goto(f"/families/{here}/")
        assert "Billie Ashdown has another home too" in dilip.words
        assert trouble_on(dilip, widths=(width,)) == []
        dilip.follow(there)
        assert there in dilip.words
    amina = window(width=width, scripts=scripts).sign_in("amina")
    amina.page.goto(f"/families/{first}/")  # she has no more than the signpost of the other
    assert "another home" not in amina.words

    dilip.page.goto(f"/hub/duplicates/{one}/{other}/")
    dilip.press("Take it back")
    dilip.page.goto(f"/families/{first}/")
    assert "another home" not in dilip.words


def ask(here: Window, place: int, width: int) -> None:
    """Write down that one of the adults said yes."""
    links = here.page.get_by_role("link", name="Write down what they said")
    here.go(links.nth(place))
    assert trouble_on(here, widths=(width,)) == []
    here.choose("Yes")
    here.type_day(clock.today())
    here.choose("I asked them alone. Nobody else of the family was there.")
    here.press("Save")
    assert "said yes" in here.words
