"""Every page there is, from the URLconf, as each kind of person who may see it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from hub.story.cast import CAST
from hub.story.families import FAMILIES
from tests.cast import BY_FIRST_MEMBER
from tests.journeys.site import Site

LEVELS = ("signpost", "summary", "plan", "record")
# What is only posted to, and what comes after something was typed; a test of its own shows those.
NOT_BY_ADDRESS = {
    "account_confirm_login_code",
    "account_confirm_password_reset_code",
    "account_complete_password_reset",
    "account_asleep",
    "account_set_password",
    "account_change_password",
    "who",
    "action_done",
    "action_not_done",
    "purpose_place",  # two buttons of the list
    "end_place",
    "end_other_places",
    "account_logout",
    "registration_draft",
    *("registration_check", "registration_removal", "registration_another"),
    "paper_file",  # a copy to take away; tests/web/staff/test_papers.py takes it
    *("override_second", "processing_file"),  # only while nobody has agreed; a file, not a page
    # Only for the two people named, and for what is sealed: walked in their own test.
    *("sealed_record", "sealed_handover", "sealed_end", "sealed_keepers"),
    *("override_told", "carer_end"),  # of what a family was not told; where a carer agrees
    *("duplicate", "merge", "merge_asked", "merge_yes", "merge_done", "merge_end"),
    *("quick_start_draft", "practice_family", "asked_for_help", "arrival_taking"),
    *("quick_start_known", "registration_known", "lookup_opened", "lookup_dealt"),
    *("arrival_giving_back", "arrival_reopening", "agency_systems_ended", "person_info_query"),
    *("join_asking", "joining"),
}
# Forms in which nothing has to be said.
NO_ERROR_WHEN_EMPTY = {
    *("agency_statement", "about_caring", "lookup"),  # its last form is a button
    *("numbers", "hub_numbers", "about_language", "about_helpers", "about_background"),
    *("about_needs", "about_words", "about_story", "about_living", "about_carer"),
    *("about_said", "about_told", "about_known", "identifiers", "about_going-on"),
}
# Who reads which families: each there for something that the page has to show.
READERS: dict[str, tuple[str, ...]] = {
    "amina": ("okafor",),
    "grace": (),
    "ben": (),
    "hanna": ("okafor",),
    "kit": (),
    "lena": (),
    "dilip": ("marin",),
    "efua": (),
    "farid": (),
    "noor": (),
    "zofia": (),
    "ruth": (),
    "tess": (),
}
# Families of which only the reading pages are looked at: forty actions, a closed plan, no plan
# yet, something held back, an address that is held elsewhere, a baby on the way.
ALSO = {
    "amina": ("haddad", "kowalska", "bibi", "lindgren"),
    "grace": ("okafor",),
    "ben": ("okafor",),
    "kit": ("nguyen",),
    "lena": ("brennan", "osei", "young"),
}
# Pages that one family of the story is there for.
ONLY_IN = {"birthday": "kowalska", "judgements": "young", "refusal": "lindgren"}
READING = (
    "family",
    "plan",
    *("plan_paper", "plan_copies", "plan_signing", "plan_sheet"),
    "agreement",
    *("papers", "sheet_to_sign"),
    "preview_agency",
    "who_sees",
    "family_tree",
    "network",
    "about",
    "about_known",
    "about_effects",
    "advice",
    "family_sought",
    "relations",
    "birth",
    "notice",
    "responsibility",
)
# Pages of anybody's that only those with a part in something have: walked as this one.
WHOSE = {
    **dict.fromkeys(("override", "override_end", "override_review"), "ruth"),
    **dict.fromkeys(("sought_one", "sought_decision"), "amina"),
}
# The numbers for everywhere are the administrator's.
# Kestrel works in no locality that the leadership team of Hill Top reads.
NOT_THEIRS = {("numbers", "dilip"), ("agency_answers", "noor")}
# Where an address names a row: which one, by the noun before it.
ROW = re.compile(r"(\w+)/<int:\w+>")
ROWS = {
    "goals": "select id from plans_goal where family_id = %s order by added_at limit 1",
    "actions": "select id from plans_action where family_id = %s and done_at is null"
    " order by due_on limit 1",
    "people": "select person_id from families_membership where family_id = %s order by id limit 1",
    "views": "select person_id from families_membership where family_id = %s order by id limit 1",
    "adults": "select person_id from families_membership where family_id = %s"
    " and part = 'adult' order by id limit 1",
    "children": "select person_id from families_membership where family_id = %s"
    " and part = 'child' order by id limit 1",
    "unborn": "select person_id from families_membership where family_id = %s"
    " and part = 'unborn' order by id limit 1",
    "addresses": "select id from families_address where family_id = %s limit 1",
    "birthdays": "select m.person_id from families_membership m join families_person p"
    " on p.id = m.person_id where m.family_id = %s and p.given_names = 'Tomasz'",
    "contacts": "select id from families_contact where family_id = %s limit 1",
    "agreement": "select id from consent_agreement where family_id = %s"
    " and scope = 'share' and until_at is null limit 1",
    "preview": "select agency_id from consent_agreement where family_id = %s"
    " and scope = 'share' and until_at is null limit 1",
    "refusals": "select id from consent_refusal where family_id = %s limit 1",
    "holders": "select id from families_responsibility where family_id = %s"
    " and until_at is null order by id limit 1",
    "orders": "select id from consent_courtorder where family_id = %s and until_at is null limit 1",
    "carers": "select id from consent_careragrees where family_id = %s limit 1",
    "questions": "select id from consent_lookagain where family_id = %s and done_at is null",
    "joining": "select id from intake_joinquestion where family_id = %s limit 1",
    "signers": "select given_by_id from consent_agreement where family_id = %s limit 1",
    "services": "select agency_id from consent_agreement where family_id = %s limit 1",
    "signatures": "select id from papers_signature where family_id = %s order by kind limit 1",
    "papers": "select id from papers_paper where family_id = %s limit 1",
    "private": "select id from consent_restriction where family_id = %s"
    " and until_at is null limit 1",
    "relationships": "select id from families_relationship where family_id = %s"
    " and until_at is null limit 1",
    "responsibilities": "select id from families_responsibility where family_id = %s"
    " and until_at is null limit 1",
    "agreements": "select id from consent_agreement where family_id = %s"
    " and until_at is null limit 1",
    "involvements": "select id from access_involvement where family_id = %s"
    " and until_at is null limit 1",
    "overrides": "select id from consent_override where family_id = %s limit 1",
    "sought": "select id from intake_familysought where family_id = %s"
    " order by decided_at desc nulls first limit 1",
}


@dataclass(frozen=True)
class Place:
    """One address as one person."""

    name: str
    who: str
    family: str
    path: str

    def __str__(self) -> str:
        return f"{self.name} as {self.who}{f' ({self.family})' if self.family else ''}"


@dataclass(frozen=True)
class Pattern:
    """An address in the URLconf."""

    name: str
    path: str
    access: str


def patterns() -> list[Pattern]:
    """Every address the hub answers at."""
    return list(_under(get_resolver("config.urls")))


def names_for(who: str) -> set[str]:
    """The pages that are walked as somebody; "" is anybody not signed in."""
    found = set()
    for pattern in patterns():
        families = READERS.get(who, ())
        if pattern.name not in NOT_BY_ADDRESS and (
            _may(pattern, who) or any(_may(pattern, who, family) for family in families)
        ):
            found.add(pattern.name)
    return found


def places(site: Site, who: str) -> Iterator[Place]:
    """Every address somebody may open, with the rows of the story filled in."""
    for pattern in patterns():
        if pattern.name in NOT_BY_ADDRESS:
            continue
        if "<str:reference>" not in pattern.path:
            if _may(pattern, who):
                yield Place(pattern.name, who, "", "/" + _filled(site, pattern.path, who))
            continue
        for family in READERS.get(who, ()) + ALSO.get(who, ()):
            wanted = family in READERS[who] or pattern.name in READING
            if pattern.name in ONLY_IN:
                wanted = ONLY_IN[pattern.name] == family
            if wanted and _may(pattern, who, family):
                path = _of_family(site, pattern.path, family)
                if path:
                    yield Place(pattern.name, who, family, path)


def addresses_of(site: Site, reference: str) -> Iterator[str]:
    """Every address there is about a family, with the ids of what it has, reads and posts."""
    ((row,),) = site.ask(
        "select family_id from families_familyreference where reference = %s", reference
    )
    for pattern in patterns():
        if "<str:reference>" in pattern.path:
            path = pattern.path.replace("<str:reference>", reference)
            yield "/" + _with_rows(site, path, row, nothing=1)


def family_of(site: Site, key: str) -> tuple[int, str]:
    """A family's row and reference, by its key in the story."""
    first = next(told for told in FAMILIES if told.key == key).members[0]
    ((row, reference),) = site.ask(BY_FIRST_MEMBER, first.names, first.family_name)
    return row, reference


