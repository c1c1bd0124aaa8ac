"""Who agrees behind the wall. A court order is for who leads, what it does is for the team; what
of them counts when a yes is recorded is told of any open family, and no more than that (S9)."""

from pathlib import Path

from django.db import migrations

from hub.database.apart import apart
from hub.database.functions import definer
from hub.database.wall import exempt, wall, walled_history

SQL = Path(__file__).resolve().parent.parent / "sql"
# Each table: its level, whom its rows are about, what they go with, and who may add to it.
TABLES = {
    "courtorder": ("record", ["person_id", "other_id"], [], None),
    "ordereffect": ("plan", ["person_id", "child_id"], ["order_id"], "record"),
    "careragrees": ("record", ["person_id"], [], None),
    "capacity": ("record", ["person_id"], [], None),
    # A death can be recorded by whoever works with the family, and brings a question to who leads.
    "lookagain": ("record", ["person_id"], [], "summary"),
}
# Code, words, what it is, and what it usually does.
KINDS = (
    (
        "lives_with",
        "Child arrangements: lives with",
        "With whom the child lives.",
        ["lives_with", "holds"],
    ),
    (
        "spends_time",
        "Child arrangements: spends time with",
        "Whom the child sees, and how.",
        ["sees"],
    ),
    (
        "prohibited_steps",
        "Prohibited steps",
        "Something may not be done without the court, such as taking the child away.",
        ["no_taking"],
    ),
    (
        "specific_issue",
        "Specific issue",
        "The court decides one question, such as a school or a treatment.",
        ["decided"],
    ),
    (
        "non_molestation",
        "Non-molestation",
        "Somebody may not use violence, threaten or come near.",
        ["no_place", "no_contact"],
    ),
    ("occupation", "Occupation", "Who may live in a home or come near it.", ["no_place"]),
    ("guardianship", "Guardianship", "Somebody is the child's guardian.", ["holds"]),
    (
        "special_guardianship",
        "Special guardianship",
        "The child lives with a special guardian, who decides above the parents.",
        ["lives_with", "holds"],
    ),
    ("care", "Care", "A local authority shares parental responsibility.", ["shares"]),
    (
        "interim_care",
        "Interim care",
        "The same, until the court decides.",
        ["shares"],
    ),
    (
        "placement",
        "Placement",
        "A local authority may place the child with adopters.",
        ["shares", "no_place"],
    ),
    (
        "adoption",
        "Adoption",
        "The adopters are the parents; nobody else is any more.",
        ["holds", "ends"],
    ),
)


def write_kinds(apps, schema_editor):
    """The kinds of orders, in the order in which they are shown."""
    kind = apps.get_model("consent", "OrderKind")
    kind.objects.using(schema_editor.connection.alias).bulk_create(
        kind(code=code, words=words, about=about, proposes=proposes, position=position)
        for position, (code, words, about, proposes) in enumerate(KINDS)
    )


def take_kinds(apps, schema_editor):
    """None are left when it is taken back."""
    apps.get_model("consent", "OrderKind").objects.using(
        schema_editor.connection.alias
    ).all().delete()


def walled(table):
    """A table and its history behind the wall, apart by family."""
    level, people, items, adds = TABLES[table]
    told = {"held_back": True, "people": people, "hidden_with": items, "write_level": adds}
    name = f"consent_{table}"
    return (
        wall(name, level, **told),
        *walled_history(f"{name}historyrow", level, **told),
        apart(name, people),
        apart(f"{name}historyrow", people),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0009_who_agrees"),
        ("families", "0005_responsibility"),
        ("plans", "0003_members_apart"),
    ]
    operations = [
        exempt(
            "consent_orderkind",
            "the kinds of court orders, the same for everybody",
            write=False,
        ),
        migrations.RunPython(write_kinds, take_kinds),
        *(operation for table in TABLES for operation in walled(table)),
        definer(
            "hub.agreeing_facts(asked bigint) returns table (fact text, person bigint, day date)",
            (SQL / "agreeing_facts.sql").read_text(),
        ),
    ]
