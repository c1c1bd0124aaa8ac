"""Who is told that a family came to the hub."""

import pytest

from hub.audit import journal
from hub.notify import templates
from hub.notify.models import Message
from tests.databases import Fresh
from tests.families_setup import make_staff
from tests.intake.arriving import ask
from tests.notify.conftest import as_role


@pytest.mark.requirement("2.50", "S33")
def test_the_hubs_coordinators_are_told_by_a_link_that_names_nobody(
    fresh_database: Fresh,
) -> None:
    with journal.transaction():
        staff = make_staff()
    ask(staff)

    with as_role("hub_worker"):
        (told,) = Message.objects.filter(to__contains=".here@")
        assert told.to == staff.people["coordinator"].email
        assert "Marnie" not in templates.write(told.template, told.context)[1]
