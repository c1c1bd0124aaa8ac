"""What looks past the wall of merges: whether a file is closed, where it goes on, what stops one."""

from importlib import import_module
from pathlib import Path

from django.db import migrations

from hub.database.functions import definer

SQL = Path(__file__).resolve().parent.parent / "sql"
ALONE = "hub_door"  # for functions that only others of them ask
KNOWN = """id bigint, kept bigint, gone bigint, kept_reference varchar, gone_reference varchar,
    proposed_at timestamptz, kept_yes_at timestamptz, gone_yes_at timestamptz,
    merged_at timestamptz, until_at timestamptz, speaks boolean"""
WITHOUT_A_LEAD = "who bigint, at timestamptz, size int"
first = import_module("hub.access.migrations.0002_door")


def _plain(name: str, arguments: str, gives: str) -> migrations.RunSQL:
    body = (SQL / f"{name}.sql").read_text()
    return definer(f"hub.{name}({arguments})", body, returns=gives)


class Migration(migrations.Migration):
    dependencies = [
        ("merging", "0002_wall"),
        ("sealed", "0001_initial"),
        ("consent", "0015_emergency"),
        ("families", "0008_relations"),
    ]
    operations = [
        definer(
            "hub.file_closed(wanted bigint)",
            (SQL / "file_closed.sql").read_text(),
            returns="boolean",
        ),
        definer(
            "hub.goes_on(families bigint[])",
            "select m.family_id, m.kept_id from merging_merge m"
            " where m.family_id = any (families) and m.merged_at is not null"
            " and m.until_at is null and (select hub.actor_kind()) = 'practitioner'",
            returns="table (gone bigint, kept bigint)",
        ),
        definer(
            "hub.something_sealed(wanted bigint)",
            (SQL / "something_sealed.sql").read_text(),
            returns="boolean",
            to=ALONE,
        ),
        _plain("merging_stops", "one bigint, other bigint, moment timestamptz", "boolean"),
        _plain(
            "merging_references",
            "families bigint[], moment timestamptz",
            "table (family bigint, reference varchar)",
        ),
        _plain(
            "merges_counted",
            "since timestamptz, until timestamptz",
            "table (proposed bigint, merged bigint, undone bigint, two_families bigint)",
        ),
        _plain("merging_asked", "wanted bigint", "boolean"),
        _plain(
            "merges_known",
            "wanted bigint, of_family bigint, moment timestamptz",
            f"table ({KNOWN})",
        ),
        _plain(
            "merging_pairs",
            "ones bigint[], others bigint[], moment timestamptz",
            "table (place bigint, one bigint, other bigint, first varchar, second varchar)",
        ),
        definer(
            "hub.no_chains() returns trigger",
            (SQL / "no_chains.sql").read_text(),
            language="plpgsql",
            volatility="volatile",
            to=ALONE,
        ),
        migrations.RunSQL(
            "create trigger no_chains before insert or update on merging_merge"
            " for each row execute function hub.no_chains()",
            reverse_sql="drop trigger if exists no_chains on merging_merge",
        ),
        # A closed file needs no lead: who led it last stays its last one.
        first.door("families_without_a_lead", WITHOUT_A_LEAD, first.LISTED),
    ]
