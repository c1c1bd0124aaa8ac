"""What could not be saved is kept for who typed it, and for a day (S27)."""

from datetime import timedelta

import pytest

from hub.about import changes, queries
from hub.about.models import Unsent
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from tests.families_setup import Staff, acting, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.mark.requirement("S27")
def test_what_was_not_sent_is_its_writers_alone_and_for_a_day(staff: Staff) -> None:
    now = clock.now()
    with acting(staff.actor("registrar")) as actor:
        changes.keep_unsent(actor, "/a/", {"words": ["one"]}, now=now - timedelta(hours=30))
        assert queries.unsent_of(actor, "/a/", now=now) is None
        changes.keep_unsent(actor, "/a/", {"words": ["two\x00"]}, now=now)
        assert queries.unsent_of(actor, "/a/", now=now) == {"words": ["two"]}
        assert queries.unsent_of(actor, "/b/", now=now) is None
        assert Unsent.objects.count() == 1
        with pytest.raises(NotAllowed, match="too much"):
            changes.keep_unsent(actor, "/a/", {"words": ["x" * 50_000]}, now=now)
    with acting(staff.actor("colleague")) as other:
        assert queries.unsent_of(other, "/a/", now=now) is None
        assert Unsent.objects.count() == 0


@pytest.mark.requirement("S27")
def test_the_job_deletes_what_is_older_than_a_day_and_nothing_younger(staff: Staff) -> None:
    now = clock.now()
    with acting(staff.actor("registrar")) as actor:
        changes.keep_unsent(actor, "/old/", {}, now=now - timedelta(hours=25))
        changes.keep_unsent(actor, "/new/", {}, now=now)
        assert changes.expire_unsent(now=now + timedelta(days=9)) == 1
        assert list(Unsent.objects.values_list("place", flat=True)) == ["/new/"]
