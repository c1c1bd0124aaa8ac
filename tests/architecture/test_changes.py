"""Queries and changes take an open file, changes leave a line, and every line has a sentence."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import hub
from hub.audit.events import catalogue, is_registered
from tests.architecture import source

# First arguments that carry who is asking.
SUBJECT = re.compile(
    r"^(FamilyFile|Actor|(list|Sequence|Iterable|Collection)\[FamilyFile\])( \| None)?$"
)
# Rows that were read through an open file and are handed on say enough by themselves.
ROWS = re.compile(r"^((list|Sequence|Iterable|Collection)\[)?[A-Z]\w+( \| [A-Z]\w+)*\]?$")
# Packages below the families': they hold no fact of a family.
BELOW = (
    *("hub.agencies.queries", "hub.agencies.sharing.queries", "hub.agencies.answering.queries"),
    *("hub.accounts.queries", "hub.matching.queries.forget"),
    *("hub.matching.queries.common_names", "hub.matching.queries.counted"),
    "hub.agencies.systems.queries",
)
# Public queries without a file or an actor, and why.
QUERIES_WITHOUT = {
    "hub.matching.queries.drawn": "numbers of groups, weighed beside a look-up and never told of",
    "hub.matching.queries.homes": "what searches compare; whoever searches decides what is told",
    "hub.matching.batch.queries.duplicates": "numbers of entries; the queue that asks opens both",
    "hub.access.queries.sight_of": "decides a past day for any practitioner; its page opens a file",
    "hub.consent.queries.agencies_to_ask": "the agencies of a locality, before there is a family",
    "hub.consent.orders.queries.kinds": "the kinds of court orders, the same for everybody",
    "hub.consent.queries.agencies_at_work": "the agencies of a locality: no family's fact",
    "hub.consent.queries.agencies_not_standing": "the same, for saying who cannot be chosen yet",
    "hub.consent.queries.current_wording": "the authority's own words",
    "hub.consent.emergency.queries.running_on": "a rule of the whole area: no family's fact",
}
# Public changes without a file or an actor, and why; nor do they leave a line of their own.
CHANGES_WITHOUT = {
    "hub.about.changes.expire_unsent": "a job; it is nobody's record and has no history",
    "hub.accounts.changes.open_account": "called by the change that invites, which leaves the line",
    "hub.accounts.changes.revive": "called by the change that revives, which leaves the line",
    "hub.accounts.changes.close_account": "called by the change that deactivates",
    "hub.accounts.changes.end_sessions": "called by the change that deactivates",
    "hub.accounts.changes.end_session": "signs out a place of one's own",
    "hub.agencies.systems.changes.used": "keeps the day of a key that has just proved itself",
    "hub.matching.changes.keep": "called by the change it keeps the index in step with",
    "hub.matching.changes.keep_all": "the same, for filling the index anew",
    "hub.matching.changes.drop": "the same",
    "hub.matching.changes.count": "a job; counts names and knows nobody",
    "hub.intake.arrivals.changes.expire_arrivals": "a job; nobody's record, with no history",
    "hub.intake.sought.changes.expire_sought": "a job; in nobody's file, with no history",
    "hub.intake.changes.expire_drafts": "a job; drafts are nobody's record and have no history",
}
# Public changes that take a file or an actor and leave their line some other way.
CHANGES_UNMARKED = {
    "hub.intake.changes.register": "opens the new family's file; the change inside leaves the line",
    "hub.intake.joining.changes.ask": "no file is open to who asks; its line names the family",
    "hub.consent.changes.losses.record_loss": "a loss and what it ends; each leaves its line",
}


# Events with a sentence that nothing records yet.
UNUSED_YET = {"lead.ended": "ending to lead comes with handing over (2.117, 2.140)"}


def modules() -> list[str]:
    """Every module of the hub, imported, so that all has been registered that will be."""
    found = [
        module.name
        for module in walk_packages(hub.__path__, "hub.")
        if ".migrations" not in module.name and not module.name.endswith("__main__")
    ]
    for name in found:
        import_module(name)
    return found


def public(kind: str) -> Iterator[tuple[str, source.Function]]:
    """The public functions of every `queries` or `changes`, by their dotted names.

    In a folder of that name they are what its modules offer; helpers shared in it begin with `_`
    or stand in `rows`.
    """
    for path in source.python_files("hub"):
        if path.stem != kind and not (path.parent.name == kind and path.stem != "rows"):
            continue
        name = ".".join(Path(source.name_of(path)).with_suffix("").parts).removesuffix(".__init__")
        for node in source.tree_of(path).body:
            if isinstance(node, source.Function) and not node.name.startswith("_"):
                yield f"{name}.{node.name}", node


def takes(node: source.Function, kind: re.Pattern[str]) -> bool:
    """Whether the first argument is of a kind, as it is annotated."""
    arguments = [*node.args.posonlyargs, *node.args.args]
    annotation = arguments[0].annotation if arguments else None
    return annotation is not None and bool(kind.match(ast.unparse(annotation)))


def event_of(node: source.Function) -> str:
    """The event that `@change(…)` gives a function, or nothing."""
    for mark in node.decorator_list:
        if isinstance(mark, ast.Call) and source.dotted(mark.func).rpartition(".")[2] == "change":
            return str(ast.literal_eval(mark.args[0]))
    return ""


def test_every_public_query_takes_an_open_file_or_says_why_not() -> None:
    without = {
        name
        for name, node in public("queries")
        if not takes(node, SUBJECT) and not takes(node, ROWS) and not name.startswith(BELOW)
    }

    assert without == set(QUERIES_WITHOUT)


def test_every_public_change_takes_an_open_file_or_an_actor() -> None:
    without = {name for name, node in public("changes") if not takes(node, SUBJECT)}

    assert without == set(CHANGES_WITHOUT)


def test_every_public_change_leaves_a_line_in_the_journal() -> None:
    without = {name for name, node in public("changes") if not event_of(node)}

    assert without == {*CHANGES_WITHOUT, *CHANGES_UNMARKED}


def test_the_time_is_given_by_its_name() -> None:
    given_by_place = [
        name
        for kind in ("queries", "changes")
        for name, node in public(kind)
        if not name.startswith(BELOW)
        and {"now", "today", "at"} & {argument.arg for argument in node.args.args}
    ]

    assert given_by_place == []


def test_every_event_that_code_names_has_a_sentence() -> None:
    modules()
    unknown = [
        f"{source.place(path, call)} {event}"
        for path in source.python_files("hub")
        for event, call in events_named(source.tree_of(path))
        if not is_registered(event)
    ]

    assert unknown == []


def test_every_sentence_in_the_catalogue_is_used_and_goes_on_after_a_name() -> None:
    modules()
    texts = {
        node.value
        for path in source.python_files("hub")
        for node in without_registration(source.tree_of(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    ours = [event for event in catalogue() if not event.code.startswith("test.")]
    assert {event.code for event in ours if event.code not in texts} == set(UNUSED_YET)
    assert [
        event.code
        for event in ours
        if event.sentence[0].isupper() or event.sentence[-1] in ".!" or len(event.sentence) < 8
    ] == []


def events_named(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Events written out where a change is declared or a line recorded."""
    for called, call in source.calls(tree):
        if called in ("change", "record", "journal.record") and call.args:
            event = call.args[0]
            if isinstance(event, ast.Constant) and isinstance(event.value, str):
                yield event.value, call


def without_registration(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node of a file but what is inside `register(…)`."""
    inside = {
        id(node)
        for called, call in source.calls(tree)
        if called.rpartition(".")[2] == "register"
        for node in ast.walk(call)
    }
    return (node for node in ast.walk(tree) if id(node) not in inside)


def test_what_these_tests_look_for_is_found() -> None:
    made = ast.parse("@change('x.y')\ndef close(files: list[FamilyFile], *, now): ...").body[0]
    bare = ast.parse("def close(family: int): ...").body[0]

    assert isinstance(made, source.Function)
    assert isinstance(bare, source.Function)
    assert (takes(made, SUBJECT), event_of(made)) == (True, "x.y")
    assert (takes(bare, SUBJECT), event_of(bare)) == (False, "")
