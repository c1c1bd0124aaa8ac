"""Valid answers for every form there is. A form without a row here fails the tests."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from hub.kernel import clock
from tests.c3.world import World
from tests.cast import past_the_wall

DRAFT = "select id from intake_draft where not practice order by touched_at desc limit 1"
SHARED = """select a.id from consent_agreement a join families_familyreference r using (family_id)
    where a.scope = 'share' and a.until_at is null and r.reference = %s limit 1"""
MEMBER = """select person_id from families_membership m
    join families_familyreference r using (family_id)
    where m.part = %s and m.until_at is null and r.reference = %s order by m.id limit 1"""
NOT_TOLD = "select id from consent_override where not told_family order by from_at desc limit 1"
DALE = "select id from families_borough where name = 'Upper Dale'"
NEEDS = """select id from about_needs where not with_team
    and family_id = (select family_id from families_familyreference where reference = %s)"""
COORDINATORS = "select id from agencies_rolegrant where code = 'panel_chair' and until is null"


@dataclass(frozen=True)
class Row:
    """A form: who posts it, to which family or row, what is typed, the page it stands in, and what
    that page is asked with."""

    page: str
    who: str = "amina"
    family: str = "okafor"
    numbers: Callable[[World], dict[str, Any]] = field(default=lambda world: {})
    typed: Callable[[World], dict[str, Any]] = field(default=lambda world: {})
    stands_in: str = ""
    query: str = ""


def day(name: str, days: int) -> dict[str, str]:
    """A day so many days from now, as it is typed."""
    on = clock.today() + timedelta(days=days)
    return {
        f"{name}-day": str(on.day),
        f"{name}-month": str(on.month),
        f"{name}-year": str(on.year),
    }


def of(kind: str, family: str = "okafor", place: int = 0) -> Callable[[World], dict[str, Any]]:
    """The number of one of a family's rows."""
    return lambda world: {kind: world.ids[family][kind][place]}


def now_there(name: str, sql: str, *asked: Any) -> Callable[[World], dict[str, Any]]:
    """The number of a row that is there when it is asked for."""

    def find(world: World) -> dict[str, Any]:
        with past_the_wall() as database:
            row = database.execute(sql, asked or None).fetchone()
        assert row is not None, sql
        return {name: row[0]}

    return find


def perhaps(name: str, sql: str) -> Callable[[World], dict[str, Any]]:
    """The same, of a row that another form here makes; the number of nothing before it did."""

    def find(world: World) -> dict[str, Any]:
        with past_the_wall() as database:
            row = database.execute(sql).fetchone()
        return {name: row[0] if row else 1}

    return find


def agency(name: str) -> Callable[[World], dict[str, Any]]:
    """The number of an agency."""
    return lambda world: {"agency": world.agencies[name]}


def practitioner(key: str) -> Callable[[World], dict[str, Any]]:
    """The number of somebody of the cast."""
    return lambda world: {"practitioner": world.practitioners[key]}


def place(name: str, at: int) -> Callable[[World], dict[str, Any]]:
    """The number of a locality: 0 Harbour, 1 Hill Top, 2 Marsh End."""
    return lambda world: {name: world.localities[at]}


def typing(**values: Any) -> Callable[[World], dict[str, Any]]:
    """These values, whatever the world."""
    return lambda world: values


PERSON = {"given_names": "Ama", "family_name": "Okafor", "part": "adult"}
REGISTRATION = {
    "said_yes": "yes", "how": "paper", "people-set": ["0", "1"], "people-0-given_names": "Ines",
    "people-0-family_name": "Ferreira", "people-0-part": "adult", "people-1-given_names": "Rui",
    "people-1-part": "child", "people-0-relation": "mother", "lines": "1 Weir Lane",
    "postcode": "ZA1 9XY", "not_known": "yes",
}  # fmt: skip


STAFF = {"name": "Ida Berg", "role_title": "Nurse", "phone": "020 7946 0300"}
DESK = {"phone": "020 7946 0301", "email": "desk@example.org"}


def rows() -> list[Row]:
    """Every form of the practitioners' site, in an order in which each can be posted."""
    # Which are made of the same parts as these.
    from tests.c3 import advised, arriving, deciding, planned, private, sealing, sharing, words

    return [
        *private.rows(),
        *planned.rows(),
        *_of_families(),
        *deciding.rows(),
        *_about(),
        *arriving.rows(),
        *_of_hubs(),
        *sharing.rows(),
        *words.rows(),
        *sealing.rows(),
        *advised.rows(),
    ]


def _without_agreement() -> list[Row]:
    """Sharing decided, looked at in an emergency, and what others do with that look."""
    newest = now_there("override", "select id from consent_override order by from_at desc limit 1")
    why = {"because": "A threat", "told_family": "yes", "hours": "4"}
    not_told = {"told_family": "no", "why_not_told": "He reads her letters"}
    return [
        Row("override_new", typed=lambda w: why | not_told | {
            "item": "0", "to": "agency", "agency": str(w.agencies["Northgate Homes"]),
            "ground": "harm", "advice": "The access team: share it"}),
        Row("override_told", numbers=perhaps("override", NOT_TOLD), typed=typing(
            how="telephone", **day("told_on", 0))),
        Row("emergency", "carys", typed=lambda w: why | {
            "reference": w.cast.family("haddad").reference, "means": "yes"}),
        Row("override_second", "dilip", numbers=newest),
        Row("override_review", "ruth", numbers=newest, typed=typing(
            outcome="right", words="The danger was there")),
        Row("override_end", "ruth", numbers=newest),
    ]  # fmt: skip


