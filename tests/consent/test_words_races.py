"""Administrators at once, committing for real: a purpose is left, and one text is published."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from hub.consent import queries, sharing
from hub.consent.models import Wording
from hub.consent.words import changes
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor
from tests.cast import Cast, past_the_wall
from tests.databases import Fresh
from tests.families_setup import acting
from tests.web.staff.signed_in import browser

LIFT = "So that somebody can drive you"


def at_once(acts: list[Callable[[Actor], object]]) -> list[str]:
    """What each gets of those who start together, as an administrator on a connection of their
    own: "done", or how they were refused."""
    efua, together = Cast().actor("efua"), Barrier(len(acts))

    def one(act: Callable[[Actor], object]) -> str:
        try:
            with acting(efua) as actor:
                together.wait(timeout=60)
                act(actor)
        except (NotAllowed, Conflict) as refusal:
            return type(refusal).__name__
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


@pytest.mark.requirement("S16", "2.74")
def test_what_several_do_at_once_is_done_once_and_a_purpose_is_left(fresh_database: Fresh) -> None:
    english = queries.current_wording()
    assert english is not None

    def end(pk: int, version: int) -> Callable[[Actor], object]:
        return lambda who: changes.end_purpose(who, pk, version=version, now=clock.now())

    def publish(text: str) -> Callable[[Actor], object]:
        return lambda who: changes.publish(
            who, "ur", text=text, checker="Sana", checker_is="translator", same_as=english.pk,
            version=0, now=clock.now(),
        )  # fmt: skip

    added = at_once([lambda who: changes.add_purpose(who, words=LIFT, now=clock.now())] * 4)
    published = at_once([publish(text) for text in ("ایک", "دو", "تین")])
    ended = at_once([end(row.pk, row.version) for row in sharing.purposes(clock.now())])

    assert sorted(added) == ["NotAllowed", "NotAllowed", "NotAllowed", "done"]
    assert sorted(published) == ["Conflict", "Conflict", "done"]
    assert Wording.objects.filter(language="ur").count() == 1
    assert sorted(set(ended)) == ["NotAllowed", "done"]
    assert ended.count("NotAllowed") == len(sharing.purposes(clock.now())) == 1
    connections.close_all()


@pytest.mark.requirement("S16")
def test_a_hub_without_checked_words_begins_with_the_english_ones(fresh_database: Fresh) -> None:
    with past_the_wall() as database:
        database.execute("update consent_wording set checked_by = ''")
    client, said = browser(Cast(), "efua"), {"checker": "Farid", "checker_is": "officer"}
    said |= {"text": "We write it down", "version": "1", "step": "publish"}
    assert "Nobody can agree to anything" in client.get("/wordings/").content.decode()
    urdu = client.post("/wordings/ur/new/", said | {"version": "0"}).content.decode()
    assert "Publish the English words first." in urdu

    assert client.post("/wordings/en/new/", said).status_code == 302

    found = queries.current_wording()
    assert found is not None
    assert (found.text, found.checked_by) == ("We write it down", "Farid, officer")
    connections.close_all()
