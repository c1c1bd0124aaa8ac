"""A kept connection is asked whether it is good only when the server has said something."""

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub.database import cluster
from tests.databases import Fresh


@pytest.mark.django_db
def test_a_good_connection_is_not_asked() -> None:
    connection.ensure_connection()

    with CaptureQueriesContext(connection) as asked:
        assert connection.is_usable()

    assert len(asked) == 0


def test_a_connection_that_the_server_ended_is_not_used(fresh_database: Fresh) -> None:
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        pid = cursor.fetchone()[0]
    with cluster.connect(settings.DATA_DIR) as admin:
        admin.execute("select pg_terminate_backend(%s, 5000)", [pid])

    assert not connection.is_usable()


def test_no_connection_is_not_usable(fresh_database: Fresh) -> None:
    connection.close()

    assert not connection.is_usable()