def _under(resolver: URLResolver, before: str = "") -> Iterator[Pattern]:
    for found in resolver.url_patterns:
        path = before + str(found.pattern)
        if isinstance(found, URLResolver):
            yield from _under(found, path)
        elif isinstance(found, URLPattern):
            view: Callable[..., Any] = found.callback
            yield Pattern(found.name or "", path, getattr(view, "access", ""))


def _may(pattern: Pattern, who: str, family: str = "") -> bool:
    kind, _, needs = pattern.access.partition(":")
    if kind == "public" or not who:
        return kind == "public" and not who
    part = next(part for part in CAST if part.key == who)
    if kind == "role":
        return part.role in needs.split(",") and (pattern.name, who) not in NOT_THEIRS
    if kind == "family":
        level = next((t.seen_by.get(who) for t in FAMILIES if t.key == family), None)
        if (pattern.name, who) in NOT_THEIRS:
            return False
        return level is not None and LEVELS.index(level) >= LEVELS.index(needs)
    if pattern.name in WHOSE:
        return who == WHOSE[pattern.name]
    return who in ("amina", "zofia") or pattern.name in ("home", "families")


def _of_family(site: Site, path: str, family: str) -> str:
    """The address with a row of this family; nothing when the family has none."""
    row, reference = family_of(site, family)
    path = _with_rows(site, path.replace("<str:reference>", reference), row)
    return "" if "<int:" in path else f"/{path}"


