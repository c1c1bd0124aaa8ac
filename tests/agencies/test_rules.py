"""Who may change agencies, people and roles: every rule as a table."""

from typing import Any

import pytest

from hub.agencies import rules
from hub.agencies.answering import rules as answering
from hub.agencies.rules import Held, Person
from hub.agencies.sharing import rules as sharing
from hub.kernel.decisions import Decision
from hub.kernel.files import Actor, ActorKind, Role, job_actor

HERE, THERE = 1, 2


def actor(*roles: Role, number: int = 10) -> Actor:
    """Somebody at work who holds these roles."""
    return Actor(
        ActorKind.PRACTITIONER, number, "A", locality=HERE, roles=frozenset(roles), account=number
    )


NOBODY = actor()
COORDINATOR = actor(Role("coordinator", HERE))
ELSEWHERE = actor(Role("coordinator", THERE))
BOTH = actor(Role("coordinator", HERE), Role("coordinator", THERE))
ADMINISTRATOR = actor(Role("administrator", None))
CHAIR = actor(Role("panel_chair", HERE), Role("data_protection_officer", None))
SETUP = job_actor("setup")

EVERYBODY = {
    "nobody": NOBODY,
    "coordinator": COORDINATOR,
    "coordinator elsewhere": ELSEWHERE,
    "administrator": ADMINISTRATOR,
    "chair and data protection officer": CHAIR,
    "setup": SETUP,
}
LOOK_AFTER = {"coordinator", "administrator", "setup"}

PERSON = Person(id=20, locality=HERE, account=20)
GONE = Person(id=20, locality=HERE, account=20, left=True)
OFFICER = Person(
    id=20, locality=HERE, account=20, held=frozenset({Held("data_protection_officer")})
)
BOSS = Person(id=20, locality=HERE, account=20, held=frozenset({Held("administrator")}))
SELF = Person(id=10, locality=HERE, account=10)
OTHER_SELF = Person(id=99, locality=HERE, account=10)

# Each rule asked about something ordinary in HERE.
ORDINARY: dict[str, Any] = {
    "add agency": lambda who: rules.may_add_agency(who, locality=HERE),
    "edit agency": lambda who: rules.may_edit_agency(who, localities=[HERE], closed=False),
    "close agency": lambda who: rules.may_close_agency(
        who, localities=[HERE], closed=False, practitioners=0
    ),
    "join": lambda who: rules.may_join_locality(who, locality=HERE, closed=False, already=False),
    "write a sharing agreement": lambda who: sharing.may_write(
        who, locality=HERE, purposes=["help"]
    ),
    "change a sharing agreement": lambda who: sharing.may_change(who, locality=HERE, ended=False),
    "renew a sharing agreement": lambda who: sharing.may_renew(
        who, locality=HERE, renewed=False, parties=1
    ),
    "accept terms": lambda who: sharing.may_accept(
        who,
        localities=[HERE],
        closed=False,
        published=True,
        already=False,
        in_future=False,
        without_basis=[],
    ),
    "end acceptance": lambda who: sharing.may_end_acceptance(who, localities=[HERE], accepted=True),
    "state a basis": lambda who: answering.may_state(who, localities=[HERE], closed=False),
    "invite": lambda who: rules.may_invite(
        who, locality=HERE, localities=[HERE], closed=False, already=False
    ),
    "edit person": lambda who: rules.may_edit_practitioner(who, person=PERSON),
    "deactivate": lambda who: rules.may_deactivate(who, person=PERSON, administrators=1),
    "revive": lambda who: rules.may_revive(who, localities=[HERE], active=True),
    "grant": lambda who: rules.may_grant(who, person=PERSON, role=Held("panel_chair", HERE)),
    "edit locality": lambda who: rules.may_edit_locality(who, locality=HERE),
}


@pytest.mark.requirement("2.7")
@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("rule", ORDINARY)
def test_only_who_looks_after_a_locality_changes_it(rule: str, who: str) -> None:
    decision = ORDINARY[rule](EVERYBODY[who])

    assert decision.allowed == (who in LOOK_AFTER)
    assert bool(decision.reason) != decision.allowed


