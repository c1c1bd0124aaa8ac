"""The words to say to a parent are handed out as one sheet."""

import re
from collections.abc import Callable

import pytest

from tests.journeys.people import Window

pytestmark = pytest.mark.journey


def test_the_words_to_say_fit_one_sheet(window: Callable[..., Window]) -> None:
    here = window().sign_in("amina")
    here.page.goto("/families/registration/words/")

    sheet = here.page.pdf(format="A4", print_background=False)

    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
