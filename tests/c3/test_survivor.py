"""She keeps where they are from him. Whatever he asks, there never was an address (S3, S19)."""

import pytest
from django.urls import reverse

from hub.access import door
from hub.families import changes as families_changes
from hub.families import queries as families
from hub.kernel import clock
from tests.c3.acting import acting
from tests.c3.pages import FULL, browser, once
from tests.c3.survivor import LINES, POSTCODE, Survivor, told
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
    she.surrounds()

    for ids in ({}, {"address": address, "restriction": mark}):
        she.ids |= ids
        assert differing(read, she.read(client)) == []
    assert differing(found, she.found(client)) == []
    assert differing(posted, she.posted(client)) == []
    assert she.reads_late(slow) == []
    after = she.rows()
    assert after.pop("access_lead") == after.pop("access_leadhistoryrow") == []
    for table in ("consent_agreement", "consent_agreementhistoryrow"):
        own = after.pop(table)  # which agency writes it down goes as well
        assert len(own) == 1
        assert own[0] in rows[table]
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


@pytest.mark.requirement("S3")
def test_agencies_people_of_theirs_and_what_they_do_tell_everybody_else(world: World) -> None:
    she = Survivor(world, "ben").made()
    client = she.client()
    she.surrounds()
    told = b"".join(she.read(client).values())
    assert b"Kestrel Nursery" in told
    assert b"Zofia Marek" in told
    assert b"Unfindable Mews playgroup" in told
    she.marks("practitioner")
    told = b"".join(she.read(client).values()).replace(b"Everybody at Kestrel Nursery", b"")
    assert b"Zofia Marek" not in told
    assert b"Unfindable" not in told


@pytest.mark.requirement("S18", "S3")
def test_asking_to_start_a_plan_does_not_tell_him_whether_somebody_leads(world: World) -> None:
    she = Survivor(world, "ben").made()
    she.plan_is_closed()
    she.marks("practitioner")
    client = she.client()
    at = reverse("plan_opening", args=[she.reference])
    with_lead = client.get(at), client.post(at, once())
    she.nobody_leads(True)
    without = client.get(at), client.post(at, once())
    assert [told(a) for a in with_lead] == [told(a) for a in without]
    assert with_lead[1].status_code == 409
    assert b"Amina" not in told(with_lead[1])


@pytest.mark.requirement("2.90", "S3")
def test_what_he_records_as_stopped_stops_for_those_he_does_not_see(world: World) -> None:
    she = Survivor(world, "ben").made()
    she.surrounds()
    she.plan_is_closed()
    she.marks("practitioner")
    client = she.client()
    answer = client.post(
        reverse("stopping", args=[she.reference]), {"sure": "yes", "they_say_so": "yes"} | once()
    )
    assert answer.status_code == 302
    for who in ("amina", "zofia", "ben"):
        answer = browser(world.cast, who).get(reverse("family", args=[she.reference]))
        assert answer.status_code == 404, who


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
