"""Pages of what agencies signed, how they answer, and what a family and the officer are told."""

import csv
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse

from hub.access import processing
from hub.agencies.models import SharingAgreement, SharingParty
from hub.consent import changes as consent
from hub.consent import queries
from hub.kernel import clock
from hub.kernel.labels import FATES, LABELS, Fate, Holds
from tests.cast import Cast
from tests.families_setup import Staff, acting, make_staff, open_as, register, sign_in
from tests.web.staff.signed_in import browser, day, post

pytestmark = pytest.mark.django_db
READERS = ("dilip", "efua", "noor", "farid")
MARSH_END = "Sharing agreement of Marsh End"


@pytest.fixture
def cast() -> Cast:
    return Cast()


def text(answer: Any) -> str:
    return str(answer.content.decode())


def agreement() -> SharingAgreement:
    return SharingAgreement.objects.get(name=MARSH_END)


@pytest.mark.requirement("2.63", "2.66", "2.95")
@pytest.mark.parametrize("who", ["amina", "ben", "mei", "ruth", "zofia", "nobody", *READERS])
def test_agreements_are_read_by_those_who_oversee_them(cast: Cast, who: str) -> None:
    answer = browser(cast, who).get(reverse("sharing_agreements"))

    assert answer.status_code == (200 if who in READERS else 302 if who == "nobody" else 404)
    # The leadership team of Hill Top reads Hill Top's.
    assert (MARSH_END in text(answer)) == (who in READERS and who != "noor")


@pytest.mark.parametrize(("who", "may"), [("farid", False), ("noor", False), ("dilip", True)])
def test_readers_are_offered_nothing_to_change(cast: Cast, who: str, may: bool) -> None:
    client = browser(cast, who)
    one = reverse("sharing_agreement", args=[agreement().pk])
    changing = reverse("sharing_agreement_details", args=[agreement().pk])

    assert ("Add a sharing agreement" in text(client.get(reverse("sharing_agreements")))) == may
    assert (client.get(changing).status_code == 200) == may
    if who == "farid":
        assert "End this agreement" not in text(client.get(one))


def test_a_coordinator_opens_no_other_localitys_agreement(cast: Cast) -> None:
    petra = browser(cast, "petra")

    for name in ("sharing_agreement", "sharing_parties", "sharing_agreement_end"):
        assert petra.get(reverse(name, args=[agreement().pk])).status_code == 404
    party = SharingParty.objects.filter(agreement=agreement()).first()
    assert party
    assert petra.post(reverse("party_departure", args=[party.pk])).status_code == 404
    party.refresh_from_db()
    assert party.until_at is None


@pytest.mark.requirement("2.63", "S12")
def test_an_agreement_is_written_down_signed_and_ended(cast: Cast) -> None:
    dilip, today = browser(cast, "dilip"), clock.today()
    place = cast.actor("dilip").locality
    answer = post(
        dilip, reverse("sharing_agreement_new"), locality=place, name="For the summer",
        purposes=["help"], shares="Who comes", **day("begins", today), **day("review_on", today),
    )  # fmt: skip
    assert answer.status_code == 302
    made = SharingAgreement.objects.get(name="For the summer")
    kestrel = cast.practitioner("zofia").agency

    post(
        dilip, reverse("sharing_parties", args=[made.pk]), agency=kestrel.pk, signed_by="Zofia",
        **day("signed_on", today),
    )  # fmt: skip

    page = text(dilip.get(reverse("sharing_agreement", args=[made.pk])))
    assert "Kestrel Nursery" in page
    assert f"Review due</strong> since {today.day} " in page
    post(dilip, reverse("sharing_agreement_end", args=[made.pk]))
    assert "Ended" in text(dilip.get(reverse("sharing_agreement", args=[made.pk])))


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(cast: Cast) -> None:
    answer = post(browser(cast, "dilip"), reverse("sharing_agreement_new"), name="For the summer")

    page = text(answer)
    assert "Choose what the agencies share for" in page
    assert 'value="For the summer"' in page


