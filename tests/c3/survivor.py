"""A family that starts with no address and nobody who leads, as far as one practitioner can tell;
and everything that practitioner can reach, to the byte."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from psycopg import sql

from hub.about import changes as about
from hub.access import changes as access
from hub.access import door, opening
from hub.access.models import Lead
from hub.consent import changes as consent
from hub.consent.holding import PLACES
from hub.families import changes as families_changes
from hub.families import queries as families
from hub.intake import changes as intake
from hub.intake.registration import NamedPerson, Registration
from hub.kernel import clock
from hub.kernel.files import FamilyFile, Level
from hub.plans import changes as plans
from tests.c3 import forms
from tests.c3.acting import acting
from tests.c3.pages import bare, browser, once, pages
from tests.c3.world import World
from tests.matrix.rows import tables

MADE_NOW = re.compile(rb"\d{15,}")  # an id that a post has just drawn
LINES, POSTCODE = "Upstairs, 17 Unfindable Mews", "ZA9 7QX"
# Posts that do something to the practitioner themselves, so that what follows is not the same.
UNLIKE = {"who"}


@dataclass
class Survivor:
    """The family, and the practitioner from whom she keeps where they are."""

    world: World
    him: str
    family: int = 0
    reference: str = ""
    ids: dict[str, int] = field(default_factory=dict)

    def made(self) -> "Survivor":
        """Register the family, without an address; he works with it, and is in its team."""
        cast = self.world.cast
        with acting(cast.actor("amina")) as amina:
            file = intake.register(amina, self._registration(), now=clock.now())
        self.family, self.reference = file.family, file.reference
        with acting(cast.actor(self.him)) as him:
            mine = door.open_file(him, self.reference, "working", now=clock.now())
            access.work_with(mine, why="I teach Iker", since_on=clock.today(), now=clock.now())
        with acting(cast.actor("amina")) as amina:
            self._plan(door.open_file(amina, self.reference, "plan", now=clock.now()))
        return self

    def _registration(self) -> Registration:
        mother = NamedPerson("Marisol", "adult", "Vega", relation="mother", responsible=True)
        shared = (self.world.cast.practitioner(self.him).agency.name,)
        return Registration(
            people=(mother, NamedPerson("Iker", "child", "Vega")),
            record=True, keep=True, service=True, how="paper", wording=self.world.wording,
            agencies=tuple(self.world.agencies[name] for name in shared),
        )  # fmt: skip

    def _plan(self, file: FamilyFile) -> None:
        him = self.world.cast.practitioner(self.him).pk
        access.add_to_team(file, him, why="Asked", since_on=clock.today(), now=clock.now())
        plans.open_plan(file, now=clock.now())
        goal = plans.add_goal(file, words="We want a garden", now=clock.now())
        action = plans.add_action(
            file, goal=goal.pk, step="Ring the council", due_on=clock.today(),
            owner_practitioner=him, now=clock.now(),
        )  # fmt: skip
        mother, child = (m.person_id for m in families.members_in(file))
        self.ids = {"person": mother, "child": child, "goal": goal.pk, "action": action.pk,
                    "contact": 2**60 + 4, "address": 2**60 + 1, "restriction": 2**60 + 2,
                    "agreement": 2**60 + 3}  # fmt: skip

    def nobody_leads(self, nobody: bool) -> None:
        """Let the lead be gone, or be there again."""
        with acting(self.world.cast.actor("amina")):
            opening.open_at([(self.family, Level.RECORD, frozenset())], through=self.family)
            until = clock.now() if nobody else None
            Lead.objects.filter(family=self.family).update(until_at=until)

    def marks(self, kept_from: str) -> int:
        """She keeps where they are from him, or everybody in his agency; gives the mark's id."""
        him = self.world.cast.practitioner(self.him)
        with acting(self.world.cast.actor("amina")) as amina:
            file = door.open_file(amina, self.reference, "private", now=clock.now())
            return consent.hold_back(
                file, item_kind=PLACES, item=self.family, kept_from=kept_from,
                kept_from_id=him.pk if kept_from == "practitioner" else him.agency_id,
                asked_by=self.ids["person"], now=clock.now(),
            ).pk  # fmt: skip

    def moves(self) -> int:
        """An address is written down, put right, and a second one added; gives the first's id."""
        with acting(self.world.cast.actor("amina")) as amina:
            file = door.open_file(amina, self.reference, "family", now=clock.now())
            household = [self.ids["person"], self.ids["child"]]
            first = families_changes.add_address(
                file, lines="Wrong door, 16 Unfindable Mews", postcode=POSTCODE,
                household=household, now=clock.now(),
            )  # fmt: skip
            families_changes.edit_address(
                file, first.pk, version=1, lines=LINES, postcode=POSTCODE, now=clock.now()
            )
            families_changes.add_address(
                file, held_by="The refuge at Unfindable Mews", household=household, now=clock.now()
            )
        return first.pk

    def surrounds(self) -> None:
        """Other agencies are agreed to, somebody of theirs joins the team and does something, and
        who helps the child is written down: each tells a place."""
        cast, now = self.world.cast, clock.now()
        with acting(cast.actor("amina")) as amina:
            file = door.open_file(amina, self.reference, "family", now=now)
            consent.agree(
                file, given_by=self.ids["person"], scope="share", how="paper", now=now,
                agency=self.world.agencies["Kestrel Nursery"], wording=self.world.wording,
            )  # fmt: skip
            whom = cast.practitioner("zofia").pk
            access.add_to_team(file, whom, why="Teaches him", since_on=clock.today(), now=now)
            plans.add_action(
                file, goal=self.ids["goal"], step="Unfindable Mews playgroup", now=now,
                due_on=clock.today(), owner_practitioner=whom,
            )  # fmt: skip
            about.save_part(
                file, "helpers", person=self.ids["child"], version=0, now=now,
                said={"school": "Unfindable Primary"},
            )  # fmt: skip

    def plan_is_closed(self) -> None:
        """The plan ends, so that another one can be asked for."""
        with acting(self.world.cast.actor("amina")) as amina:
            file = door.open_file(amina, self.reference, "plan", now=clock.now())
            plans.close_plan(
                file, reason="enough", note="Better", continues="", protection_concern=False,
                referral="", now=clock.now(),
            )  # fmt: skip

    def client(self) -> Client:
        """His browser."""
        client = browser(self.world.cast, self.him)
        client.raise_request_exception = False
        return client

    def read(self, client: Client) -> dict[str, bytes]:
        """Every page by every number he may have got hold of."""
        found: dict[str, bytes] = {}
        for page in pages():
            if page.access in forms.OF_ACCOUNTS:
                continue
            numbers = self._numbers(page.kinds)
            answer = client.get(page.at(numbers))
            found[f"{page.name} {page.kinds}"] = told(answer)
        return found

    def found(self, client: Client) -> dict[str, bytes]:
        """What he finds by whatever he types."""
        typed = (self.reference, "Marisol Vega", "Vega", "Iker", LINES, POSTCODE, "Unfindable")
        return {
            sought: told(client.post(reverse("families"), {"sought": sought})) for sought in typed
        }

    def posted(self, client: Client) -> dict[str, bytes]:
        """What he is told when he posts each form there is; each is undone."""
        typed = {row.page: row.typed(self.world) for row in forms.rows()}
        him = self.world.practitioners[self.him]
        own = {
            "person": str(self.ids["person"]), "household": str(self.ids["person"]),
            "given_by": str(self.ids["person"]), "owner": f"practitioner-{him}", "version": "1",
            "wish": str(self.ids["person"]),
        }  # fmt: skip
        found: dict[str, bytes] = {}
        for page in pages():
            if "reference" not in page.kinds or page.name in UNLIKE:
                continue
            with transaction.atomic():
                sent = typed.get(page.name, {}) | own | once()
                answer = client.post(page.at(self._numbers(page.kinds)), sent)
                found[page.name] = MADE_NOW.sub(b"made", told(answer))
                aim = answer.headers.get("Location", "")
                if aim.startswith("/"):
                    found[page.name] += MADE_NOW.sub(b"made", told(client.get(aim)))
                transaction.set_rollback(True)
        return found

    def rows(self) -> dict[str, list[Any]]:
        """Every row of every table that the wall lets through to him, the pages' filters off."""
        found: dict[str, list[Any]] = {}
        with acting(self.world.cast.actor(self.him)) as him:
            door.open_file(him, self.reference, "family", now=clock.now())
            for table in tables():
                query = sql.SQL("select t::text from {} t order by 1").format(
                    sql.Identifier(table.name)
                )
                with connection.cursor() as cursor:
                    cursor.execute(query.as_string(None))
                    found[table.name] = cursor.fetchall()
        return found

    def opened_before(self) -> Any:
        """What the door told him, to be read with later: a page that was slow."""
        with acting(self.world.cast.actor(self.him)) as him:
            return door.open_file(him, self.reference, "family", now=clock.now())

    def reads_late(self, file: Any) -> list[Any]:
        """The addresses that page then reads."""
        with acting(self.world.cast.actor(self.him)):
            opening.open_at([(file.family, file.level, file.held_back)], through=None)
            return [*families.addresses_in(file), *families.households_in(file)]

    def _numbers(self, kinds: tuple[str, ...]) -> dict[str, Any]:
        numbers = dict.fromkeys(kinds, 1) | {"reference": self.reference}
        return numbers | {kind: pk for kind, pk in self.ids.items() if kind in kinds}


def told(answer: Any) -> bytes:
    """An answer: its status, what its headers say, and its body."""
    headers = sorted((k, v) for k, v in answer.headers.items() if k not in ("Date", "Set-Cookie"))
    return str((answer.status_code, headers)).encode() + bare(answer)
