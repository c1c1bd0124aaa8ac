"""The forms of agreement, and of how it was signed."""

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.c3.forms import SHARED, Row, day, kept_from, member, now_there, of
from tests.c3.world import World
from tests.papers.files import PDF

REFUSED = """select n.id from consent_refusal n join families_familyreference r using (family_id)
    where r.reference = %s limit 1"""
YES = """select a.id from consent_agreement a join families_familyreference r using (family_id)
    where a.scope = %s and a.until_at is null and r.reference = %s limit 1"""
GAVE = """select a.given_by_id from consent_agreement a
    join families_familyreference r using (family_id)
    where a.scope = 'share' and a.until_at is null and r.reference = %s limit 1"""
OTHER_ADULT = """select m.person_id from families_membership m
    join families_familyreference r using (family_id)
    where m.part = 'adult' and m.until_at is null and r.reference = %s and not exists (
        select from consent_agreement a
        where a.family_id = m.family_id and a.given_by_id = m.person_id) limit 1"""


def _person(sql: str, world: World, family: str) -> dict[str, str]:
    found = now_there("given_by", sql, world.cast.family(family).reference)(world)
    return {"given_by": str(found["given_by"])}


def rows() -> list[Row]:
    return [
        Row("sharing", typed=lambda w: {
            "agency": str(w.agencies["Northgate Homes"]), "how": "paper",
            "given_by": str(w.ids["okafor"]["person"][0]), "wording": str(w.wording),
            "reach": "1", "purpose": "other", "purpose_words": "Housing", "understood": "yes"}),
        Row("service", typed=lambda w: {
            "how": "paper", "wording": str(w.wording), "understood": "yes",
            **_person(OTHER_ADULT, w, "okafor")}),
        Row("sharing_terms", numbers=lambda w: now_there(
            "agreement", SHARED, w.cast.family("okafor").reference)(w), typed=lambda w: {
            "how": "paper", "wording": str(w.wording), "reach": "2", "purpose": "other",
            "purpose_words": "School", "understood": "yes", **_person(GAVE, w, "okafor")}),
        Row("refusals", typed=lambda w: {
            "agency": str(w.agencies["Northgate Homes"]),
            "said_by": _person(OTHER_ADULT, w, "okafor")["given_by"]}),
        Row("refusal", "amina", "lindgren", numbers=lambda w: now_there(
            "refusal", REFUSED, w.cast.family("lindgren").reference)(w)),
        Row("help_counted"),
        Row("sharing_end", "petra", "marin", numbers=lambda w: now_there(
            "agreement", SHARED, w.cast.family("marin").reference)(w)),
    ]  # fmt: skip


def of_papers() -> list[Row]:
    """One yes signed on screen, one on paper, one that stands; a paper, and one kept private."""
    signer = member("adult", "haddad")

    def yes(scope: str) -> Callable[[World], dict[str, Any]]:
        return lambda w: {"agreements": str(now_there(
            "yes", YES, scope, w.cast.family("haddad").reference)(w)["yes"])}  # fmt: skip

    def sheet() -> SimpleUploadedFile:
        return SimpleUploadedFile("sheet.pdf", PDF)

    return [
        Row("signing", "amina", "haddad", numbers=signer, typed=lambda w: yes("record")(w) | {
            "read_how": "self", "language": "Arabic", "met": "together", "device": "ours",
            "typed": "Layla"}),
        Row("signed_sheet", "amina", "haddad", numbers=signer, typed=lambda w: yes("keep")(w) | {
            "file": sheet(), "tells_place": "no", "read_how": "self", "language": "Arabic"}),
        Row("standing", "amina", "haddad", numbers=signer, typed=lambda w: yes("share")(w) | {
            "met": "phone", **day("said_on", -1)}),
        Row("paper_another", typed=lambda w: {
            "file": sheet(), "about": "A note", "tells_place": "no"}),
        Row("private_paper", numbers=of("paper"), typed=kept_from("Northgate Homes")),
    ]  # fmt: skip
