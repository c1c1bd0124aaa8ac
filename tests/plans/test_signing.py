"""The family signs once more for the services in its plan (2.89)."""

from typing import Any

import pytest

from hub.consent.models import Agreement
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Level, NotInYourFiles
from hub.papers import changes
from hub.papers import queries as papers
from hub.papers.models import Signature
from hub.papers.rules import ForPlan, HowSigned
from hub.plans.signing import queries
from tests.papers import files
from tests.papers.signing import SIGNING
from tests.plans.acts import add, plan_with_action
from tests.plans.around import Around, member, opened, through

pytestmark = pytest.mark.requirement("2.89")


def seen(around: Around, name: str = "amina") -> queries.Signing:
    with opened(around.who(name), around.reference) as file:
        found = queries.signing_in(file)
        assert found is not None
        return found


def sign(around: Around, name: str = "amina", who: int | None = None, **changed: Any) -> None:
    """Somebody signs on screen for all they may, the mother where nobody is named."""
    signer = who or around.mother
    with opened(around.amina, around.reference) as file:
        signing, of = queries.signer_in(file, signer)
    with opened(around.who(name), around.reference) as file:
        changes.sign(
            file,
            signer=signer,
            agreements=changed.pop("agreements", of.open),
            how=HowSigned(**SIGNING | changed),
            for_plan=signing.for_plan if signing else None,
            now=clock.now(),
        )


def say(around: Around, witness: str) -> None:
    with opened(around.amina, around.reference) as file:
        signing, of = queries.signer_in(file, around.mother)
        assert signing is not None
        changes.stands(
            file,
            signer=around.mother,
            agreements=of.open,
            said_on=around.today,
            met="together",
            witness=witness,
            for_plan=signing.for_plan,
            now=clock.now(),
        )


def stop(around: Around, agency: int | None) -> None:
    with through(around.amina, around.family):
        Agreement.objects.filter(agency=agency).update(
            until_at=clock.now(), ended_by=around.amina.id, ended_because="withdrawn"
        )


def another_yes(around: Around, by: int, agency: int | None) -> None:
    with through(around.amina, around.family):
        given = Agreement.objects.filter(scope="share", agency=agency).first()
        assert given is not None
        Agreement(
            family_id=around.family,
            given_by_id=by,
            scope="share",
            agency_id=agency or 0,
            wording=given.wording,
            basis="adult",
            how="spoken",
            witness="Ben",
            taken_by_id=around.amina.id,
            recorded_at=clock.now(),
            from_at=clock.now(),
        ).save(force_insert=True)


def test_a_service_is_signed_for_once_it_is_in_the_plan(around: Around) -> None:
    goal, _ = plan_with_action(around)
    assert seen(around).missing == ["Tested School"]

    sign(around)

    assert seen(around).missing == []
    with opened(around.amina, around.reference) as file:
        add(file, goal, around, "amina")
    assert seen(around).missing == ["Tested Health"]
    sign(around)
    assert [signer.open for signer in seen(around).signers] == [()]


def test_a_yes_signed_at_the_start_is_signed_once_more(around: Around) -> None:
    plan_with_action(around)
    with opened(around.amina, around.reference) as file:
        own = [yes.pk for yes in papers.given_by(file, around.mother)]
        changes.sign(
            file,
            signer=around.mother,
            agreements=own,
            how=HowSigned(**SIGNING),
            now=clock.now(),
        )

    assert seen(around).missing == ["Tested School"]
    sign(around)
    assert seen(around).missing == []
    with pytest.raises(NotAllowed, match="Choose what they sign"):
        sign(around)


def test_everybody_signs_who_said_yes_to_the_service(around: Around) -> None:
    plan_with_action(around)
    with through(around.amina, around.family) as file:
        father = member(file, "Femi", "adult", around.now)
    another_yes(around, father, around.ben.agency)
    assert [signer.name for signer in seen(around).signers] == ["Dee Okafor", "Femi"]

    sign(around)
    assert seen(around).missing == ["Tested School"]
    sign(around, who=father)
    assert seen(around).missing == []


def test_what_is_said_aloud_has_a_witness_and_is_still_to_be_signed(around: Around) -> None:
    plan_with_action(around)
    with pytest.raises(NotAllowed, match="who else heard it"):
        say(around, " ")

    say(around, "Ben Hughes")

    (service,) = seen(around).services
    assert not service.is_signed
    assert service.signed[0].said is not None
    assert service.signed[0].said.witness == "Ben Hughes"
    with opened(around.amina, around.reference) as file:
        assert [one.reference for one in queries.not_signed_in([file], now=clock.now())]
    sign(around)
    assert seen(around).missing == []


def test_a_sheet_signs_for_the_plan(around: Around) -> None:
    plan_with_action(around)
    with opened(around.amina, around.reference) as file:
        signing, of = queries.signer_in(file, around.mother)
        assert signing is not None
        changes.put(
            file,
            kind="agreement",
            data=files.PDF,
            size=len(files.PDF),
            tells_place=False,
            signer=around.mother,
            agreements=of.open,
            how=HowSigned("self", "", "", "English"),
            for_plan=signing.for_plan,
            now=clock.now(),
        )
        assert [row.plan_id for row in papers.signatures_in(file)] == [signing.plan]

    assert seen(around).missing == []


def test_a_service_without_a_yes_needs_it_first_and_is_not_signed_for(around: Around) -> None:
    plan_with_action(around)
    with opened(around.amina, around.reference) as file:
        old = [yes.pk for yes in papers.given_by(file, around.mother) if yes.scope == "share"]
    stop(around, around.ben.agency)

    found = seen(around)
    assert found.missing == ["Tested School"]
    assert found.services[0].signed == ()
    assert found.signers == []
    with pytest.raises(NotInYourFiles):
        sign(around, agreements=old)
    with opened(around.amina, around.reference) as file:
        assert queries.not_signed_in([file], now=clock.now()) == []


def test_a_yes_given_anew_is_signed_for_anew_and_signing_opens_nothing(around: Around) -> None:
    plan_with_action(around)
    sign(around)
    stop(around, around.ben.agency)
    with pytest.raises(NotInYourFiles), opened(around.ben, around.reference):
        pass

    another_yes(around, around.mother, around.ben.agency)

    assert seen(around).missing == ["Tested School"]
    with opened(around.ben, around.reference) as file:
        assert file.level == Level.PLAN


def test_only_what_reaches_a_service_in_the_plan_is_signed_for(around: Around) -> None:
    plan_with_action(around)
    with opened(around.amina, around.reference) as file:
        others = [yes.pk for yes in papers.given_by(file, around.mother) if yes.scope == "keep"]

    with pytest.raises(NotInYourFiles):
        sign(around, agreements=others)


def test_only_who_leads_records_it(around: Around) -> None:
    plan_with_action(around)
    with opened(around.ben, around.reference) as file:
        assert queries.signing_in(file) is None

    with pytest.raises(NotAllowed, match="lead professional"):
        sign(around, "ben")
    with through(around.amina, around.family):
        assert not Signature.objects.exists()


def test_a_plan_that_is_not_theirs_is_not_signed_for(around: Around) -> None:
    plan_with_action(around)
    with opened(around.amina, around.reference) as file, pytest.raises(NotInYourFiles):
        changes.stands(
            file,
            signer=around.mother,
            agreements=[1],
            said_on=around.today,
            met="together",
            witness="Ben",
            for_plan=ForPlan(1, frozenset()),
            now=clock.now(),
        )
    with opened(around.amina, around.reference) as file, pytest.raises(NotInYourFiles):
        queries.signer_in(file, 1)
