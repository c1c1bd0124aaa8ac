"""A family of twelve in three generations, in the browser: legible, small, printed on one sheet."""

import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.journeys import walk
from tests.journeys.look import trouble_on
from tests.journeys.people import Window
from tests.journeys.site import Site

pytestmark = pytest.mark.journey
Opener = Callable[..., Window]
PICTURES = os.environ.get("HUB_TEST_PICTURES", "")
# Who else is in the family: names, and when they were born.
MORE = (
    ("Ngozi", "Okafor", 1958), ("Emeka", "Okafor", 1955), ("Patience", "Eze", 1960),
    ("Ifeoma", "Eze", 1994), ("هدى", "الخطيب", 1993), ("Chukwuemeka-Alexander", "Okafor", 2012),
    ("Amara", "Eze", 2018), ("Zikora", "Eze", 2021),
)  # fmt: skip
MOTHERS = (
    ("Ngozi", "Obinna"), ("Patience", "Chidinma"), ("Patience", "Ifeoma"), ("Ifeoma", "Amara"),
    ("Ifeoma", "Zikora"), ("Chidinma", "Chukwuemeka-Alexander"),
)  # fmt: skip
FATHERS = (("Emeka", "Obinna"), ("Obinna", "Chukwuemeka-Alexander"))
PARTNERS = (("Ngozi", "Emeka"), ("Chidinma", "Obinna"), ("Ifeoma", "هدى"))


@pytest.fixture
def twelve(site: Site) -> Iterator[str]:
    """The Okafors with their parents, a sister and her family."""
    family, reference = walk.family_of(site, "okafor")
    for place, (given, name, born) in enumerate(MORE, 1):
        part = "adult" if born < 2010 else "child"
        site.ask(
            "insert into families_person (id, given_names, family_name, known_as, search_name,"
            " birth_date, birth_accuracy, version) values (%s, %s, %s, '', %s, %s, 'exact', 1)",
            place, given, name, given.lower(), date(born, 6, place),
        )  # fmt: skip
        site.ask(
            "insert into families_membership (id, family_id, person_id, part, from_at, version)"
            " values (%s, %s, %s, %s, now(), 1)", place, family, place, part,
        )  # fmt: skip
    rows = site.ask(
        "select p.given_names, p.id from families_membership m"
        " join families_person p on p.id = m.person_id where m.family_id = %s", family,
    )  # fmt: skip
    ids = {str(name): pk for name, pk in rows}
    kinds = {"mother": MOTHERS, "father": FATHERS, "partner": PARTNERS}
    facts = [(a, b, kind) for kind, pairs in kinds.items() for a, b in pairs]
    for place, (one, other, kind) in enumerate(facts, 1):
        site.ask(
            "insert into families_relationship (id, family_id, person_id, other_id, kind, from_at,"
            " version) values (%s, %s, %s, %s, %s, now(), 1)",
            place, family, ids[one], ids[other], kind,
        )  # fmt: skip
    yield reference
    for table in ("relationship", "membership", "person"):
        key = "id" if table == "person" else "person_id"
        site.ask(f"delete from families_{table} where {key} between 1 and {len(MORE)}")
        if table == "relationship":
            site.ask(f"delete from families_relationship where id between 1 and {len(facts)}")


@pytest.mark.requirement("3.10")
def test_twelve_people_in_three_generations_are_legible_and_fit_one_sheet(
    window: Opener, twelve: str
) -> None:
    seen = window().sign_in("amina")
    seen.page.goto(f"/families/{twelve}/")
    seen.follow("Family tree")
    assert trouble_on(seen) == []

    seen.page.set_viewport_size({"width": 320, "height": 900})
    region = seen.page.get_by_role("region", name="Family tree")
    region.focus()
    seen.page.keyboard.press("ArrowRight")
    seen.page.wait_for_function("() => document.querySelector('.hub-picture').scrollLeft > 0")
    letters = region.locator("text").evaluate_all(
        "all => all.map(t => t.getBoundingClientRect().height)"
    )
    assert min(letters) >= 15
    overlaps = region.evaluate(OVERLAPS)
    assert overlaps == []
    sheet = seen.page.pdf(format="A4", print_background=False)
    if PICTURES:
        (Path(PICTURES) / "tree.pdf").write_bytes(sheet)
        seen.page.screenshot(path=Path(PICTURES) / "tree-320.png", full_page=True)
        seen.page.set_viewport_size({"width": 1280, "height": 900})
        seen.page.screenshot(path=Path(PICTURES) / "tree-1280.png", full_page=True)
        seen.page.emulate_media(forced_colors="active", color_scheme="dark")
        seen.page.screenshot(path=Path(PICTURES) / "tree-forced.png", full_page=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1


def test_the_picture_grows_with_the_letters(window: Opener, site: Site) -> None:
    _, reference = walk.family_of(site, "kowalska")
    seen = window().sign_in("amina")
    seen.page.goto(f"/families/{reference}/network/")
    width = "() => document.querySelector('.hub-picture__svg').getBoundingClientRect().width"

    before = seen.page.evaluate(width)
    seen.page.evaluate("() => document.documentElement.style.setProperty('font-size', '200%')")

    assert seen.page.evaluate(width) == pytest.approx(2 * before, rel=0.01)


@pytest.mark.requirement("3.10")
def test_colours_forced_by_the_reader_reach_every_line(window: Opener, site: Site) -> None:
    _, reference = walk.family_of(site, "haddad")
    seen = window(forced_colors="active", color_scheme="dark").sign_in("amina")
    seen.page.goto(f"/families/{reference}/family-tree/")

    colours = seen.page.evaluate(COLOURS)

    assert len(colours) > 5
    assert set(colours) == {"rgb(255, 255, 255)"}


# Texts of the drawing, as drawn by this browser, that lie over one another.
OVERLAPS = """region => {
  const texts = [...region.querySelectorAll("text")].map(t => [t.textContent,
    t.getBoundingClientRect()]);
  return texts.flatMap(([a, one], at) => texts.slice(at + 1)
    .filter(([, two]) => one.right > two.left + 1 && two.right > one.left + 1
      && one.bottom > two.top + 6 && two.bottom > one.top + 6)
    .map(([b]) => `${a} over ${b}`));
}"""
COLOURS = """() => [...document.querySelectorAll(
  ".hub-picture__line, .hub-picture__symbol, .hub-picture__home, .hub-picture__text")]
  .map(e => { const s = getComputedStyle(e);
    return e.classList.contains("hub-picture__text") ? s.fill : s.stroke; })"""
