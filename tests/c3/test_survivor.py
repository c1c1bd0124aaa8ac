"""She keeps where they are from him. Whatever he asks, there never was an address (S3, S19)."""

import pytest
from django.urls import reverse

from hub.access import door
from hub.families import changes as families_changes
from hub.families import queries as families
from hub.kernel import clock
from tests.c3.acting import acting
from tests.c3.pages import FULL, once
from tests.c3.survivor import LINES, POSTCODE, Survivor
from tests.c3.world import World

HIM = [("ben", "practitioner"), ("grace", "agency")]
HIM += [("ben", "agency"), ("kit", "practitioner"), ("grace", "practitioner")] if FULL else []


def differing(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """The pages that are not the same to the byte."""
    assert before.keys() == after.keys()
    assert len(before) > 5
    return [name for name in before if before[name] != after[name]]


@pytest.mark.requirement("S3", "S19", "2.81")
@pytest.mark.parametrize(("him", "kept_from"), HIM)
def test_all_he_can_reach_is_as_if_there_had_never_been_an_address(
    world: World, him: str, kept_from: str
) -> None:
    she = Survivor(world, him).made()
    client = she.client()
    she.nobody_leads(True)
    read, found, posted, rows = (
        she.read(client),
        she.found(client),
        she.posted(client),
        she.rows(),
    )
    she.nobody_leads(False)
    with_lead = she.read(client)
    assert differing(read, with_lead)  # the comparison sees who leads

    mark = she.marks(kept_from)
    slow = she.opened_before()
    address = she.moves()

    for ids in ({}, {"address": address, "restriction": mark}):
        she.ids |= ids
        assert differing(read, she.read(client)) == []
    assert differing(found, she.found(client)) == []
    assert differing(posted, she.posted(client)) == []
    assert she.reads_late(slow) == []
    after = she.rows()
    assert after.pop("access_lead") == after.pop("access_leadhistoryrow") == []
    assert {name: rows[name] for name in after} == after


@pytest.mark.requirement("S3")
def test_everybody_else_sees_where_they_are(world: World) -> None:
    """Else the comparison above would prove nothing."""
    she = Survivor(world, "ben").made()
    client = she.client()
    before = she.read(client)
    she.moves()
    told = b"".join(she.read(client).values())
    assert LINES.encode() in told
    assert POSTCODE.encode() in told
    assert differing(before, she.read(client))
    she.marks("practitioner")
    assert LINES.encode() not in b"".join(she.read(client).values())


@pytest.mark.requirement("S3", "S19")
def test_what_he_wrote_down_himself_stays_until_somebody_moves_it(world: World) -> None:
    """An address that vanished as he saved it would tell him that there is a mark."""
    she = Survivor(world, "ben").made()
    she.marks("practitioner")
    client = she.client()
    his = reverse("addresses", args=[she.reference])
    client.post(his, {"lines": "3 Told By Him", "household": str(she.ids["person"])} | once())
    told = b"".join(she.read(client).values())
    assert b"3 Told By Him" in told

    with acting(world.cast.actor("amina")) as amina:
        file = door.open_file(amina, she.reference, "family", now=clock.now())
        (row,) = families.addresses_in(file)
        families_changes.edit_address(file, row.pk, version=1, lines=LINES, now=clock.now())

    told = b"".join(she.read(client).values())
    assert b"3 Told By Him" not in told
    assert LINES.encode() not in told
