"""What the story's families hold: ids to attack with, and words that must not be seen."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from hub.story.families import FAMILIES
from tests.cast import Cast, past_the_wall

LEVELS = ("nothing", "signpost", "summary", "plan", "record")

# For each kind of number in an address, the numbers of each family.
IDS = {
    "person": "select family_id, person_id from families_membership where until_at is null",
    "address": "select family_id, id from families_address",
    "contact": "select family_id, id from families_contact",
    "agreement": "select family_id, id from consent_agreement",
    "signature": "select family_id, id from papers_signature",
    "paper": "select family_id, id from papers_paper",
    "goal": "select family_id, id from plans_goal",
    "action": "select family_id, id from plans_action",
    "involvement": "select family_id, id from access_involvement",
    "relationship": "select family_id, id from families_relationship",
    "restriction": "select family_id, id from consent_restriction",
    "responsibility": "select family_id, id from families_responsibility where until_at is null",
    "order": "select family_id, id from consent_courtorder where until_at is null",
    "look": "select family_id, id from consent_lookagain where done_at is null",
}
# What each family told, from the level on at which it may be read.
TOLD = {
    "summary": """
        select m.family_id, p.given_names from families_person p
        join families_membership m on m.person_id = p.id
        union select m.family_id, nullif(p.family_name, '') from families_person p
        join families_membership m on m.person_id = p.id
        union select family_id, nullif(lines, '') from families_address
        union select family_id, nullif(postcode, '') from families_address
        union select family_id, nullif(held_by, '') from families_address
        union select family_id, value from families_contact
        union select family_id, nullif(purpose_words, '') from consent_agreement
        union select family_id, why from access_involvement where why not like 'I see the family%'
        union select family_id, nullif(languages, '') from about_language
        union select family_id, nullif(interpreter_words, '') from about_language
        union select family_id, nullif(school, '') from about_helpers
        union select family_id, nullif(doctor, '') from about_helpers
        union select family_id, nullif(about, '') from papers_paper
        union select family_id, nullif(witness, '') from papers_signature
        -- Who may not take a child along is for whoever has the summary: a nursery has to know.
        union select family_id, nullif(person_name, '') from consent_ordereffect
        where effect = 'no_taking' and until_at is null
    """,
    "plan": """
        select family_id, words from plans_goal union select family_id, step from plans_action
        union select family_id, note from plans_closure
        union select family_id, nullif(continues, '') from plans_closure
        union select family_id, going_well from about_story
        union select family_id, worries from about_story
        union select family_id, housing from about_living
        union select family_id, nullif(person_name, '') from consent_ordereffect
    """,
    "record": """
        select family_id, because from consent_judgement
        union select family_id, nullif(words, '') from consent_refusal
        union select family_id, because from consent_override
        union select family_id, court from consent_courtorder
        union select family_id, seen_by from consent_courtorder
        union select family_id, faith from about_background
        union select family_id, helps from about_needs
        union select family_id, wishes from about_ownwords
        union select family_id, words from about_askedalone
        union select family_id, reach from about_askedalone
    """,
}
# What is held back from somebody who sees the rest: the family, who, and the words.
HELD_BACK = {
    ("okafor", "grace"): ("We want to sleep through the night", "Keep a sleep diary for Kelechi",
                          "Talk through a bedtime plan"),
    ("okafor", "ben"): ("Obinna", "a little Efik", "a man if it can be"),
    ("nguyen", "kit"): ("Hidden Lane", "ZA9 9ZZ"),
}  # fmt: skip


@dataclass
class World:
    """The families by key: ids by kind, and words by level."""

    cast: Cast
    ids: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    words: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    agencies: dict[str, int] = field(default_factory=dict)
    practitioners: dict[str, int] = field(default_factory=dict)
    localities: list[int] = field(default_factory=list)
    roles: list[int] = field(default_factory=list)
    wording: int = 0

    def level(self, who: str, family: str) -> str:
        """How much of a family somebody sees."""
        return self.cast.families[family].seen_by.get(who, "nothing")

    def unseen(self, who: str) -> set[str]:
        """Every word of the story that this person may not read."""
        kept: set[str] = set()
        seen: set[str] = set()
        for told in FAMILIES:
            level = LEVELS.index(self.level(who, told.key))
            for needs, words in self.words[told.key].items():
                (seen if LEVELS.index(needs) <= level else kept).update(words)
        kept -= {word for word in kept for other in seen if word in other}
        for (_, whom), words_held in HELD_BACK.items():
            kept.update(words_held if whom == who else ())
        return kept


def look(cast: Cast) -> World:
    """Read the committed story as nobody in the hub may."""
    world = World(cast)
    keys = {known.id: known.key for known in cast.families.values()}
    world.ids = {key: {kind: [] for kind in IDS} for key in keys.values()}
    world.words = {key: {level: set() for level in TOLD} for key in keys.values()}
    with past_the_wall() as database:
        for kind, sql in IDS.items():
            for family, number in _of(database.execute(sql), keys):
                world.ids[family][kind].append(number)
        for level, sql in TOLD.items():
            for family, word in _of(database.execute(sql), keys):
                world.words[family][level].add(word)
        world.agencies = dict(database.execute("select name, id from agencies_agency").fetchall())
        people = database.execute("select email, id from agencies_practitioner").fetchall()
        world.practitioners = {email.split("@")[0]: number for email, number in people}
        world.localities = _first(database, "select id from agencies_locality order by name")
        world.roles = _first(database, "select id from agencies_rolegrant order by id")
        world.wording = _first(database, "select id from consent_wording")[0]
    return world


def _of(rows: Iterable[Any], keys: dict[int, str]) -> Iterable[tuple[str, Any]]:
    return [(keys[family], value) for family, value in rows if family in keys and value]


def _first(database: Any, sql: str) -> list[int]:
    return [row[0] for row in database.execute(sql).fetchall()]
