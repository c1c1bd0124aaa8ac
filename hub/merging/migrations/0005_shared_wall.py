"""Shared children behind the wall of both families, and the way from one file to the other."""

from importlib import import_module
from pathlib import Path

from django.db import migrations

from hub.database.functions import definer
from hub.database.wall import wall, walled_history

SQL = Path(__file__).resolve().parent.parent / "sql"
TABLE = "merging_sharedchild"
CHILDREN = ("member_id", "same_id")
both_open = import_module("hub.merging.migrations.0002_wall").both_open


class Migration(migrations.Migration):
    dependencies = [("merging", "0004_shared_children")]
    operations = [
        wall(TABLE, "summary", hidden_with=CHILDREN),
        *walled_history(f"{TABLE}historyrow", "summary", hidden_with=CHILDREN),
        both_open(TABLE, "other_id", "summary"),
        both_open(f"{TABLE}historyrow", "other_id", "summary"),
        definer(
            "hub.children_shared(of_family bigint, moment timestamptz)",
            (SQL / "children_shared.sql").read_text(),
            returns="table (member bigint, reference varchar)",
        ),
    ]
