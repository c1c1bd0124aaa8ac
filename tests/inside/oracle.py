"""What a member may see of the story, row by row: written from safety.md, not from the policy.

It reads the rows as a superuser does and asks nothing of the hub. A table it does not name, and
every history, is one of which members see nothing.
"""

from datetime import date, timedelta
from typing import Any

from hub.kernel import clock
from hub.kernel.files import Level
from tests.matrix.rows import Everything

ANSWERS = {"about_language", "about_helpers", "about_background", "about_needs", "about_ownwords"}
PLACES = {"families_address", "families_householdmember", "about_helpers", "access_lead",
          "access_involvement"}  # fmt: skip
PLAN = {"plans_plan", "plans_goal", "plans_action"}
ROUND = {"access_lead", "access_involvement"}


class Seeing:
    """One member of one family, today."""

    def __init__(self, everything: Everything, family: int, person: int, today: date) -> None:
        self.everything, self.family, self.me, self.today = everything, family, person, today
        self.members = {row["person_id"]: row for row in self._now("families_membership")}
        kept = [r for r in self._now("consent_restriction")
                if (r["kept_from"], r["kept_from_id"]) == ("person", person)]  # fmt: skip
        self.whole = any(row["item"] is None for row in kept)
        self.held = {row["item"] for row in kept}
        self.placed = family in self.held
        self.homes = {r["address_id"] for r in self._now("families_householdmember")
                      if r["person_id"] == person}  # fmt: skip
        self.with_me = {r["person_id"] for r in self._now("families_householdmember")
                        if r["address_id"] in self.homes}  # fmt: skip
        self.mine_to_raise = {r["child_id"] for r in self._now("families_responsibility")
                              if r["person_id"] == person}  # fmt: skip
        ordered = [r for r in self._now("consent_ordereffect") if r["person_id"] == person]
        self.apart = self._whom(ordered, "no_contact")
        self.untold = self._whom(ordered, "no_telling")
        self.yes = [r for r in self._now("consent_agreement") if r["given_by_id"] == person]

    def level(self) -> Level:
        """How far the file opens to them."""
        scopes = {row["scope"] for row in self._now("consent_agreement")}
        me = self.members.get(self.me)
        if me is None or me["loss"] or self.whole or not {"record", "keep"} <= scopes:
            return Level.NOTHING
        if not self._old_enough(me):
            return Level.NOTHING
        return Level.PLAN if self.yes and not self.placed else Level.SUMMARY

    def rows(self, table: str) -> set[int]:
        """The keys of a table's rows that they may read."""
        if self.level() is Level.NOTHING or table.endswith("historyrow"):
            return set()
        seen = {p for p, row in self.members.items() if self._names(row)}
        if table == "families_person":
            return seen
        return {
            row["id"] for row in self._now(table)
            if row["id"] not in self.held and self._sees(table, row, seen)
        }  # fmt: skip

    def _sees(self, table: str, row: dict[str, Any], seen: set[int]) -> bool:
        about = {row[c] for c in ("person_id", "other_id", "child_id", "given_by_id",
                                  "owner_member_id") if row.get(c)}  # fmt: skip
        if not about <= seen or {row.get("goal_id"), row.get("address_id")} & self.held:
            return False
        if self._brings_together(table, row, about):
            return False
        own = about == {self.me}
        if self.placed and (not own or table in PLACES | PLAN):
            return False
        if table in PLAN:
            return bool(self.yes)
        if table in ANSWERS:
            return own or self._young_at_home(row) or self._shared(table, row)
        return {
            "families_membership": True,
            "families_contact": own,
            "consent_agreement": own,
            "families_address": row["id"] in self.homes,
            "families_householdmember": row.get("address_id") in self.homes,
            "families_relationship": self.me in about or (
                bool(about & self.mine_to_raise)
                and row.get("kind") in ("mother", "father", "sibling")
            ),
            "families_responsibility": bool(about & ({self.me} | self.mine_to_raise)),
            "about_story": self._shared(table, row),
            "about_living": self._shared(table, row),
            **dict.fromkeys(ROUND, True),
        }.get(table, False)  # fmt: skip

    def _whom(self, ordered: list[dict[str, Any]], effect: str) -> set[int]:
        """Whom an order forbids them to reach or be told of; of nobody named, everybody (S9)."""
        found: set[int] = set()
        for row in ordered:
            if row["effect"] == effect:
                found |= {row["child_id"]} if row["child_id"] else {*self.members} - {self.me}
        return found

    def _brings_together(self, table: str, row: dict[str, Any], about: set[int]) -> bool:
        """Whether a row tells how or where to reach whom they may have no contact with (S9)."""
        living = self._now("families_householdmember")
        theirs = {r["address_id"] for r in living if r["person_id"] in self.apart}
        if table == "about_living":
            return bool(self.apart)
        if {row.get("address_id"), row["id"]} & theirs:
            return True
        return table in ("families_contact", "about_helpers") and bool(about & self.apart)

    def _names(self, row: dict[str, Any]) -> bool:
        if row["person_id"] in self.untold:
            return False
        if row["id"] in self.held or (self.placed and row["person_id"] != self.me):
            return False
        return row["part"] != "unborn" or row["person_id"] in self.mine_to_raise

    def _shared(self, table: str, row: dict[str, Any]) -> bool:
        child = self.members.get(row.get("person_id", 0), {}).get("part") == "child"
        if table == "about_ownwords" and child:
            return False
        adult = self.members[self.me]["part"] == "adult"
        return bool(row.get("with_family") or (adult and row.get("with_adults")))

    def _young_at_home(self, row: dict[str, Any]) -> bool:
        person, table_is_words = row["person_id"], "wishes" in row
        if person not in self.mine_to_raise & self.with_me or table_is_words:
            return False
        born = self._born(person)
        return born is not None and self.today < born + timedelta(days=round(12 * 365.25))

    def _old_enough(self, me: dict[str, Any]) -> bool:
        if me["part"] == "unborn":
            return False
        born = self._born(self.me)
        if me["part"] == "adult":
            return born is None or (self.today - born).days > 17 * 366
        judged = [r for r in self.everything.rows["consent_judgement"]
                  if r["family_id"] == self.family and r["person_id"] == self.me]  # fmt: skip
        able = any(r["understands"] and not r["parent_needed"] for r in judged)
        return born is not None and (self.today - born).days > 12 * 366 and bool(able or self.yes)

    def _born(self, person: int) -> date | None:
        rows = self.everything.rows["families_person"]
        found: date | None = next(r["birth_date"] for r in rows if r["id"] == person)
        return found

    def _now(self, table: str) -> list[dict[str, Any]]:
        rows = self.everything.rows.get(table, [])
        own = [r for r in rows if r.get("family_id") == self.family]
        return [r for r in own if r.get("until_at") is None or r["until_at"] > clock.now()]
