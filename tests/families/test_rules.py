"""Names, places, numbers and ages as tables and properties."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.families import rules
from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.files import Level

NAMES = st.text(max_size=60)


@pytest.mark.parametrize(
    ("typed", "words"),
    {
        "Amina Yusuf": ["amina", "yusuf"],
        "yusuf  AMINA": ["amina", "yusuf"],
        "Siân Pryce-Okafor": ["okafor", "pryce", "sian"],
        "O'Neill": ["oneill"],
        "O\u2019Neill": ["oneill"],
        "Łukasz Ząbek": ["lukasz", "zabek"],
        "STRASSE Straße": ["strasse"],
        "İpek": ["ipek"],
        "أمينة يوسف": ["امينة", "يوسف"],
        "李小龍": ["李小龍"],
        "Name2 (Junior)": ["junior", "name"],
        "123 ?!": [],
        "": [],
    }.items(),
)
def test_the_words_of_a_name(typed: str, words: list[str]) -> None:
    assert rules.name_words(typed) == words


@given(NAMES)
def test_the_words_of_a_name_are_sorted_unique_and_stable(typed: str) -> None:
    words = rules.name_words(typed)

    assert words == sorted(set(words))
    assert rules.name_words(" ".join(words)) == words
    assert all(unicodedata.category(c)[0] in "LM" for word in words for c in word)


@given(NAMES)
def test_case_and_order_do_not_matter(typed: str) -> None:
    words = typed.split()

    assert rules.name_words(" ".join(reversed(words))) == rules.name_words(" ".join(words))


@given(given=st.text(max_size=200), family=st.text(max_size=200), known=st.text(max_size=200))
def test_a_search_name_fits_its_column(given: str, family: str, known: str) -> None:
    assert len(rules.search_name(given, family, known)) <= 620


def test_a_search_name_holds_every_name() -> None:
    assert rules.search_name("Oluwaseun", "Adeyemi", "Seun") == "adeyemi oluwaseun seun"


@pytest.mark.parametrize(
    ("typed", "tidy", "good"),
    [
        ("sw1a1aa", "SW1A 1AA", True),
        ("M1 1AE", "M1 1AE", True),
        (" b33  8th ", "B33 8TH", True),
        ("CR2-6XH", "CR2 6XH", True),
        ("ZZ99 3VZ", "ZZ99 3VZ", True),
        ("SW1A", "S W1A", False),
        ("12345", "12 345", False),
        ("SW1A 1A1", "SW1A 1A1", False),
        ("", "", False),
        ("'; drop table--", "DROPTA BLE", False),
    ],
)
def test_postcodes(typed: str, tidy: str, good: bool) -> None:
    assert rules.tidy_postcode(typed) == tidy
    assert bool(rules.is_postcode(typed)) == good


@given(st.text(max_size=30))
def test_a_tidy_postcode_stays_as_it_is(typed: str) -> None:
    tidy = rules.tidy_postcode(typed)

    assert rules.tidy_postcode(tidy) == tidy


@pytest.mark.parametrize(
    ("typed", "good"),
    {
        "07700 900123": True,
        "020 7946 0123": True,
        "(0113) 496-0123": True,
        "+44 7700 900123": True,
        "0044 7700 900123": True,
        "+48 22 555 01 23": True,
        "07700": False,
        "7700 900123": False,
        "call me": False,
        "": False,
        "07700 900123; drop": False,
        "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669": False,
    }.items(),
)
def test_telephone_numbers(typed: str, good: bool) -> None:
    assert bool(rules.is_phone(typed)) == good


@pytest.mark.parametrize(
    ("typed", "good"),
    {
        "amina@example.org": True,
        "a.b+c@mail.example.org": True,
        "amina": False,
        "amina@example": False,
        "a@b@example.org": False,
        "a b@example.org": False,
        "a@example..org": False,
        "": False,
    }.items(),
)
def test_email_addresses(typed: str, good: bool) -> None:
    assert bool(rules.is_email(typed)) == good


DAY = date(2026, 3, 2)


@pytest.mark.requirement("2.86")
@pytest.mark.parametrize(
    ("first", "accuracy", "ages"),
    [
        (date(2010, 3, 2), Accuracy.EXACT, range(16, 17)),
        (date(2010, 3, 3), Accuracy.EXACT, range(15, 16)),
        (date(2010, 3, 2), Accuracy.ESTIMATED, range(15, 18)),
        (date(2010, 1, 1), Accuracy.YEAR, range(15, 17)),
        (date(2010, 3, 1), Accuracy.MONTH, range(15, 17)),
        (date(2026, 1, 1), Accuracy.YEAR, range(1)),
        (date(2026, 5, 4), Accuracy.DUE, range(0)),
        (date(2026, 2, 4), Accuracy.DUE, range(1)),
        (date(2026, 2, 4), Accuracy.ESTIMATED, range(2)),
    ],
)
def test_ages(first: date, accuracy: Accuracy, ages: range) -> None:
    assert rules.ages_on(PartialDate(first, accuracy), DAY) == ages


def test_nothing_is_known_of_an_age_without_a_date() -> None:
    assert rules.ages_on(None, DAY) == range(0)


@given(
    first=st.dates(date(1900, 1, 1), date(2030, 1, 1)),
    accuracy=st.sampled_from(Accuracy),
    day=st.dates(date(1950, 1, 1), date(2040, 1, 1)),
)
def test_an_age_is_never_negative_and_the_exact_one_is_among_them(
    first: date, accuracy: Accuracy, day: date
) -> None:
    if accuracy in (Accuracy.YEAR, Accuracy.MONTH):
        first = first.replace(day=1, month=1 if accuracy == Accuracy.YEAR else first.month)
    ages = rules.ages_on(PartialDate(first, accuracy), day)
    exact = rules.ages_on(PartialDate(first, Accuracy.EXACT), day)

    assert all(age >= 0 for age in ages)
    assert set(exact) <= set(ages)


@pytest.mark.requirement("S3")
@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (rules.Place("1 Street", "SW1A 1AA", ""), ""),
        (rules.Place("", "SW1A 1AA", ""), ""),
        (rules.Place("", "", "The refuge"), ""),
        (rules.Place("1 Street", "", "The refuge"), "not both"),
        (rules.Place("", "", ""), "Enter the address"),
        (rules.Place("1 Street", "nonsense", ""), "postcode"),
    ],
)
def test_a_place_is_stored_or_held_by_somebody(place: rules.Place, reason: str) -> None:
    decision = rules.may_keep_place(place)

    assert bool(decision) == (reason == "")
    assert reason in decision.reason


@pytest.mark.parametrize("level", Level)
def test_only_who_works_with_a_family_changes_it(level: Level) -> None:
    assert bool(rules.may_edit(level)) == (level >= Level.SUMMARY)


@pytest.mark.requirement("2.19")
@pytest.mark.parametrize(
    ("part", "ages", "expected"),
    [
        ("child", range(20, 21), True),
        ("child", range(19, 20), False),
        ("child", range(19, 22), False),
        ("child", range(0), False),
        ("adult", range(40, 41), False),
        ("unborn", range(0), False),
    ],
)
def test_only_who_is_certainly_over_the_ages_is_asked_about(
    part: str, ages: range, expected: bool
) -> None:
    assert rules.is_beyond_the_ages(part, ages) is expected