def _with_rows(site: Site, path: str, row: int, nothing: int | None = None) -> str:
    """The address with ids of the family's; `nothing` stands where it has none."""
    for noun in ROW.findall(path):
        found = site.ask(ROWS[noun], row)
        instead = found[0][0] if found else nothing
        if instead is not None:
            path = ROW.sub(f"{noun}/{instead}", path, count=1)
    return path


def _filled(site: Site, path: str, who: str) -> str:
    part = next((part for part in CAST if part.key == who), None)
    locality = part.locality if part else ""
    rows = {
        "agencies": "select a.id from agencies_agency a where a.name = 'Kestrel Nursery'",
        "practitioners": "select id from agencies_practitioner where name = 'Joan Whitlock'",
        "localities": f"select id from agencies_locality where name = '{locality}'",
        "roles": "select id from agencies_rolegrant where until is null"
        " and code = 'panel_chair' limit 1",
        "boroughs": "select id from families_borough limit 1",
        "overrides": "select id from consent_override order by from_at limit 1",
        "sharing": "select s.id from agencies_sharingagreement s join agencies_locality l"
        f" on l.id = s.locality_id where l.name = '{locality}'",
        "parties": "select p.id from agencies_sharingparty p join agencies_sharingagreement s"
        " on s.id = p.agreement_id join agencies_locality l on l.id = s.locality_id"
        f" where l.name = '{locality}' order by p.id limit 1",
        "hubs": "select id from agencies_locality order by name limit 1",
        "sought": "select id from intake_ownsought where decided_at is null limit 1",
        "queue": "select id from intake_arrival where way = 'passed_down' limit 1",
        "purposes": "select id from consent_purpose order by position limit 1",
        "rules": "select id from consent_emergencyrule order by from_on limit 1",
    }
    path = path.replace("<str:language>", "en")
    for noun in ROW.findall(path):
        path = ROW.sub(f"{noun}/{site.ask(rows[noun])[0][0]}", path, count=1)
    return path
