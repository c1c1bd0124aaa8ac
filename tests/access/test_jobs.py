"""Tokens of posted forms are forgotten after a week, whosever they are."""

from datetime import timedelta

import pytest
from django.db import connection

from hub.access import opening
from hub.access.jobs import forget_posted_forms
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
