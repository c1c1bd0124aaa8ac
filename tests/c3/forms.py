"""Valid answers for every form there is. A form without a row here fails the tests."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from hub.kernel import clock
from tests.c3.world import World
from tests.cast import past_the_wall
from tests.papers.files import PDF

DRAFT = "select id from intake_draft where not practice order by touched_at desc limit 1"
SHARED = """select a.id from consent_agreement a join families_familyreference r using (family_id)
    where a.scope = 'share' and a.until_at is null and r.reference = %s limit 1"""
REFUSED = "select id from consent_refusal order by said_at desc limit 1"
YES = """select a.id from consent_agreement a join families_familyreference r using (family_id)
    where a.scope = %s and a.until_at is null and r.reference = %s limit 1"""
MEMBER = """select person_id from families_membership m
    join families_familyreference r using (family_id)
    where m.part = %s and m.until_at is null and r.reference = %s order by m.id limit 1"""
NOT_TOLD = "select id from consent_override where not told_family order by from_at desc limit 1"
PRACTICE = "select id from intake_draft where practice limit 1"
WAITS = "select id from intake_arrival where taken_by_id is null order by arrived_at limit 1"
PASSED = "select id from intake_arrival where way = 'passed_down' order by arrived_at limit 1"
ENDED = "select id from intake_arrival where outcome <> '' limit 1"
COORDINATORS = "select id from agencies_rolegrant where code = 'panel_chair' and until is null"


@dataclass(frozen=True)
class Row:
    """A form: who posts it, to which family or row, what is typed, and the page it stands in."""

    page: str
    who: str = "amina"
    family: str = "okafor"
    numbers: Callable[[World], dict[str, Any]] = field(default=lambda world: {})
    typed: Callable[[World], dict[str, Any]] = field(default=lambda world: {})
    stands_in: str = ""


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
    "postcode": "ZA1 9XY",
}  # fmt: skip


QUICK = {
    "how": "paper", "service": "yes", "people-0-given_names": "Ines", "people-0-relation": "mother",
    "people-1-given_names": "Rui", "people-1-born-age": "6", "why": "Sleep",
}  # fmt: skip
ASKED = {"name": "Ines", "words": "Somebody to talk to", "contact": "07700 900321"}
STAFF = {"name": "Ida Berg", "role_title": "Nurse", "phone": "020 7946 0300"}
DESK = {"phone": "020 7946 0301", "email": "desk@example.org"}


def rows() -> list[Row]:
    """Every form of the practitioners' site, in an order in which each can be posted."""
    return [
        *_of_private(),
        *_of_families(),
        *_who_decides(),
        *_about(),
        *_ways_in(),
        *_of_hubs(),
        *_of_sharing(),
    ]


def _ways_in() -> list[Row]:
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
    ]  # fmt: skip


def _without_agreement() -> list[Row]:
    """Sharing decided, looked at in an emergency, and what others do with that look."""
    newest = now_there("override", "select id from consent_override order by from_at desc limit 1")
    why = {"because": "A threat", "told_family": "yes", "hours": "4"}
    not_told = {"told_family": "no", "why_not_told": "He reads her letters"}
    return [
        Row("override_new", typed=lambda w: why | not_told | {
            "item": "0", "to": "agency", "agency": str(w.agencies["Northgate Homes"]),
            "ground": "harm", "advice": "The access team: share it"}),
        Row("override_told", numbers=now_there("override", NOT_TOLD), typed=typing(
            how="telephone", **day("told_on", 0))),
        Row("emergency", "carys", typed=lambda w: why | {
            "reference": w.cast.family("haddad").reference, "means": "yes"}),
        Row("override_second", "dilip", numbers=newest),
        Row("override_review", "ruth", numbers=newest, typed=typing(
            outcome="right", words="The danger was there")),
        Row("override_end", "ruth", numbers=newest),
    ]  # fmt: skip


