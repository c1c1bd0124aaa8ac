"""What agencies signed: recorded, changed, renewed, ended; by whom, and what has to be so first."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from hub.agencies.answering import changes as answering
from hub.agencies.answering import queries as answers
from hub.agencies.models import Sector
from hub.agencies.sharing import changes, queries, rules, terms
from hub.audit import journal
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles
from tests.agencies.conftest import NOW, Place
from tests.agencies.signing import LATER, SAID, TODAY, accept, add, publish, renew, sign, stands

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def public(place: Place) -> None:
    """Health is a public body here, so that agencies have a basis to begin with."""
    Sector.objects.filter(code="test-health").update(public_body=True)


EACH: dict[str, Callable[[Place, str], Any]] = {
    "sharing.added": lambda p, who: add(p, who),
    "sharing.changed": lambda p, who: changes.change_agreement(
        p.actor(who), add(p).pk, version=1, **SAID | {"name": "Anew"}, now=NOW
    ),
    "sharing.signed": lambda p, who: sign(p, add(p), who),
    "sharing.left": lambda p, who: changes.leave(p.actor(who), sign(p, add(p)).pk, now=LATER),
    "sharing.ended": lambda p, who: changes.end_agreement(p.actor(who), add(p).pk, now=LATER),
    "sharing.renewed": lambda p, who: renew(p, sign(p, add(p)).agreement, who),
    "terms.accepted": lambda p, who: publish(p) and accept(p, who),
    "terms.refused": lambda p, who: (
        publish(p) and accept(p) and terms.end_acceptance(p.actor(who), p.agency.pk, now=LATER)
    ),
    "agency.basis_stated": lambda p, who: answering.state_basis(
        p.actor(who), p.agency.pk, purpose="help", version=0, basis="consent", because="They asked"
    ),
    "agency.statement_changed": lambda p, who: answering.change_statement(
        p.actor(who), p.agency.pk, version=0, contact="The desk"
    ),
}


@pytest.mark.requirement("2.63", "2.64", "S12", "S13")
@pytest.mark.parametrize("who", ["coordinator", "administrator"])
@pytest.mark.parametrize("event", EACH)
def test_who_looks_after_the_locality_may_and_it_is_written_down(
    place: Place, event: str, who: str
) -> None:
    EACH[event](place, who)

    assert journal.pending()[-1].event == event


@pytest.mark.parametrize("event", EACH)
def test_a_practitioner_may_not(place: Place, event: str) -> None:
    with pytest.raises(NotAllowed):
        EACH[event](place, "worker")

    assert event not in [line.event for line in journal.pending()]


def test_a_coordinator_writes_no_agreement_of_another_locality(place: Place) -> None:
    with pytest.raises(NotAllowed, match="coordinator of that locality"):
        changes.add_agreement(
            place.actor("coordinator"), locality=place.there.pk, now=NOW,
            **SAID | {"purposes": ["help"], "begins": TODAY},
        )  # fmt: skip


@pytest.mark.requirement("S12")
def test_only_an_administrator_publishes_terms(place: Place) -> None:
    with pytest.raises(NotAllowed, match="Only an administrator"):
        publish(place, "coordinator")

    assert publish(place).published_by_id == place.administrator.pk


@pytest.mark.parametrize(
    ("change", "because"),
    [
        (lambda p: add(p, purposes=[]), "what the agencies share for"),
        (lambda p: add(p, purposes=["profit"]), "what the agencies share for"),
        (lambda p: add(p, begins=date(2026, 3, 1)), "today or later"),
        (lambda p: add(p, last_day=date(2026, 3, 1)), "last day"),
        (lambda p: add(p, review_on=date(2026, 3, 1)), "review"),
        (lambda p: sign(p, sign(p, add(p)).agreement), "already party"),
        (lambda p: renew(p, sign(p, add(p)).agreement, parties=[p.other.pk]), "signed again"),
        (lambda p: renew(p, renew(p, sign(p, add(p)).agreement).renews), "already been renewed"),
        (lambda p: renew(p, sign(p, add(p)).agreement, signed_on=date(2026, 4, 1)), "in the past"),
        (lambda p: publish(p) and accept(p) and accept(p), "already accepted"),
        (lambda p: publish(p, text="  "), "Write the terms"),
        (lambda p: publish(p, counts_from=date(2026, 3, 1)), "today or later"),
        (lambda p: terms.end_acceptance(p.actor("coordinator"), p.agency.pk, now=NOW), "has not"),
    ],
)
def test_what_is_refused_says_what_to_do(place: Place, change: Any, because: str) -> None:
    with pytest.raises(NotAllowed, match=because):
        change(place)


def test_terms_are_published_before_they_are_accepted(place: Place) -> None:
    decision = rules.may_accept(
        place.actor("coordinator"), localities=[place.here.pk], closed=False, published=False,
        already=False, in_future=False, without_basis=[],
    )  # fmt: skip

    assert "Ask an administrator" in decision.reason


def test_an_agency_that_does_not_work_here_cannot_sign(place: Place) -> None:
    with pytest.raises(NotAllowed, match="does not work in this locality"):
        changes.add_party(
            place.actor("administrator"), add(place).pk, agency=place.other.pk, signed_on=TODAY,
            signed_by="The head", now=NOW,
        )  # fmt: skip


def test_what_has_ended_is_renewed_and_not_changed(place: Place) -> None:
    agreement = add(place)
    sign(place, agreement)
    changes.end_agreement(place.actor("coordinator"), agreement.pk, now=NOW)

    with pytest.raises(NotAllowed, match="Renew it first"):
        sign(place, agreement)
    again = renew(place, agreement, now=LATER, begins=LATER.date())

    assert again.renews_id == agreement.pk
    assert not stands(place, LATER - timedelta(days=1))
    assert stands(place, LATER)


@pytest.mark.requirement("S13")
def test_outside_public_bodies_nobody_signs_before_stating_a_basis(place: Place) -> None:
    Sector.objects.filter(code="test-health").update(public_body=False)
    publish(place)

    for asked in (lambda: sign(place, add(place)), lambda: accept(place)):
        with pytest.raises(NotAllowed, match="First record the agency's lawful basis"):
            asked()
    assert place.agency in queries.lacking(now=NOW)
    EACH["agency.basis_stated"](place, "coordinator")

    sign(place, add(place))
    accept(place)
    assert place.agency not in queries.lacking(now=NOW)
    with pytest.raises(NotAllowed, match="Keeping children and adults safe"):
        sign(place, add(place, purposes=["help", "safety"]))


@pytest.mark.requirement("S13")
def test_a_public_body_rests_on_its_public_task_until_it_states_something_else(
    place: Place,
) -> None:
    (told,) = answers.answers_of([place.agency])
    assert {one.basis.stated for one in told.purposes if one.basis} == {"Public task"}
    assert told.can_object

    EACH["agency.basis_stated"](place, "coordinator")

    (told,) = answers.answers_of([place.agency])
    assert [one.basis.stated for one in told.purposes if one.basis][:2] == [
        "Consent",
        "Public task",
    ]


@pytest.mark.parametrize(
    ("asked", "because"),
    [
        ({"purpose": "profit", "basis": "consent"}, "purposes listed"),
        ({"purpose": "help", "basis": "because"}, "Choose the lawful basis"),
        ({"purpose": "help", "basis": "consent", "because": " "}, "what the basis rests on"),
    ],
)
def test_a_basis_is_one_there_is_and_says_what_it_rests_on(
    place: Place, asked: dict[str, str], because: str
) -> None:
    with pytest.raises(NotAllowed, match=because):
        answering.state_basis(place.actor("coordinator"), place.agency.pk, version=0, **asked)


def test_the_second_of_two_is_shown_what_the_first_wrote(place: Place) -> None:
    agreement = add(place)
    EACH["agency.statement_changed"](place, "coordinator")
    actor = place.actor("coordinator")
    changes.change_agreement(actor, agreement.pk, version=1, **SAID | {"name": "Mine"}, now=NOW)

    with pytest.raises(Conflict):
        changes.change_agreement(actor, agreement.pk, version=1, **SAID, now=NOW)
    with pytest.raises(Conflict):
        answering.change_statement(actor, place.agency.pk, version=0, contact="Another")


def test_what_is_not_there_is_not_there(place: Place) -> None:
    actor = place.actor("administrator")
    for asked in (
        lambda: changes.leave(actor, 1, now=NOW),
        lambda: changes.end_agreement(actor, 1, now=NOW),
        lambda: queries.find_agreement(1, now=NOW),
        lambda: queries.find_party(1),
    ):
        with pytest.raises(NotInYourFiles):
            asked()


def test_an_agreement_whose_review_is_due_is_among_those_to_look_over(place: Place) -> None:
    due = add(place, review_on=TODAY)
    far = add(place, review_on=TODAY + timedelta(days=100))

    found = {held.agreement.pk: held for held in queries.to_review(now=NOW)}

    assert found[due.pk].review_due
    assert far.pk not in found