@pytest.mark.requirement("S12", "S1")
def test_lead_and_colleagues_are_out_on_the_very_next_request(cast: Cast) -> None:
    amina, dilip = browser(cast, "amina"), browser(cast, "dilip")
    family = reverse("family", args=[cast.family("okafor").reference])
    assert amina.get(family).status_code == 200
    party = SharingParty.objects.get(
        agreement=agreement(), agency=cast.practitioner("amina").agency_id
    )

    post(dilip, reverse("party_departure", args=[party.pk]))

    assert amina.get(family).status_code == 404
    assert browser(cast, "hanna").get(family).status_code == 404
    hub = text(dilip.get(reverse("hub")))
    assert "Families waiting for an agency" in hub
    assert "party to no sharing agreement in force" in hub
    page = text(dilip.get(reverse("agreement", args=[cast.family("okafor").reference])))
    assert "sharing agreement has ended" in page


@pytest.mark.requirement("S12", "2.79")
def test_the_sharing_page_says_who_cannot_be_chosen_yet_and_what_to_do(cast: Cast) -> None:
    post(
        browser(cast, "dilip"),
        reverse("agency_terms_end", args=[cast.practitioner("carys").agency_id]),
    )

    page = text(
        browser(cast, "amina").get(reverse("sharing", args=[cast.family("okafor").reference]))
    )

    assert "1 agency cannot be chosen yet" in page
    assert "<li><bdi>Northgate Homes</bdi></li>" in page
    assert "Ring the hub" in page


@pytest.mark.requirement("S12")
def test_terms_are_published_by_the_administrator_and_accepted_again(cast: Cast) -> None:
    efua, dilip = browser(cast, "efua"), browser(cast, "dilip")
    assert dilip.get(reverse("terms_new")).status_code == 404
    typed = {"text": "Look only at need"} | day("counts_from", clock.today())
    post(efua, reverse("terms_new"), **typed)
    assert "Look only at need" in text(dilip.get(reverse("terms")))

    ben = browser(cast, "ben")
    family = reverse("family", args=[cast.family("okafor").reference])
    assert ben.get(family).status_code == 404
    school = cast.practitioner("ben").agency_id
    assert "New terms of use were published" in text(
        dilip.get(reverse("agency_answers", args=[school]))
    )
    accepted = {"accepted_by": "Mrs Bright"} | day("accepted_on", clock.today())
    post(dilip, reverse("agency_terms", args=[school]), **accepted)

    assert ben.get(family).status_code == 200


@pytest.mark.requirement("S13", "2.97")
def test_an_agency_states_its_basis_and_whom_families_ask(cast: Cast) -> None:
    dilip, school = browser(cast, "dilip"), cast.practitioner("ben").agency_id
    typed = {"basis": "legal_obligation", "because": "Education Act", "version": 1,
             "keeps": "Until your child is 25"}  # fmt: skip
    post(dilip, reverse("agency_help", args=[school]), **typed)
    wrong = post(dilip, reverse("agency_statement", args=[school]), notice="here", version=1)
    assert "Enter a link that begins with https://" in text(wrong)
    post(dilip, reverse("agency_statement", args=[school]), contact="Office, room 2", version=1)

    page = text(browser(cast, "farid").get(reverse("agency_answers", args=[school])))

    for words in ("Legal obligation", "Education Act", "Until your child is 25", "Office, room 2"):
        assert words in page
    assert "Change<" not in page


@pytest.mark.requirement("S13", "2.67", "2.70", "2.77")
def test_the_notice_tells_a_family_who_knows_what_and_how_to_stop(cast: Cast) -> None:
    reference = cast.family("okafor").reference
    page = text(browser(cast, "amina").get(reverse("notice", args=[reference])))

    for words in (
        "<bdi>Riverside Health Visiting</bdi>", "<bdi>Tidewell Primary School</bdi>",
        "because it is its job by law", "because it has good reason to",
        "Six years after we last worked with you", "If you stop", "You can object",
        "Information Commissioner", "Amina Yusuf", "Marsh End Family Hub",
    ):  # fmt: skip
        assert words in page, words
    assert "Northgate Homes" not in page
    for word in ("consent", "safeguarding", "restriction"):
        assert word not in page.partition("<main")[2].partition("</main>")[0].casefold()


