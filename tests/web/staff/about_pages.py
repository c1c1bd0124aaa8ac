"""Where the pages of "About my family" are, for the tests of them."""

from django.urls import reverse

from hub.families import queries as families
from tests.families_setup import Staff, acting, open_as

OF_THE_FAMILY = (
    *("about", "about_paper", "about_known", "about_effects", "alone"),
    *("about_story", "about_going-on", "about_living"),
)
OF_A_CHILD = ("about_said", "about_told", "about_caring", "about_carer")


def person(staff: Staff, reference: str, place: int = 0) -> int:
    """The mother's id, or of whoever stands at that place."""
    with acting(staff.actor("registrar")):
        return families.members_in(open_as(staff, "registrar", reference))[place].person_id


def at(staff: Staff, reference: str, name: str) -> str:
    """The address of a page, of the mother's or the child's where it is somebody's."""
    place = 1 if name in OF_A_CHILD else 0
    own = [] if name in OF_THE_FAMILY else [person(staff, reference, place)]
    return reverse(name, args=[reference, *own])