def _about() -> list[Row]:
    adult, unborn = _member("adult", "okafor"), _member("unborn", "osei")
    return [
        Row("birthday", "amina", "kowalska", numbers=_member("child", "kowalska"), typed=typing(
            said="goes_on")),
        Row("about_language", numbers=of("person"), typed=typing(languages="Igbo")),
        Row("about_helpers", numbers=of("person"), typed=typing(doctor="The surgery")),
        Row("about_background", numbers=of("person"), typed=typing(
            ethnicity_kind="2", ethnicity_2="african", faith="None")),
        Row("about_needs", numbers=of("person"), typed=typing(helps="Rest")),
        Row("about_words", numbers=adult, typed=typing(wishes="To sleep")),
        Row("about_story", typed=typing(wants="A garden")),
        Row("about_living", typed=typing(housing="Damp")),
        Row("alone_with", numbers=adult, typed=typing(alone="yes", safe="yes")),
        Row("birth", "lena", "osei", numbers=unborn, typed=typing(
            given_names="Esi", **day("born", -2))),
        Row("loss", "amina", "price", numbers=of("person", "price"), typed=typing(loss="died")),
    ]  # fmt: skip


def _member(part: str, family: str) -> Callable[[World], dict[str, Any]]:
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


def _of_sharing() -> list[Row]:
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


def _kept_from(name: str) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"whom": f"agency-{world.agencies[name]}", "wish": "nobody"}


def _lines() -> Callable[[World], dict[str, Any]]:
    return typing(
        **{"numbers-set": ["0"], "numbers-0-label": "Night", "numbers-0-number": "020 7946 0303"}
    )


def _of_private() -> list[Row]:
    northgate = _kept_from("Northgate Homes")
    return [
        Row("private_places", typed=_kept_from("Lantern Families")),
        Row("private_person", numbers=of("person"), typed=northgate),
        Row("private_address", numbers=of("address"), typed=lambda w: {
            "whom": "other", "email": "carys@northgate.example.org",
            "wish": str(w.ids["okafor"]["person"][0])}),
        Row("private_contact", numbers=of("contact"), typed=northgate),
        Row("private_goal", numbers=of("goal"), typed=northgate),
        Row("private_action", numbers=of("action"), typed=northgate),
        *(Row(f"private_{kind}", numbers=of(kind), typed=northgate) for kind in
          ("relationship", "responsibility", "agreement", "involvement")),
        Row("private_end", numbers=of("restriction")),
    ]  # fmt: skip


def _who_decides() -> list[Row]:
    """Parental responsibility, a court order, a carer, capacity, and what is looked at again."""
    holder = now_there("responsibility", _newest("families_responsibility", "from_at"))
    order = now_there("order", _newest("consent_courtorder", "from_at"))
    told = {
        "kind": "specific_issue",
        "bound": "nobody",
        "other": "nobody",
        "seen": "told",
        "effects": "decided",
    }
    why = {"because": "Nobody answers", "advice": "The legal team", **day("again_on", 30)}
    cannot = {
        "about": "other",
        "decision": "Moving house",
        "doubt": "A fall",
        "able": "none",
        "help_given": "Another day",
        "consulted": "Her mother",
        "best_interests": "To wait",
        **day("again_on", 30),
    }
    judged = {
        "decision": "Swimming",
        "understands": "yes",
        "because": "Said it back",
        "encouraged": "Asked whether her mother may come",
        "parent_needed": "no",
    }
    ama = """select person_id from families_membership m join families_person p
        on p.id = m.person_id where p.given_names = 'Ama' limit 1"""
    return [
        Row("responsibility_holder", typed=lambda w: {"source": "mother"} | _as(
            w, child=_member("child", "okafor"), person=_member("adult", "okafor"))),
        Row("responsibility_change", numbers=holder, typed=typing(source="says_so")),
        Row("responsibility_end", numbers=holder, typed=typing(because="mistake")),
        Row("orders", typed=lambda w: told | _as(w, children=_member("child", "okafor"))),
        Row("order", numbers=order, typed=lambda w: told | {"court": "The family court"} | _as(
            w, children=_member("child", "okafor"))),
        Row("private_order", numbers=order, typed=_kept_from("Northgate Homes")),
        Row("order_end", numbers=order, typed=typing(because="Its day has passed")),
        Row("carers", typed=lambda w: why | _as(w, person=now_there("person", ama))),
        Row("carer_end", numbers=now_there("carer", _newest("consent_careragrees", "from_at"))),
        Row("capacity", typed=lambda w: cannot | _as(w, person=_member("adult", "okafor"))),
        Row("judgements", "lena", "young", typed=lambda w: judged | _as(
            w, person=_member("child", "young"))),
        Row("look_again", numbers=now_there("look", """select l.id from consent_lookagain l
            join consent_careragrees c on c.family_id = l.family_id
            where l.done_at is null order by l.made_at desc limit 1"""),
            typed=typing(found="All is well", more="no")),
    ]  # fmt: skip