@pytest.mark.requirement("2.81", "S13")
def test_an_agency_kept_from_the_reader_is_not_in_the_notice() -> None:
    staff: Staff = make_staff()
    family = register(staff)
    charity: dict[str, Any] = {"kept_from": "agency", "kept_from_id": staff.charity.pk}
    address = reverse("notice", args=[family])
    coordinator: Client = sign_in(staff, "coordinator")
    assert "Clinic of Fenside" in text(coordinator.get(address))

    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        (yes,) = (a for a in queries.agreements_in(file) if a.scope == "share")
        consent.hold_back(file, item_kind="agreement", item=yes.pk, **charity, now=clock.now())

    assert "Clinic of Fenside" not in text(coordinator.get(address))
    assert "Clinic of Fenside" in text(sign_in(staff, "registrar").get(address))
    assert sign_in(staff, "nurse").get(address).status_code == 404
    assert sign_in(staff, "stranger").get(address).status_code == 404


@pytest.mark.requirement("S13", "2.70")
def test_everybody_reads_how_the_agencies_of_a_hub_answer(cast: Cast) -> None:
    page = text(Client().get(reverse("privacy")))
    place = cast.practitioner("dilip").locality_id
    address = reverse("privacy_of_hub", args=[place])
    assert address in page

    told = text(Client().get(address))

    assert "Kestrel Nursery" in told
    assert "Harbour Midwives" not in told
    assert "020 7946 0101" in told
    assert Client().get(reverse("privacy_of_hub", args=[1])).status_code == 404


@pytest.mark.requirement("2.97", "S13")
def test_the_officer_sees_what_is_to_be_looked_over(cast: Cast) -> None:
    SharingAgreement.objects.filter(pk=agreement().pk).update(review_on=clock.today())

    page = text(browser(cast, "farid").get(reverse("looked")))

    assert MARSH_END in page
    assert "Review due" in page
    assert "Every agency has stated one." in page
    assert reverse("overrides") in page


@pytest.mark.parametrize("name", ["processing", "processing_file"])
@pytest.mark.parametrize("who", ["amina", "dilip", "efua", "noor", "ruth", "farid"])
def test_the_record_of_processing_is_the_officers(cast: Cast, name: str, who: str) -> None:
    answer = browser(cast, who).get(reverse(name))

    assert answer.status_code == (200 if who == "farid" else 404)


@pytest.mark.requirement("2.76")
def test_the_record_of_processing_has_every_table_with_its_labels(cast: Cast) -> None:
    answer = browser(cast, "farid").get(reverse("processing_file"))

    rows = {row["Table"]: row for row in csv.DictReader(StringIO(text(answer).lstrip("\ufeff")))}
    ours = {
        model._meta.db_table
        for model in apps.get_models()
        if model.__module__.startswith("hub.") and not model._meta.db_table.endswith("historyrow")
    }
    assert set(rows) == ours
    contact = rows["families_contact"]
    assert "where somebody can be found or reached (value" in contact["Personal facts"]
    assert "working with the family" in contact["Recipients"]
    assert "Public task; Legitimate interests" in contact["Lawful bases"]
    assert contact["Erased"] == "with the family's file, history too"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="processing-')


def test_a_new_table_is_in_the_record_because_of_its_labels(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Pet(models.Model):
        """An animal that lives with a family."""

        class Meta:
            app_label = "story"
            db_table = "story_pet"
            managed = False

        def __str__(self) -> str:
            return "a pet"

    fate = Fate("plan", "by its id", "not merged", "with the file", "with the file")
    fates: dict[Any, Fate] = FATES
    labels: dict[Any, dict[str, Holds]] = LABELS
    monkeypatch.setitem(fates, Pet, fate)
    monkeypatch.setitem(labels, Pet, {"id": Holds.NOTHING_PERSONAL, "pet_name": Holds.SENSITIVE})

    (row,) = (row for row in processing.record() if row.table == "story_pet")

    assert row.what == "An animal that lives with a family."
    assert "pet name" in row.kinds
    assert "team around the family" in row.recipients
    apps.all_models["story"].pop("pet")
    apps.clear_cache()
