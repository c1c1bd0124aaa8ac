"""Names as words, their other forms and what they sound like."""

import pytest

from hub.matching.rules.letters import digits, plain
from hub.matching.rules.names import classes, spellings, words
from hub.matching.rules.sounds import sound
from hub.matching.rules.words_alike import Alike, alike


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("  ÉLOÏSE ", "eloise"),
        ("Łukasz", "lukasz"),
        ("Nguyễn", "nguyen"),
        ("Strauß", "strauss"),
        ("Y\u0131ld\u0131z", "yildiz"),
        ("Ольга", "olga"),
        ("Γιώργος", "giorgos"),
        ("محمد", "mhmd"),
        ("O\u2019Brien", "obrien"),
        ("Smith-Jones", "smith jones"),
        ("陳", "陳"),
        ("", ""),
    ],
)
def test_letters_of_any_script_are_read_as_plain_ones(typed: str, read: str) -> None:
    assert plain(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("O Mahony", ("omahony",)),
        ("O'Mahony", ("omahony",)),
        ("van der Berg", ("vanderberg",)),
        ("Mc Donald", ("mcdonald",)),
        ("Zia-ur-Rehman", ("zia", "rehman")),
        ("al-Hassan", ("hassan",)),
        ("Abd al-Rahman", ("abdrahman",)),
        ("Dr. Sarah", ("sarah",)),
        ("Master", ("master",)),
        ("García López", ("garcia", "lopez")),
        ("Al", ("al",)),
        ("Van", ("van",)),
        ("", ()),
    ],
)
def test_titles_are_dropped_and_particles_joined(typed: str, read: tuple[str, ...]) -> None:
    assert words(typed) == read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O'Mahony", "Mahony"),
        ("O Mahony", "OMahony"),
        ("van der Berg", "Berg"),
        ("Vandenberg", "van den Berg"),
        ("MacDonald", "Donald"),
        ("Smith-Jones", "Jones"),
        ("Smith-Jones", "Smithjones"),
        ("el-Sayed", "Sayed"),
        ("D'Souza", "Souza"),
        ("bin Laden", "Binladen"),
    ],
)
def test_a_surname_shares_a_spelling_with_how_it_is_typed(one: str, other: str) -> None:
    assert set(spellings(one)) & set(spellings(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bob", "robert"),
        ("liz", "elizabeth"),
        ("mo", "mohammed"),
        ("mohammad", "muhammed"),
        ("sasha", "aleksander"),
        ("kasia", "katarzyna"),
        ("yousef", "yusuf"),
        ("xasan", "hassan"),
        ("seun", "oluwaseun"),
    ],
)
def test_names_used_for_one_another_share_a_class(one: str, other: str) -> None:
    assert set(classes(one)) & set(classes(other))
    assert alike(one, other) is Alike.VARIANT


def test_a_name_in_no_list_stands_for_itself() -> None:
    assert classes("zebedee") == ("zebedee",)


@pytest.mark.parametrize(
    "alike_sounding",
    [
        "mohammed muhammad mohamad mhmd",
        "chowdhury choudhry chaudhary",
        "szymon simon",
        "kowalski kowalska",
        "stephen steven",
        "sean shaun shawn",
        "hussain ussain husayn",
        "thompson tomson thomson",
        "geoffrey jeffrey",
        "george jorge",
        "abdirahman abdurrahman",
        "yusuf jusuf",
        "jackson jaxon",
        "macdonald mcdonald",
        "wright right rite",
    ],
)
def test_spellings_that_are_heard_alike_have_one_sound(alike_sounding: str) -> None:
    assert len({sound(word) for word in alike_sounding.split()}) == 1


@pytest.mark.parametrize("word", ["a", "i", "y", "h", "wu", "ooi", "陳", "hh"])
def test_every_word_has_a_sound(word: str) -> None:
    assert sound(word)


@pytest.mark.parametrize(
    ("one", "other", "step"),
    [
        ("amina", "amina", Alike.SAME),
        ("amina", "amnia", Alike.CLOSE),
        ("smith", "smyth", Alike.CLOSE),
        ("a", "amina", Alike.INITIAL),
        ("b", "amina", Alike.DIFFERENT),
        ("amina", "robert", Alike.DIFFERENT),
        ("li", "wu", Alike.DIFFERENT),
    ],
)
def test_two_words_are_alike_by_a_step(one: str, other: str, step: Alike) -> None:
    assert alike(one, other) is step
    assert alike(other, one) is step


def test_digits_of_any_writing_are_read() -> None:
    assert digits("07700 900-123") == "07700900123"
    assert digits("\u0660\u0667") == "07"
