"""Tokens of posted forms are forgotten after a week, look-ups after ninety days, whosever."""

from datetime import timedelta

import pytest
from django.db import connection

from hub.access import opening
from hub.access.jobs import forget_lookups, forget_posted_forms
from hub.access.lookup.facts import write_down
from hub.access.lookup.marks import Marks
from hub.kernel import clock
from tests.cast import Cast


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
