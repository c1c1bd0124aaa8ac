"""What the database itself says of its tables, policies, functions, views and roles."""

import re
from typing import Any

import pytest
from django.db import connection
from django.db.models import Field

from hub.kernel.labels import FATES
from tools import walls

pytestmark = pytest.mark.django_db

OURS = "n.nspname in ('public', 'hub')"
# Unique keys of walled tables that do not begin with the family, and why they tell nobody anything.
UNIQUE_ACROSS_FAMILIES = {
    "families_familyreference (reference)": "drawn at random by the hub, never typed",
    "sealed_sealed (code)": "drawn at random by the hub, never typed",
    "sealed_keeper (sealed_id, practitioner_id)": "what is sealed has a random id of its own",
    "plans_closure (plan_id)": "a plan's own random id: a plan closes once",
}
# Labels that promise what the wall does not do yet. To be closed, never added to.
NOT_YET_HIDDEN: dict[str, str] = {}
# Policies that read no setting: none may be needed.
WITHOUT_A_SETTING: dict[str, str] = {
    f"papers_{table}.yeses_read": "asks which yeses are seen through their own wall"
    for table in ("paper", "signature", "paperhistoryrow", "signaturehistoryrow")
}
SETTING = re.compile(
    r"\( SELECT hub\."
    r"(open_families|people_open|members_held_back|held_back|own_places|colleagues|shown_inside|"
    r"agency_of_actor|sealed_mine|hubs_coordinated|actor_id|actor_kind)\("
)
ANY_CALL = re.compile(r"hub\.\w+\(")


