"""Addresses of what agencies signed, how they answer, and the notice a family is given."""

from django.urls import path

from hub.agencies.sharing.rules import PURPOSES
from hub.web.staff.sharing import agreements, answers, notice

ONE = "sharing/<int:sharing>/"
AGENCY = "agencies/<int:agency>/"

urlpatterns = [
    path("sharing/", agreements.agreements, name="sharing_agreements"),
    path("sharing/new/", agreements.new, name="sharing_agreement_new"),
    path(ONE, agreements.agreement, name="sharing_agreement"),
    path(f"{ONE}details/", agreements.details, name="sharing_agreement_details"),
    path(f"{ONE}parties/", agreements.parties, name="sharing_parties"),
    path(f"{ONE}end/", agreements.end, name="sharing_agreement_end"),
    path(f"{ONE}renewal/", agreements.renewal, name="sharing_agreement_renewal"),
    path("parties/<int:party>/departure/", agreements.departure, name="party_departure"),
    path("terms/", answers.terms_of_use, name="terms"),
    path("terms/new/", answers.terms_new, name="terms_new"),
    path(f"{AGENCY}answers/", answers.answers, name="agency_answers"),
    *(
        path(f"{AGENCY}answers/{code}/", answers.basis, {"purpose": code}, name=f"agency_{code}")
        for code in PURPOSES
    ),
    path(f"{AGENCY}statement/", answers.statement, name="agency_statement"),
    path(f"{AGENCY}terms/", answers.acceptance, name="agency_terms"),
    path(f"{AGENCY}terms/end/", answers.acceptance_end, name="agency_terms_end"),
    path("families/<str:reference>/notice/", notice.notice, name="notice"),
]
