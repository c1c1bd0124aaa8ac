"""What agrees, level by level."""

from dataclasses import replace
from typing import Any

import pytest

from hub.matching.rules import Description
from hub.matching.rules.comparisons import compare
from hub.matching.rules.known import ready
from hub.matching.rules.odds import SHIPPED, Frequencies, odds, weights
from hub.matching.rules.reasons import reasons

KNOWN = Description(
    given="Robert",
    middle="James",
    surname="O'Mahony-Price",
    known_as="Jim",
    former_surnames=("Walker",),
    sex="male",
    born="1980-07-04",
    address="12 High Street",
    town="Marsh End",
    postcode="LS1 4AB",
    former_postcodes=("YO1 7HH",),
    phones=("07700 900123",),
    nhs="999 123 4560",
)


def level(comparison: str, known: Description = KNOWN, **typed: Any) -> str:
    """The level of one comparison for what was typed."""
    return compare(ready(Description(**typed)), ready(known)).get(comparison, "")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"given": "ROBERT"}, "same"),
        ({"given": "Robert", "middle": "Paul"}, "first_only"),
        ({"given": "Bob"}, "variant"),
        ({"given": "Jim"}, "variant"),
        ({"given": "Robret"}, "close"),
        ({"given": "R"}, "initial"),
        ({"given": "Z"}, "different"),
        ({"given": "James"}, "variant"),
        ({"given": "Amina"}, "different"),
        ({"given": ""}, ""),
        ({"given": "Price", "surname": "Robert"}, "swapped"),
    ],
)
def test_given_names(typed: dict[str, Any], expected: str) -> None:
    assert level("given", **typed) == expected


def test_a_middle_name_used_as_the_first() -> None:
    known = replace(KNOWN, known_as="", middle="Aidan")

    assert level("given", known, given="Aidan") == "middle"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("O Mahony Price", "same"),
        ("Price", "part"),
        ("Mahony", "part"),
        ("Walker", "former"),
        ("O'Mahony-Pryce", "part"),
        ("OMahonyPrice", "same"),
        ("Khan", "different"),
        ("Robert", "parent"),
        ("", ""),
    ],
)
def test_surnames(typed: str, expected: str) -> None:
    assert level("surname", surname=typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1980-07-04", "same"),
        ("1980-04-07", "swapped"),
        ("1980-07-14", "slipped"),
        ("1981-07-04", "slipped"),
        ("1980-07-23", "two_parts"),
        ("1946-07-04", "two_parts"),
        ("1980-01-01", "estimated"),
        ("1980-11-22", "year_only"),
        ("1981-11-22", "near_year"),
        ("1999-11-22", "different"),
        ("1980", "year"),
        ("1981", "year_near"),
        ("1999", "year_different"),
        ("1980-07", "month"),
        ("", ""),
        ("soon", ""),
    ],
)
def test_birth_dates(typed: str, expected: str) -> None:
    assert level("born", born=typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"postcode": "ls14ab", "address": "12 High St"}, "home"),
        ({"postcode": "LS1 4AB"}, "home"),
        ({"postcode": "LS1 4AB", "address": "31 High Street"}, "postcode"),
        ({"postcode": "LS1 4AC", "address": "12 High Street"}, "slipped_home"),
        ({"postcode": "LS1 4AC", "address": "3 Mill Road"}, "near_postcode"),
        ({"postcode": "YO1 7HH"}, "former"),
        ({"postcode": "LS1 9ZZ"}, "outward"),
        ({"postcode": "M1 1AA", "town": "Marsh End"}, "town"),
        ({"postcode": "M1 1AA", "town": "Elsewhere"}, "different"),
        ({"address": "12 High Street", "town": "Marsh End"}, "slipped_home"),
        ({"address": "12 High Street"}, "street_number"),
        ({"town": "Marshend"}, "town"),
        ({"address": "3 Mill Road"}, ""),
        ({}, ""),
    ],
)
def test_places_are_one_comparison(typed: dict[str, Any], expected: str) -> None:
    assert level("place", **typed) == expected


def test_numbers() -> None:
    assert level("phone", phones=("+44 7700 900123",)) == "same"
    assert level("phone", phones=("07700 900124",)) == "slipped"
    assert level("phone", phones=("0113 496 0999", "07700 900123")) == "same"
    assert level("phone", phones=("020 7946 0000",)) == "different"
    assert level("nhs", nhs="9991234560") == "same"
    assert level("nhs", nhs="9991234561") == "slipped"
    assert level("nhs", nhs="12") == ""
    assert level("sex", sex="f") == "different"


def test_every_level_has_a_weight_and_missing_says_nothing() -> None:
    shipped = weights(SHIPPED)
    blank = odds(ready(Description()), ready(KNOWN), shipped, Frequencies())

    assert blank.person == blank.family == {}
    for comparison, levels in shipped.items():
        best = "home" if comparison == "place" else "same"
        assert levels[best][0] > 0 > levels["different"][0], comparison


def test_a_rare_name_says_more_than_a_common_one() -> None:
    asked = ready(Description(given="Robert", surname="O'Mahony-Price"))
    common = Frequencies({"surname": {"omahonyprice": -3.0}}, unlisted=3.0)

    rare = odds(asked, ready(KNOWN), weights(), Frequencies(unlisted=3.0))
    usual = odds(asked, ready(KNOWN), weights(), common)

    assert rare.person["surname"] == pytest.approx(usual.person["surname"] + 6)


def test_reasons_say_what_agrees_and_nothing_else() -> None:
    typed = ready(Description(given="Bob", surname="Khan", born="1980-07-04", sex="f"))

    assert reasons(compare(typed, ready(KNOWN))) == (
        "same birth date",
        "given name is another form of it",
    )
