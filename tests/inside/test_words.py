"""What a member is shown speaks the family's words: none that only staff use (safety.md)."""

import re

import pytest

from hub.access import door
from hub.access.inside.facts import subjects_of
from hub.kernel import clock
from hub.story.families import FAMILIES
from tests.c3.acting import acting
from tests.cast import Cast
from tests.inside.staff_words import STAFF
from tests.inside.views import every_page
from tests.web.staff.signed_in import browser

pytestmark = pytest.mark.django_db

# What people typed, and the names of people and agencies, stand in these.
TYPED = re.compile(
    r"<bdi\b.*?</bdi>"
    r"|<text class=\"hub-picture__text hub-picture__text--(?:agency|worker)\".*?</text>"
    r"|<div class=\"govuk-notification-banner\".*?</ul>\s*</div>\s*</div>",
    re.DOTALL,
)


def said(page: bytes) -> str:
    """The fixed words of a page's content, without the banner of who looks."""
    (main,) = re.findall(rb"<main.*?</main>", page, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", TYPED.sub(" ", main.decode())).split())


@pytest.mark.requirement("S4", "2.72")
@pytest.mark.parametrize("key", [told.key for told in FAMILIES])
def test_no_view_of_a_member_shows_a_word_that_only_staff_use(key: str, cast: Cast) -> None:
    family = cast.family(key)
    leads = [who for who, level in family.seen_by.items() if level == "record"]
    who, why = (leads[0], "") if leads else ("farid", "check")
    with acting(cast.actor(who)) as actor:
        if leads:
            door.open_file(actor, family.reference, "family", now=clock.now())
        subjects = subjects_of(family.reference, clock.now())
    members = [one for one in subjects if one.kind == "member" and not one.lost]
    client, found = browser(cast, who), set()

    for member in members:
        for name, page in every_page(client, family.reference, member.id, why).items():
            words = said(page)
            found |= {
                f"{member.name}, {name}: …{words[max(hit.start() - 40, 0) : hit.end() + 40]}…"
                for hit in STAFF.finditer(words)
            }

    assert members
    assert not found, "\n".join(sorted(found))
