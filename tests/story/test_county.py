"""The county: a small one is loaded whole, looked at past the wall, and verified."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, connections

from hub.audit.verify import verify
from hub.kernel.dates import Accuracy
from hub.story.county import load, room, who
from hub.story.county.columns import COLUMNS
from hub.story.county.custom import Name
from hub.story.county.household import PEOPLE_A_FAMILY
from hub.story.county.naming import CUSTOMS, search_name
from hub.story.county.portion import FAMILIES, County, draw_portion
from hub.story.county.sheet import Sheet, id_of, reference_of
from hub.story.county.staff import hire
from tests.databases import Fresh

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
PEOPLE = 2_000


@pytest.fixture
def county(
    fresh_database: Fresh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., list[str]]:
    """Loads a county into a database of the test's own; gives what was said."""
    monkeypatch.setenv("HUB_SEALS", str(tmp_path / "seals"))

    def build(people: int = PEOPLE, seed: int = 1) -> list[str]:
        said: list[str] = []
        load.build(people, seed=seed, now=NOW, say=said.append)
        return said

    return build


def past_the_wall(sql: str, *values: Any) -> int:
    """One number, as the owner standing in the door sees it."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("begin; set local role hub_door")
        try:
            cursor.execute(sql, values)
            return int(cursor.fetchone()[0])
        finally:
            cursor.execute("rollback")


def small(seed: int, families: int = 2 * FAMILIES) -> County:
    """A county that is only drawn, not loaded."""
    staff = hire(Sheet(seed, 0), families * PEOPLE_A_FAMILY, NOW, wording=5)
    return County(seed, families, NOW, staff, transaction=7)


def test_a_county_is_loaded_whole_and_its_journal_verifies(
    county: Callable[..., list[str]],
) -> None:
    before = past_the_wall("select count(*) from families_person")

    said = county()

    assert past_the_wall("select count(*) from families_person") == before + PEOPLE
    assert "1 minute" in said[0]
    assert "400 families with 2,000 people" in said[-1]
    verified = verify()
    assert verified.faults == ()
    assert verified.lines > PEOPLE / PEOPLE_A_FAMILY
    assert len(verified.seals.ends) == verified.chains


def test_the_tables_have_every_key_index_trigger_and_wall_again(
    county: Callable[..., list[str]],
) -> None:
    texts = """
        select pg_get_constraintdef(oid) || conname || conrelid::regclass from pg_constraint
        union all select pg_get_indexdef(indexrelid) from pg_index
        union all select tgname || tgenabled::text || tgrelid::regclass from pg_trigger
                  where not tgisinternal
        union all select relname || relforcerowsecurity from pg_class
    """

    def described() -> list[str]:
        with connections["owner"].cursor() as cursor:
            cursor.execute(texts)
            return sorted(row[0] for row in cursor.fetchall())

    before = described()
    county()

    assert described() == before


def test_the_web_sees_no_row_of_it(county: Callable[..., list[str]]) -> None:
    county()

    seen = {}
    with connection.cursor() as cursor:
        for table in COLUMNS:
            if table.split("_")[0] in {"families", "consent", "access", "plans"}:
                cursor.execute(f"select count(*) from {table}")
                seen[table] = cursor.fetchone()[0]

    assert seen.pop("consent_wording") > 0
    assert set(seen.values()) == {0}
    for table in seen:
        assert past_the_wall(f"select count(*) from {table}") > 0, table


def test_restrictions_agreements_and_leads_are_as_a_county_has_them(
    county: Callable[..., list[str]],
) -> None:
    county()

    families = past_the_wall("select count(*) from families_family where registered_at < %s", NOW)
    shared = past_the_wall(
        "select count(*) from (select from consent_agreement where scope = 'share'"
        " group by family_id having count(distinct agency_id) > 4) more"
    )
    withdrawn = past_the_wall("select count(*) from consent_agreement where until_at is not null")
    without = past_the_wall(
        "select count(*) from families_family f where not exists"
        " (select from access_lead l where l.family_id = f.id and l.until_at is null)"
    )
    plans = past_the_wall("select count(distinct family_id) from plans_plan")
    strange = past_the_wall(
        "select count(*) from consent_restriction r where item_kind = 'address' and not exists"
        " (select from families_address a where a.id = r.item and a.family_id = r.family_id)"
    )
    both = past_the_wall(
        "select count(*) from (select from families_membership group by person_id"
        " having count(distinct family_id) > 1) twice"
    )

    assert shared == 0
    assert withdrawn > 0
    assert 0 < without < families / 4
    assert families * 0.45 < plans < families * 0.75
    assert strange == 0
    assert both > 0


def test_one_practitioner_has_two_hundred_families_and_one_has_none(
    county: Callable[..., list[str]],
) -> None:
    county()
    mine = "select count(*) from hub.families_of(%s, %s, 1000, 0)"
    named = "select id from agencies_practitioner where email = %s"

    busy = past_the_wall(named, "busy@county.example.org")
    nobody = past_the_wall(named, "nobody@county.example.org")

    assert past_the_wall(mine, busy, NOW) == 200
    assert past_the_wall(mine, nobody, NOW) == 0
    assert len(who.lines()) == 3


def test_a_second_county_is_refused_in_a_sentence(county: Callable[..., list[str]]) -> None:
    county(100)

    with pytest.raises(load.HasCounty, match="has a county already"):
        county(100)


def test_a_county_that_breaks_a_key_leaves_nothing_and_can_be_loaded_again(
    county: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = past_the_wall("select count(*) from families_person")
    monkeypatch.setattr("hub.story.county.sheet.reference_of", lambda *_: "FH-BCDFGHJK")

    with pytest.raises(IntegrityError):
        county(500)
    monkeypatch.undo()

    assert past_the_wall("select count(*) from families_person") == before
    assert past_the_wall("select count(*) from accounts_account where email like 'busy@%%'") == 0


def test_no_room_on_the_disk_is_said_before_anything_is_loaded(
    county: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "BYTES_A_PERSON", 10**15)

    with pytest.raises(load.CannotLoad, match="GB of disk while it is loaded"):
        county(500)


def test_the_same_seed_gives_the_same_county_and_another_gives_another() -> None:
    assert draw_portion(small(1), 1) == draw_portion(small(1), 1)
    assert draw_portion(small(1), 1) != draw_portion(small(2), 1)
    assert draw_portion(small(1), 1) != draw_portion(small(1), 0)


def test_no_id_and_no_reference_is_given_twice() -> None:
    many = 300_000

    assert len({id_of(1, number) for number in range(many)}) == many
    assert len({reference_of(1, number) for number in range(many)}) == many
    assert all(1 << 59 <= id_of(seed, 5) < 1 << 60 for seed in range(100))


def test_every_portion_has_five_people_a_family_and_ids_of_its_own() -> None:
    county = small(3)
    portions = [draw_portion(county, number) for number in range(county.portions)]

    people = [rows["families_person"].count(b"\n") for rows in portions]
    ids = [
        line.split(b"\t")[0]
        for rows in portions
        for table, text in rows.items()
        if table not in {"audit_entry", "audit_chain"}
        for line in text.splitlines()
    ]

    assert people == [FAMILIES * PEOPLE_A_FAMILY] * 2
    assert len(set(ids)) == len(ids)


def test_names_follow_at_least_ten_customs_in_more_than_one_script() -> None:
    rows = draw_portion(small(4), 0)["families_person"].decode().splitlines()

    names = {line.split("\t")[1] + " " + line.split("\t")[2] for line in rows}

    assert len(CUSTOMS) >= 10
    assert any("؀" <= letter <= "ۿ" for name in names for letter in name)
    assert any("ł" in name or "ń" in name for name in names)
    assert len(names) > len(rows) * 0.85


def test_a_search_name_has_no_marks_and_no_case() -> None:
    found = search_name(Name("Siân  Mair", "Ó Súilleabháin"))

    assert found == "sian mair o suilleabhain"


def test_birth_dates_are_known_as_well_as_in_life() -> None:
    lines = draw_portion(small(5), 0)["families_person"].decode().splitlines()
    accuracies = [line.split("\t")[6] for line in lines]

    assert {a for a in accuracies if a} == {accuracy.value for accuracy in Accuracy}
    assert accuracies.count("exact") > 0.85 * len(accuracies)
    assert accuracies.count("") > 0


def test_every_telephone_number_and_mailbox_is_made_up() -> None:
    lines = draw_portion(small(6), 0)["families_contact"].decode().splitlines()
    values = [line.split("\t")[5] for line in lines]

    assert len(values) > FAMILIES
    assert all(
        value.startswith(("07700 900", "020 7946 0", "0113 496 0"))
        or value.endswith("@example.org")
        for value in values
    )
