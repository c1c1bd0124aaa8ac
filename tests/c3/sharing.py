"""The forms of sharing agreements, terms and how agencies answer."""

from tests.c3.forms import Row, agency, day, now_there, typing


def rows() -> list[Row]:
    """An agreement with a party, renewed and ended; terms; how agencies answer."""
    there = agency("Northgate Homes")
    sharing = now_there("sharing", "select id from agencies_sharingagreement order by from_at desc")
    party = now_there("party", "select id from agencies_sharingparty order by from_at desc")
    stated = typing(basis="consent", because="They said yes", keeps="A year")
    return [
        Row("sharing_agreement_new", "efua", typed=lambda w: {
            "locality": str(w.localities[2]), "name": "For the summer", "purposes": ["help"],
            "shares": "Who comes", **day("begins", 0), **day("review_on", 90)}),
        Row("sharing_parties", "efua", numbers=sharing, typed=lambda w: {
            "agency": str(w.agencies["Northgate Homes"]), "signed_by": "The head",
            **day("signed_on", -1)}),
        Row("sharing_agreement_details", "efua", numbers=sharing, typed=lambda w: {
            "name": "For the autumn", "shares": "Who comes", **day("review_on", 80)}),
        Row("sharing_agreement_renewal", "efua", numbers=sharing, typed=lambda w: {
            "purposes": ["help"], "parties": [str(w.agencies["Northgate Homes"])],
            **day("signed_on", 0), **day("begins", 0), **day("review_on", 200)}),
        Row("party_departure", "efua", numbers=party),
        Row("sharing_agreement_end", "efua", numbers=sharing),
        Row("terms_new", "efua", typed=typing(text="Look only at need", **day("counts_from", 30))),
        Row("agency_terms", "efua", numbers=there, typed=typing(
            accepted_by="The head", **day("accepted_on", -1))),
        Row("agency_help", "efua", numbers=there, typed=stated),
        Row("agency_safety", "efua", numbers=there, typed=stated),
        Row("agency_oversight", "efua", numbers=there, typed=stated),
        Row("agency_statement", "efua", numbers=there, typed=typing(contact="The desk")),
        Row("agency_terms_end", "efua", numbers=there),
    ]  # fmt: skip
