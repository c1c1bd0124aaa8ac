"""Addresses of signatures and papers."""

from django.urls import path

from hub.web.staff.papers import papers, signing, waiting

OF_SOMEBODY = "families/<str:reference>/agreement/signers/<int:person>/"
PAPERS = "families/<str:reference>/papers/"

urlpatterns = [
    path("signatures/", waiting.signatures_due, name="signatures_due"),
    path(f"{OF_SOMEBODY}signature/", signing.signing, name="signing"),
    path(f"{OF_SOMEBODY}paper/", papers.signed_sheet, name="signed_sheet"),
    path(f"{OF_SOMEBODY}sheet/", signing.sheet, name="sheet_to_sign"),
    path(f"{OF_SOMEBODY}standing/", signing.standing, name="standing"),
    path(
        "families/<str:reference>/agreement/signatures/<int:signature>/",
        signing.signature,
        name="signature",
    ),
    path(PAPERS, papers.papers, name="papers"),
    path(f"{PAPERS}another/", papers.another, name="paper_another"),
    path(f"{PAPERS}<int:paper>/", papers.paper, name="paper"),
    path(f"{PAPERS}<int:paper>/file/", papers.paper_file, name="paper_file"),
]
