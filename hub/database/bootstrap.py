"""Makes the roles, the database, its schema and its extensions; safe to run again at any time.

Run by an administrator of the server (the hub does it itself for its own cluster).
"""

from typing import Any, Final, LiteralString

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from hub.database.programs import OLDEST
from hub.database.trouble import DatabaseTrouble

_ROLES: Final[dict[str, LiteralString]] = {
    "hub_owner": "login nobypassrls",
    "hub_web": "login nobypassrls",
    "hub_worker": "login nobypassrls",
    "hub_door": "nologin bypassrls",
    "hub_reports": "nologin nobypassrls",
    "hub_backup": "login bypassrls",
}
_EVERYDAY: Final = ("hub_web", "hub_worker", "hub_door", "hub_reports", "hub_backup")
_EXTENSIONS: Final = ("pg_trgm", "fuzzystrmatch", "btree_gist", "unaccent")
_LIMITS: Final = {
    "hub_web": {
        "statement_timeout": "30s",
        "lock_timeout": "10s",
        "idle_in_transaction_session_timeout": "60s",
    },
    "hub_worker": {"statement_timeout": "10min", "idle_in_transaction_session_timeout": "10min"},
}
_LOCK: Final = 0x68756201  # one preparation at a time in a cluster

Admin = psycopg.Connection[Any]


def prepare(admin: Admin, name: str) -> None:
    """Roles, the database `name`, schema `hub`, default privileges, extensions.

    `admin` is a connection in autocommit to any other database of the server, with the right to
    make roles and databases. Passwords are not set here. Raises DatabaseTrouble.
    """
    if admin.info.server_version < OLDEST * 10000:
        raise DatabaseTrouble(
            f"The server is PostgreSQL {admin.info.server_version // 10000}; "
            f"the hub needs PostgreSQL {OLDEST} or later."
        )
    try:
        admin.execute("select pg_advisory_lock(%s)", [_LOCK])
        try:
            _roles(admin)
            _database(admin, name)
            where = make_conninfo(
                **(admin.info.get_parameters() | {"dbname": name, "password": admin.info.password})
            )
            with psycopg.connect(where) as inside:
                privileges(inside, name)
                _extensions(inside)
        finally:
            admin.execute("select pg_advisory_unlock(%s)", [_LOCK])
    except psycopg.errors.InsufficientPrivilege as error:
        raise DatabaseTrouble(
            "Preparing the database needs an administrator of the server (a role that may make "
            f"roles, databases and extensions). It said: {error.diag.message_primary}"
        ) from error


def _roles(admin: Admin) -> None:
    there = {row[0] for row in admin.execute("select rolname from pg_roles")}
    for role, attributes in _ROLES.items():
        if role not in there:
            admin.execute(
                sql.SQL("create role {} nosuperuser nocreatedb nocreaterole {}").format(
                    sql.Identifier(role), sql.SQL(attributes)
                )
            )
    # Whoever owns a function's schema has to be able to hand the function to its runner.
    admin.execute("grant hub_door, hub_reports to hub_owner")
    for role, limits in _LIMITS.items():
        for setting, value in limits.items():
            admin.execute(
                sql.SQL("alter role {} set {} = {}").format(
                    sql.Identifier(role), sql.Identifier(setting), sql.Literal(value)
                )
            )


def _database(admin: Admin, name: str) -> None:
    if admin.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
        return
    asked = admin.execute("select rolsuper from pg_roles where rolname = current_user").fetchone()
    if asked == (False,):
        admin.execute("grant hub_owner to current_user")
    admin.execute(
        sql.SQL(
            "create database {} owner hub_owner template template0"
            " encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'"
        ).format(sql.Identifier(name))
    )


def privileges(inside: Admin, name: str) -> None:
    """Everybody loses what PostgreSQL gives everybody; each role gets what it needs by name."""
    everyday = sql.SQL(", ").join(map(sql.Identifier, _EVERYDAY))
    inside.execute("create schema if not exists hub authorization hub_owner")
    statements: list[LiteralString] = [
        "revoke all on database {name} from public",
        "grant connect on database {name} to hub_owner, {everyday}",
        "grant temporary on database {name} to hub_owner",
        "revoke all on schema public, hub from public",
        "grant usage, create on schema public, hub to hub_owner",
        "grant usage on schema public, hub to {everyday}",
        # A function can only be given to a role that might have made it.
        "grant create on schema hub to hub_door, hub_reports",
        "alter default privileges for role hub_owner revoke execute on functions from public",
        "alter default privileges for role hub_door revoke execute on functions from public",
        "alter default privileges for role hub_reports revoke execute on functions from public",
    ]
    for statement in statements:
        inside.execute(sql.SQL(statement).format(name=sql.Identifier(name), everyday=everyday))


def _extensions(inside: Admin) -> None:
    for extension in _EXTENSIONS:
        try:
            inside.execute(
                sql.SQL("create extension if not exists {} schema public").format(
                    sql.Identifier(extension)
                )
            )
        except psycopg.errors.UndefinedFile as error:
            raise DatabaseTrouble(
                f"The server has no extension {extension}. Install PostgreSQL's contrib package."
            ) from error
