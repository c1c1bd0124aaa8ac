"""Tokens of posted forms are forgotten after a week, look-ups after ninety days, whosever; and who
said yes until a day is searched for no longer."""

from datetime import timedelta

import pytest
from django.db import connection

from hub.access import opening
from hub.access.jobs import forget_lookups, forget_posted_forms, renew_index
from hub.access.lookup.facts import write_down
from hub.access.lookup.marks import Marks
from hub.consent import changes as consent
from hub.families import changes as families
from hub.kernel import clock
from hub.matching.rules import Description
from tests.access.looking_up import CHILD, HOME, MOTHER, look, says
from tests.cast import Cast, past_the_wall
from tests.databases import Fresh
from tests.families_setup import acting, born, make_staff, open_as, register


@pytest.mark.django_db
def test_a_posted_form_is_forgotten_after_seven_days_and_no_sooner() -> None:
    amina = Cast().actor("amina")
    opening.begin(amina)
    with connection.cursor() as cursor:
        for token, days in (("old", 8), ("new", 6)):
            cursor.execute(
                "insert into access_postedform (token, actor_id, answer, posted_at)"
                " values (%s, %s, '', %s)",
                [token, amina.id, clock.now() - timedelta(days=days)],
            )

    assert forget_posted_forms() == 1
    with connection.cursor() as cursor:
        cursor.execute("select token from access_postedform")
        assert [row[0] for row in cursor.fetchall()] == ["new"]


@pytest.mark.django_db
@pytest.mark.requirement("S22")
def test_a_look_up_is_forgotten_after_ninety_days_and_no_sooner() -> None:
    forget_lookups()
    opening.begin(Cast().actor("amina"))
    for days in (91, 89):
        write_down(
            Marks("", "", ""), purpose="lookup.request", people=1, says="nothing", stopped=False,
            hidden=[(1, True)], now=clock.now() - timedelta(days=days),
        )  # fmt: skip

    assert forget_lookups() == 2
    assert forget_lookups() == 0


@pytest.mark.requirement("S11", "2.74")
def test_who_said_yes_until_a_day_is_found_no_more_after_it(fresh_database: Fresh) -> None:
    staff = make_staff()
    reference = register(staff, staff.registration(MOTHER, CHILD, **HOME))
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        father = families.add_member(
            file, given_names="Piotr", family_name="Wasilewski", born=born(1985, 6, 30),
            part="adult", now=clock.now(),
        )  # fmt: skip
        yes = consent.agree(
            file, given_by=father.person_id, scope="service", agency=staff.school.pk,
            wording=staff.wording.pk, how="paper", now=clock.now(),
        )  # fmt: skip
    him = Description(given="Piotr", surname="Wasilewski", born="1985-06-30")
    assert says(look(staff, "registrar", him)) != []
    with past_the_wall() as database:
        database.execute(
            "update consent_agreement set until_at = from_at + interval '1 ms' where id = %s",
            [yes.pk],
        )
    assert renew_index(clock.now()) == 1
    assert says(look(staff, "registrar", him)) == []
    assert renew_index(clock.now() + timedelta(days=8)) == 0
