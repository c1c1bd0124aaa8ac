"""The forms by which a family comes to the hub: quick start, practice, the hub's queue."""

from tests.c3.forms import DRAFT, Row, day, now_there, typing

QUICK = {
    "how": "paper", "service": "yes", "people-0-given_names": "Ines", "people-0-relation": "mother",
    "people-1-given_names": "Rui", "people-1-born-age": "6", "why": "Sleep",
}  # fmt: skip
ASKED = {"name": "Ines", "words": "Somebody to talk to", "contact": "07700 900321"}
PRACTICE = "select id from intake_draft where practice limit 1"
WAITS = "select id from intake_arrival where taken_by_id is null order by arrived_at limit 1"
PASSED = "select id from intake_arrival where way = 'passed_down' order by arrived_at limit 1"
HIDDEN = "select id from access_hiddenmatch where dealt_at is null order by at limit 1"
ENDED = "select id from intake_arrival where outcome <> '' limit 1"


def rows() -> list[Row]:
    """The quick start, practice, what is passed to a hub and the hub's queue."""
    page, come = "arrival", now_there
    return [
        Row("quick_start", typed=lambda w: QUICK | {"wording": str(w.wording)}),
        Row("quick_start", typed=lambda w: QUICK | {"wording": str(w.wording), "later": "yes"}),
        Row("quick_start_draft", numbers=now_there("draft", DRAFT), typed=lambda w: (
            QUICK | {"wording": str(w.wording)})),
        Row("practice", typed=lambda w: QUICK | {"wording": str(w.wording)}),
        Row("practice_family", numbers=now_there("draft", PRACTICE)),
        Row("asking_for", typed=lambda w: ASKED | {
            "locality": str(w.localities[2]), "agreed": "yes"}),
        Row("passing_down", "tess", typed=lambda w: ASKED | {
            "locality": str(w.localities[2]), "agreed": "Ines said yes", **day("agreed_on", -1),
            "outcome_words": "No harm found"}),
        Row("arrival_taking", "dilip", numbers=come("arrival", WAITS), stands_in=page),
        Row("arrival_giving_back", "dilip", numbers=come("arrival", PASSED), stands_in=page),
        Row("arrival_taking", "dilip", numbers=come("arrival", PASSED), stands_in=page),
        Row("arrival_outcome", "dilip", numbers=come("arrival", PASSED), typed=typing(
            outcome="not_reached")),
        Row("arrival_reopening", "dilip", numbers=come("arrival", ENDED), stands_in=page),
        Row("lookup_dealt", "petra", numbers=come("hidden", HIDDEN), stands_in="lookups_behind"),
    ]  # fmt: skip
