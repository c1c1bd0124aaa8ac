"""Every row behind the wall, read by a superuser, with whom the story lets see it.

This is the oracle of the matrix of tables. It is written from the rules in safety.md, not from
the policies: a row's level by its table's label, what hangs on what by what it names, and what is
held back by the restrictions as they were recorded.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from django.apps import apps
from psycopg import sql
from psycopg.rows import dict_row

from hub.kernel.files import Level
from hub.kernel.labels import FATES
from tests.cast import past_the_wall

LEVELS: Final = {level.word: level for level in Level}
# The columns by which a row names a person, or an item that it vanishes with.
PEOPLE: Final = (
    *("person_id", "other_id", "child_id", "given_by_id", "owner_member_id", "said_by_id"),
    "signer_id",
)
ITEMS: Final = ("id", "pgh_obj_id", "goal_id", "address_id", "order_id", "paper_id")
# What tells where a family is, and goes with the family's own id (S3).
PLACES: Final = (
    "families_address", "families_householdmember", "families_contact", "access_lead",
    "access_involvement", "consent_agreement", "plans_action", "about_helpers",
    "families_advice", "intake_familysought", "plans_plancopy",
)  # fmt: skip
# What is a person's and no family's, and the column that says whose.
OF_A_PERSON: Final = {"families_person": "id", "families_identifiers": "person_id"}
# What is somebody's own (S4): whether who leads reads it, whether the team does where it is shared,
# and whether who wrote it down does. What was shared once is in no history for the team.
OWN: Final = {
    "about_background": (True, True, False),
    "about_needs": (True, True, False),
    "about_ownwords": (True, True, False),
    "about_childsaid": (False, False, True),
    "about_childtold": (True, True, True),
    "about_childcares": (False, False, True),
    "about_youngcarer": (True, True, True),
    "intake_familysought": (True, False, True),
}


@dataclass(frozen=True)
class Table:
    """A table of a family's file, or the history of one."""

    name: str
    level: Level
    key: str
    family: str
    history: bool


def tables() -> list[Table]:
    """Every walled table whose rows belong to families, from the models' labels."""
    found = []
    for model, fate in FATES.items():
        level = LEVELS.get(fate.level.partition(",")[0])
        if level is None:
            continue
        name = model._meta.db_table
        family = {"families_family": "id"}.get(name, "" if name in OF_A_PERSON else "family_id")
        found.append(Table(name, level, "id", family, history=False))
        past = f"{model.__name__}Historyrow"
        if any(m.__name__ == past for m in apps.get_app_config(model._meta.app_label).get_models()):
            of = family or "through_family"
            found.append(Table(f"{name}historyrow", level, "pgh_id", of, history=True))
    return found


@dataclass
class Everything:
    """All rows of all these tables, the memberships, and what is held back from whom."""

    rows: dict[str, list[dict[str, Any]]]
    members: dict[int, set[tuple[int, int]]]
    restrictions: list[dict[str, Any]]

    @classmethod
    def read(cls) -> "Everything":
        """Read it past the wall."""
        rows: dict[str, list[dict[str, Any]]] = {}
        members: dict[int, set[tuple[int, int]]] = defaultdict(set)
        with past_the_wall() as connection:
            cursor = connection.cursor(row_factory=dict_row)
            for table in tables():
                query = sql.SQL("select * from {}").format(sql.Identifier(table.name))
                rows[table.name] = cursor.execute(query).fetchall()
        for row in rows["families_membership"]:
            members[row["family_id"]].add((row["id"], row["person_id"]))
        in_force = [r for r in rows["consent_restriction"] if r["until_at"] is None]
        return cls(rows, members, in_force)

    def held_from(self, practitioner: int, agency: int, family: int) -> set[int]:
        """The items of a family kept from somebody or their agency."""
        me = {("practitioner", practitioner), ("agency", agency)}
        return {
            row["item"]
            for row in self.restrictions
            if row["family_id"] == family
            and row["item"] is not None
            and (row["kept_from"], row["kept_from_id"]) in me
        }

    def visible(
        self, table: Table, *, level: Level, family: int, held: set[int], who: int = 0
    ) -> set[int]:
        """The keys of the rows of one family that somebody with that level may read."""
        if level < table.level:
            return set()
        gone = set(held)
        people = {person for item, person in self.members[family] if item not in gone}
        rows = self.rows[table.name]
        if not table.family:  # identity is the person's, in whichever family (S2)
            return {row["id"] for row in rows if row[OF_A_PERSON[table.name]] in people}
        found = (r for r in rows if r[table.family] == family and _knows(table, r, level, who))
        return {row[table.key] for row in found if self._shown(table, row, gone, people)}

    @staticmethod
    def _shown(table: Table, row: dict[str, Any], gone: set[int], people: set[int]) -> bool:
        if table.name.removesuffix("historyrow") in OF_A_PERSON and table.history:
            own = "pgh_obj_id" if table.name.startswith("families_person") else "person_id"
            return row[own] in people
        if table.name.removesuffix("historyrow") in PLACES and row["family_id"] in gone:
            return False
        # A sheet vanishes with each yes on it; what tells a place, with the places.
        if gone & set(row.get("agreements", ())):
            return False
        if row.get("tells_place") and row["family_id"] in gone:
            return False
        named = {row[column] for column in PEOPLE if row.get(column) is not None}
        # A membership is not hidden with its person: the person is hidden with it.
        about_people = not table.name.startswith("families_membership")
        return not gone & {row.get(column) for column in ITEMS} and (
            not about_people or named <= people
        )


def _knows(table: Table, row: dict[str, Any], level: Level, who: int) -> bool:
    """Whether somebody is among those whom whoever said it lets know it (S4)."""
    name = table.name.removesuffix("historyrow")
    if name not in OWN:
        return True
    lead, team, recorder = OWN[name]
    return (
        (lead and level >= Level.RECORD)
        or (team and not table.history and level >= Level.PLAN and row["with_team"])
        or (recorder and row["saved_by_id"] == who)
    )