def _about() -> list[Row]:
    adult, unborn = member("adult", "okafor"), member("unborn", "osei")
    child = member("child", "okafor")
    return [
        Row("birthday", "amina", "kowalska", numbers=member("child", "kowalska"), typed=typing(
            said="goes_on")),
        Row("about_language", numbers=of("person"), typed=typing(languages="Igbo")),
        Row("about_helpers", numbers=of("person"), typed=typing(doctor="The surgery")),
        Row("about_background", numbers=of("person"), typed=typing(
            ethnicity_kind="2", ethnicity_2="african", faith="None")),
        Row("about_needs", numbers=of("person"), typed=typing(helps="Rest")),
        Row("about_words", numbers=adult, typed=typing(wishes="To sleep")),
        Row("about_said", numbers=child, typed=typing(words="I am tired")),
        Row("about_told", numbers=child, typed=typing(may="some", told="She is tired")),
        Row("about_caring", numbers=child, typed=typing(cares="yes", does="I cook")),
        Row("about_carer", numbers=child, typed=typing(school="needs", school_doing="A taxi")),
        Row("about_known", typed=lambda w: {"part": "needs", "whom": "team", "may": "yes"}
            | now_there("row", NEEDS, w.cast.family("okafor").reference)(w)),
        Row("relations", typed=lambda w: {"kind": "adoptive_parent"}
            | now_there("person", MEMBER, "adult", w.cast.family("okafor").reference)(w)
            | now_there("other", MEMBER, "child", w.cast.family("okafor").reference)(w)),
        Row("about_effects", typed=lambda w: {"words": "He gets the little ones to school"}
            | now_there("person", MEMBER, "adult", w.cast.family("okafor").reference)(w)
            | now_there("other", MEMBER, "child", w.cast.family("okafor").reference)(w)),
        Row("advice", typed=typing(asked="Who helps?", advised="Their borough does")),
        Row("boroughs", "efua", typed=typing(
            name="Low Dale", service="Dale Families", codes="ZD3 ZD4")),
        Row("borough", "efua", numbers=now_there("borough", DALE),
            typed=typing(name="Upper Dale", service="Dale Families", codes="ZD1")),
        Row("identifiers", numbers=child, typed=typing(
            nhs_number="999 000 0018", nhs_verified="told")),
        Row("about_story", typed=typing(wants="A garden")),
        Row("about_going-on", typed=typing(chosen="money", words="Bills")),
        Row("situations", "efua", typed=typing(words="A new baby and no help", headlines="2")),
        Row("about_living", typed=typing(housing="Damp")),
        Row("alone_with", numbers=adult, typed=typing(alone="yes", safe="yes")),
        Row("birth", "lena", "osei", numbers=unborn, typed=typing(
            given_names="Esi", **day("born", -2))),
        Row("loss", "amina", "price", numbers=of("person", "price"), typed=typing(loss="died")),
    ]  # fmt: skip


def member(part: str, family: str) -> Callable[[World], dict[str, Any]]:
    """Somebody of a family who is an adult, or is awaited."""
    return lambda world: now_there("person", MEMBER, part, world.cast.family(family).reference)(
        world
    )


def _of_hubs() -> list[Row]:
    there = agency("Kestrel Nursery")
    return [
        Row("agency_new", "efua", typed=lambda w: DESK | {
            "name": "Weir Centre", "sector": "other", "locality": str(w.localities[0])}),
        Row("agency_details", "efua", numbers=there, typed=typing(
            name="Kestrel House", sector="education", **DESK)),
        Row("agency_localities", "efua", numbers=there, typed=lambda w: {
            "locality": str(w.localities[0])}),
        Row("agency_systems", "efua", numbers=there, typed=typing(name="Case records", days="90")),
        Row("agency_systems_ended", "efua", numbers=there, stands_in="agency_systems",
            typed=now_there("key", "select coalesce(max(id), 0) from agencies_systemkey")),
        Row("invitation", "efua", numbers=there, typed=lambda w: STAFF | {
            "email": "ida@example.org", "locality": str(w.localities[2])}),
        Row("practitioner_details", "efua", numbers=practitioner("zofia"), typed=typing(
            **STAFF, email="zofia@kestrel.example.org")),
        Row("revival", "efua", numbers=practitioner("zofia")),
        Row("practitioner_roles", "efua", numbers=practitioner("zofia"), typed=lambda w: {
            "code": "panel_chair", "locality": str(w.localities[2])}),
        Row("role_end", "efua", numbers=now_there("role", COORDINATORS)),
        Row("departure", "efua", numbers=practitioner("zofia")),
        Row("agency_closure", "efua", numbers=agency("Safe Haven")),
        Row("hub_contact", "efua", numbers=place("locality", 0), typed=typing(
            name="Harbour", hub_name="Harbour hub", hub_phone="020 7946 0302",
            hub_email="hub@example.org")),
        Row("hub_numbers", "efua", numbers=place("locality", 0), typed=_lines()),
        Row("numbers", "efua", typed=_lines()),
    ]  # fmt: skip


