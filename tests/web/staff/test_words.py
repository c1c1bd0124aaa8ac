"""Words to say to a parent: one sheet, one link from the form."""

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.web.staff.signed_in import browser

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("3.14")
def test_words_to_say_are_one_link_from_the_form() -> None:
    client = browser(Cast(), "amina")

    form = client.get(reverse("registration")).content.decode()
    words = client.get(reverse("registration_words")).content.decode()

    assert f'href="{reverse("registration_words")}"' in form
    for told in ("You are not in trouble", "This is your choice", "have to share"):
        assert told in words
