"""Pages of the words families are asked with: read, changed by administrators, looked at first."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.consent import queries, sharing
from hub.consent.models import Agreement, Purpose, Wording
from hub.kernel import clock
from tests.c3.pages import forms_in
from tests.cast import Cast
from tests.web.staff.signed_in import browser, post

pytestmark = pytest.mark.django_db
READERS = ("dilip", "efua", "farid")
LIFT = "So that somebody can drive you"
TWO = "We write down what you tell us.\r\n\r\nYou can stop <today> & tomorrow."
URDU = {"text": "ہم لکھتے ہیں", "checker": "Sana Malik", "checker_is": "registered translator"}


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def efua(cast: Cast) -> Client:
    """The administrator's browser."""
    return browser(cast, "efua")


def text(answer: Any) -> str:
    return str(answer.content.decode())


def purposes() -> list[Purpose]:
    return sharing.purposes(clock.now())


def english() -> Wording:
    found = queries.current_wording()
    assert found is not None
    return found


def hidden(page: str) -> dict[str, str]:
    """What travels unseen with the form of a page."""
    (form,) = [form for form in forms_in(page.partition("<main")[2]) if form.method == "post"]
    return form.hidden


def published(efua: Client, language: str, **typed: Any) -> Any:
    """Look at words as a family reads them, then publish what was looked at."""
    address = reverse("wording_new", args=[language])
    page = hidden(text(efua.get(address)))
    looked = efua.post(address, page | typed | {"step": "look"})
    return efua.post(address, hidden(text(looked)) | {"step": "publish"})


@pytest.mark.requirement("S16", "2.74")
@pytest.mark.parametrize("who", ["amina", "ben", "mei", "ruth", "zofia", "noor", *READERS])
@pytest.mark.parametrize("name", ["purposes", "wordings", "wording"])
def test_they_are_read_by_those_who_look_after_them(cast: Cast, who: str, name: str) -> None:
    args = ["en"] if name == "wording" else []
    answer = browser(cast, who).get(reverse(name, args=args))

    assert answer.status_code == (200 if who in READERS else 404)
    for words in ("Add a purpose", "Take it off", "Put down", "Publish new words"):
        assert words not in text(answer) or who == "efua"


@pytest.mark.requirement("S16", "2.74")
@pytest.mark.parametrize("who", ["dilip", "farid", "amina", "noor"])
def test_nobody_but_the_administrator_reaches_what_changes_them(cast: Cast, who: str) -> None:
    client, row = browser(cast, who), purposes()[0]
    before = (Purpose.objects.count(), Wording.objects.count(), [one.pk for one in purposes()])

    for name, args, typed in (
        ("purpose_new", [], {"words": LIFT}),
        ("purpose_end", [row.pk], {"version": row.version}),
        ("purpose_place", [row.pk], {"up": "no", "version": row.version}),
        ("wording_new", ["ur"], URDU | {"same": english().pk, "step": "publish", "version": 0}),
    ):
        assert client.get(reverse(name, args=args)).status_code == 404
        assert post(client, reverse(name, args=args), **typed).status_code == 404

    after = (Purpose.objects.count(), Wording.objects.count(), [one.pk for one in purposes()])
    assert after == before


@pytest.mark.requirement("2.74")
def test_a_purpose_is_added_moved_and_taken_off_and_a_yes_keeps_its_words(
    cast: Cast, efua: Client
) -> None:
    ask = reverse("sharing", args=[cast.family("okafor").reference])
    amina, first = browser(cast, "amina"), purposes()[0]
    given = Agreement.objects.filter(purpose=first.pk).count()
    assert post(efua, reverse("purpose_new"), words=LIFT).status_code == 302
    assert LIFT in text(amina.get(ask))

    row = purposes()[-1]
    post(efua, reverse("purpose_place", args=[row.pk]), up="yes", version=row.version)
    assert purposes()[-2].pk == row.pk
    post(efua, reverse("purpose_end", args=[first.pk]), version=first.version)

    page = text(efua.get(reverse("purposes")))
    assert first.words in page.partition("could choose before")[2]
    assert first.words not in text(amina.get(ask))
    assert Agreement.objects.filter(purpose=first.pk).count() == given
    assert efua.get(reverse("purpose_end", args=[first.pk])).status_code == 404


def test_what_cannot_be_is_said_where_it_was_typed(efua: Client) -> None:
    same = post(efua, reverse("purpose_new"), words=purposes()[0].words.upper())
    assert "asked about this already" in text(same)
    assert purposes()[0].words.upper() in text(same)
    long = post(efua, reverse("purpose_new"), words="x" * 161)
    assert "160 characters" in text(long)
    first = purposes()[0]
    post(efua, reverse("purpose_place", args=[first.pk]), up="yes", version=first.version)
    assert "It is the first already." in text(efua.get(reverse("purposes")))
    post(efua, reverse("purpose_place", args=[first.pk]), up="no", version=99)
    assert "Somebody else changed this list" in text(efua.get(reverse("purposes")))
    for row in purposes()[1:]:
        post(efua, reverse("purpose_end", args=[row.pk]), version=row.version)
    last = post(efua, reverse("purpose_end", args=[first.pk]), version=first.version)
    assert "This is the last one. Add another first" in text(last)


