"""Court orders by what they do, on the real database: what they keep, refuse, end and ask."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from hub.consent import changes, queries
from hub.consent.models import CourtOrder, OrderEffect, Restriction
from hub.consent.orders import changes as orders
from hub.consent.orders.queries import effects_in, is_apart, orders_in
from hub.families import changes as families_changes
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles
from tests.consent.deciders import Deciders, make

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S9")]
TODAY = clock.today()


@pytest.fixture
def family(db: None) -> Deciders:
    return make()


def record(family: Deciders, file: FamilyFile, *effects: str, **more: Any) -> CourtOrder:
    told = family.told(*effects, **more)
    return orders.record_order(file, told, telling_is_safe=False, now=clock.now())


def kept_places(file: FamilyFile) -> list[int]:
    """From whom of the family it is kept where they are."""
    return [r.kept_from_id for r in queries.restrictions_in(file) if r.item == file.family]


def test_who_may_not_know_where_they_are_has_the_places_kept_from_them_once(
    family: Deciders,
) -> None:
    with family.opened() as file:
        record(family, file)
        record(family, file, kind="occupation")

        assert kept_places(file) == [family.people["Karim"]]


def test_where_they_are_stays_kept_when_the_order_ends_until_somebody_lets_it_be_seen(
    family: Deciders,
) -> None:
    with family.opened() as file:
        order = record(family, file)
        (mark,) = [r for r in queries.restrictions_in(file) if r.item == file.family]
        with pytest.raises(NotAllowed, match="A court order stands behind this"):
            changes.let_go(file, mark.pk, now=clock.now())

        orders.end_order(file, order.pk, because="Not made again", version=1, now=clock.now())

        assert effects_in(file) == []
        assert kept_places(file) == [family.people["Karim"]]
        changes.let_go(file, mark.pk, now=clock.now())
        assert kept_places(file) == []


def test_a_day_that_passes_ends_nothing_and_comes_back_to_who_leads(family: Deciders) -> None:
    with family.opened() as file:
        record(family, file, until_on=TODAY - timedelta(days=1))

        assert len(effects_in(file)) == 2
        assert family.asked(file) == [("order", "")]


def test_an_order_is_kept_from_whom_it_binds_unless_telling_is_safe(family: Deciders) -> None:
    with family.opened() as file:
        order = record(family, file)
        assert is_apart(file, order)

        orders.edit_order(
            file, order.pk, family.told(), telling_is_safe=True, version=1, now=clock.now()
        )
        assert not is_apart(file, order)
        orders.edit_order(
            file, order.pk, family.told(), telling_is_safe=False, version=2, now=clock.now()
        )
        assert is_apart(file, order)


@pytest.mark.parametrize("who", ["registrar", "nurse", "doctor"])
def test_the_lead_sees_the_order_the_team_what_it_does_and_others_nothing(
    family: Deciders, who: str
) -> None:
    with family.opened() as file:
        record(family, file)
    with family.opened(who) as file:
        seen = (CourtOrder.objects.count(), OrderEffect.objects.count())
        assert seen == {"registrar": (1, 2), "nurse": (0, 2), "doctor": (0, 0)}[who]
        if who != "registrar":
            assert orders_in(file) == []
            with pytest.raises(NotAllowed, match="Only whoever leads"):
                record(family, file)


@pytest.mark.requirement("2.81")
@pytest.mark.parametrize("kind", ["order", "member"])
def test_what_an_order_does_is_held_back_with_it_and_with_whom_it_is_about(
    family: Deciders, kind: str
) -> None:
    with family.opened() as file:
        order = record(family, file)
        karim = next(m for m in families.members_in(file) if m.person.given_names == "Karim")
        changes.hold_back(
            file,
            item_kind=kind,
            item=order.pk if kind == "order" else karim.pk,
            kept_from="practitioner",
            kept_from_id=family.staff.people["nurse"].pk,
            now=clock.now(),
        )
    with family.opened("nurse") as file:
        assert effects_in(file) == []
        history = OrderEffect.history_rows.rel.related_model.objects  # type: ignore[attr-defined]
        assert history.count() == 0


@pytest.mark.parametrize("who", ["registrar", "nurse", "doctor"])
def test_who_may_not_agree_is_refused_whoever_asks_and_nobody_is_told_why(
    family: Deciders, who: str
) -> None:
    with family.opened() as file:
        order = record(family, file, "no_agree")
    with family.opened(who) as file:
        with pytest.raises(NotAllowed) as refused:
            family.share(file, "Karim")
        assert "court" not in str(refused.value).lower()
        assert "order" not in str(refused.value).lower()
        assert family.share(file, "Amina").basis == "responsible"
    with family.opened() as file:
        orders.end_order(file, order.pk, because="Not made again", version=1, now=clock.now())
        assert family.share(file, "Karim").basis == "responsible"


def test_a_yes_that_stands_is_not_ended_for_them_but_asked_of_who_leads(family: Deciders) -> None:
    with family.opened() as file:
        yes = family.share(file, "Karim")
        record(family, file, "no_agree", children=[family.people["Dylan"], family.people["Ines"]])

        assert queries.agreement(file, yes.pk).until_at is None
        assert family.asked(file) == [("agreed", "Karim")]


def test_an_order_ends_and_gives_responsibility_for_the_child_it_is_about(
    family: Deciders,
) -> None:
    dylan, ines = family.people["Dylan"], family.people["Ines"]
    with family.opened() as file:
        record(
            family, file, "holds", "lives_with", "ends",
            kind="special_guardianship", other=family.people["Samira"], from_on=TODAY,
        )  # fmt: skip

        held = {(r.person, r.child): r.source for r in families.responsible_in(file)}
        assert held[family.people["Samira"], dylan] == "special_guardian"
        assert (family.people["Karim"], dylan) not in held
        assert (family.people["Karim"], ines) in held
        ended = families.ended_responsibilities(file)
        assert [row.ended_because for row in ended] == ["order"]
        assert family.share(file, "Samira").basis == "responsible"


def test_an_authority_shares_responsibility_by_its_name_and_agrees_to_nothing(
    family: Deciders,
) -> None:
    with family.opened() as file:
        order = record(family, file, "shares", kind="care", authority="Tidewell Council")

        shared = [r for r in families.responsibilities_in(file) if r.person_id is None]
        assert [(r.authority, r.source) for r in shared] == [("Tidewell Council", "authority")]
        assert "Tidewell" not in str(families.responsible_in(file))
        orders.end_order(file, order.pk, because="Discharged", version=1, now=clock.now())
        assert family.asked(file) == [("responsibility", "Dylan")]


def test_what_an_order_no_longer_does_ends_and_the_rest_goes_on(family: Deciders) -> None:
    with family.opened() as file:
        order = record(family, file)
        first = {one.effect: one.pk for one in effects_in(file)}
        told = family.told("no_contact", "no_taking", court="The family court")

        orders.edit_order(file, order.pk, told, telling_is_safe=False, version=1, now=clock.now())

        now = {one.effect: one.pk for one in effects_in(file)}
        assert set(now) == {"no_contact", "no_taking"}
        assert now["no_contact"] == first["no_contact"]
        assert kept_places(file) == [family.people["Karim"]]
        with pytest.raises(Conflict) as told_both:
            orders.edit_order(
                file,
                order.pk,
                replace(told, court="Another"),
                telling_is_safe=False,
                version=1,
                now=clock.now(),
            )
        assert told_both.value.yours == {"Court": "Another"}
        assert told_both.value.theirs == {"Court": "The family court"}


def test_an_order_that_ended_is_read_but_no_longer_found_to_change(family: Deciders) -> None:
    with family.opened() as file:
        order = record(family, file)
        with pytest.raises(Conflict):
            orders.end_order(file, order.pk, because="Over", version=9, now=clock.now())
        orders.end_order(file, order.pk, because="Over", version=1, now=clock.now())

        assert [row.ended_because for row in orders_in(file)] == ["Over"]
        with pytest.raises(NotInYourFiles):
            orders.end_order(file, order.pk, because="Over", version=2, now=clock.now())


def test_somebody_who_is_not_in_the_family_is_a_name_and_no_mark(family: Deciders) -> None:
    with family.opened() as file:
        record(family, file, person=None, person_name="Emeka, an uncle")

        assert [one.person_name for one in effects_in(file)] == ["Emeka, an uncle"] * 2
        assert not Restriction.objects.filter(family=file.family).exists()
        with pytest.raises(NotInYourFiles):
            record(family, file, person=1)


@pytest.mark.requirement("S8")
def test_the_end_of_responsibility_says_why_and_asks_what_becomes_of_their_yes(
    family: Deciders,
) -> None:
    with family.opened() as file:
        family.share(file, "Karim")
        (row,) = [
            r
            for r in families.responsibilities_in(file)
            if (r.person_id, r.child_id) == (family.people["Karim"], family.people["Dylan"])
        ]
        with pytest.raises(NotAllowed, match="Choose why"):
            orders.end_responsibility(file, row.pk, because="", version=1, now=clock.now())
        orders.end_responsibility(file, row.pk, because="order", version=1, now=clock.now())

        assert family.asked(file) == [("agreed", "Karim")]
        assert families.ended_responsibilities(file)[0].ended_because == "order"


def test_what_is_not_known_lets_nobody_agree_for_a_child(family: Deciders) -> None:
    aunt, dylan = family.people["Samira"], family.people["Dylan"]
    with family.opened() as file:
        for source, basis in (("unknown", False), ("says_so", True)):
            families_changes.hold_responsibility(
                file, person=aunt, child=dylan, source=source, now=clock.now()
            )
            assert families.is_responsible(file, aunt, TODAY) is basis
        assert len([r for r in families.responsibilities_in(file) if r.person_id == aunt]) == 1


def test_how_somebody_has_it_is_put_right_and_who_comes_second_is_told(family: Deciders) -> None:
    with family.opened() as file:
        row = families.responsibilities_in(file)[0]
        families_changes.edit_responsibility(
            file, row.pk, version=1, source="birth_record", now=clock.now()
        )
        assert families.responsibility(file, row.pk).source == "birth_record"
        with pytest.raises(Conflict):
            families_changes.edit_responsibility(
                file, row.pk, version=1, source="order", now=clock.now()
            )