REFUSED: dict[str, tuple[Decision, str]] = {
    "edit a closed agency": (
        rules.may_edit_agency(ADMINISTRATOR, localities=[], closed=True),
        "closed",
    ),
    "close one that works elsewhere too": (
        rules.may_close_agency(
            COORDINATOR, localities=[HERE, THERE], closed=False, practitioners=0
        ),
        "other localities",
    ),
    "close one twice": (
        rules.may_close_agency(COORDINATOR, localities=[HERE], closed=True, practitioners=0),
        "closed",
    ),
    "close one over the head of its one person": (
        rules.may_close_agency(ADMINISTRATOR, localities=[HERE], closed=False, practitioners=1),
        "1 person still",
    ),
    "close one over the heads of its people": (
        rules.may_close_agency(ADMINISTRATOR, localities=[HERE], closed=False, practitioners=3),
        "3 people still",
    ),
    "join twice": (
        rules.may_join_locality(COORDINATOR, locality=HERE, closed=False, already=True),
        "already works",
    ),
    "join when closed": (
        rules.may_join_locality(COORDINATOR, locality=HERE, closed=True, already=False),
        "closed",
    ),
    "invite into a closed agency": (
        rules.may_invite(COORDINATOR, locality=HERE, localities=[HERE], closed=True, already=False),
        "closed",
    ),
    "invite where the agency does not work": (
        rules.may_invite(
            COORDINATOR, locality=HERE, localities=[THERE], closed=False, already=False
        ),
        "does not work in that locality",
    ),
    "invite twice": (
        rules.may_invite(COORDINATOR, locality=HERE, localities=[HERE], closed=False, already=True),
        "already in this agency",
    ),
    "edit who left": (rules.may_edit_practitioner(ADMINISTRATOR, person=GONE), "already left"),
    "deactivate twice": (
        rules.may_deactivate(ADMINISTRATOR, person=GONE, administrators=2),
        "already left",
    ),
    "deactivate oneself": (
        rules.may_deactivate(COORDINATOR, person=SELF, administrators=2),
        "to yourself",
    ),
    "deactivate oneself in another agency": (
        rules.may_deactivate(COORDINATOR, person=OTHER_SELF, administrators=2),
        "to yourself",
    ),
    "a coordinator deactivates a data protection officer": (
        rules.may_deactivate(COORDINATOR, person=OFFICER, administrators=2),
        "Only an administrator",
    ),
    "a coordinator deactivates an administrator": (
        rules.may_deactivate(COORDINATOR, person=BOSS, administrators=2),
        "Only an administrator",
    ),
    "deactivate the last administrator": (
        rules.may_deactivate(ADMINISTRATOR, person=BOSS, administrators=1),
        "last administrator",
    ),
    "revive whom nobody knows": (
        rules.may_revive(ADMINISTRATOR, localities=[], active=True),
        "Invite them instead",
    ),
    "revive a closed account": (
        rules.may_revive(COORDINATOR, localities=[HERE], active=False),
        "closed",
    ),
    "revive elsewhere": (rules.may_revive(ELSEWHERE, localities=[HERE], active=True), "Only a"),
    "grant a role there is not": (
        rules.may_grant(ADMINISTRATOR, person=PERSON, role=Held("king", None)),
        "roles listed",
    ),
    "grant oneself": (
        rules.may_grant(ADMINISTRATOR, person=SELF, role=Held("panel_chair", HERE)),
        "yourself",
    ),
    "grant one's other self": (
        rules.may_grant(ADMINISTRATOR, person=OTHER_SELF, role=Held("administrator")),
        "yourself",
    ),
    "grant who left": (
        rules.may_grant(ADMINISTRATOR, person=GONE, role=Held("panel_chair", HERE)),
        "already left",
    ),
    "grant twice": (
        rules.may_grant(ADMINISTRATOR, person=BOSS, role=Held("administrator")),
        "already hold",
    ),
    "an administrator of one locality": (
        rules.may_grant(ADMINISTRATOR, person=PERSON, role=Held("administrator", HERE)),
        "whole area",
    ),
    "a coordinator of everywhere": (
        rules.may_grant(ADMINISTRATOR, person=PERSON, role=Held("coordinator", None)),
        "in which locality",
    ),
    "a coordinator makes an administrator": (
        rules.may_grant(COORDINATOR, person=PERSON, role=Held("administrator")),
        "Only a",
    ),
    "a coordinator makes a data protection officer": (
        rules.may_grant(COORDINATOR, person=PERSON, role=Held("data_protection_officer")),
        "Only a",
    ),
    "a coordinator makes a coordinator of another locality": (
        rules.may_grant(COORDINATOR, person=PERSON, role=Held("coordinator", THERE)),
        "Only a",
    ),
    "a coordinator gives a role to somebody from another locality": (
        rules.may_grant(
            COORDINATOR,
            person=Person(id=20, locality=THERE, account=20),
            role=Held("panel_chair", HERE),
        ),
        "Only a",
    ),
    "end a role that is not held": (
        rules.may_end_role(
            ADMINISTRATOR, person=PERSON, role=Held("panel_chair", HERE), administrators=1
        ),
        "not hold",
    ),
    "end the last administrator": (
        rules.may_end_role(
            ADMINISTRATOR, person=BOSS, role=Held("administrator"), administrators=1
        ),
        "last administrator",
    ),
    "a coordinator ends an administrator": (
        rules.may_end_role(COORDINATOR, person=BOSS, role=Held("administrator"), administrators=2),
        "Only a",
    ),
    "a coordinator edits what is shown everywhere": (
        rules.may_edit_locality(COORDINATOR, locality=None),
        "Only an administrator",
    ),
}


@pytest.mark.requirement("2.7")
@pytest.mark.parametrize("what", REFUSED)
def test_a_refusal_says_why(what: str) -> None:
    decision, words = REFUSED[what]

    assert not decision
    assert words in decision.reason


ALLOWED: dict[str, Decision] = {
    "who works in both closes an agency of both": rules.may_close_agency(
        BOTH, localities=[HERE, THERE], closed=False, practitioners=0
    ),
    "anybody edits themselves": rules.may_edit_practitioner(NOBODY, person=SELF),
    "an administrator makes an administrator": rules.may_grant(
        ADMINISTRATOR, person=PERSON, role=Held("administrator")
    ),
    "setup makes the first administrator": rules.may_grant(
        SETUP, person=PERSON, role=Held("administrator")
    ),
    "a coordinator makes another": rules.may_grant(
        COORDINATOR, person=PERSON, role=Held("coordinator", HERE)
    ),
    "one lays down one's own role": rules.may_end_role(
        CHAIR,
        person=Person(
            id=10, locality=HERE, account=10, held=frozenset({Held("panel_chair", HERE)})
        ),
        role=Held("panel_chair", HERE),
        administrators=1,
    ),
    "one of two administrators goes": rules.may_deactivate(
        ADMINISTRATOR, person=BOSS, administrators=2
    ),
    "an administrator edits what is shown everywhere": rules.may_edit_locality(
        ADMINISTRATOR, locality=None
    ),
}


@pytest.mark.parametrize("what", ALLOWED)
def test_what_is_allowed(what: str) -> None:
    assert ALLOWED[what]


def test_the_roles_of_the_rules_are_those_of_the_tables() -> None:
    from hub.agencies.models import Code

    assert set(rules.ROLES) == set(Code.values)
