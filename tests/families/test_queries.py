"""What a page asks in one question is what the two questions give, for everybody."""

import pytest

from hub.access import door
from hub.families import queries
from hub.kernel import clock
from hub.kernel.files import NotInYourFiles
from tests.cast import Cast, everybody
from tests.families_setup import acting


@pytest.mark.django_db
@pytest.mark.parametrize("who", everybody())
def test_homes_and_ties_are_what_is_read_apart(who: str) -> None:
    cast, actor = Cast(), Cast().actor(who)
    for family in cast.families.values():
        with acting(actor):
            try:
                file = door.open_file(actor, family.reference, "family", now=clock.now())
            except NotInYourFiles:
                continue
            apart = queries.households_in(file)
            homes = [(home, apart.get(home.pk, [])) for home in queries.addresses_in(file)]
            related, responsible = queries.relationships_in(file), queries.responsible_in(file)

            assert queries.homes_in(file) == homes
            assert queries.ties_in(file) == (related, responsible)


@pytest.mark.django_db
def test_the_story_has_homes_and_ties_to_compare() -> None:
    cast, actor = Cast(), Cast().actor("amina")
    with acting(actor):
        reference = cast.family("okafor").reference
        file = door.open_file(actor, reference, "family", now=clock.now())

        assert [len(people) for _, people in queries.homes_in(file)] == [4]
        assert all(queries.ties_in(file))
