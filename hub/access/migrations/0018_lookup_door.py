"""The look-up's own door: what the index is made of, what a look-up may know, what it leaves."""

from importlib import import_module
from pathlib import Path

from django.db import migrations

from hub.database.functions import definer
from hub.database.wall import closed

SQL = Path(__file__).resolve().parent.parent / "sql"
_first = import_module("hub.access.migrations.0002_door")
_standing = import_module("hub.access.migrations.0009_standing")

INDEXED = """entry bigint, person bigint, family bigint, indexed boolean, given_names varchar,
    family_name varchar, known_as varchar, birth_date date, birth_accuracy varchar,
    former_names varchar[], lines varchar, postcode varchar, former_postcodes varchar[],
    phones varchar[], nhs varchar"""
FOUND = f"""{_standing.FACTS}, reference varchar, shares boolean, refused boolean, at_risk boolean,
    stage varchar, name varchar, role_title varchar, agency varchar, phone varchar, email varchar,
    telling boolean"""
WRITTEN = """new_id bigint, moment timestamptz, what_for varchar, how_many int, surname_mark varchar,
    born_mark varchar, place_mark varchar, said varchar, was_stopped boolean, hidden_ids bigint[],
    hidden bigint[], hidden_surely boolean[]"""
WAITING = """id bigint, family bigint, reference varchar, at timestamptz, purpose varchar,
    surely boolean, name varchar, role_title varchar, agency varchar, phone varchar"""
OVERSEEN = """id bigint, name varchar, role_title varchar, agency varchar, checks bigint,
    stopped bigint, surnames bigint, dates bigint, places bigint, nothing bigint, registered bigint"""


def _plain(name: str, arguments: str, gives: str, volatility: str = "stable") -> migrations.RunSQL:
    body = (SQL / f"{name}.sql").read_text()
    signature = f"hub.{name}({' '.join(arguments.split())})"
    return definer(signature, body, returns=gives, volatility=volatility)  # type: ignore[arg-type]


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0017_lookups"),
        ("agencies", "0010_telling_until_looked_at"),
        ("consent", "0015_emergency"),
        ("families", "0008_relations"),
        ("sealed", "0001_initial"),
    ]
    operations = [
        closed("access_lookupcheck", door_writes=True),
        closed("access_hiddenmatch", door_writes=True),
        migrations.RunSQL(
            "grant delete on access_lookupcheck, access_hiddenmatch to hub_door",
            reverse_sql="revoke delete on access_lookupcheck, access_hiddenmatch from hub_door",
        ),
        migrations.RunSQL(
            "create index things_kept_from_somebody on consent_restriction (kept_from_id)"
            " where item is not null and until_at is null",
            reverse_sql="drop index if exists things_kept_from_somebody",
        ),
        _plain("index_rows", "wanted bigint, after bigint, size int", f"table ({INDEXED})"),
        definer(
            "hub.index_families(after bigint, size int)",
            "select f.id from families_family f where f.id > after"
            " and (select hub.actor_kind()) = 'job' order by f.id limit size",
            returns="table (id bigint)",
        ),
        _first.door("lookup_facts", "families bigint[], at timestamptz", FOUND),
        _plain(
            "lookup_asked",
            "moment timestamptz",
            "table (person_hour bigint, person_day bigint, agency_hour bigint, agency_day bigint,"
            " careful boolean)",
        ),
        definer(
            "hub.lookup_named(wanted text)",
            "select r.family_id from families_familyreference r"
            " where r.reference = wanted and r.until_at is null"
            " and (select hub.actor_kind()) = 'practitioner'",
            returns="bigint",
        ),
        _plain("lookup_written", WRITTEN, "void", "volatile"),
        _plain("lookups_hidden", "moment timestamptz, size int", f"table ({WAITING})"),
        _plain("lookup_dealt", "wanted bigint, moment timestamptz", "setof bigint", "volatile"),
        _plain("lookups_overseen", "since timestamptz, until timestamptz", f"table ({OVERSEEN})"),
        definer(
            "hub.forget_lookups()",
            """
            with hidden as (
                delete from access_hiddenmatch where at < now() - interval '90 days' returning 1
            ), gone as (
                delete from access_lookupcheck where at < now() - interval '90 days' returning 1
            )
            select (select count(*) from gone) + (select count(*) from hidden)
            """,
            returns="bigint",
            volatility="volatile",
        ),
    ]
