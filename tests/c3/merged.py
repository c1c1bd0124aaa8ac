"""The forms by which two files are looked at side by side, merged, and taken apart again."""

from typing import Any

from tests.c3.forms import Row, day, perhaps, typing
from tests.c3.world import World
from tests.cast import past_the_wall

KEPT, GONE = "haddad", "price"
NEWEST = "select id from merging_merge order by proposed_at desc limit 1"
ADULT = """select id from families_membership
where family_id = %s and part = 'adult' and until_at is null limit 1"""


def adult_of(family: str) -> Any:
    """The newest merge, and an adult of one of the families."""

    def find(world: World) -> dict[str, Any]:
        with past_the_wall() as database:
            row = database.execute(ADULT, [world.cast.family(family).id]).fetchone()
        assert row is not None
        return perhaps("merge", NEWEST)(world) | {"member": row[0]}

    return find


def rows() -> list[Row]:
    """Proposed by the coordinator, asked and agreed to by who leads, merged, and undone."""
    newest = perhaps("merge", NEWEST)
    said = {"said_yes": "yes", "alone": "yes", **day("asked_on", 0)}
    return [
        Row("duplicate", "dilip", KEPT, typed=typing(what="first", because="One child"),
            numbers=lambda w: {"one": w.cast.family(KEPT).id, "other": w.cast.family(GONE).id}),
        *(Row("merge_asked", numbers=adult_of(one), typed=typing(**said)) for one in (KEPT, GONE)),
        *(Row("merge_yes", numbers=newest, typed=typing(side=side), stands_in="merge")
          for side in ("kept", "gone")),
        Row("merge_done", "dilip", numbers=newest, stands_in="merge"),
        Row("merge_end", "dilip", numbers=newest, typed=typing(because="Cousins after all")),
    ]  # fmt: skip
