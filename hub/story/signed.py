"""How the story's families signed: a signature as it was drawn, and sheets of paper."""

from datetime import datetime
from typing import Final

from hub.consent.models import Agreement
from hub.kernel.files import FamilyFile
from hub.papers import changes as papers
from hub.papers.models import Paper
from hub.papers.rules import HowSigned

# Whose signatures are still to come, and who signed on screen.
NOT_SIGNED: Final = ("haddad", "nguyen")
ON_SCREEN: Final = "okafor"
SIGNATURE: Final = HowSigned(
    strokes=[
        [[150, 60, 0], [110, 50, 60], [70, 80, 130], [62, 120, 210], [90, 150, 300]],
        [[190, 40, 620], [180, 150, 720]],
        [[184, 105, 800], [215, 85, 870], [235, 105, 930], [230, 150, 1000]],
        [[280, 85, 1180], [275, 150, 1260]],
        [[283, 55, 1400], [286, 56, 1410]],
        [[330, 110, 1600], [380, 70, 1700], [430, 130, 1830], [480, 70, 1960], [560, 100, 2100]],
    ],
    typed="",
    read_how="aloud",
    read_whose="me",
    read_by="",
    language="English",
    met="together",
    device="ours",
    witness="",
)


ON_PAPER: Final = HowSigned(read_how="self", read_whose="", read_by="", language="English")


def sign(key: str, file: FamilyFile, *, now: datetime) -> None:
    """Put the sheet they signed here; one family signed two of its yeses on screen."""
    given = list(Agreement.objects.filter(family=file.family).order_by("scope", "agency__name"))
    signer = given[0].given_by_id
    if key == ON_SCREEN:
        own = [yes.pk for yes in given if yes.scope != "share"]
        papers.sign(file, signer=signer, agreements=own, how=SIGNATURE, now=now)
        given = [yes for yes in given if yes.scope == "share"][:1]
    if key not in NOT_SIGNED:
        papers.put(
            file,
            kind=Paper.Kind.AGREEMENT,
            data=(data := sheet(file.reference)),
            size=len(data),
            tells_place=False,
            signer=signer,
            agreements=[yes.pk for yes in given],
            how=ON_PAPER,
            now=now,
        )


def sheet(reference: str) -> bytes:
    """A signed sheet as a PDF of one page that says which family's it is."""
    words = f"BT /F1 14 Tf 72 770 Td (Signed agreement, {reference}) Tj ET".encode()
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page + b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(words), words),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n" + table
    tail = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + head + tail