def _newest(table: str, by: str) -> str:
    return f"select id from {table} where until_at is null order by {by} desc limit 1"


def _as(world: World, **whom: Callable[[World], dict[str, Any]]) -> dict[str, str]:
    """Numbers of rows as they are typed in a form's own fields."""
    return {name: str(next(iter(found(world).values()))) for name, found in whom.items()}


def _of_families() -> list[Row]:
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
        Row("sharing", typed=lambda w: {
            "agency": str(w.agencies["Northgate Homes"]), "how": "paper",
            "given_by": str(w.ids["okafor"]["person"][0]), "wording": str(w.wording),
            "reach": "1", "purpose": "other", "purpose_words": "Housing", "understood": "yes"}),
        Row("service", "amina", "haddad", typed=lambda w: {
            "how": "paper", "given_by": str(w.ids["haddad"]["person"][0]),
            "wording": str(w.wording), "understood": "yes"}),
        Row("sharing_terms", numbers=lambda w: now_there(
            "agreement", SHARED, w.cast.family("okafor").reference)(w), typed=lambda w: {
            "how": "paper", "given_by": str(w.ids["okafor"]["person"][0]),
            "wording": str(w.wording), "reach": "2", "purpose": "other",
            "purpose_words": "School", "understood": "yes"}),
        Row("refusals", typed=lambda w: {
            "agency": str(w.agencies["Northgate Homes"]),
            "said_by": str(w.ids["okafor"]["person"][0])}),
        Row("refusal", numbers=now_there("refusal", REFUSED)),
        Row("help_counted"),
        Row("sharing_end", "petra", "marin", numbers=lambda w: now_there(
            "agreement", SHARED, w.cast.family("marin").reference)(w)),
        *_of_papers(),
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


def _of_papers() -> list[Row]:
    """One yes signed on screen, one on paper, one that stands; a paper, and one kept private."""
    signer = _member("adult", "haddad")

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
            "file": sheet(), "tells_place": "no"}),
        Row("standing", "amina", "haddad", numbers=signer, typed=lambda w: yes("share")(w) | {
            "met": "phone", **day("said_on", -1)}),
        Row("paper_another", typed=lambda w: {
            "file": sheet(), "about": "A note", "tells_place": "no"}),
        Row("private_paper", numbers=of("paper"), typed=_kept_from("Northgate Homes")),
    ]  # fmt: skip


# Pages that only ask or that take nobody's form: a post to them changes nothing.
ASKING = {
    "home", "families", "family", "who_sees", "plan", "plan_paper", "agreement", "looks", "private",
    "private_mine", "private_other", "sealed_records", "sealed_overseen",
    "about", "about_paper", "alone", "birthdays", "registration_words", "family_tree", "network",
    "registration_no_record", "looked", "looked_at_family", "looked_by_practitioner",
    "looked_sight", "hub", "agencies", "agency", "practitioner", "roles",
    "papers", "paper", "paper_file", "signature", "sheet_to_sign", "signatures_due",
    "queue", "arrival", "arrival_start", "passed_on",
    "responsibility", "family_overrides", "override", "overrides", "overrides_month",
    "agreements", "helped", "preview", "preview_agency", "sharing_agreements",
    "sharing_agreement", "terms", "agency_answers", "notice", "processing", "processing_file",
}  # fmt: skip
# Pages before or around signing in, whose forms have tests of their own in tests/web/public.
OF_ACCOUNTS = ("public", "account")
