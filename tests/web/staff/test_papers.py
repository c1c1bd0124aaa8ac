"""Signatures and papers on their pages: signed once, kept as they came, taken away by the door."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from hub.consent import queries as consent
from hub.kernel import clock
from hub.papers import queries
from tests.families_setup import Staff, acting, make_staff, open_as, register, sign_in
from tests.papers import files
from tests.papers.signing import LINES, giver, put, register_at, sign, weeks_ago, yeses
from tests.web.staff.signed_in import day

pytestmark = pytest.mark.django_db
READ = {"read_how": "self", "language": "English", "met": "together", "device": "theirs"}


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return register(staff, service=False)


@pytest.fixture
def registrar(staff: Staff) -> Client:
    return sign_in(staff, "registrar")


def text(response: Any) -> str:
    return str(response.content.decode())


def upload(data: bytes, name: str = "sheet.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="application/pdf")


def known(staff: Staff, family: str) -> tuple[int, dict[str, int]]:
    """Who said yes, and to what."""
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        return giver(file), yeses(file)


def proofs(staff: Staff, family: str) -> list[str]:
    """How each yes was signed; "" for those that are not."""
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        given = consent.agreements_in(file)
        found = queries.proofs_in(file, given, today=clock.today()).values()
        return sorted(one.signed.kind if one.signed else "" for one in found)


@pytest.mark.requirement("2.88", "2.68")
def test_signing_shows_what_is_signed_and_the_signature_is_shown_again(
    staff: Staff, family: str, registrar: Client
) -> None:
    person, own = known(staff, family)
    agreement = reverse("agreement", args=[family])
    assert "Amina Yusuf</bdi> has not signed yet" in text(registrar.get(agreement))
    address = reverse("signing", args=[family, person])
    page = text(registrar.get(address))
    for words in ("Letting know: Clinic of Fenside", "You can stop at any time", "by School"):
        assert words in page

    drawn = READ | {"agreements": [own["record"], own["share"]], "strokes": json.dumps(LINES)}
    assert registrar.post(address, drawn).headers["Location"] == agreement

    assert proofs(staff, family) == ["", "drawn", "drawn"]
    page = text(registrar.get(agreement))
    assert page.count("Signed on screen on") == 2
    with acting(staff.actor("registrar")):
        row = queries.signatures_in(open_as(staff, "registrar", family))[0].pk
    page = text(registrar.get(reverse("signature", args=[family, row])))
    assert 'd="M10 20L200 90 M30 150L30 150"' in page
    assert 'aria-label="Signature of Amina Yusuf, drawn on screen on' in page
    for words in ("They read it themselves", "Their own device", "Registrar Example"):
        assert words in page


@pytest.mark.requirement("2.88")
def test_a_name_is_typed_where_nothing_is_drawn(
    staff: Staff, family: str, registrar: Client
) -> None:
    person, own = known(staff, family)
    address = reverse("signing", args=[family, person])
    asked = READ | {"agreements": list(own.values())}

    nothing = registrar.post(address, asked | {"typed": "", "witness": "Zoe Lund"})
    assert "Sign in the box, or type the full name" in text(nothing)
    assert 'value="Zoe Lund"' in text(nothing)
    assert proofs(staff, family) == ["", "", ""]

    assert registrar.post(address, asked | {"typed": "Amina Yusuf"}).status_code == 302
    assert proofs(staff, family) == ["typed"] * 3
    assert "said yes to nothing that waits" in text(registrar.get(address))


@pytest.mark.requirement("S16")
@pytest.mark.parametrize("whose", ["child", "partner"])
def test_neither_a_child_nor_the_partner_reads_it_to_them(
    staff: Staff, family: str, registrar: Client, whose: str
) -> None:
    person, own = known(staff, family)
    asked = READ | {"agreements": [own["keep"]], "typed": "Amina Yusuf", "read_how": "aloud"}

    page = registrar.post(
        reverse("signing", args=[family, person]), asked | {"read_whose": whose, "read_by": "Bo"}
    )

    assert "A partner or a child does not read, translate or interpret" in text(page)
    assert proofs(staff, family) == ["", "", ""]


@pytest.mark.requirement("2.88")
def test_the_signed_sheet_is_put_here_and_taken_away_through_the_door(
    staff: Staff, family: str, registrar: Client
) -> None:
    person, own = known(staff, family)
    sent = {"agreements": [own["record"], own["keep"]], "tells_place": "no", **READ}
    address = reverse("signed_sheet", args=[family, person])
    assert "not checked for viruses here" in text(registrar.get(address))

    name = "Yusuf-17-Saltmarsh-Road.pdf"
    assert registrar.post(address, sent | {"file": upload(files.PDF, name)}).status_code == 302

    assert proofs(staff, family) == ["", "paper", "paper"]
    with acting(staff.actor("registrar")):
        (paper,) = queries.papers_in(open_as(staff, "registrar", family))
    listed = text(registrar.get(reverse("papers", args=[family])))
    assert "Signed agreement" in listed
    assert "Saltmarsh" not in listed
    assert "Take a copy" in text(registrar.get(reverse("paper", args=[family, paper.pk])))
    taken = registrar.get(reverse("paper_file", args=[family, paper.pk]))
    assert taken.content == files.PDF
    headers = taken.headers
    assert headers["Content-Disposition"] == (
        f'attachment; filename="{family}-agreement-{clock.today().isoformat()}.pdf"'
    )
    assert headers["Content-Type"] == "application/pdf"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "ook a copy of one of the family" in text(registrar.get(reverse("looks", args=[family])))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (files.HTML, "This is not a PDF, JPEG, PNG or HEIC file"),
        (b"", "The file is empty"),
        (files.PDF + b"0" * 1_500_000 + b"%%EOF", "The file is larger than 1 MB"),
        (None, "Choose the file"),
    ],
)
@pytest.mark.parametrize("name", ["sheet.pdf", "ورقة موقعة.pdf", "n" * 500 + ".pdf", "../../x.pdf"])
def test_a_bad_file_is_refused_in_a_sentence_and_what_was_typed_stays(
    staff: Staff, family: str, registrar: Client, data: bytes | None, says: str, name: str,
    settings: Any,
) -> None:  # fmt: skip
    settings.PAPER_MOST_MB = 1
    sent: dict[str, Any] = {"about": "A letter from the clinic", "tells_place": "yes"}
    if data is not None:
        sent["file"] = upload(data, name)

    response = registrar.post(reverse("paper_another", args=[family]), sent)

    assert response.status_code == 200
    page = text(response)
    assert says in page
    assert "A letter from the clinic" in page
    assert name not in page
    with acting(staff.actor("registrar")):
        assert queries.papers_in(open_as(staff, "registrar", family)) == []


def test_a_good_file_with_another_mistake_is_asked_for_again(
    family: str, registrar: Client
) -> None:
    page = text(
        registrar.post(
            reverse("paper_another", args=[family]),
            {"about": "", "tells_place": "no", "file": upload(files.PDF)},
        )
    )

    assert "Enter what this paper is" in page
    assert "Choose the file again" in page


def test_another_paper_is_kept_whatever_it_was_called(
    staff: Staff, family: str, registrar: Client
) -> None:
    sent = {"about": "A note by the interpreter", "tells_place": "yes"}
    sheet = upload(files.PNG, "ورقة.html")

    answer = registrar.post(reverse("paper_another", args=[family]), sent | {"file": sheet})

    assert answer.headers["Location"] == reverse("papers", args=[family])
    page = text(registrar.get(reverse("papers", args=[family])))
    assert "A note by the interpreter" in page
    assert "PNG picture" in page
    again = upload(files.PNG)
    page = text(registrar.post(reverse("paper_another", args=[family]), sent | {"file": again}))
    assert "This very file was put here on" in page


@pytest.mark.requirement("4.2")
def test_a_spoken_yes_is_overdue_where_its_lead_looks_and_stands_again(
    staff: Staff, registrar: Client
) -> None:
    family = register_at(staff, weeks_ago(8), how="spoken", witness="A colleague")
    person, own = known(staff, family)
    for name, words in (("home", "Agreements to follow up"), ("signatures_due", "3 only spoken")):
        assert words in text(registrar.get(reverse(name)))
    page = text(registrar.get(reverse("agreement", args=[family])))
    assert "Overdue" in page
    assert "and stays in force." in page

    address = reverse("standing", args=[family, person])
    sent = {"agreements": list(own.values()), "met": "phone"}
    far = text(registrar.post(address, sent | day("said_on", weeks_ago(20))))
    assert "Enter a day from the one on which they said yes" in far
    today = day("said_on", clock.today())
    assert registrar.post(address, sent | today).status_code == 302

    page = text(registrar.get(reverse("agreement", args=[family])))
    assert "they said that it still stands. It is to be signed by" in page
    assert "Agreements to follow up" not in text(registrar.get(reverse("home")))
    assert "No signature is overdue" in text(registrar.get(reverse("signatures_due")))


@pytest.mark.requirement("4.2", "S33")
def test_a_coordinator_sees_what_is_overdue_by_reference_alone(staff: Staff) -> None:
    family = register_at(staff, weeks_ago(8))

    page = text(sign_in(staff, "coordinator").get(reverse("signatures_due")))

    assert "In your hub" in page
    assert reverse("agreement", args=[family]) in page
    assert "Amina" not in page
    assert family not in text(sign_in(staff, "colleague").get(reverse("signatures_due")))


@pytest.mark.requirement("2.82")
def test_a_yes_that_was_stopped_keeps_its_signature(
    staff: Staff, family: str, registrar: Client
) -> None:
    with acting(staff.actor("registrar")):
        sign(open_as(staff, "registrar", family), "share")
    _, own = known(staff, family)
    registrar.post(reverse("sharing_end", args=[family, own["share"]]), {"sure": "yes"})

    page = text(registrar.get(reverse("agreement", args=[family])))

    assert "What is over" in page
    assert "How it was signed" in page


@pytest.mark.requirement("S1")
@pytest.mark.parametrize(("who", "status"), [("nurse", 404), ("stranger", 404), ("registrar", 200)])
def test_only_who_works_with_the_family_sees_its_papers(
    staff: Staff, family: str, who: str, status: int
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        paper = put(file, "keep").pk
        person, signature = giver(file), queries.signatures_in(file)[0].pk
    client = sign_in(staff, who)

    of_paper = dict.fromkeys(("paper", "paper_file", "private_paper"), paper)
    of_signer = dict.fromkeys(("signing", "signed_sheet", "sheet_to_sign", "standing"), person)
    pages = of_paper | of_signer | {"signature": signature, "papers": 0, "paper_another": 0}
    for name, number in pages.items():
        address = reverse(name, args=[family, number] if number else [family])
        assert (client.get(address).status_code == 200) == (status == 200), name


def test_a_form_in_parts_that_is_broken_off_leaves_nothing(
    staff: Staff, family: str, registrar: Client
) -> None:
    body = (
        b'--x\r\nContent-Disposition: form-data; name="tells_place"\r\n\r\nno\r\n'
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4'
    )
    response = registrar.generic(
        "POST", reverse("paper_another", args=[family]), body, "multipart/form-data; boundary=x"
    )

    assert response.status_code in (200, 400)
    with acting(staff.actor("registrar")):
        assert queries.papers_in(open_as(staff, "registrar", family)) == []
