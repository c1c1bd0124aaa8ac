"""A kept read gives what the query it was made from gives, for any values."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from hub.agencies.models import Agency, Practitioner
from hub.database.kept import kept
from hub.kernel import clock
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@kept
def of_agency(agency: int) -> QuerySet[Practitioner]:
    return Practitioner.objects.filter(agency=agency).select_related("agency").order_by("name")


@kept
def some(people: list[int], left_out: list[int]) -> QuerySet[Practitioner, str]:
    rows = Practitioner.objects.filter(pk__any=people).exclude(pk__any=left_out)
    return rows.order_by("name").values_list("name", flat=True)


@kept
def called(name: str, before: object) -> QuerySet[Practitioner]:
    return Practitioner.objects.filter(name=name, joined_at__lt=before)


def test_it_asks_the_same_for_other_values() -> None:
    for agency in Agency.objects.order_by("pk"):
        plain = Practitioner.objects.filter(agency=agency).order_by("name")

        assert of_agency(agency.pk) == list(plain)
        assert {row.agency for row in of_agency(agency.pk)} <= {agency}


def test_related_rows_came_with_it() -> None:
    amina = Practitioner.objects.get(pk=Cast().actor("amina").id)
    of_agency(amina.agency_id)

    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert [row.agency.name for row in of_agency(amina.agency_id)]

    assert len(asked) == 1


def test_lists_of_any_length_none_included() -> None:
    everybody = list(Practitioner.objects.order_by("name").values_list("pk", "name"))
    ids = [pk for pk, _ in everybody]

    assert some(ids, []) == [name for _, name in everybody]
    assert some(ids, ids[:3]) == [name for _, name in everybody[3:]]
    assert some(ids[:1], []) == [everybody[0][1]]
    assert some([], ids) == []


def test_texts_and_moments() -> None:
    now = clock.now()
    amina = Practitioner.objects.get(pk=Cast().actor("amina").id)

    assert called(amina.name, now) == [amina]
    assert called(amina.name, amina.joined_at - timedelta(days=1)) == []
    assert called("'; drop table agencies_practitioner; --", now) == []


def test_two_at_once_do_not_mix_their_values() -> None:
    one, two = Agency.objects.order_by("pk")[:2]
    first, second = of_agency(one.pk), of_agency(two.pk)

    assert {row.agency_id for row in first} <= {one.pk}
    assert {row.agency_id for row in second} <= {two.pk}


def test_a_query_that_swallows_a_value_is_refused() -> None:
    @kept
    def forgets(agency: int, name: str) -> QuerySet[Practitioner]:
        return Practitioner.objects.filter(agency=agency)

    with pytest.raises(TypeError, match="does not use one of its values"):
        forgets(1, "Amina")
