"""What is sealed behind its own wall: the two named, and the door's functions; nobody else."""

from pathlib import Path

from django.db import migrations

from hub.database.functions import definer
from hub.database.wall import by_function

SQL = Path(__file__).resolve().parent.parent / "sql"
MINE = "hub.sealed_mine()"
OF_MINE = f"sealed_id = any ((select {MINE})::bigint[])"
OWN = (
    "sealed_by_id = (select hub.actor_id()) and (select hub.actor_kind()) = 'practitioner'"
    " and family = any ((select hub.open_families('record'))::bigint[])"
)
OVERSEEN = """id bigint, code varchar, sealed_at timestamptz, until_at timestamptz, keepers varchar[],
    opened int, last_at timestamptz"""


def read(name: str) -> str:
    return (SQL / f"{name}.sql").read_text()


def writer(signature: str, name: str, returns: str) -> migrations.RunSQL:
    return definer(
        signature, read(name), returns=returns, language="plpgsql", volatility="volatile"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("sealed", "0001_initial"),
        ("access", "0011_told_and_looked"),
        ("families", "0004_loss"),
    ]
    operations = [
        definer("hub.sealed_mine() returns bigint[]", read("sealed_mine")),
        definer("hub.sealed_overseen()", read("sealed_overseen"), returns=f"table ({OVERSEEN})"),
        by_function("sealed_sealed", MINE, add=OWN, door_writes=True),
        by_function("sealed_keeper", MINE, column="sealed_id", add=OF_MINE, door_writes=True),
        by_function(
            "sealed_look",
            MINE,
            column="sealed_id",
            add=f"{OF_MINE} and by_id = (select hub.actor_id())",
            append_only=True,
        ),
        # What the history of a person says is put right by the door alone.
        migrations.RunSQL(
            [
                "grant update on families_personhistoryrow to hub_door",
                "grant execute on function public._pgtrigger_should_ignore(name) to hub_door",
            ],
            reverse_sql="revoke update on families_personhistoryrow from hub_door",
        ),
        writer(
            "hub.name_keepers(wanted bigint, first bigint, second bigint, number bigint,"
            " other_number bigint, at timestamptz)",
            "name_keepers",
            "boolean",
        ),
        writer("hub.seal_past(wanted bigint)", "seal_past", "void"),
        writer("hub.unseal_past(wanted bigint)", "unseal_past", "void"),
    ]