def kept_from(name: str) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"whom": f"agency-{world.agencies[name]}", "wish": "nobody"}


def _lines() -> Callable[[World], dict[str, Any]]:
    return typing(
        **{"numbers-set": ["0"], "numbers-0-label": "Night", "numbers-0-number": "020 7946 0303"}
    )


def _of_families() -> list[Row]:
    from tests.c3 import agreeing

    step = {"step": "Ring the school", **day("due_on", 5)}
    return [
        Row("registration", typed=lambda w: REGISTRATION | {"wording": str(w.wording)}),
        Row("registration_draft", numbers=now_there("draft", DRAFT), typed=lambda w: (
            REGISTRATION | {"wording": str(w.wording), "lines": "2 Weir Lane"})),
        Row("registration_removal", numbers=now_there("draft", DRAFT)),
        Row("registration", typed=lambda w: REGISTRATION | {"wording": str(w.wording)}),
        Row("registration_check", numbers=now_there("draft", DRAFT)),
        Row("people", typed=typing(**PERSON)),
        Row("person", numbers=of("person"), typed=typing(**PERSON | {"known_as": "Amie"})),
        Row("addresses", typed=lambda w: {"lines": "2 New Road", "postcode": "ZA1 1ZZ",
                                          "household": str(w.ids["okafor"]["person"][0])}),
        Row("address", numbers=of("address"), typed=typing(lines="3 New Road", postcode="ZA1 1ZZ")),
        Row("contacts", typed=lambda w: {"value": "07700 900321",
                                         "person": str(w.ids["okafor"]["person"][0])}),
        Row("contact", numbers=of("contact"), typed=typing(value="07700 900322")),
        Row("contact_safety", numbers=of("contact"), typed=typing(alone="yes", safe="no")),
        Row("working", "hanna", "haddad", typed=typing(why="I visit", **day("since_on", -3))),
        Row("working_end", "ben", "okafor"),
        *agreeing.rows(),
        *agreeing.of_papers(),
        Row("plan_opening", "amina", "haddad"),
        Row("goals", typed=typing(words="We want a garden")),
        Row("goal", numbers=of("goal"), typed=typing(words="We want a dog")),
        Row("actions", numbers=of("goal"), typed=lambda w: step | {
            "owner": f"practitioner-{w.practitioners['amina']}"}),
        Row("action", numbers=of("action"), typed=lambda w: step | {
            "owner": f"practitioner-{w.practitioners['amina']}"}),
        Row("action_done", numbers=of("action"), stands_in="plan"),
        Row("action_not_done", numbers=of("action"), stands_in="plan"),
        Row("plan_closure", "amina", "price", typed=typing(
            reason="enough", note="Better", protection_concern="no")),
        *_without_agreement(),
        Row("stopping", "amina", "silva"),
    ]  # fmt: skip


# Pages that only ask or that take nobody's form: a post to them changes nothing.
ASKING = {
    "home", "families", "family", "who_sees", "plan", "plan_paper", "plan_copies", "plan_signing",
    "plan_sheet", "agreement", "looks", "private", "private_mine", "private_other", "about",
    "sealed_records", "sealed_overseen", "about_paper", "alone", "birthdays", "merge", "network",
    "registration_words", "family_tree", "duplicates", "lookups_overseen", "registration_no_record",
    "looked", "looked_at_family", "looked_by_practitioner", "looked_sight", "hub", "agencies",
    "agency", "practitioner", "roles", "papers", "paper", "paper_file", "signature",
    "sheet_to_sign", "signatures_due", "sought", "sought_one", "sought_counted", "young_carers",
    "family_sought", "family_sought_one", "purposes", "wordings", "wording", "emergency_rules",
    "queue", "arrival", "arrival_start", "passed_on", "quick_start_known", "registration_known",
    "joins_asked", "lookup", "lookup_opened", "lookups_behind", "responsibility",
    "family_overrides", "override", "overrides", "overrides_month", "agreements", "helped",
    "other_file", "preview", "preview_agency", "sharing_agreements", "sharing_agreement", "terms",
    "agency_answers", "notice", "processing", "processing_file", "views", "view", "view_plan",
    "view_about", "view_agreement", "view_family_tree", "view_network", "view_who_sees",
    "view_looks", "views_asked",
}  # fmt: skip
# Only in the answer to another post: tests/web/staff/test_once_more.py and test_joining.py.
IN_ANSWERS = {"registration_another", "join_asking", "joining"}
# Around signing in: tests/web/public; what systems ask: tests/api.
OF_ACCOUNTS = ("public", "account", "system")