def rows(sql: str) -> list[Any]:
    """What the database answers to whoever the tests run as."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def test_tests_run_as_the_role_of_the_pages_which_owns_nothing_and_is_behind_the_wall() -> None:
    who = rows(
        "select current_user, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles"
        " where rolname = current_user"
    )
    owned = rows(
        "select relname from pg_class where pg_get_userbyid(relowner) in ('hub_web', 'hub_worker')"
        " union all select proname from pg_proc"
        " where pg_get_userbyid(proowner) in ('hub_web', 'hub_worker')"
        " union all select nspname from pg_namespace"
        " where pg_get_userbyid(nspowner) in ('hub_web', 'hub_worker')"
    )
    memberships = rows(
        "select m.member::regrole::text, m.roleid::regrole::text from pg_auth_members m"
        " where m.member::regrole::text in ('hub_web', 'hub_worker')"
    )

    assert who == [("hub_web", False, False, False, False)]
    assert owned == []
    assert memberships == []


def test_every_table_is_behind_the_wall_or_says_why_not() -> None:
    wrong = [
        (name, comment)
        for name, enabled, forced, comment in tables()
        if not (
            (enabled and forced and comment.startswith("wall: "))
            or (not enabled and comment.startswith(walls.OUT) and len(comment) > 20)
        )
    ]

    assert wrong == []


def test_the_walls_that_the_reference_page_names_are_those_of_the_database() -> None:
    in_database = {name: comment for name, _, _, comment in tables()}

    assert walls.comments() == in_database


def test_a_tables_label_and_its_wall_say_the_same() -> None:
    comments = {name: comment for name, _, _, comment in tables()}
    wrong = []
    for model, fate in FATES.items():
        comment = comments[model._meta.db_table]
        level = re.match(r"wall: (signpost|summary|plan|record)\b", comment)
        if level and fate.level.split(":")[0].split(",")[0] != level[1]:
            wrong.append((model._meta.db_table, "level", fate.level, comment))
        if ("by its id" in fate.held_back) != ("held back" in comment):
            wrong.append((model._meta.db_table, "held back", fate.held_back, comment))

    assert {table for table, *_ in wrong} == set(NOT_YET_HIDDEN), wrong


def test_every_history_is_behind_the_wall_of_the_table_it_is_of() -> None:
    comments = {name: comment for name, _, _, comment in tables()}

    wrong = [
        (name, comments[name])
        for name in walls.histories()
        if comments[name] != comments[name.removesuffix("historyrow")]
    ]

    assert wrong == []


def test_every_policy_asks_for_its_settings_once_a_query() -> None:
    wrong = []
    found = rows("select tablename, policyname, qual, with_check from pg_policies")
    for table, policy, qual, check in found:
        for condition in filter(None, (qual, check)):
            asked_once = len(SETTING.findall(condition)) == len(ANY_CALL.findall(condition)) > 0
            if not asked_once and f"{table}.{policy}" not in WITHOUT_A_SETTING:
                wrong.append((table, policy, condition))

    assert len(found) > 50
    assert wrong == []


@pytest.mark.requirement("S2", "2.81")
def test_a_table_that_names_people_keeps_members_of_two_families_apart() -> None:
    """Its migration says `apart(table, people)`: see hub/database/apart.py."""
    tables = "select distinct tablename from pg_policies where"
    named = {table for (table,) in rows(f"{tables} qual like '%people_open%'")}
    told_apart = {table for (table,) in rows(f"{tables} qual like '%members_held_back%'")}

    assert len(told_apart) >= 15
    # Nobody's rows, but a person's.
    assert named - told_apart == {"families_person", "families_identifiers"}


@pytest.mark.requirement("S4")
def test_every_walled_table_is_hidden_from_members_of_families_but_for_rows_listed_for_them() -> (
    None
):
    """The wall itself says so: see hub/database/inside.py. Histories show members nothing."""
    policies: dict[str, dict[str, str]] = {}
    for table, policy, condition in rows(
        "select tablename, policyname, coalesce(qual, with_check) from pg_policies"
        " where policyname like 'inside_%' and permissive = 'RESTRICTIVE'"
    ):
        policies.setdefault(table, {})[policy] = condition
    walled = {
        name
        for name, enabled, _, comment in tables()
        if enabled and not comment.startswith(("wall: own rows", "wall: closed"))
    }

    assert set(policies) == walled
    assert len(walled) > 30
    for table, found in policies.items():
        assert set(found) == {"inside_read", "inside_add", "inside_change", "inside_remove"}
        listed = {policy for policy, said in found.items() if "shown_inside" in said}
        assert listed == (set() if table.endswith("historyrow") else {"inside_read"}), table


def test_every_policy_is_for_the_pages_roles_alone() -> None:
    roles = {tuple(sorted(row[0])) for row in rows("select roles::text[] from pg_policies")}

    assert roles == {("hub_web", "hub_worker")}


def test_every_walled_table_of_families_has_an_index_led_by_the_family() -> None:
    """The policy reads by family; without the index each page walks the table."""
    bare = rows(
        "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
        " where c.relkind = 'r' and c.relrowsecurity and a.attname = 'family_id'"
        " and exists (select from pg_policy p where p.polrelid = c.oid)"
        " and not exists (select from pg_index i where i.indrelid = c.oid and i.indpred is null"
        " and i.indkey[0] = a.attnum)"
    )

    assert bare == []


def test_nothing_typed_is_unique_across_families() -> None:
    """A refused insert would tell that somebody else has the same (an oracle)."""
    found = rows(
        "select c.relname, array_agg(a.attname::text order by k.place)"
        " from pg_index i join pg_class c on c.oid = i.indrelid"
        " cross join lateral unnest(i.indkey::smallint[]) with ordinality k(number, place)"
        " join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number"
        f" join pg_namespace n on n.oid = c.relnamespace where {OURS} and c.relrowsecurity"
        " and i.indisunique and not i.indisprimary group by c.relname, i.indexrelid"
    )
    across = {
        f"{table} ({', '.join(columns)})" for table, columns in found if "family_id" not in columns
    }

    assert across == set(UNIQUE_ACROSS_FAMILIES)


def test_primary_keys_behind_the_wall_are_drawn_not_counted_nor_typed() -> None:
    counted = [
        model._meta.db_table
        for model in FATES
        if (key := model._meta.pk) is not None and not drawn(key)
    ]

    # Their keys are lists of codes, a form's own token, and a journal's chain and number.
    assert sorted(counted) == sorted(KEYS_OF_ANOTHER_KIND)


KEYS_OF_ANOTHER_KIND = {
    "about_ethnicity": "a list of codes",
    "about_headline": "a list of codes",
    "about_situation": "a list of codes",
    "families_outwardcode": "a list of codes",
    "access_postedform": "the token that the form drew",
    "accounts_limit": "a keyed fingerprint of what is counted",
    "agencies_sector": "a list of codes",
    "audit_chain": "whose chain it is",
    "audit_entry": "a chain and the number in it",
    "consent_orderkind": "a list of codes",
    "matching_frequency": "a name, counted; closed to pages",
    "matching_pair": "two entries; closed to pages",
    "matching_waiting": "the entry that waits; closed to pages",
    "matching_key": "a fingerprint and the entry that has it; closed to pages",
}


def drawn(key: "Field[Any, Any]") -> bool:
    """Whether a primary key is one of ours: random."""
    return getattr(key.default, "__name__", "") == "random_id"


def test_every_view_runs_as_whoever_asks() -> None:
    wrong = rows(
        "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
        f" where {OURS} and (c.relkind = 'm' or (c.relkind = 'v' and not"
        " coalesce('security_invoker=true' = any (c.reloptions), false)))"
    )

    assert wrong == []


def test_functions_that_look_past_the_wall_belong_to_the_door_and_to_nobody_by_default() -> None:
    found = rows(
        "select p.oid::regprocedure::text, pg_get_userbyid(p.proowner), p.proconfig,"
        " exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a"
        " where a.grantee = 0) from pg_proc p where p.prosecdef"
    )
    wrong = [
        (name, owner, config, everybody)
        for name, owner, config, everybody in found
        if owner not in ("hub_door", "hub_reports")
        or everybody
        or not any(
            setting.startswith("search_path=") and setting.endswith("pg_temp")
            for setting in config or ()
        )
    ]

    assert len(found) > 5
    assert wrong == []


def test_nobody_signs_in_as_who_looks_past_the_wall_but_the_backup() -> None:
    found = rows(
        "select rolname from pg_roles where (rolbypassrls or rolsuper) and rolcanlogin"
        " and rolname like 'hub%'"
    )

    assert found == [("hub_backup",)]


def tables() -> list[tuple[str, bool, bool, str]]:
    """Every table there is: name, whether the wall is up and forced, and its comment."""
    return rows(
        "select c.relname, c.relrowsecurity, c.relforcerowsecurity,"
        " coalesce(obj_description(c.oid, 'pg_class'), '')"
        f" from pg_class c join pg_namespace n on n.oid = c.relnamespace where {OURS}"
        " and c.relkind in ('r', 'p', 'f') order by 1"
    )
