"""From a draft to a family, and who sees it the moment after."""

from datetime import timedelta

import pytest

from hub.access import changes as access
from hub.access.models import Lead
from hub.access.queries import lead_of
from hub.consent import queries as consent
from hub.families import queries as families
from hub.intake import changes, queries
from hub.intake.models import Draft
from hub.intake.registration import JudgedYes, NamedPerson
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Level, NotInYourFiles
from tests.families_setup import CHILD, MOTHER, Staff, acting, aged, make_staff, open_as, register

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.mark.requirement("2.71", "2.88", "S20")
def test_a_registered_family_has_what_was_typed(staff: Staff) -> None:
    reference = register(staff)

    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        yeses = {(a.scope, a.agency.name, a.basis) for a in consent.agreements_in(file)}
        lead = lead_of(file)
        assert file.level == Level.RECORD
        assert yeses == {
            ("service", "School of Fenside", "responsible"),
            ("record", "School of Fenside", "responsible"),
            ("keep", "School of Fenside", "responsible"),
            ("share", "Clinic of Fenside", "responsible"),
        }
        assert lead is not None
        assert not lead.appointed
        assert [r.source for r in families.responsible_in(file)] == ["mother"]
        assert [r.kind for r in families.relationships_in(file)] == ["mother"]


@pytest.mark.requirement("S1", "2.72")
@pytest.mark.parametrize(
    ("who", "level"),
    {
        "registrar": Level.RECORD,
        "nurse": Level.SIGNPOST,
        "coordinator": Level.SUMMARY,
        "colleague": None,
        "stranger": None,
        "administrator": None,
    }.items(),
)
def test_who_sees_a_new_family(staff: Staff, who: str, level: Level | None) -> None:
    reference = register(staff)

    with acting(staff.actor(who)):
        if level is None:
            with pytest.raises(NotInYourFiles):
                open_as(staff, who, reference)
        else:
            file = open_as(staff, who, reference)
            assert file.level == level
            assert bool(families.members_in(file)) == (level > Level.SIGNPOST)


@pytest.mark.requirement("S11", "2.60")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"keep": False}, "Without a yes"),
        ({"record": False}, "Without a yes"),
        ({"people": (MOTHER,)}, "at least one child"),
        ({"people": (CHILD, MOTHER)}, "Under 12"),
        ({"how": "spoken"}, "who heard"),
        ({"postcode": "NOT A CODE"}, "postcode"),
        ({"wording": 1}, "wording"),
        ({"agencies": (1,)}, "agency"),
        ({"held_by": "The refuge"}, "not both"),
    ],
)
def test_nothing_is_kept_when_it_may_not_be(
    staff: Staff, change: dict[str, object], reason: str
) -> None:
    with acting(staff.actor("registrar")) as actor, pytest.raises(NotAllowed, match=reason):
        changes.register(actor, staff.registration(**change), now=clock.now())

    assert not Lead.objects.exists()


@pytest.mark.requirement("2.86", "2.84")
def test_a_young_person_of_14_says_yes_once_judged_to_understand(staff: Staff) -> None:
    young = NamedPerson("Ffion", "child", born=aged(14))
    with acting(staff.actor("registrar")) as actor:
        with pytest.raises(NotAllowed, match="you judge"):
            changes.register(actor, staff.registration(young), now=clock.now())
        judged = JudgedYes(understands=False, parent_needed=True, because="Too new to her")
        with pytest.raises(NotAllowed, match="do not understand"):
            changes.register(actor, staff.registration(young, judged=judged), now=clock.now())

        judged = JudgedYes(understands=True, parent_needed=False, because="Said it back to me")
        file = changes.register(actor, staff.registration(young, judged=judged), now=clock.now())

        assert {a.basis for a in consent.agreements_in(file)} == {"competent"}


@pytest.mark.requirement("S3")
def test_an_address_can_be_left_with_who_holds_it(staff: Staff) -> None:
    reference = register(staff, lines="", postcode="", held_by="The refuge in Fenside")

    with acting(staff.actor("registrar")):
        (home,) = families.addresses_in(open_as(staff, "registrar", reference))
        assert (home.lines, home.postcode, home.held_by) == ("", "", "The refuge in Fenside")


@pytest.mark.requirement("S11")
def test_a_draft_is_its_writers_alone_and_goes_at_registration(staff: Staff) -> None:
    with acting(staff.actor("registrar")) as actor:
        draft = changes.save_draft(actor, {"name": ["Amina\u0000"]}, now=clock.now())
        assert queries.draft(actor, draft.pk, now=clock.now()).typed == {"name": ["Amina"]}
    with acting(staff.actor("colleague")) as actor:
        assert queries.drafts_of(actor, now=clock.now()) == []
        with pytest.raises(NotInYourFiles):
            changes.save_draft(actor, {}, draft=draft.pk, now=clock.now())

    with acting(staff.actor("registrar")) as actor:
        changes.register(actor, staff.registration(), draft=draft.pk, now=clock.now())
        assert queries.drafts_of(actor, now=clock.now()) == []
        with pytest.raises(NotInYourFiles):
            changes.register(actor, staff.registration(), draft=draft.pk, now=clock.now())


def test_a_draft_saved_in_another_window_is_not_overwritten(staff: Staff) -> None:
    with acting(staff.actor("registrar")) as actor:
        draft = changes.save_draft(actor, {"a": ["1"]}, now=clock.now())
        changes.save_draft(actor, {"a": ["2"]}, draft=draft.pk, version=1, now=clock.now())

        with pytest.raises(Conflict):
            changes.save_draft(actor, {"a": ["3"]}, draft=draft.pk, version=1, now=clock.now())


@pytest.mark.requirement("S11")
def test_drafts_run_out_after_28_days_and_no_sooner(staff: Staff) -> None:
    now = clock.now()
    with acting(staff.actor("registrar")) as actor:
        changes.save_draft(actor, {"old": ["x"]}, now=now - timedelta(days=29))
        young = changes.save_draft(actor, {"young": ["x"]}, now=now - timedelta(days=27))
        assert [d.id for d in queries.drafts_of(actor, now=now)] == [young.pk]

        gone = changes.expire_drafts(now=now + timedelta(days=400))

        assert gone == 1
        assert list(Draft.objects.values_list("pk", flat=True)) == [young.pk]


@pytest.mark.requirement("2.90", "S13")
def test_stopping_everything_closes_the_file_to_everybody(staff: Staff) -> None:
    reference = register(staff)
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        with pytest.raises(NotAllowed, match="Close the family's plan first"):
            changes.stop_everything(file, open_plan=True, now=clock.now())

        changes.stop_everything(file, open_plan=False, now=clock.now())

    for who in ("registrar", "nurse", "coordinator"):
        with acting(staff.actor(who)), pytest.raises(NotInYourFiles):
            open_as(staff, who, reference)