def test_posted_twice_it_is_done_once(efua: Client) -> None:
    before = len(purposes()), Wording.objects.count()
    typed = {"once": "a-token-of-a-page-1", "words": LIFT}
    answers = [efua.post(reverse("purpose_new"), typed) for _ in range(3)]
    assert {answer.status_code for answer in answers} == {302}

    words = URDU | {"once": "a-token-of-a-page-2", "step": "publish", "version": "0",
                    "same": str(english().pk)}  # fmt: skip
    for _ in range(3):
        assert efua.post(reverse("wording_new", args=["ur"]), words).status_code == 302

    assert (len(purposes()), Wording.objects.count()) == (before[0] + 1, before[1] + 1)


@pytest.mark.requirement("S16")
def test_words_are_looked_at_as_a_family_reads_them_before_they_are_published(
    cast: Cast, efua: Client
) -> None:
    typed = {"text": TWO, "checker": "Farid", "checker_is": "data protection officer"}
    address, before = reverse("wording_new", args=["en"]), Wording.objects.count()
    looked = text(efua.post(address, hidden(text(efua.get(address))) | typed | {"step": "look"}))
    assert "<title>This is what a family reads" in looked
    assert (
        '<p class="govuk-body hub-lines">You can stop &lt;today&gt; &amp; tomorrow.</p>' in looked
    )
    back = text(efua.post(address, hidden(looked) | {"step": "write"}))
    assert 'value="data protection officer"' in back
    assert Wording.objects.count() == before

    assert efua.post(address, hidden(looked) | {"step": "publish"}).status_code == 302

    assert english().text == TWO.replace("\r\n", "\n")
    assert english().checked_by == "Farid, data protection officer"
    ask = reverse("sharing", args=[cast.family("okafor").reference])
    assert "You can stop &lt;today&gt;" in text(browser(cast, "amina").get(ask))


@pytest.mark.requirement("S16")
def test_a_language_is_shown_by_its_own_name_and_from_its_own_side(efua: Client) -> None:
    published(efua, "ur", **URDU, same=english().pk)

    for page in (reverse("wordings"), reverse("wording", args=["ur"])):
        assert '<span lang="ur" dir="rtl">اردو</span> (Urdu)' in text(efua.get(page))
    page = text(efua.get(reverse("wording", args=["ur"])))
    assert '<div class="govuk-inset-text" lang="ur" dir="rtl">' in page
    assert "<bdi>Sana Malik, registered translator</bdi>" in page
    assert '<span lang="so" dir="ltr">Soomaali</span>' in text(efua.get(reverse("wordings")))
    for nothing in ("bfi", "xx"):
        assert efua.get(reverse("wording", args=[nothing])).status_code == 404


@pytest.mark.requirement("S16", "2.68")
def test_a_translation_of_older_words_is_flagged_and_no_family_is_asked_with_it(
    cast: Cast, efua: Client
) -> None:
    amina = browser(cast, "amina")
    ask = reverse("sharing", args=[cast.family("okafor").reference])
    published(efua, "ur", **URDU, same=english().pk)
    old = queries.current_wording("ur")
    assert old is not None
    assert "Urdu</a>" in text(amina.get(ask))
    assert URDU["text"] in text(amina.get(f"{ask}?language=ur"))

    said = {"text": "We write less down", "checker": "Farid", "checker_is": "officer"}
    published(efua, "en", **said)

    assert "Not of the newest words" in text(efua.get(reverse("wordings")))
    page = text(amina.get(f"{ask}?language=ur"))
    assert URDU["text"] not in page
    assert "We write less down" in page
    assert "say the same as these in: Urdu. Ask an interpreter." in page
    refused = text(amina.post(f"{ask}?language=ur", {"wording": old.pk}))
    assert hidden(refused)["wording"] == str(english().pk)


@pytest.mark.requirement("S16")
def test_a_translation_says_the_same_as_the_newest_english_words(efua: Client) -> None:
    address, older = reverse("wording_new", args=["ur"]), english().pk
    unticked = efua.post(address, URDU | {"step": "look", "version": "0"})
    assert "Tick this once a person has checked" in text(unticked)
    said = {"text": "We write less down", "checker": "Farid", "checker_is": "officer"}
    published(efua, "en", **said)

    late = text(efua.post(address, URDU | {"step": "publish", "version": "0", "same": older}))

    assert "New English words were published" in late
    assert "We write less down" in late
    assert URDU["text"] in late
    assert queries.current_wording("ur") is None


def test_the_second_to_publish_is_shown_both_and_may_publish_after_all(efua: Client) -> None:
    address, same = reverse("wording_new", args=["ur"]), english().pk
    published(efua, "ur", **URDU, same=same)

    late = URDU | {"text": "دوسرا", "version": "0", "same": same, "step": "publish"}
    page = text(efua.post(address, late))

    assert "Somebody else changed this while you were writing" in page
    assert URDU["text"] in page
    assert "دوسرا" in page
    assert efua.post(address, late | {"version": hidden(page)["version"]}).status_code == 302


@pytest.mark.parametrize("who", READERS)
def test_they_are_linked_from_where_their_readers_look(cast: Cast, who: str) -> None:
    page = text(browser(cast, who).get(reverse("sharing_agreements")))

    assert reverse("wordings") in page
    assert reverse("purposes") in page
    assert reverse("wordings") not in text(browser(cast, "noor").get(reverse("sharing_agreements")))
