"""An address by its pattern is the address that Django works out."""

import pytest
from django.test import override_settings
from django.urls import NoReverseMatch, reverse
from hypothesis import given
from hypothesis import strategies as st

from hub.ui.addresses import address, address_or_none


@given(st.from_regex(r"FH-[A-Z0-9]{8}", fullmatch=True), st.integers(0, 2**60))
def test_any_reference_and_number_give_djangos_address(reference: str, number: int) -> None:
    parts = {"reference": reference, "pk": number}

    assert address("action_done", **parts) == reverse("action_done", kwargs=parts)
    assert address("family", reference) == reverse("family", args=[reference])
    assert address("registration_draft", number) == reverse("registration_draft", args=[number])


@given(st.text(min_size=1))
def test_any_text_gives_djangos_address_or_its_refusal(text: str) -> None:
    try:
        expected = reverse("family", kwargs={"reference": text})
    except NoReverseMatch:
        with pytest.raises(NoReverseMatch):
            address("family", reference=text)
    else:
        assert address("family", reference=text) == expected


@pytest.mark.parametrize(
    ("name", "args", "kwargs"),
    [
        ("family", (), {}),
        ("family", (), {"family": "FH-BCDFGHJK"}),
        ("registration_draft", ("seven",), {}),
        ("nowhere", (), {}),
    ],
)
def test_what_django_refuses_is_refused(
    name: str, args: tuple[str, ...], kwargs: dict[str, str]
) -> None:
    with pytest.raises(NoReverseMatch):
        address(name, *args, **kwargs)


def test_a_page_that_a_site_does_not_have_has_no_address() -> None:
    assert address_or_none("home") == "/"
    assert address_or_none("nowhere") == ""


def test_another_sites_pages_are_not_mixed_up() -> None:
    assert address("home") == "/"
    with override_settings(ROOT_URLCONF="benchmarks.urls"):
        assert address("home") == reverse("home")
    with override_settings(ROOT_URLCONF="tests.ui.urls"):
        assert address_or_none("registration") == ""
