"""The look is tested with addresses of its own, in demonstration mode."""

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _looked_at(settings: Any) -> None:
    settings.ROOT_URLCONF = "tests.ui.urls"
    settings.MIDDLEWARE = []  # what stands before a page is tested where it is made
    settings.DEMONSTRATION = True
    settings.DEBUG_DRAWING = True
    settings.HUB_COLOUR = settings.HUB_LOGO = settings.HUB_AREA = ""
    settings.HUB_NAME = "Family Hub"
